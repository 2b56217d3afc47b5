#include "format/calendar/pen.hpp"

#include "base/civil.hpp"

#include <algorithm>

namespace smpcare::calendar {

namespace {

constexpr long long last_second = 253402300799;  // the end of the year 9999
constexpr long long first_second = -2208988800;  // the beginning of the year 1900

void add_number(std::string& out, unsigned value, unsigned digits) {
    const auto at = out.size();
    out.append(digits, '0');
    for (auto place = out.size(); place > at && value > 0; value /= 10)
        out[--place] = static_cast<char>('0' + value % 10);
}

std::string stamp_of(long long seconds) {
    seconds = std::clamp(seconds, first_second, last_second);
    const auto day = std::chrono::floor<Days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}});
    const auto clock = static_cast<unsigned>(seconds - std::chrono::sys_seconds{day}.time_since_epoch().count());
    std::string out;
    add_date(out, day);
    out += 'T';
    add_number(out, (clock / 3600 * 100 + clock / 60 % 60) * 100 + clock % 60, 6);
    return out.append("Z");
}

long long seconds_of(std::string_view stamp) {
    const auto number = [&](std::size_t at, std::size_t digits) {
        int value = 0;
        for (const char digit : stamp.substr(at, digits)) value = value * 10 + (digit - '0');
        return value;
    };
    const date::year_month_day civil{date::year{number(0, 4)}, date::month{static_cast<unsigned>(number(4, 2))},
                                     date::day{static_cast<unsigned>(number(6, 2))}};
    const auto midnight = std::chrono::sys_seconds{Date{civil}}.time_since_epoch().count();
    return midnight + number(9, 2) * 3600LL + number(11, 2) * 60LL + number(13, 2);
}

}  // namespace

void add_date(std::string& out, Date day) {
    const date::year_month_day civil{day};
    const auto year = static_cast<unsigned>(static_cast<int>(civil.year()));
    add_number(out, (year * 100 + static_cast<unsigned>(civil.month())) * 100 + static_cast<unsigned>(civil.day()), 8);
}

std::string new_stamp(const Style& style, const Plan& plan, const Previous* previous) {
    if (style.epoch) return stamp_of(*style.epoch);
    if (previous != nullptr) return stamp_of(seconds_of(previous->newest_stamp) + 1);
    return stamp_of(std::chrono::sys_seconds{plan.sessions.front()}.time_since_epoch().count());
}

}  // namespace smpcare::calendar
