#pragma once

/// Protocol × case → plan: interval arithmetic over civil dates, and nothing else.
///
///     Case client;
///     client.sessions = {{*parse_date("2026-11-22"), {}}};
///     auto plan = make_plan(protocol, client, Scope::listed, found);
///
/// The semantics are the table of `man 5 smpcare-rules`, WINDOWS. In short: `avoid` and `limit` hold wherever any
/// session asks for them; `do`, `expect` and `warn` count from the latest session; stronger rules cut weaker ones
/// where they share every activity; doubt keeps a restriction.

#include <smpcare/protocol.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace smpcare {

/// One procedure date, and where it was given.
struct Session {
    Date date;
    Span span;
};

struct FactAnswer {
    std::string fact;
    Truth truth = Truth::yes;
    Span span;
};

struct Observation {
    std::string event;
    Date date;
    Span span;
};

/// What a practitioner knows of one client.
struct Case {
    std::string id, name;
    std::vector<std::pair<std::string, std::string>> labels;  ///< lines for the head of outputs, in the order given
    std::vector<Session> sessions;                            ///< any order
    std::optional<int> planned;                               ///< sessions planned in the latest series
    std::vector<FactAnswer> facts;
    std::vector<Observation> observed;
    Span planned_span;  ///< where `planned` was given
};

/// The parts of a case as people write them, one text each.
enum class CaseField {
    id,
    name,
    label,     ///< `Practitioner=Ana`
    date,      ///< of one session
    planned,   ///< a whole number
    fact,      ///< `long-hair`, which says yes, or `long-hair=no`
    observed,  ///< `scabs-gone=2026-12-05`
};

/// One such text, and where it was given.
struct GivenText {
    CaseField field;
    std::string_view text;
    Span span;
};

/// How the texts of a source are read: its dates, and how much of a text its messages may show.
struct CaseReading {
    std::function<std::optional<Date>(std::string_view text, const Span& span, Diagnostics& diagnostics)> date;
    std::function<std::string(std::string_view text)> shown = [](std::string_view text) { return std::string{text}; };
};

/// Reads one text into its part of the case: an option's value, or a word of a cell. Errors, at its span: those of
/// `reading.date`, bad_label, bad_number, bad_fact_answer, bad_observation.
void read_case_text(const GivenText& given, const CaseReading& reading, Case& client, Diagnostics& diagnostics);

/// Numbers of sessions, from 1 to `session_limit`: each once, ascending.
class SessionNumbers {
public:
    class Iterator;

    SessionNumbers() = default;
    SessionNumbers(std::initializer_list<int> numbers) {
        for (const int number : numbers) insert(number);
    }
    /// Bit n stands for session n + 1.
    static SessionNumbers of_bits(std::uint64_t bits) {
        SessionNumbers numbers;
        numbers.bits_ = bits;
        return numbers;
    }

    void insert(int number) { bits_ |= std::uint64_t{1} << (number - 1); }

    [[nodiscard]] bool empty() const { return bits_ == 0; }
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;
    /// Not of none.
    [[nodiscard]] int front() const { return std::countr_zero(bits_) + 1; }
    [[nodiscard]] int back() const { return static_cast<int>(std::bit_width(bits_)); }

    bool operator==(const SessionNumbers&) const = default;

private:
    std::uint64_t bits_ = 0;
};

class SessionNumbers::Iterator {
public:
    using value_type = int;
    using reference = int;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;

    Iterator() = default;
    explicit Iterator(SessionNumbers left) : left_(left) {}
    int operator*() const { return left_.front(); }
    Iterator& operator++() {
        left_.bits_ &= left_.bits_ - 1;
        return *this;
    }
    Iterator operator++(int) {
        const auto before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Iterator&) const = default;

private:
    SessionNumbers left_;
};

inline SessionNumbers::Iterator SessionNumbers::begin() const { return Iterator{*this}; }
inline SessionNumbers::Iterator SessionNumbers::end() const { return Iterator{}; }

