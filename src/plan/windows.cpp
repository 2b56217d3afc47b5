#include "plan/windows.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace smpcare::plan {
namespace {

/// The sessions of one window: `from` counts from `start`, everything else from `end`.
struct Counted {
    std::size_t start, end;
    SessionSet behind;
    Date clip;  ///< the last day on which the window may hold
};

/// These look only at the latest session (or series) begun; the others at every one.
constexpr bool looks_at_latest(Kind kind) { return kind == Kind::do_ || kind == Kind::expect || kind == Kind::warn; }

/// These hold from the first session on, without a gap, when they count from the last.
constexpr bool gapless(Kind kind) { return restricts(kind) || kind == Kind::do_; }

Date day_before_series(const Timeline& timeline, std::size_t series) {
    if (series >= timeline.series.size()) return open_end;
    return timeline.sessions[timeline.series[series].first] - Days{1};
}

Counted count_from_each(const Timeline& timeline, std::size_t session) {
    const bool latest = session + 1 == timeline.sessions.size();
    const Date clip = latest ? open_end : timeline.sessions[session + 1] - Days{1};
    return {session, session, session_bit(session), clip};
}

Counted count_from_first(const Timeline& timeline, std::size_t series) {
    const std::size_t first = timeline.series[series].first;
    return {first, first, session_bit(first), day_before_series(timeline, series + 1)};
}

Counted count_from_last(const Timeline& timeline, std::size_t series, Kind kind) {
    const auto [first, last] = timeline.series[series];
    const Date clip = day_before_series(timeline, series + 1);
    if (gapless(kind)) return {first, last, session_bits(first, last), clip};
    return {last, last, session_bit(last), clip};
}

Counted counted(const Rule& rule, const Timeline& timeline, std::size_t index) {
    Counted result = rule.count_from == CountFrom::each    ? count_from_each(timeline, index)
                     : rule.count_from == CountFrom::first ? count_from_first(timeline, index)
                                                           : count_from_last(timeline, index, rule.kind);
    if (!looks_at_latest(rule.kind)) result.clip = open_end;
    return result;
}

/// The own stretch and perhaps a tail; false where a day leaves the calendar.
bool gather(const Protocol& protocol, const Rule& rule, const Timeline& timeline, const Counted& count, Gathered& to) {
    const Date origin = timeline.sessions[count.end];
    const auto start = moved(timeline.sessions[count.start], rule.from);
    auto end = rule.through ? moved(origin, *rule.through) : open_end;
    if (!start || !end || (rule.target && !moved(origin, *rule.target))) return false;
    if (rule.until && rule.through) {
        const int by = protocol.events[*rule.until].by;
        if (const auto seen = observation_of(timeline, *rule.until, count.end)) {
            end = std::max(*end, *seen - Days{1});
        } else if (by > *rule.through) {
            const auto tail_end = moved(origin, by);
            if (!tail_end) return false;
            to.tails.push_back({*end + Days{1}, *tail_end, session_bit(count.end)});
        }
    }
    if (*start <= count.clip) to.own.push_back({*start, std::min(*end, count.clip), count.behind});
    return true;
}

Window window_of(const Rule& rule, Kind kind, const Stretch& stretch, const Timeline& timeline) {
    Window window{kind, stretch.start, end_or_none(stretch.end), SessionNumbers::of_bits(stretch.sessions), {}};
    if (rule.target) window.target = moved(timeline.sessions[std::bit_width(stretch.sessions) - 1], *rule.target);
    return window;
}

}  // namespace

Declared declared_windows(const Protocol& protocol, const Rule& rule, const Timeline& timeline, Gathered& found) {
    found.own.clear();
    found.tails.clear();
    Declared result;
    const std::size_t counts = rule.count_from == CountFrom::each ? timeline.sessions.size() : timeline.series.size();
    for (std::size_t i = 0; i < counts; ++i) {
        const Counted count = counted(rule, timeline, i);
        if (!gather(protocol, rule, timeline, count, found)) result.outside.push_back(count.end);
    }
    // A tail of a `limit` rule is of the same kind, and so the same window.
    if (rule.kind == Kind::limit) found.own.insert(found.own.end(), found.tails.begin(), found.tails.end());
    const auto& own = found.own =
        merged(std::move(found.own), rule.kind == Kind::visit ? Joining::overlapping : Joining::touching);
    result.windows.reserve(own.size());
    for (const Stretch& stretch : own) result.windows.push_back(window_of(rule, rule.kind, stretch, timeline));
    if (rule.kind == Kind::limit || found.tails.empty()) return result;

    for (const Stretch& tail : merged(without(found.tails, own), Joining::touching))
        result.windows.push_back(window_of(rule, Kind::limit, tail, timeline));
    std::sort(result.windows.begin(), result.windows.end(),
              [](const Window& a, const Window& b) { return a.start < b.start; });
    return result;
}

}  // namespace smpcare::plan
