#include "protocol/resolve/floors.hpp"

#include "base/text.hpp"
#include "protocol/read/words_of_fields.hpp"
#include "protocol/resolve/windows.hpp"

#include <algorithm>
#include <array>

namespace smpcare::protocol {
namespace {

bool leans(const Boundary& boundary) {
    return boundary.base == Boundary::Base::after || boundary.base == Boundary::Base::before;
}

std::string day_or_open(std::optional<int> day) { return day ? std::to_string(*day) : "open"; }

/// One end of one rule's window, and its day before and after a layer.
struct MovedEnd {
    Field field;
    std::optional<int> was, now;
};

void note_moved_end(RuleDraft& rule, const Directory& rules, const MovedEnd& moved) {
    const auto& declared = moved.field == Field::from ? rule.from : rule.through;
    if (!declared.value || !leans(declared.value->boundary) || moved.was == moved.now) return;
    const auto& [boundary, rule_span] = *declared.value;
    const auto behind = rules.find(boundary.rule, rule_span);
    if (!behind) return;  // a fault, told where windows are resolved
    const auto end = boundary.base == Boundary::Base::after ? Field::through : Field::from;
    rule.overridden.changes.push_back(
        {moved.field, day_or_open(moved.was), day_or_open(moved.now), {Cause::Kind::leaned_on, {}, *behind, end}, {}});
}

/// A floor that reaches as far as an open window.
constexpr int endless = days_limit;

std::optional<int> floor_of(const RuleDraft& rule, std::optional<int> through) {
    const bool calls = rule.help.value == Help::doctor || rule.help.value == Help::emergency;
    if (rule.kind.value != Kind::warn || !calls) return rule.floor.value;
    return std::max(rule.floor.or_else(0), through.value_or(endless));
}

/// A `limit` goes on, as a `limit`, until the last day of what it waits for.
std::optional<int> last_day(const RuleDraft& rule, std::optional<int> through, const Draft& draft) {
    if (rule.kind.value != Kind::limit || !rule.until.value || !through) return through;
    const auto event = std::ranges::find(draft.events, *rule.until.value, &EventDraft::id);
    return event == draft.events.end() ? through : std::max(*through, event->by.or_else(0));
}

bool restricts_or_visits(Kind kind) { return restricts(kind) || kind == Kind::visit; }

/// Whether another gap between series takes days up to `floor` from some sessions: tests/unit/plan/layers.cpp compares
/// this with the days themselves.
bool loses_by_series(const RuleDraft& rule, const LayerDays& below, const LayerDays& up, const RuleDays& now,
                     int floor) {
    const auto kind = rule.kind.or_else(Kind::avoid);
    const auto counts = rule.count_from.or_else(CountFrom::each);
    if (now.never || below.series_gap == up.series_gap || counts == CountFrom::each) return false;
    const bool wider = up.series_gap > below.series_gap;
    // A session that began a series may now follow another one, any number of days before it.
    if (counts == CountFrom::first && wider) return now.through.has_value();
    // The latest series alone counts for these: a new one in the middle of a window breaks it off.
    if (counts == CountFrom::first) return !restricts(kind) && (!now.through || *now.through > up.series_gap);
    if (!restricts_or_visits(kind) && kind != Kind::do_) return wider;
    if (wider) return kind == Kind::visit;
    // Between the last session of one series and the first of the next there was no gap.
    if (now.through && *now.through < floor) return true;
    return !restricts(kind) && (kind == Kind::visit || now.from > 0) && floor > up.series_gap;
}

/// The last day of the window that is a day up to the floor after some session. Where only the first of a series
/// counts, a later one may lie anywhere in its window.
int last_floored(const RuleDraft& rule, const RuleDays& was, int floor) {
    const bool first = rule.count_from.value == CountFrom::first && floor >= was.from;
    return first ? std::max(floor, was.through.value_or(endless)) : floor;
}

/// Days of the window on which the rule has to stay and does not.
std::vector<int> taken_days(const RuleDays& was, const RuleDays& now, int last, int floor) {
    std::vector<int> days;
    // Nearly every rule, and some have no last day.
    if (was == now && floor <= was.floor.value_or(-1)) return days;
    for (int day = 0; day <= last; ++day) {
        const bool raised = day > was.floor.value_or(-1) && day <= floor && day >= now.from;
        if ((was.covers(day) || raised) && !now.covers(day)) days.push_back(day);
    }
    return days;
}

/// `0, 6-7`
std::string ranges(const std::vector<int>& days) {
    std::string made;
    for (std::size_t first = 0, last = 0; first < days.size(); first = ++last) {
        while (last + 1 < days.size() && days[last + 1] == days[last] + 1) ++last;
        join(made, ", ", first == last ? std::to_string(days[first]) : smpcare::fill("{}-{}", days[first], days[last]));
    }
    return made;
}

/// `(guide:4, hibrow)`
Arg cited(const Protocol& protocol, const Rule& rule) {
    if (rule.sources.empty()) return Term::no_source;
    const auto text_of = [&](const auto& citation) {
        const auto& [source, section] = citation;
        return protocol.sources[source].id + (section.empty() ? "" : ':' + section);
    };
    return '(' + joined(rule.sources, ", ", text_of) + ')';
}

}  // namespace

LayerDays days_of(const Draft& draft) {
    Diagnostics ignored;
    const auto rules = rule_directory(draft, ignored);
    Protocol bare;
    bare.rules.reserve(draft.rules.size());
    for (const auto& rule : draft.rules) bare.rules.emplace_back().id = rule.id.or_else({});
    resolve_windows(draft, rules, bare, ignored);
    LayerDays days{{}, draft.head.series_gap.or_else(bare.series_gap)};
    days.rules.reserve(bare.rules.size());
    for (std::size_t i = 0; i < bare.rules.size(); ++i) {
        const auto& given = draft.rules[i];
        const auto& [from, through] = std::pair{bare.rules[i].from, bare.rules[i].through};
        const bool never = given.overridden.dropped || (through && *through < from);
        days.rules.push_back({from, last_day(given, through, draft), floor_of(given, through), never});
    }
    return days;
}

Overridden::Last cause_of(const Draft& draft, const Directory& rules, std::size_t rule) {
    auto cause = draft.rules[rule].overridden.window;
    std::vector<std::size_t> path{rule};
    for (std::size_t next = 0; next < path.size(); ++next) {
        const auto& at = draft.rules[path[next]];
        for (const auto* const end : {&at.from, &at.through}) {
            if (!end->value || !leans(end->value->boundary)) continue;
            const auto other = rules.find(end->value->boundary.rule, {});
            if (!other || std::find(path.begin(), path.end(), *other) != path.end()) continue;
            path.push_back(*other);
            const auto& behind = draft.rules[*other].overridden.window;
            if (behind.layer > cause.layer) cause = behind;
        }
    }
    return cause;
}

void note_moved(const LayerDays& below, const LayerDays& up, Draft& draft) {
    Diagnostics ignored;
    const auto rules = rule_directory(draft, ignored);
    for (std::size_t i = 0; i < below.rules.size(); ++i) {
        auto& rule = draft.rules[i];
        if (rule.overridden.dropped) continue;
        const auto &was = below.rules[i], &now = up.rules[i];
        note_moved_end(rule, rules, {Field::from, was.from, now.from});
        note_moved_end(rule, rules, {Field::through, was.through, now.through});
    }
}

std::vector<LostDays> lost_days(const LayerDays& below, const LayerDays& up, const Draft& draft, int layer) {
    Diagnostics ignored;
    const auto rules = rule_directory(draft, ignored);
    std::vector<LostDays> lost;
    for (std::size_t i = 0; i < below.rules.size(); ++i) {
        const auto &was = below.rules[i], &now = up.rules[i];
        if (!was.floor && !now.floor) continue;
        const auto floor = std::max(was.floor.value_or(0), now.floor.value_or(0));
        LostDays found{
            i, floor, taken_days(was, now, last_floored(draft.rules[i], was, floor), floor), false, {}, false, {}, {}};
        if (found.days.empty() && loses_by_series(draft.rules[i], below, up, now, floor)) {
            found.by_series = true;
            for (int day = 0; day <= floor; ++day)
                if (was.covers(day)) found.days.push_back(day);
        }
        if (found.days.empty()) continue;
        const auto& accepted = draft.rules[i].overridden.accepted;
        found.cause = found.by_series ? draft.head.series_gap.span : cause_of(draft, rules, i).span;
        found.accepted = accepted.layer == layer;
        found.accepted_at = accepted.span;
        found.reason = accepted.reason;
        lost.push_back(std::move(found));
    }
    return lost;
}

namespace {

/// Days as people are told them.
std::vector<int> told_days(std::vector<int> days, bool day_one) {
    for (auto& day : days) day += day_one ? 1 : 0;
    return days;
}

bool tells_a_sign(const Rule& rule) { return rule.kind == Kind::warn; }

/// `0, 6-7`; of a window without end `0 and later`.
Arg days_text(const std::vector<int>& days) {
    if (days.back() < endless) return ranges(days);
    auto first = days.size() - 1;
    while (first > 0 && days[first] == days[first - 1] + 1) --first;
    auto shown = ranges({days.begin(), days.begin() + static_cast<std::ptrdiff_t>(first) + 1});
    return Arg{Term::and_later, {std::move(shown)}};
}

void refuse(const LostDays& loss, const Rule& rule, const Protocol& protocol, Diagnostics& found) {
    if (tells_a_sign(rule)) {
        found.error(Code::sign_below_floor, loss.cause, {rule.id, days_text(loss.days)});
        return;
    }
    const auto code = loss.by_series ? Code::series_below_floor : Code::below_floor;
    found.error(code, loss.cause, {rule.id, ranges(loss.days), loss.floor, cited(protocol, rule)});
}

Diagnostic notice_of(const LostDays& loss, const std::vector<int>& lost, const Protocol& protocol) {
    const auto& rule = protocol.rules[loss.rule];
    const auto days = told_days(lost, protocol.day_one);
    if (tells_a_sign(rule))
        return {
            Severity::notice, Code::sign_accepted, loss.accepted_at, {rule.title, days_text(days), loss.reason}, {}};
    return {Severity::notice,
            Code::floor_accepted,
            loss.accepted_at,
            {rule.title, ranges(days), protocol.told_day(loss.floor), loss.reason},
            {}};
}

}  // namespace

std::vector<Diagnostic> freed_without_reason(const LayerDays& below, const LayerDays& up, const Draft& draft) {
    Diagnostics ignored;
    const auto rules = rule_directory(draft, ignored);
    const bool day_one = draft.head.day_one.or_else(false);
    std::vector<Diagnostic> notices;
    for (std::size_t i = 0; i < below.rules.size(); ++i) {
        const auto& rule = draft.rules[i];
        if (rule.kind.value != Kind::avoid && rule.kind.value != Kind::ask) continue;
        const auto &was = below.rules[i], &now = up.rules[i];
        const auto days = told_days(taken_days(was, now, was.through.value_or(endless), -1), day_one);
        if (days.empty()) continue;
        const auto cause = cause_of(draft, rules, i);
        if (!cause.reason.empty()) continue;
        notices.push_back(
            {Severity::notice, Code::freed_without_reason, cause.span, {rule.id.or_else({}), days_text(days)}, {}});
    }
    return notices;
}

void judge_floors(const std::vector<LostDays>& lost, const LayerDays& top, Protocol& protocol, Diagnostics& found) {
    for (const auto& loss : lost) {
        auto& rule = protocol.rules[loss.rule];
        if (!loss.accepted) {
            refuse(loss, rule, protocol, found);
            continue;
        }
        auto days = loss.days;
        const auto& now = top.rules[loss.rule];
        if (!loss.by_series) std::erase_if(days, [&](int day) { return now.covers(day); });
        if (days.empty()) continue;
        rule.below_floor = true;
        protocol.notices.push_back(notice_of(loss, days, protocol));
    }
}

}  // namespace smpcare::protocol
