#include "plan/timeline.hpp"

#include <algorithm>

namespace smpcare::plan {

std::vector<Series> split(const std::vector<Date>& sessions, int gap) {
    std::vector<Series> series;
    for (std::size_t i = 0; i < sessions.size(); ++i)
        if (i == 0 || day_number(sessions[i - 1], sessions[i]) > gap)
            series.push_back({i, i});
        else
            series.back().last = i;
    return series;
}

std::optional<std::size_t> session_before(const std::vector<Date>& sessions, Date day) {
    const auto after = std::lower_bound(sessions.begin(), sessions.end(), day);
    if (after == sessions.begin()) return std::nullopt;
    return static_cast<std::size_t>(after - sessions.begin()) - 1;
}

std::optional<Date> observation_of(const Timeline& timeline, std::size_t event, std::size_t session) {
    const auto& dates = timeline.observed[event];
    const bool latest = session + 1 == timeline.sessions.size();
    const auto beyond =
        latest ? dates.end() : std::upper_bound(dates.begin(), dates.end(), timeline.sessions[session + 1]);
    if (beyond == dates.begin() || *(beyond - 1) <= timeline.sessions[session]) return std::nullopt;
    return *(beyond - 1);
}

}  // namespace smpcare::plan
