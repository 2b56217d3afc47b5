#include "base/typed.hpp"
#include "format/renderers.hpp"

#include <smpcare/calendar.hpp>

#include <algorithm>
#include <array>

namespace smpcare {

namespace {

constexpr std::array<std::string_view, 3> event_names{"changes", "windows", "days"};

/// The letters before and after the number of an alarm, and how long one of it is.
struct AlarmForm {
    std::string_view before, after;
    int minutes;
};
constexpr std::array alarm_forms{AlarmForm{"-PT", "H", 60}, AlarmForm{"-PT", "M", 1}, AlarmForm{"-P", "D", 1440}};

constexpr int minutes_a_day = 1440;
constexpr int longest_alarm = 366 * minutes_a_day;

std::optional<int> minutes_before(std::string_view text, const AlarmForm& form) {
    if (!text.starts_with(form.before) || !text.ends_with(form.after)) return std::nullopt;
    if (text.size() <= form.before.size() + form.after.size()) return std::nullopt;
    const auto digits = text.substr(form.before.size(), text.size() - form.before.size() - form.after.size());
    const auto number = number_in(digits, 1, longest_alarm / form.minutes);
    if (!number || digits.front() == '0') return std::nullopt;
    return *number * form.minutes;
}

std::optional<int> minutes_before(std::string_view text) {
    for (const auto& form : alarm_forms)
        if (const auto minutes = minutes_before(text, form)) return minutes;
    return std::nullopt;
}

}  // namespace

std::string_view name(Events events) { return event_names[static_cast<std::size_t>(events)]; }

std::optional<Events> find_events(std::string_view name) {
    const auto found = std::find(event_names.begin(), event_names.end(), name);
    if (found == event_names.end()) return std::nullopt;
    return static_cast<Events>(found - event_names.begin());
}

std::optional<std::string> read_alarm(std::string_view text) {
    if (!minutes_before(text)) return std::nullopt;
    return std::string(text);
}

int alarm_time(std::string_view alarm) {
    const int over = minutes_before(alarm).value_or(0) % minutes_a_day;
    return (minutes_a_day - over) % minutes_a_day;
}

std::string format::plan_as_ics(const Plan& plan, const Style& style) {
    std::string out;
    CalendarWriter(*plan.protocol, style).append(plan, nullptr, out);
    return out;
}

}  // namespace smpcare
