#include <smpcare/ask.hpp>

#include "ask/answer_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace smpcare {

namespace {

using ask::Restriction;

bool concerns(const Plan& plan, const Item& item, std::size_t activity) {
    const auto& activities = plan.protocol->rules[item.rule].activities;
    return std::find(activities.begin(), activities.end(), activity) != activities.end();
}

/// Days on which some rule that may beat others says of the activity what is stronger than `kind`: there that one
/// speaks.
std::vector<Stretch> beaten_days(const Plan& plan, std::size_t activity, Kind kind) {
    std::vector<Stretch> days;
    for (const Item& item : plan.items)
        if (item.unknown.empty() && concerns(plan, item, activity))
            for (const Window& window : item.declared)
                if (window.kind < kind) days.push_back(days_of(window));
    return merged(std::move(days), Joining::touching);
}

std::vector<Restriction> restrictions_of(const Plan& plan, std::size_t activity) {
    std::array<std::vector<Stretch>, restricting_kinds.size()> beaten;
    for (const Kind kind : restricting_kinds)
        beaten[static_cast<std::size_t>(kind)] = beaten_days(plan, activity, kind);
    std::vector<Restriction> found;
    for (const Item& item : plan.items) {
        if (!concerns(plan, item, activity)) continue;
        for (const Window& window : item.windows) {
            if (!restricts(window.kind)) continue;
            const auto& stronger = beaten[static_cast<std::size_t>(window.kind)];
            found.push_back({&item, &window, without({days_of(window)}, stronger)});
        }
    }
    return found;
}

Verdict verdict_of(Kind kind) {
    if (kind == Kind::avoid) return Verdict::no;
    return kind == Kind::ask ? Verdict::ask : Verdict::limited;
}

void add_reason(std::vector<Reason>& reasons, const Restriction& hit) {
    const auto same = std::find_if(reasons.begin(), reasons.end(), [&](const Reason& reason) {
        return reason.rule == hit.item->rule && reason.kind == hit.window->kind;
    });
    if (same == reasons.end())
        reasons.push_back(
            {hit.item->rule, hit.window->kind, hit.window->end, hit.item->unknown, hit.item->provisional});
    else
        same->end = hit.window->end;  // windows come by start and are disjoint, so the later one reaches further
}

/// The first free day from `from` on, and the last of that stretch.
void add_free_days(const std::vector<Restriction>& restrictions, const Stretch& silent, Date from,
                   ActivityAnswer& answer) {
    std::vector<Stretch> days;
    if (silent.start <= silent.end) days.push_back(silent);
    for (const Restriction& restriction : restrictions)
        days.insert(days.end(), restriction.days.begin(), restriction.days.end());
    Date free = from;
    for (const Stretch& restricted : merged(std::move(days), Joining::touching)) {
        if (restricted.start > free) {
            answer.free_through = restricted.start - Days{1};
            break;
        }
        free = std::max(free, restricted.end + Days{1});
    }
    if (in_range(free)) answer.free_from = free;
}

/// A rule that a known fact hides names its activities all the same: it says that they are free here.
bool is_named(const Protocol& protocol, std::size_t activity) {
    return std::any_of(protocol.rules.begin(), protocol.rules.end(), [&](const Rule& rule) {
        const auto& activities = rule.activities;
        return !rule.dropped && !rule.vanished &&
               std::find(activities.begin(), activities.end(), activity) != activities.end();
    });
}

/// The days of which the plan says nothing: those before the first session, or all where no rule names the activity.
Stretch silent_days(const Plan& plan, bool named) {
    return {first_date, named && !plan.sessions.empty() ? plan.sessions.front() - Days{1} : open_end, 0};
}

/// "Yes" while sessions are still to come holds only if none comes before.
void hold_back(const Plan& plan, const Stretch& asked, std::optional<Date> today, ActivityAnswer& answer) {
    const bool open = plan.more_sessions == Truth::yes && asked.end > today.value_or(plan.sessions.back());
    if (!open || answer.verdict != Verdict::yes) return;
    answer.verdict = Verdict::limited;
    answer.provisional = true;
}

bool helps(Kind kind) { return kind == Kind::do_ || kind == Kind::visit; }

void add_also(const Plan& plan, Date from, ActivityAnswer& answer) {
    std::vector<std::size_t> instead;
    for (const Reason& reason : answer.because) {
        const auto& named = plan.protocol->rules[reason.rule].instead;
        instead.insert(instead.end(), named.begin(), named.end());
    }
    for (const Item& item : plan.items) {
        const bool named = std::find(instead.begin(), instead.end(), item.rule) != instead.end();
        if (!named && !concerns(plan, item, answer.activity)) continue;
        if (auto told = ask::days_told(item, from, helps)) answer.also.push_back(std::move(*told));
    }
}

ActivityAnswer answer_one(const Plan& plan, std::size_t activity, const Stretch& asked) {
    ActivityAnswer result;
    result.activity = activity;
    result.unnamed = !is_named(*plan.protocol, activity);
    const auto silent = silent_days(plan, !result.unnamed);
    if (silent.start <= silent.end && overlap(silent, asked)) result.verdict = Verdict::ask;
    const auto restrictions = restrictions_of(plan, activity);
    for (const Restriction& restriction : restrictions) {
        const bool hits = std::any_of(restriction.days.begin(), restriction.days.end(),
                                      [&](const Stretch& days) { return overlap(days, asked); });
        if (!hits) continue;
        result.verdict = std::max(result.verdict, verdict_of(restriction.window->kind));
        add_reason(result.because, restriction);
    }
    std::stable_sort(result.because.begin(), result.because.end(), [](const Reason& a, const Reason& b) {
        return std::pair{a.rule, a.kind} < std::pair{b.rule, b.kind};
    });
    add_free_days(restrictions, silent, asked.start, result);
    result.road = ask::road_of(restrictions, silent, asked.start);
    add_also(plan, asked.start, result);
    return result;
}

/// Doubt about what was asked keeps back what would free somebody.
void hold_back_unknown(Answer& answer) {
    if (answer.unknown.empty() || answer.verdict > Verdict::limited) return;
    answer.verdict = Verdict::ask;
}

}  // namespace

