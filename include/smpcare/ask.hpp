#pragma once

/// Questions to a plan. Answers are values; sentences are made in format.hpp.

#include <smpcare/plan.hpp>

#include <optional>
#include <string>
#include <string_view>
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
    std::vector<int> after_sessions;
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

struct DayView {
    Date date;
    int session = 0;                   ///< number of the latest session on or before `date`; 0 before the first
    int day = 0;                       ///< days since that session; negative, counted to the first, before it
    std::vector<InForce> in_force;     ///< by kind, then file order
    std::vector<Change> starts, ends;  ///< windows whose first or last day is `date`
    std::optional<Changes> next;       ///< the next date with either
};

DayView day_view(const Plan& plan, Date date);

/// Strictest last, so that the answer to several is their maximum.
enum class Verdict { yes, limited, no };
std::string_view name(Verdict verdict);

/// A rule that restricts an activity on some asked day.
struct Reason {
    std::size_t rule;
    Kind kind;
    std::optional<Date> end;  ///< last day of the window that reaches furthest
    std::vector<std::size_t> unknown;
    bool provisional = false;
};

struct ActivityAnswer {
    std::size_t activity;
    Verdict verdict = Verdict::yes;
    std::vector<Reason> because;
    std::optional<Date> free_from;     ///< first day on or after `from` that is "yes"; nothing: never
    std::optional<Date> free_through;  ///< last day of that stretch; nothing: nothing ends it
};

struct Answer {
    std::string asked;
    Date from, to;
    Verdict verdict = Verdict::yes;
    std::vector<ActivityAnswer> activities;
};

/// The activities that `asked` stands for: an activity's id, or any activity with that title or word; letter case
/// and runs of white space, `-` and `_` count for nothing. Empty where nothing fits.
std::vector<std::size_t> find_activities(const Protocol& protocol, std::string_view asked);

/// The nearest id, title or word, for "did you mean"; "" where none is near.
std::string nearest_activity(const Protocol& protocol, std::string_view asked);

/// `plan` must be of Scope::all. `from` ≤ `to`, both inclusive.
Answer answer(const Plan& plan, std::string asked, const std::vector<std::size_t>& activities, Date from, Date to);

/// One expectation of a `[[test]]` that does not hold.
struct TestFailure {
    std::size_t test;  ///< index into Protocol::tests
    std::size_t rule;  ///< index into Protocol::rules
    bool expected_in_force;
};

/// Runs every `[[test]]` of the protocol. Faults of a test's own case (a bad observation) go to `diagnostics`.
std::vector<TestFailure> run_tests(const Protocol& protocol, Diagnostics& diagnostics);

}  // namespace smpcare
