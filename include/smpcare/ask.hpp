#pragma once

/// Questions to a plan. Answers are values; sentences are made in format.hpp.

#include <smpcare/plan.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace smpcare {

/// One rule on one day.
struct InForce {
    std::size_t rule;
    Kind kind;                            ///< the kind in force that day
    std::vector<std::size_t> activities;  ///< those not beaten that day
    std::optional<Date> end;              ///< last day of this window, inclusive
    std::vector<std::size_t> unknown;     ///< facts that nobody answered
    bool provisional = false;
    SessionNumbers after_sessions;
};

struct Change {
    std::size_t rule;
    Kind kind;
};

/// A date on which windows begin (first day) or end (last day).
struct Changes {
    Date date;
    std::vector<Change> starts, ends;
};

/// What lists of one day tell: rules that are `asked_only` stand in none of them.
struct DayView {
    Date date;
    int session = 0;                   ///< number of the latest session on or before `date`; 0 before the first
    int day = 0;                       ///< days since that session; negative, counted to the first, before it
    std::vector<InForce> in_force;     ///< by kind, then file order
    std::vector<Change> starts, ends;  ///< windows whose first or last day is `date`
    std::optional<Changes> next;       ///< the next date with either
};

DayView day_view(const Plan& plan, Date date);

/// What restricts one activity on one day: the strictest kind of windows that are shown to begin then, and of all
/// others.
struct Holding {
    std::optional<Kind> begins, goes_on;

    [[nodiscard]] bool free() const { return !begins && !goes_on; }
    /// The strictest kind of all; nothing: free.
    [[nodiscard]] std::optional<Kind> strictest() const {
        return !goes_on || (begins && *begins < *goes_on) ? begins : goes_on;
    }
    /// Whether what holds is not what begins, which is told anyway.
    [[nodiscard]] bool still() const { return goes_on && (!begins || *goes_on < *begins); }
};

/// The activities of a plan and what holds them, found once for many questions. Views the plan, and goes by windows
/// before cuts: a rule that is cut on a day still names its activities.
class Holdings {
public:
    explicit Holdings(const Plan& plan);
    [[nodiscard]] Holding on(std::size_t activity, Date day) const;

private:
    struct Naming {
        std::size_t activity;
        const Item* item;
    };
    const Protocol* protocol_;
    std::vector<Naming> namings_;  ///< by activity, then file order
};

/// A day on which something changes for the client: a session, an `avoid`, `ask`, `limit` or `do` that begins, a `warn`
/// with a new sign, the first day of a `visit`, or the day after an `avoid`, `ask` or `limit`. That a `do`, `expect` or
/// `warn` ends is no news. `asked_only` rules stand in no step.
struct Step {
    struct Begin {
        std::size_t item, window;  ///< indexes into Plan::items and its windows
        Kind kind;
    };
    /// What may be said to be allowed again: an end alone is no permission.
    struct Allowed {
        std::size_t item;                     ///< whose window ended the day before
        std::vector<std::size_t> activities;  ///< those that no `avoid`, `ask` or `limit` names on this day
        bool whole;                           ///< these are all activities of the rule
    };
    /// A rule that ended while something that began earlier still holds what it was about.
    struct Held {
        std::size_t item;
        Kind kind;  ///< the strictest that holds now
    };
    Date date;
    int session = 0;                ///< the number of the session of this day; 0: none
    std::vector<Begin> begins;      ///< in file order
    std::vector<Allowed> allowed;   ///< in file order
    std::vector<Held> held;         ///< in file order
    std::vector<std::size_t> over;  ///< items without activities that ended: nothing tells what is allowed
    bool provisional = false;       ///< sessions are still planned: "if you have no session before then"
};

/// In order of date.
std::vector<Step> steps(const Plan& plan);

/// Strictest last, so that the answer to several is their maximum. `normal` and `call` are of signs alone.
enum class Verdict { normal, yes, limited, ask, no, call };
std::string_view name(Verdict verdict);

/// A rule that restricts an activity on some asked day.
struct Reason {
    std::size_t rule;
    Kind kind;
    std::optional<Date> end;  ///< last day of the window that reaches furthest
    std::vector<std::size_t> unknown;
    bool provisional = false;
};

