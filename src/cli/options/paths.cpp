#include "cli/command.hpp"
#include "cli/invocation.hpp"

#include <smpcare/files.hpp>

#include <algorithm>
#include <filesystem>

namespace smpcare::cli {
namespace {

struct InputPath {
    std::string path;  ///< `-`: standard input
    Span span;
    bool may_be_written = false;  ///< writing over it is what it is given for
};

/// A built-in's id is no path.
void add_input(std::vector<InputPath>& inputs, ValueKind kind, const std::string& value, InputPath input) {
    if (!is_read(kind) || (kind == ValueKind::rules && value != "-" && !names_a_file(value))) return;
    input.path = value;
    inputs.push_back(std::move(input));
}

/// All that the command line and the environment ask to read, in the order of the tables.
std::vector<InputPath> inputs_of(const Invocation& call) {
    std::vector<InputPath> inputs;
    for (std::size_t i = 0; i < call.words.size(); ++i)
        add_input(inputs, i == 0 ? call.command->first : call.command->rest, call.words[i], {});
    if (const auto& rules = call.environment.rules;
        rules && !call.arguments.has(Opt::rules) && has_option(*call.command, Opt::rules))
        add_input(inputs, ValueKind::rules, *rules, {});
    for (const auto& option : option_table())
        for (const auto& value : call.arguments.values(option.option))
            // A calendar that was sent becomes the one that is sent next.
            add_input(inputs, option.kind, value,
                      {{}, option_span(option.option, value), option.option == Opt::previous});
    return inputs;
}

/// Whether writing to `output` would change what `input` names; a device or a FIFO is nothing that could be lost.
bool is_same_file(const std::string& output, const std::string& input) {
    std::error_code unknown;
    return std::filesystem::is_regular_file(output, unknown) &&
           std::filesystem::equivalent(output, input == "-" ? "/dev/stdin" : input, unknown);
}

void check_output(const InputPath& output, const std::vector<InputPath>& inputs, Diagnostics& diagnostics) {
    if (output.path.ends_with('/')) diagnostics.error(Code::is_a_directory, output.span, {output.path});
    for (const auto& input : inputs)
        if (!input.may_be_written && is_same_file(output.path, input.path)) {
            diagnostics.error(Code::output_is_input, output.span, {output.path});
            return;
        }
}

}  // namespace

bool is_same_path(const std::string& one, const std::string& other) {
    std::error_code unknown;
    const auto plain = [&unknown](const std::string& path) {
        return std::filesystem::weakly_canonical(std::filesystem::absolute(path, unknown), unknown);
    };
    return plain(one) == plain(other) || std::filesystem::equivalent(one, other, unknown);
}

std::vector<std::string> input_paths(const Invocation& call) {
    std::vector<std::string> paths;
    for (const auto& input : inputs_of(call))
        if (input.path != "-") paths.push_back(input.path);
    return paths;
}

std::vector<std::string> output_paths(const Invocation& call) {
    std::vector<std::string> paths;
    for (const auto option : {Opt::output, Opt::rejects})
        for (const auto& value : call.arguments.values(option))
            if (value != "-") paths.push_back(value);
    return paths;
}

void check_paths(Invocation& call) {
    const auto inputs = inputs_of(call);
    const auto is_stdin = [](const InputPath& input) { return input.path == "-"; };
    const auto first = std::find_if(inputs.begin(), inputs.end(), is_stdin);
    // Two that both want standard input would share one text between them.
    if (first != inputs.end())
        if (const auto second = std::find_if(first + 1, inputs.end(), is_stdin); second != inputs.end())
            call.diagnostics.error(Code::stdin_twice, second->span);
    for (const auto& output : output_paths(call))
        check_output({output, whole(output), false}, inputs, call.diagnostics);
}

Reader file_reader(std::vector<std::string> outputs) {
    return [outputs = std::move(outputs)](const std::string& name, const Span& at,
                                          Diagnostics& diagnostics) -> std::optional<SourceText> {
        for (const auto& output : outputs)
            if (is_same_file(output, name)) {
                diagnostics.error(Code::output_is_input, at, {output});
                return std::nullopt;
            }
        Diagnostics faults;
        auto text = read_text(name, rule_file_limit, faults);
        for (auto fault : faults.all()) {
            fault.span = at;
            diagnostics.add(std::move(fault));
        }
        return text;
    };
}

}  // namespace smpcare::cli