/// Days on which a rule is in force, both ends inclusive; no `end`: nothing ends it.
struct Window {
    Kind kind = Kind::avoid;  ///< `limit` in the window of an `avoid` rule is the tail that waits for its event
    Date start;
    std::optional<Date> end;
    SessionNumbers after_sessions;  ///< the sessions behind it
    std::optional<Date> target;     ///< `visit`: the usual day, counted from the latest session behind it

    [[nodiscard]] bool covers(Date day) const { return start <= day && (!end || day <= *end); }
};

/// Days taken from a rule because stronger rules hold all of its activities.
struct Cut {
    Date start;
    std::optional<Date> end;
    std::vector<std::size_t> by;  ///< indexes into Protocol::rules, in file order
};

/// One rule in this plan. A rule that an override changed or dropped is always here, if need be without windows.
struct Item {
    std::size_t rule;                  ///< index into Protocol::rules
    std::vector<std::size_t> unknown;  ///< facts of `when` and `unless` that nobody answered: "if …"
    bool provisional = false;          ///< counts from a last session that may not be the last yet; an appointment
                                       ///< that only more sessions bring does not
    std::vector<Window> declared;      ///< before cuts, by start
    std::vector<Window> windows;       ///< what remains after cuts, by start; this is what people are shown
    std::vector<Cut> cuts;             ///< by start; windows + cuts = declared
};

/// Which rules a plan holds: `listed` leaves out those whose `relevant_to` is known to be no (plan, day, calendars);
/// `all` keeps them, for whoever asks means to do it (can, latest, explain).
enum class Scope { listed, all };

/// A plan refers to its protocol, which must outlive it.
struct Plan {
    const Protocol* protocol = nullptr;
    std::string client_id, client_name;
    std::vector<std::pair<std::string, std::string>> labels;
    std::vector<Date> sessions;  ///< ascending
    std::vector<int> series;     ///< for each session the number of its series, from 1
    std::optional<int> planned;
    /// Whether sessions are still to come in the latest series: what `planned` says, else the fact `more-sessions`.
    Truth more_sessions = Truth::unknown;
    std::vector<Truth> facts;    ///< one for each of Protocol::facts, after `planned` was taken into account
    std::vector<bool> answered;  ///< whether that fact was given or derived
    std::vector<std::vector<Date>> observed;  ///< for each of Protocol::events its dates, ascending
    std::vector<Item> items;                  ///< in file order; no rule twice
    std::vector<Diagnostic> notices;          ///< the protocol's, then sessions_close
};

/// Errors: no_session, too_many_sessions, duplicate_session, date_out_of_range, unknown_fact, contradicting_fact,
/// unknown_event, observation_orphan, observation_too_early, planned_not_positive, planned_too_few,
/// window_out_of_range.
std::optional<Plan> make_plan(const Protocol& protocol, const Case& client, Scope scope, Diagnostics& diagnostics);

/// The activities of `item` that no stronger rule holds on `day`: those for which it speaks that day.
/// All of them for kinds that nothing beats. Meaningful on days that one of its windows covers.
std::vector<std::size_t> activities_on(const Plan& plan, const Item& item, Date day);

/// Whether an end (of the window, of any of the item's) lies after the last known session while more sessions are
/// planned: it holds only if none comes before.
bool waits_for_sessions(const Plan& plan, const Window& window);
bool waits_for_sessions(const Plan& plan, const Item& item);

/// Whether no definite answer hides `rule`, and whether none says that it interests nobody here.
bool applies(const Rule& rule, const Plan& plan);
bool relevant(const Rule& rule, const Plan& plan);

/// The windows of `rule` before cuts, as if nothing that is known of the client hid it.
std::vector<Window> declared_windows(const Plan& plan, const Rule& rule);

/// The latest observation of `event` that belongs to session `session`, counted from 1.
std::optional<Date> observation_of(const Plan& plan, std::size_t event, int session);

}  // namespace smpcare
