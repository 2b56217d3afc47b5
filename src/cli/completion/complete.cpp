#include "cli/command.hpp"
#include "cli/completion/candidates.hpp"
#include "cli/completion/completion.hpp"

#include <algorithm>
#include <utility>

namespace smpcare::cli {
namespace {

/// The option of this very name, `-d` or `--date`; null where there is none.
const OptionRow* named(std::string_view name) {
    for (const auto& option : option_table()) {
        const auto comma = option.names.find(',');
        if (name == long_name(option.option) ||
            (comma != std::string_view::npos && name == option.names.substr(0, comma)))
            return &option;
    }
    return nullptr;
}

/// What stands before the unfinished word.
struct Before {
    std::vector<char*> words;
    const OptionRow* awaiting = nullptr;  ///< the option whose value the unfinished word is
    bool only_words = false;              ///< after `--`
};

Before read_before(std::span<char* const> words) {
    Before before;
    for (char* const word : words) {
        const std::string_view text = word;
        const bool is_value = before.awaiting != nullptr;
        before.words.push_back(word);
        before.awaiting = nullptr;
        if (is_value || before.only_words) continue;
        before.only_words = text == "--";
        const auto* const option = named(text);
        if (option != nullptr && !option->value.empty()) before.awaiting = option;
    }
    if (before.awaiting != nullptr) before.words.pop_back();
    return before;
}

void take_command(Invocation& call) {
    const auto& words = call.arguments.words;
    call.command = find_command(words);
    if (call.command == nullptr) return;
    const auto name_words = 1 + std::count(call.command->name.begin(), call.command->name.end(), ' ');
    call.words.assign(words.begin() + name_words, words.end());
}

/// Where no word is left to come, options are what can still be said.
void add_word(Invocation& call, bool only_words, Candidates& candidates) {
    if (call.command == nullptr) return candidates.commands();
    if (call.words.size() < call.command->most_words)
        return candidates.add(call.words.empty() ? call.command->first : call.command->rest, {});
    if (!only_words) candidates.options();
}

}  // namespace

std::string_view completion_script(std::string_view shell) {
    constexpr std::pair<std::string_view, std::string_view (*)()> scripts[] = {
        {"bash", smpcare_bash}, {"zsh", smpcare_zsh}, {"fish", smpcare_fish}};
    for (const auto& [name, script] : scripts)
        if (shell == name) return script();
    return {};
}

std::string complete(std::span<char* const> words) {
    if (words.empty()) return {};
    const auto before = read_before(words.first(words.size() - 1));
    const std::string_view typed = words.back();
    Invocation call;
    call.environment = read_environment();
    call.arguments = parse_arguments(before.words, call.diagnostics);
    take_command(call);

    const auto equals = typed.find('=');
    const bool is_option = before.awaiting == nullptr && !before.only_words && typed.starts_with('-');
    const bool has_value = is_option && typed.starts_with("--") && equals != std::string_view::npos;
    const auto value = has_value ? equals + 1 : 0;
    Candidates candidates{call, typed.substr(0, value), typed.substr(value)};
    const auto* const option = has_value ? named(typed.substr(0, equals)) : before.awaiting;
    if (option != nullptr)
        candidates.add(option->kind, option->among);
    else if (is_option && !has_value)
        candidates.options();
    else if (!is_option)
        add_word(call, before.only_words, candidates);
    return candidates.answer();
}

}  // namespace smpcare::cli
