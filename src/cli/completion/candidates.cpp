#include "cli/completion/candidates.hpp"

#include "cli/command.hpp"
#include "cli/completion/completion.hpp"

#include <smpcare/batch.hpp>
#include <smpcare/help.hpp>

#include <algorithm>

namespace smpcare::cli {
namespace {

constexpr std::string_view rule_file_ending = ".toml";

/// An activity's word as one word of a shell, which `can` takes as well; "" where it would need quotes.
std::string unquoted(std::string_view text) {
    std::string word{text};
    for (auto& c : word) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || byte >= 0x80;
        if (c == ' ')
            c = '-';
        else if (!plain && c != '-' && c != '_')
            return {};
    }
    return word.starts_with('-') ? std::string{} : word;
}

}  // namespace

void Candidates::word(std::string_view word, std::string_view description) {
    auto text = safe_text(description);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    lines_.append(before_).append(word).append("\t").append(text).append("\n");
}

void Candidates::keep_through_last(std::string_view marks) {
    const auto last = typed_.find_last_of(marks);
    if (last == std::string::npos) return;
    before_ += typed_.substr(0, last + 1);
    typed_.erase(0, last + 1);
}

void Candidates::commands() {
    const auto language = help_language(call_);
    const auto& words = call_.arguments.words;
    if (words.size() > 1 || (words.size() == 1 && !is_group(words[0]))) return;
    const std::string group = words.empty() ? "" : words[0] + ' ';
    std::string_view last;
    for (const auto& command : command_table()) {
        if (!command.name.starts_with(group)) continue;
        const auto rest = command.name.substr(group.size());
        const auto next = rest.substr(0, rest.find(' '));
        if (next != last) word(next, command_help(command.name.substr(0, group.size() + next.size()), language));
        last = next;
    }
}

void Candidates::options() {
    const auto language = help_language(call_);
    for (const auto& option : option_table()) {
        const bool fits = call_.command != nullptr ? has_option(*call_.command, option.option)
                                                   : option.option == Opt::help || option.option == Opt::version;
        if (!fits || (!option.repeatable && call_.arguments.has(option.option))) continue;
        const auto help = option_help(long_name(option.option), language);
        const auto comma = option.names.find(',');
        if (comma != std::string_view::npos) word(option.names.substr(0, comma), help);
        word(long_name(option.option), help);
    }
}

void Candidates::date_words() {
    for (const std::string_view day : {"today", "tomorrow", "yesterday"}) word(day);
}

void Candidates::facts(const Protocol& protocol) {
    if (typed_.find('=') != std::string::npos) {
        keep_through_last("=");
        for (const auto truth : {Truth::yes, Truth::no, Truth::unknown}) word(name(truth));
        return;
    }
    for (const auto& fact : protocol.facts) {
        word(fact.id, fact.title);
        word(fact.id + '=' + std::string{name(Truth::no)}, fact.title + ": " + std::string{name(Truth::no)});
    }
}

void Candidates::events(const Protocol& protocol) {
    if (typed_.find('=') != std::string::npos) {
        keep_through_last("=");
        return date_words();
    }
    for (const auto& event : protocol.events) word(event.id + '=', event.title);
}

void Candidates::rules(const Protocol& protocol) {
    for (const auto& rule : protocol.rules) word(rule.id, rule.title);
}

/// First the rule, then its field; the value is not ours to guess.
void Candidates::settings(const Protocol& protocol) {
    if (typed_.find('=') != std::string::npos) return;
    if (typed_.find('.') == std::string::npos) {
        for (const auto& rule : protocol.rules) word(rule.id + '.', rule.title);
        return;
    }
    keep_through_last(".");
    for (const auto& field : field_facts())
        if (field.overriding == Overriding::yes || field.overriding == Overriding::frees)
            word(std::string{field.name} + '=');
}

/// The ids, and once something is typed also the hundreds of words that stand for them.
template <class Thing>
void Candidates::things(const std::vector<Thing>& all) {
    std::vector<std::string> offered;
    const auto offer = [&](std::string text, std::string_view title) {
        if (text.empty() || std::find(offered.begin(), offered.end(), text) != offered.end()) return;
        word(text, title);
        offered.push_back(std::move(text));
    };
    for (const auto& thing : all) offer(thing.id, thing.title);
    if (typed_.empty()) return;
    for (const auto& thing : all)
        for (const auto& known : thing.words) offer(unquoted(known), thing.title);
}

void Candidates::of_protocol(ValueKind kind) {
    const auto protocol = protocol_to_complete(call_);
    if (!protocol) return;
    if (kind == ValueKind::fact) facts(*protocol);
    if (kind == ValueKind::event_date) events(*protocol);
    if (kind == ValueKind::rule) rules(*protocol);
    if (kind == ValueKind::setting) settings(*protocol);
    if (kind == ValueKind::activity) things(protocol->activities);
    if (kind == ValueKind::sign) things(protocol->signs);
}

void Candidates::rule_sets() {
    paths_ = "files " + std::string{rule_file_ending};
    Diagnostics ignored;
    for (const auto& known : built_ins())
        if (const auto protocol = load_protocol(*built_in(known.id), ignored)) word(known.id, protocol->title);
}

/// `batch` writes several, with commas between them.
void Candidates::formats() {
    if (call_.command == nullptr) return;
    if (has_option(*call_.command, Opt::dir)) keep_through_last(",");
    for (const auto format : format_names(*call_.command)) word(format, find_format(format)->description);
}

void Candidates::topics() {
    if (!call_.words.empty() && !is_group(call_.words[0])) return;
    call_.arguments.words = call_.words;
    commands();
    if (call_.words.empty())
        for (const auto code : code_names()) word(code);
}

void Candidates::choose(std::string_view among) {
    for (const auto choice : choices(among)) word(choice);
}

void Candidates::add(ValueKind kind, std::string_view among) {
    switch (kind) {
        case ValueKind::nothing:
        case ValueKind::text:
            return;
        case ValueKind::choice:
            return choose(among);
        case ValueKind::shell:
            return choose(shells);
        case ValueKind::language:
            for (const auto language : languages()) word(language);
            return;
        case ValueKind::dates:
            keep_through_last(",");
            return date_words();
        case ValueKind::range:
            if (typed_.find("..") != std::string::npos) keep_through_last(".");
            return date_words();
        case ValueKind::date:
            return date_words();
        case ValueKind::column:
            for (const auto column : batch_columns()) word(std::string{column} + '=');
            return;
        case ValueKind::input_file:
        case ValueKind::output_file:
        case ValueKind::plan_file:
        case ValueKind::clients_file:
            paths_ = "files " + std::string{kind == ValueKind::plan_file      ? ".json"
                                            : kind == ValueKind::clients_file ? ".csv"
                                                                              : among};
            return;
        case ValueKind::folder:
            paths_ = "folders";
            return;
        case ValueKind::rules:
            return rule_sets();
        case ValueKind::rule:
        case ValueKind::setting:
        case ValueKind::activity:
        case ValueKind::sign:
        case ValueKind::fact:
        case ValueKind::event_date:
            return of_protocol(kind);
        case ValueKind::format:
            return formats();
        case ValueKind::topic:
            return topics();
    }
}

std::string Candidates::answer() const { return paths_ + '\n' + lines_; }

}  // namespace smpcare::cli
