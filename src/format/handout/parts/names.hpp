#pragma once

#include "say/phrases.hpp"
#include "say/steps.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::format {

/// Names under one label: "Avoid: touching, picking".
struct NamedList {
    std::string label;
    std::vector<std::string> names;
};

using say::in_a_list;

/// A name as it begins a line: "swimming" becomes "Swimming".
std::string at_a_start(std::string name);

/// Names behind each other, so parted that a comma inside one is none between two.
std::string in_a_row(const std::vector<std::string>& names);

/// The names of rules in a list of several, each once.
std::vector<std::string> listed_names(const say::Speaker& speaker, std::span<const std::size_t> rules);

}  // namespace smpcare::format
