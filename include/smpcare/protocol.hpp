#pragma once

/// A protocol: a rule file (`man 5 smpcare-rules`) after reading, checking and resolving. Plain values;
/// cross references are indexes into the protocol's own vectors. Make one with `load_protocol` (load.hpp).

#include <smpcare/date.hpp>
#include <smpcare/diagnostics.hpp>
#include <smpcare/source.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace smpcare {

/// At most this many procedure dates in one case, or in one `[[test]]`.
inline constexpr std::size_t session_limit = 64;

/// What a rule says of its activities, strongest first: on one activity `avoid` beats `ask` beats `limit` beats `do`.
/// `ask`: nobody has published when; not before a clear yes from the one whom its `help` names.
enum class Kind { avoid, ask, limit, do_, expect, visit, warn };
inline constexpr std::array all_kinds{Kind::avoid,  Kind::ask,   Kind::limit, Kind::do_,
                                      Kind::expect, Kind::visit, Kind::warn};
inline constexpr std::size_t kind_count = all_kinds.size();

/// The kinds that keep something from a client, strongest first.
inline constexpr std::array restricting_kinds{Kind::avoid, Kind::ask, Kind::limit};
constexpr bool restricts(Kind kind) { return kind <= Kind::limit; }

/// Which session of a series a rule counts from.
enum class CountFrom { each, first, last };

enum class Evidence { strong, some, weak, custom };

/// Whom a `warn` rule says to call, or an `ask` rule to ask.
enum class Help { practitioner, doctor, emergency };

/// What is known of a fact about a client. Only a definite `no` or `yes` ever frees a day.
enum class Truth { no, yes, unknown };

/// The rule file's words for the above: `do` for Kind::do_.
std::string_view name(Kind kind);
std::string_view name(CountFrom count_from);
std::string_view name(Evidence evidence);
std::string_view name(Help help);
std::string_view name(Truth truth);

struct Clinic {
    std::string name, email, address, url;
    std::vector<std::string> phone, emergency;  ///< numbers, each by itself
    std::string logo;                           ///< a PNG or JPEG file beside the rule file
    std::string logo_bytes{};                   ///< what it holds; "" where nothing could read it
};

/// Something cited: `sources = ["guide:4"]` is section 4 of the source `guide`.
struct Source {
    std::string id, title, url;
    Span span;
};

struct Citation {
    std::size_t source;   ///< index into Protocol::sources
    std::string section;  ///< what stood after the colon, or ""
};

/// Words and phrases of questions, in lower case.
struct AskedWords : std::vector<std::string> {
    using vector::vector;
    AskedWords(std::vector<std::string> words) : vector(std::move(words)) {}
};

/// What people do and ask about. One of its words may stand for several activities.
struct Activity {
    std::string id, title;
    AskedWords words;
    Span span;
    AskedWords not_words{};  ///< phrases that hold one of the words and mean something else
    std::string headline{};  ///< the first line of an answer where it is partly allowed; or ""
};

/// What people see or feel and ask about.
struct Sign {
    std::string id, title;
    AskedWords words;
    Span span;
};

/// Something about a client that is yes, no or unknown.
struct Fact {
    std::string id, title;
    Span span;
};

/// Something observed after a session: not before day `from`, and by day `by` it has happened.
struct Event {
    std::string id, title;
    int from = 0;
    int by = 0;
    Span span;
};

/// One end of a window as the file declares it, before resolving.
struct Boundary {
    enum class Base {
        day,     ///< `days` after the session
        after,   ///< `days` after the day after the last day of `rule`
        before,  ///< `days` after the day before the first day of `rule`
        open,    ///< no end (only `through`)
    };
    Base base = Base::day;
    int days = 0;
    std::string rule;
};

/// Every field of a rule that a file may set; `name(Field)` is the key. Those of overrides alone come last.
enum class Field {
#define SMPCARE_FIELD(field, word, since, kinds, overriding) field,
#include <smpcare/fields.def>
#undef SMPCARE_FIELD
};

/// What an override may do with a field.
enum class Overriding {
    no,
    yes,
    frees,  ///< it may free a day
    only,   ///< the field stands in overrides alone
};

struct KindSet {
    unsigned bits = ~0U;
    [[nodiscard]] constexpr bool has(Kind kind) const { return (bits >> static_cast<unsigned>(kind) & 1U) != 0; }
};

/// What holds of a field wherever it is asked about: a row of fields.def.
struct FieldFacts {
    std::string_view name;
    int since;      ///< the first schema that has it
    KindSet kinds;  ///< of the rules that may have it
    Overriding overriding;
};
/// In the order of Field.
std::span<const FieldFacts> field_facts();
inline const FieldFacts& facts_of(Field field) { return field_facts()[static_cast<std::size_t>(field)]; }
std::string_view name(Field field);

/// Where a field's value in force was written.
struct Origin {
    Field field;
    Span span;
};

/// What gave a field another value.
struct Cause {
    enum class Kind {
        file,       ///< an override in a file: `span` is its place there, `clinic.toml:12:1`
        option,     ///< a setting: `span` names it as it was typed, `--set swim-pool.through=35`
        leaned_on,  ///< none of its own: the window moved along with `end` of `rule`, `keep-dry.through`
    };
    Kind kind = Kind::file;
    Span span;
    std::size_t rule = 0;     ///< index into Protocol::rules
    Field end = Field::from;  ///< from or through
};

