#pragma once

#include "format/handout/parts/names.hpp"
#include "say/phrases.hpp"

#include <smpcare/ask.hpp>

#include <string>
#include <vector>

namespace smpcare::format {

/// The day that somebody named: what holds on it, and what changes next.
struct HandoutNow {
    std::string heading;
    std::vector<NamedList> lists;
    std::string free;  ///< said where nothing is restricted
    NamedList next;
};

HandoutNow now_of(const say::Speaker& speaker, const std::vector<Step>& steps, Date today);

}  // namespace smpcare::format