/// Days on which one and the same holds of an activity.
struct RoadStretch {
    Date start;
    std::optional<Date> end;           ///< inclusive; nothing: nothing ends it
    std::optional<Kind> kind;          ///< the strictest kind; nothing: free
    std::vector<std::size_t> rules;    ///< of that kind, in file order; none where the plan says nothing
    std::vector<std::size_t> unknown;  ///< facts of which it depends whether any of these rules holds
};

/// A rule, and its window that is in force on a day, else the next one, else the last.
struct RuleDays {
    std::size_t rule;
    Kind kind;
    std::optional<Date> start, end;  ///< no start: there is no plan to count from
    std::vector<std::size_t> unknown;

    [[nodiscard]] bool covers(Date day) const { return start && *start <= day && (!end || day <= *end); }
};

struct ActivityAnswer {
    std::size_t activity;
    Verdict verdict = Verdict::yes;
    bool provisional = false;  ///< "yes" but for sessions still planned, and so "limited"
    bool unnamed = false;      ///< no rule of the plan names it, and so "ask"
    std::vector<Reason> because;
    std::vector<RuleDays> also;     ///< `do` and `visit` rules that name it or that `because` names as `instead`
    std::vector<RoadStretch> road;  ///< from `from` to the first free stretch without end, else to what nothing ends
    std::optional<Date>
        free_from;  ///< first day on or after `from` that is "yes" by the known sessions; nothing: never
    std::optional<Date> free_through;  ///< last day of that stretch; nothing: nothing ends it
};

struct SignAnswer {
    std::size_t sign;
    Verdict verdict = Verdict::ask;  ///< normal, ask or call
    std::optional<Help> help;        ///< of `call`: whom, the most urgent
    std::vector<RuleDays> expected;  ///< `expect` rules that name it
    std::vector<RuleDays> call;      ///< `warn` rules that name it
};

struct Answer {
    std::string asked;
    std::string about;  ///< the same without the little words at its ends
    Date from, to;
    Verdict verdict = Verdict::yes;
    bool provisional = false;  ///< an activity's answer is
    std::vector<ActivityAnswer> activities;
    std::vector<SignAnswer> signs;
    std::vector<std::string> found;      ///< the words that were understood
    std::vector<std::string> unknown;    ///< the words that were not: "yes" and "limited" became "ask"
    std::vector<std::size_t> slips;      ///< signs that are answered because a word is one slip from theirs
    std::vector<std::string> turning{};  ///< of the unknown words, those that ask the other way round
};

/// What a phrase means, by the words of a protocol.
struct Meaning {
    std::vector<std::size_t> activities, signs;  ///< indexes into the protocol's, each once, in the phrase's order
    std::vector<std::string> found;              ///< the words that mean them, as typed
    std::vector<std::string> unknown;            ///< the words that are left over, as typed
    std::vector<std::string> turning{};          ///< of these, those that ask the other way round: avoid, bad, wait …
};

/// Finds the ids, titles and words of activities and signs in a person's words. Case, accents, apostrophes, hyphens,
/// plurals, UK and US spelling and little words (my, the, go, use …) do not count. Found words do not overlap, the
/// longest first; one that lies inside a thing's `not_words` does not mean it. "and", "or" and "," part several things;
/// two words of one part that share meanings mean only those.
Meaning read_phrase(const Protocol& protocol, std::string_view asked);

/// The same of a question whether something is normal: where a word means a sign, it means no activity beside it.
Meaning read_sign_phrase(const Protocol& protocol, std::string_view asked);

/// A phrase as it is, but for the little words at its ends: "wash my hair" of "can I wash my hair?"; all of it where
/// nothing else is there.
std::string without_little_ends(std::string_view asked);

/// What a phrase may mean if one word of it that is not understood is a slip of the fingers.
struct Slips {
    std::vector<std::string> words;  ///< the words of the rules that may be meant, each once
    std::vector<std::size_t> signs;  ///< those of a doctor's or an emergency rule that may be meant
};
Slips read_slips(const Protocol& protocol, std::string_view asked);

/// Days that stand in a phrase.
struct PhraseDays {
    std::string rest;                           ///< the phrase without them
    std::optional<std::pair<Date, Date>> days;  ///< first and last of all that are named, both inclusive
    std::string bad;                            ///< a word that looks like a date and is none
};

/// Reads `2026-12-24`, `tomorrow`, `on friday`, `next week`, `day 8`, `5 december`, `in two weeks` (from `today`),
/// `after two weeks` (from `session`, and the day after) out of a phrase; several days are a span. What counts from a
/// session is not read where there is none.
PhraseDays read_days(std::string_view phrase, Date today, std::optional<Date> session);

