// DATE of the command line, and the dates of a client file.

#include "batch/rows/dates.hpp"
#include "base/civil.hpp"
#include "cli/options/dates.hpp"
#include "fuzz/fuzz.hpp"

#include <smpcare/calendar.hpp>

using namespace smpcare;
using namespace smpcare::batch;
using namespace smpcare::fuzz;

namespace {

constexpr Date today{date::year{2026} / date::November / 22};

void require_date(std::optional<Date> day, const Diagnostics& told, std::size_t most) {
    require_told(!day, told, "a date or an error");
    require(told.all().size() <= most, "one mistake, one message");
    if (!day) return;
    require(in_range(*day), "a date in range");
    require(parse_date(iso(*day)) == day, "a date is read as it is written");
}

void require_word(std::string_view text, Date now) {
    Diagnostics found;
    bool asked = false;
    const auto clock = [&asked, now] {
        asked = true;
        return now;
    };
    const auto day = cli::read_date(text, clock, {}, found);
    require_date(day, found, 1);
    require(asked || !day || iso(*day) == text, "without a clock a date is its ten characters");
    for (const auto& fault : found.all())
        require(fault.nearest.empty() || parse_date(fault.nearest), "a date proposed is a date");
}

void require_range(std::string_view text) {
    Diagnostics found;
    const auto range = cli::read_range(
        text, [] { return today; }, {}, found);
    require_told(!range, found, "a range or an error");
    require(!range || range->from <= range->to, "a range goes forward");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = text_of(data, size);
    if (const auto day = parse_date(text)) require(iso(*day) == text, "ten characters");
    for (const auto now : {first_date, today, last_date}) require_word(text, now);
    require_range(text);
    std::optional<Date> orders[3];
    for (const auto order : {DateOrder::ymd, DateOrder::dmy, DateOrder::mdy}) {
        Diagnostics found;
        auto& day = orders[static_cast<std::size_t>(order)];
        day = read_cell_date(text, order, {}, found);
        require_date(day, found, 1);
    }
    require(!orders[0] || (orders[0] == orders[1] && orders[0] == orders[2]), "an ISO date has no order");
    if (const auto alarm = read_alarm(text)) {
        require(*alarm == text, "an alarm stays as it is");
        require(alarm_time(*alarm) >= 0 && alarm_time(*alarm) < 24 * 60, "an alarm rings on some minute of the day");
    }
    return 0;
}
