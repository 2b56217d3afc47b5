#include <smpcare/help.hpp>

#include "words/words.hpp"

#include <algorithm>

namespace smpcare {

namespace {

std::string_view text_of(std::span<const words::NamedText> table, std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == name; });
    return found == table.end() ? std::string_view() : std::string_view(found->text);
}

}  // namespace

std::string_view command_help(std::string_view name, std::string_view language) {
    return text_of(words::of(language).help.commands, name);
}

std::string_view option_help(std::string_view name, std::string_view language) {
    return text_of(words::of(language).help.options, name);
}

HelpFrame help_frame(std::string_view language) {
    const auto& help = words::of(language).help;
    return {help.title, help.closing, help.common, help.out_of_memory, help.broken};
}

}  // namespace smpcare
