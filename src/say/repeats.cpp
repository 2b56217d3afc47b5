#include "say/repeats.hpp"

#include "base/text.hpp"
#include "say/dates.hpp"

namespace smpcare::say {

namespace {

constexpr std::size_t shortest_run = 5;  // fewer are all told
constexpr std::size_t most_lines = 8;    // of sessions

bool follows(const Stand& next, const Stand& before) {
    return next.session == before.session + 1 && next.day == before.day && next.length == before.length &&
           next.what == before.what;
}

std::size_t run_from(const std::vector<Stand>& stands, std::size_t first) {
    std::size_t last = first;
    while (last + 1 < stands.size() && follows(stands[last + 1], stands[last])) ++last;
    return last + 1 - first;
}

}  // namespace

void tell_repeats(std::vector<std::string>& lines, const words::Words& words, const std::vector<Stand>& stands,
                  const std::function<void(std::size_t)>& add) {
    for (std::size_t at = 0; at < stands.size();) {
        const auto run = run_from(stands, at);
        const auto last = at + run - 1;
        add(at);
        if (run >= shortest_run) {
            lines.push_back(words::fill(words.phrases.same_days, stands[at + 1].session, stands[last - 1].session));
            add(last);
        } else {
            for (auto other = at + 1; other <= last; ++other) add(other);
        }
        at += run;
    }
}

std::vector<SessionLine> session_lines(const Speaker& speaker) {
    const auto& words = speaker.words;
    const auto& sessions = speaker.plan.sessions;
    std::vector<SessionLine> lines;
    if (sessions.size() > most_lines) {
        std::vector<std::string> dates;
        for (const auto session : sessions) dates.push_back(short_date(session, words));
        lines.push_back(
            {words::fill(words.common.sessions, 1, sessions.size()), joined(dates, words.common.separator)});
        return lines;
    }
    for (std::size_t i = 0; i < sessions.size(); ++i)
        lines.push_back({words::fill(words.common.session, i + 1), long_date(sessions[i], words)});
    return lines;
}

}  // namespace smpcare::say