std::string_view name(Verdict verdict) {
    constexpr std::array<std::string_view, 6> names{"normal", "yes", "limited", "ask", "no", "call"};
    return names[static_cast<std::size_t>(verdict)];
}

Answer answer(const Plan& plan, Question question, const AskedDays& days) {
    const Stretch stretch{days.from, days.to, 0};
    auto& meaning = question.meaning;
    const Verdict first = meaning.signs.empty() && question.slips.empty() ? Verdict::yes : Verdict::normal;
    Answer result{std::move(question.asked), {}, days.from, days.to, first, false, {}, {}, {}, {}, {}};
    for (const std::size_t activity : meaning.activities) {
        ActivityAnswer one = answer_one(plan, activity, stretch);
        hold_back(plan, stretch, days.today, one);
        result.verdict = std::max(result.verdict, one.verdict);
        result.provisional = result.provisional || one.provisional;
        result.activities.push_back(std::move(one));
    }
    result.about = without_little_ends(result.asked);
    result.slips = std::move(question.slips);
    auto signs = meaning.signs;
    for (const std::size_t sign : result.slips)
        if (std::find(signs.begin(), signs.end(), sign) == signs.end()) signs.push_back(sign);
    for (const std::size_t sign : signs) {
        result.signs.push_back(ask::answer_sign(plan, sign, stretch));
        result.verdict = std::max(result.verdict, result.signs.back().verdict);
    }
    result.found = std::move(meaning.found);
    result.unknown = std::move(meaning.unknown);
    result.turning = std::move(meaning.turning);
    hold_back_unknown(result);
    return result;
}

Answer answer(const Plan& plan, std::string asked, const std::vector<std::size_t>& activities, const AskedDays& days) {
    return answer(plan, Question{std::move(asked), {activities, {}, {}, {}}, {}}, days);
}

}  // namespace smpcare
