#include "plan/case.hpp"

#include <smpcare/nearest.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace smpcare::plan {
namespace {

static_assert(session_limit <= 64, "a SessionSet has a bit for each session");

std::string nearest_event(const Protocol& protocol, std::string_view word) {
    std::vector<std::string_view> ids;
    for (const Event& event : protocol.events) ids.push_back(event.id);
    return nearest(word, ids);
}

std::vector<Date> dates_of(const std::vector<Session>& sessions) {
    std::vector<Date> dates;
    for (const Session& session : sessions) dates.push_back(session.date);
    return dates;
}

/// Whether `seen` belongs to a session, and not too early after it.
bool check_placed(const Event& event, const Observation& seen, const std::vector<Date>& sessions,
                  Diagnostics& diagnostics) {
    const auto session = session_before(sessions, seen.date);
    if (!session) {
        diagnostics.error(Code::observation_orphan, seen.span, {event.id, seen.date});
        return false;
    }
    const Date earliest = sessions[*session] + Days{event.from};
    if (seen.date >= earliest) return true;
    diagnostics.error(Code::observation_too_early, seen.span, {event.id, seen.date, earliest});
    return false;
}

}  // namespace

CaseSessions settle_sessions(const Case& client, Diagnostics& diagnostics) {
    CaseSessions result;
    if (client.sessions.size() > session_limit) {
        diagnostics.error(Code::too_many_sessions, client.sessions[session_limit].span,
                          {client.sessions.size(), session_limit});
        result.complete = false;
    }
    if (client.sessions.empty()) diagnostics.error(Code::no_session, {});
    for (const Session& session : client.sessions) {
        if (in_range(session.date)) {
            result.sorted.push_back(session);
            continue;
        }
        diagnostics.error(Code::date_out_of_range, session.span, {session.date});
        result.complete = false;
    }
    std::stable_sort(result.sorted.begin(), result.sorted.end(),
                     [](const Session& a, const Session& b) { return a.date < b.date; });
    const auto same = [&](const Session& a, const Session& b) {
        if (a.date != b.date) return false;
        diagnostics.error(Code::duplicate_session, b.span, {b.date});
        return true;
    };
    result.sorted.erase(std::unique(result.sorted.begin(), result.sorted.end(), same), result.sorted.end());
    if (result.sorted.empty()) result.complete = false;
    return result;
}

std::vector<std::vector<Date>> settle_observed(const Protocol& protocol, const Case& client,
                                               const CaseSessions& sessions, Diagnostics& diagnostics) {
    std::vector<std::vector<Date>> observed(protocol.events.size());
    const auto dates = client.observed.empty() ? std::vector<Date>{} : dates_of(sessions.sorted);
    for (const Observation& seen : client.observed) {
        const auto event = protocol.find_event(seen.event);
        const bool inside = in_range(seen.date);
        if (!event)
            diagnostics.error(Code::unknown_event, seen.span, {seen.event}, nearest_event(protocol, seen.event));
        if (!inside) diagnostics.error(Code::date_out_of_range, seen.span, {seen.date});
        if (!event || !inside || !sessions.complete) continue;
        if (check_placed(protocol.events[*event], seen, dates, diagnostics)) observed[*event].push_back(seen.date);
    }
    for (auto& days : observed) {
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
    }
    return observed;
}

void check_planned(const Case& client, Diagnostics& diagnostics) {
    if (client.planned && *client.planned < 1)
        diagnostics.error(Code::planned_not_positive, client.planned_span, {*client.planned});
}

void check_planned(const Case& client, int known, Diagnostics& diagnostics) {
    if (client.planned && *client.planned >= 1 && *client.planned < known)
        diagnostics.error(Code::planned_too_few, client.planned_span, {*client.planned, known});
}

void note_close_sessions(const Protocol& protocol, const std::vector<Session>& sorted, std::vector<Diagnostic>& to) {
    if (!protocol.min_gap) return;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const int apart = day_number(sorted[i - 1].date, sorted[i].date);
        if (apart >= *protocol.min_gap) continue;
        to.push_back(
            {Severity::notice, Code::sessions_close, sorted[i].span, {i, i + 1, apart, *protocol.min_gap}, {}});
    }
}

}  // namespace smpcare::plan