/// The days asked about, `from` ≤ `to`, both inclusive; and the day on which somebody asks, if that is known.
struct AskedDays {
    Date from, to;
    std::optional<Date> today{};
};

/// What somebody asks, and what of it was understood.
struct Question {
    std::string asked;
    Meaning meaning;
    std::vector<std::size_t> slips{};  ///< signs that are answered, for a word may mean them
};

/// `plan` must be of Scope::all; without sessions it answers about signs alone. While more sessions are planned, a
/// "yes" that reaches past `today` (past the last known session, where no today is given) is "limited" and provisional.
/// Before the first session, and of what no rule of the plan names, the answer is "ask". A doctor's or an emergency
/// sign is "call" on every day; what else may be normal is so only where a rule expects it on all the days. Where words
/// are left over, "normal", "yes" and "limited" are "ask".
Answer answer(const Plan& plan, Question question, const AskedDays& days);
/// The same about activities alone.
Answer answer(const Plan& plan, std::string asked, const std::vector<std::size_t>& activities, const AskedDays& days);

/// One expectation of a `[[test]]` that does not hold.
struct TestFailure {
    std::size_t test;  ///< index into Protocol::tests
    std::size_t rule;  ///< index into Protocol::rules
    bool expected_in_force;
};

/// One `[[test]]` after running.
struct TestOutcome {
    std::size_t test;                   ///< index into Protocol::tests
    bool ran = true;                    ///< false: its own case has faults, which went to the diagnostics
    std::vector<TestFailure> failures;  ///< in the order of `in_force`, then `not_in_force`
    std::vector<std::size_t> in_force;  ///< every rule in force on its day, in file order

    [[nodiscard]] bool passed() const { return ran && failures.empty(); }
};

/// Runs every `[[test]]` of the protocol. Faults of a test's own case (a bad observation) go to `diagnostics`.
std::vector<TestOutcome> test_outcomes(const Protocol& protocol, Diagnostics& diagnostics);

/// A notice review_old where the rules' review is a year old or more on `today`; else nothing.
std::vector<Diagnostic> old_review(const Protocol& protocol, Date today);

/// What is doubtful in a protocol that has no fault: a warning for each (do_meets_avoid, gap_after_ban,
/// activity_unused, activity_unasked, floor_above_default, no_source, wide_word, idle_override, idle_test) and a
/// notice for a review older than a year. In order of place.
std::vector<Diagnostic> lint(const Protocol& protocol, Date today);

/// How one end of a window came about.
struct Count {
    enum class How {
        days,         ///< `days` after the session
        event_limit,  ///< `days` after the session, by which the rule's event has happened
        observed,     ///< the day before the event was seen
        new_session,  ///< the day before the session, from which the rule counts anew
    };
    How how = How::days;
    int session = 1;  ///< its number, from 1
    int days = 0;
};

/// Why a rule is, or is not, in force on a day.
enum class Standing {
    in_force,
    cut,       ///< stronger rules hold all of its activities that day
    before,    ///< its first window begins later
    between,   ///< between two windows
    after,     ///< its last window is over
    hidden,    ///< a known fact makes it not apply
    vanished,  ///< its window would end before it begins
    dropped,   ///< by an override
};
std::string_view name(Standing standing);
std::string_view name(Count::How how);

/// A fact of `when`, `unless` or `relevant_to`, and what is known of it.
struct Condition {
    Field field;
    std::size_t fact;
    Truth truth;
};

struct Explanation {
    std::size_t rule = 0;
    Date date;
    Standing standing = Standing::in_force;
    std::optional<Kind> kind;      ///< the kind in force that day
    std::optional<Window> window;  ///< before cuts: the one on that day, else the nearest; of a hidden rule the one
                                   ///< that it would have; nothing for a vanished or dropped rule
    std::optional<Count> start;    ///< how that window begins
    std::optional<Count> end;      ///< how it ends; nothing: nothing ends it
    std::vector<Condition> conditions;
    bool listed = true;               ///< false: `relevant_to` keeps it out of plans and calendars
    bool provisional = false;         ///< counts from a last session that may not be the last
    std::vector<std::size_t> cut_by;  ///< the rules that beat it that day
    std::vector<std::size_t> cuts;    ///< the rules that it helps to beat that day
    std::optional<Date> nearest;      ///< the nearest day on which it is in force, the later of two; nothing: never
};