/// One value that a layer above the rule's own file gave a field; a rule keeps every one, lowest layer first.
struct ValueChange {
    Field field = Field::through;  ///< one that can be overridden, drop or accept_below_floor
    std::string from, to;          ///< as a rule file would write them: `7`, `open`, `after keep-dry + 2`; "": absent
    Cause by;
    std::string reason;
    std::string author{};           ///< who decided; or ""
    std::optional<Date> decided{};  ///< and when
};

/// For who reviews a rule: the days that others publish, each with who does ("2 (DermMicro: 48 hours)"), and which of
/// them the rule's own number is; or "".
struct Published {
    std::string lowest, usual, highest, basis;
};

struct Rule {
    std::string id;
    Kind kind = Kind::avoid;
    std::vector<std::size_t> activities;  ///< indexes into Protocol::activities
    std::string title, detail;
    std::string short_title;           ///< its name in a list of several; or ""
    std::string why;                   ///< one line beside it on a page; or ""
    std::string headline;              ///< the sentence that leads a page while it is in force; or ""
    std::vector<std::size_t> instead;  ///< `do` rules that say what is allowed meanwhile: indexes into Protocol::rules
    std::vector<std::size_t> signs;    ///< `expect` and `warn`: indexes into Protocol::signs
    bool asked_only = false;           ///< kept out of today's lists and of the steps
    bool shares_name = true;           ///< in a list another rule of its kind may have the same name; false: none has

    int from = 0;                ///< first day in force, day 0 being the session it counts from
    std::optional<int> through;  ///< last day in force, inclusive; nothing: open-ended
    Boundary declared_from, declared_through{Boundary::Base::open, 0, {}};
    bool vanished = false;  ///< its window ends before it begins: never in force (a notice says so)

    std::optional<int> floor;  ///< in force on days 0 to floor whatever is overridden, unless accepted
    std::vector<std::size_t> when, unless, relevant_to;  ///< indexes into Protocol::facts
    CountFrom count_from = CountFrom::each;
    std::optional<std::size_t> until;  ///< index into Protocol::events

    std::optional<int> times_per_day;  ///< `do`: how often on one day
    std::optional<int> every;          ///< `do`: on every n-th day
    std::optional<int> target;         ///< `visit`: the usual day inside its window
    std::optional<Help> help;          ///< `warn`, `ask`
    std::vector<Citation> sources;
    Evidence evidence = Evidence::custom;
    Published published;

    Span span;                    ///< its `id`
    std::vector<Origin> origins;  ///< one for each field that was written

    std::vector<ValueChange> changes;  ///< what overrides did, in the order of the layers
    bool dropped = false;              ///< by an override: never in force, kept to say so
    bool below_floor = false;          ///< free on a day up to its floor, knowingly: accepted with a reason
};

/// Whom the rule sends to: its `help`, else the practitioner.
inline Help help_of(const Rule& rule) { return rule.help.value_or(Help::practitioner); }

/// A `[[test]]` table: what must be in force on `on`, as `can` sees it (relevance hides nothing).
struct RuleTest {
    std::string name;
    std::vector<Date> sessions;
    std::optional<Date> on;
    std::vector<std::size_t> in_force, not_in_force;  ///< indexes into Protocol::rules
    struct Answer {
        std::size_t fact;
        Truth truth;
    };
    struct Seen {
        std::size_t event;
        Date date;
    };
    std::vector<Answer> facts;
    std::vector<Seen> observed;
    std::optional<int> planned;
    Span span;
};

struct Protocol {
    std::string id, title, version, language;
    std::string summary;      ///< why it matters, and what nobody knows; or ""
    std::string reviewed_by;  ///< a practitioner's name; or ""
    std::string extends;      ///< what it builds on, as its file says; "" where it builds on nothing
    std::optional<Date> reviewed;
    int series_gap = 90;         ///< a session more than this many days after the one before begins a new series
    std::optional<int> min_gap;  ///< sessions fewer days apart get a notice
    bool day_one = false;        ///< people are told "day 1" for the procedure day

    Clinic clinic;
    std::vector<Source> sources;
    std::vector<Activity> activities;
    std::vector<Sign> signs;
    std::vector<Fact> facts;
    std::vector<Event> events;
    std::vector<Rule> rules;  ///< in file order, which is the order of printing
    std::vector<RuleTest> tests;

    /// SHA-256, in hex, over the length-prefixed rule texts and settings that made this protocol.
    std::string fingerprint;
    /// What loading noticed without refusing (rule_vanished); part of every plan.
    std::vector<Diagnostic> notices;

    [[nodiscard]] const Rule* find_rule(std::string_view id) const;
    [[nodiscard]] std::optional<std::size_t> find_fact(std::string_view id) const;
    [[nodiscard]] std::optional<std::size_t> find_event(std::string_view id) const;

    /// The number that people are told for the day `day` days after a session.
    [[nodiscard]] int told_day(int day) const { return day_one ? day + 1 : day; }
};

}  // namespace smpcare
