#include "format/calendar/title/neutral.hpp"

#include <algorithm>

namespace smpcare::calendar {

namespace {

/// What begins and asks the client to act, the strictest first; else what gets easier.
std::string_view news_of(const Walk& walk, const Step& step) {
    const auto& words = walk.prepared.words.event;
    for (const auto kind : {Kind::avoid, Kind::warn, Kind::do_, Kind::ask, Kind::limit}) {
        const auto is_new = [&](const Step::Begin& begin) { return begin.kind == kind && walk.asks_to_act(begin); };
        if (std::any_of(step.begins.begin(), step.begins.end(), is_new))
            return words.neutral_kinds[static_cast<std::size_t>(kind)];
    }
    return step.allowed.empty() ? words.neutral_change : words.neutral_allowed;
}

}  // namespace

std::string neutral_title(const Prepared& prepared, std::string_view what,
                          const std::function<std::string(std::string_view)>& titled) {
    const auto& words = prepared.words.event;
    auto title = titled(words::fill(words.neutral_about, what, words.neutral_title));
    return display_width(title) <= title_room ? title : titled(what);
}

std::string neutral_day_title(const Walk& walk, Date day, const Step* step) {
    const auto& words = walk.prepared.words.event;
    const int session = walk.session_on(day);
    const int since = day_number(walk.plan.sessions[static_cast<std::size_t>(session - 1)], day);
    const auto what = step == nullptr ? std::string_view(words.neutral_same) : news_of(walk, *step);
    const int told = walk.plan.protocol->told_day(since);
    return neutral_title(walk.prepared, what, [&](std::string_view about) {
        return session == 1 ? words::fill(words.neutral_day, told, about)
                            : words::fill(words.neutral_session_day, session, told, about);
    });
}

}  // namespace smpcare::calendar