/// `plan` must be of Scope::all.
Explanation explain(const Plan& plan, std::size_t rule, Date date);

/// How late a session may be for one activity.
struct ActivityLimit {
    std::size_t activity;
    std::optional<Date> latest;       ///< nothing: something restricts it for ever
    std::optional<std::size_t> rule;  ///< the rule that restricts it longest; nothing: none does
};

/// The last procedure date that leaves activities free.
struct Latest {
    Date by;
    std::optional<Date> latest;  ///< the earliest of the activities' own; nothing: no date does
    std::vector<ActivityLimit> activities;
    bool more_sessions = false;  ///< more are known to be planned: the dates are those of the last of them
};

/// The last day of a single session that leaves each activity "yes" on `by` and every later day; limited is not free.
/// Where nothing restricts an activity, that is `by` itself. `facts` are what is known of the client.
/// Errors: as make_plan.
std::optional<Latest> latest_session(const Protocol& protocol, const std::vector<FactAnswer>& facts,
                                     const std::vector<std::size_t>& activities, Date by, Diagnostics& diagnostics);

/// What a rule of a recorded plan tells people beside its days. Files of smpcare.plan/1 know those before
/// `short_title`.
enum class Part {
    title,
    detail,
    activities,  ///< titles
    condition,   ///< in words; "" where it holds in any case
    reasons,     ///< why the clinic changed it
    counted,     ///< the sessions behind each window
    provisional,
    short_title,
    why,
    headline,
    instead,  ///< titles
    signs,    ///< titles
    help,
    target,  ///< days after the session
    times_per_day,
    every,
};
inline constexpr std::size_t part_count = static_cast<std::size_t>(Part::every) + 1;
std::string_view name(Part part);

/// Nothing, where a rule says nothing of it.
using PartValue = std::variant<std::monostate, bool, int, Help, std::string, std::vector<std::string>>;

/// One rule of a plan that was written to a file earlier; `read_plan_file` (format.hpp) reads them.
struct RecordedRule {
    std::string id;
    Kind kind = Kind::avoid;
    std::vector<Window> windows;
    std::array<PartValue, part_count> parts{};

    [[nodiscard]] const PartValue& part(Part which) const { return parts[static_cast<std::size_t>(which)]; }
    [[nodiscard]] PartValue& part(Part which) { return parts[static_cast<std::size_t>(which)]; }
};

/// As much of a plan as people are told.
struct RecordedPlan {
    int schema = 2;  ///< of the file; what 1 does not know is not compared
    std::string protocol, version, title, fingerprint;
    bool day_one = false;
    Clinic clinic{};
    std::string client_id, client_name;
    std::vector<std::pair<std::string, std::string>> labels{};
    std::vector<Date> sessions;
    std::optional<int> planned{};
    std::vector<RecordedRule> rules;
    std::vector<std::string> floors{};   ///< what was freed below a floor and why, as the plan tells it
    std::vector<std::string> notices{};  ///< the others
};

/// What two plans may differ in beside their rules, the weightiest first.
enum class Head { client, sessions, planned, protocol, version, clinic, day_one, notices, labels, fingerprint };
std::string_view name(Head head);

/// What became of one rule's windows of one kind. The days decide: `longer` holds every old day and more, `shorter`
/// only old days, `moved` is any other change, and any change of a rule without an end whose sessions changed; `text`
/// are the same days, and something else that the rule tells.
enum class Move { moved, longer, shorter, new_, gone, text };
std::string_view name(Move move);

struct PartDifference {
    Part part;
    PartValue now, was;
};

struct RuleDifference {
    std::string rule;
    Kind rule_kind;  ///< `kind` is another in the tail of an `avoid` rule
    Kind kind;
    Move move;
    std::string title, old_title;  ///< the title, and the old one where it differs
    std::vector<Window> now, was;
    std::vector<PartDifference> parts{};  ///< what else differs; with the first difference of a rule
};

struct Difference {
    RecordedPlan now, was;  ///< their rules are in `rules`
    std::vector<Head> heads{};
    std::vector<RuleDifference> rules{};  ///< in the new plan's order, then what is gone

    [[nodiscard]] bool any() const { return !heads.empty() || !rules.empty(); }
};

Difference compare(RecordedPlan before, RecordedPlan after);

}  // namespace smpcare
