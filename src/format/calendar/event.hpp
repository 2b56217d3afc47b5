#pragma once

#include <smpcare/date.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace smpcare::calendar {

/// One all-day event on its way into a file. Views live as long as the call that hands the event on.
struct Event {
    std::string uid;
    Date start, last;              ///< both inclusive
    std::string_view title;        ///< filtered, not yet escaped
    std::string_view title_lines;  ///< the same as SUMMARY, folded; "": to be made from `title`
    std::string_view alarm_lines;  ///< the same as the alarm's DESCRIPTION
    std::string head;              ///< of the description: escaped, not yet folded
    std::string_view tail;  ///< the description's rest: a fold, folded text and its line end; "": nothing follows
    bool alarm = true;
    bool cancelled = false;
};

/// Takes one event after another; what it needs of one it copies.
using Sink = std::function<void(const Event&)>;

}  // namespace smpcare::calendar
