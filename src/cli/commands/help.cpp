#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/nearest.hpp>

namespace smpcare::cli {
namespace {

/// Help for `rules` is help for each of its commands.
std::string help_on_command(std::string_view topic, std::string_view language) {
    std::string text;
    for (const auto& command : command_table())
        if (command.name == topic || command.name.starts_with(std::string{topic} + ' ')) {
            if (!text.empty()) text += '\n';
            text += help_for(command, language);
        }
    return text;
}

std::string nearest_topic(std::string_view topic) {
    const auto codes = code_names();
    std::vector<std::string_view> topics(codes.begin(), codes.end());
    for (const auto& command : command_table()) topics.push_back(command.name);
    return nearest(topic, topics);
}

}  // namespace

ExitStatus run_help(Invocation& call) {
    const auto language = help_language(call);
    if (call.words.empty()) return write_output(call, overview(language), ExitStatus::done);
    const std::string topic = call.words.size() == 1 ? call.words[0] : call.words[0] + ' ' + call.words[1];
    if (const auto text = help_on_command(topic, language); !text.empty())
        return write_output(call, text, ExitStatus::done);
    const auto style = read_style(call);
    if (!style) return fail(call);
    if (const auto code = find_code(topic)) return write_output(call, explain(*code, *style), ExitStatus::done);
    call.diagnostics.error(Code::unknown_topic, {}, {topic}, nearest_topic(topic));
    return fail(call);
}

}  // namespace smpcare::cli
