#include "format/handout/weeks.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/handout/html_text.hpp"
#include "say/dates.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

constexpr int week = 7;
/// Letters of the widest font in the narrowest picture, and those of a week's date with a gap.
constexpr int columns = 34, label_columns = 7;
constexpr std::string_view thick = "y=\".3em\" height=\".6em\"", thin = "y=\".53em\" height=\".14em\"";
constexpr std::string_view open = "<svg class=\"days\" aria-hidden=\"true\">", close = "</svg>";

/// Days from one labelled week to the next.
int label_days(int days) { return week * ((label_columns * days + columns * week - 1) / (columns * week)); }

/// Days from one line to the next: of very many weeks only those with a date have one.
int line_days(int days) {
    constexpr int most_lines = 26;
    return days <= most_lines * week ? week : label_days(days);
}

void add_upright(std::string& out, std::string_view name, double x) {
    words::append(out, "<line class=\"{0}\" x1=\"{1:.2f}%\" x2=\"{1:.2f}%\" y1=\"0\" y2=\"100%\"/>", name, x);
}

void add_box(std::string& out, std::string_view look, double left, double right) {
    words::append(out, "<rect x=\"{:.2f}%\" width=\"{:.2f}%\" {}/>", left, right - left, look);
}

}  // namespace

Weeks::Weeks(const say::Speaker& speaker, const std::vector<Lane>& lanes, std::optional<Date> today)
    : speaker_(speaker),
      first_(speaker.plan.sessions.front()),
      last_(last_shown_day(speaker.plan, lanes)),
      today_(today) {}

double Weeks::part_of(Date day) const {
    constexpr double whole = 100;
    return whole * day_number(first_, day) / (day_number(first_, last_) + 1);
}

double Weeks::right_of(const Stretch& days) const {
    return part_of(std::min(days.end.value_or(last_), last_) + Days{1});
}

std::string Weeks::axis() const {
    std::string out{open};
    const int days = day_number(first_, last_) + 1;
    const double room = 100.0 * label_columns / columns;
    for (auto day = first_; day <= last_ && part_of(day) + room <= 100; day += Days{label_days(days)})
        words::append(out, "<text x=\"{:.2f}%\" y=\".9em\">{}</text>", part_of(day),
                      escaped(say::day_month(day, speaker_.words)));
    return out.append(close);
}

std::string Weeks::bars(const Lane& lane) const {
    constexpr std::size_t few = 8;
    std::string out{open};
    const int days = day_number(first_, last_) + 1;
    for (auto day = first_; day <= last_; day += Days{line_days(days)}) add_upright(out, "week", part_of(day));
    const auto& sessions = speaker_.plan.sessions;
    if (1 < sessions.size() && sessions.size() <= few)
        for (const auto session : sessions) add_upright(out, "session", part_of(session));
    for (const auto& stretch : lane.days)
        if (stretch.start <= last_) add_box(out, lane.avoid ? thick : thin, part_of(stretch.start), right_of(stretch));
    const auto is_open = [&](const Stretch& stretch) { return stretch.start <= last_ && goes_on(stretch); };
    if (std::ranges::any_of(lane.days, is_open))
        out += "<svg x=\"100%\" y=\".6em\"><path d=\"M0 -4l6 4l-6 4z\"/></svg>";
    if (today_ && first_ <= *today_ && *today_ <= last_)
        add_upright(out, "today", (part_of(*today_) + part_of(*today_ + Days{1})) / 2);
    return out.append(close);
}

}  // namespace smpcare::format
