#include "base/typed.hpp"
#include "cli/command.hpp"
#include "cli/invocation.hpp"

namespace smpcare::cli {
namespace {

/// Reads the values of an option into their part of the case.
void read_values(Invocation& call, Opt option, CaseField field, Case& client) {
    const CaseReading reading{
        [&call](std::string_view text, const Span& span, Diagnostics&) { return read_date(call, text, span); }};
    for (const auto& value : call.arguments.values(option)) {
        const auto span = option_span(option, value);
        const auto read = [&](std::string_view text) {
            read_case_text({field, text, span}, reading, client, call.diagnostics);
        };
        std::string_view rest = value;
        // Dates may stand in one value, with commas between them, and blanks after these.
        for (auto comma = rest.find(','); field == CaseField::date && comma != rest.npos; comma = rest.find(',')) {
            read(rest.substr(0, comma));
            rest = trimmed(rest.substr(comma + 1));
        }
        read(rest);
    }
}

}  // namespace

Span option_span(Opt option, std::string_view value) {
    return whole(std::string{long_name(option)} + ' ' + std::string{value});
}

std::string command_line(const Invocation& call, std::span<const std::string> words, std::string_view date) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._+/:=,";
    auto line = "smpcare " + std::string{call.command->name};
    for (const auto& word : words) {
        const bool quoted = word.empty() || word.find_first_not_of(plain) != std::string::npos;
        const std::string_view mark = !quoted ? "" : word.find('"') == std::string::npos ? "\"" : "'";
        line.append(" ").append(mark).append(word).append(mark);
    }
    return line.append(" ").append(long_name(Opt::date)).append(" ").append(date);
}

std::optional<int> read_number(Invocation& call, Opt option, int lowest, int highest) {
    const std::string_view text = call.arguments.value(option);
    if (const auto number = number_in(text, lowest, highest)) return number;
    call.diagnostics.error(Code::bad_number, option_span(option, text), {text, lowest, highest});
    return std::nullopt;
}

std::optional<Date> read_date(Invocation& call, std::string_view text, const Span& span) {
    return read_date(
        text, [&call] { return call.today(); }, span, call.diagnostics);
}

std::optional<DateRange> read_range(Invocation& call, std::string_view text, const Span& span) {
    return read_range(
        text, [&call] { return call.today(); }, span, call.diagnostics);
}

std::vector<FactAnswer> read_facts(Invocation& call) {
    Case client;
    read_values(call, Opt::fact, CaseField::fact, client);
    return client.facts;
}

std::optional<Case> read_case(Invocation& call) {
    if (!call.arguments.has(Opt::date))
        call.diagnostics.error(Code::missing_option, {}, {std::string{long_name(Opt::date)}},
                               command_line(call, call.words, "2026-11-22"));
    constexpr std::pair<Opt, CaseField> fields[] = {
        {Opt::id, CaseField::id},           {Opt::name, CaseField::name},         {Opt::date, CaseField::date},
        {Opt::fact, CaseField::fact},       {Opt::observed, CaseField::observed}, {Opt::label, CaseField::label},
        {Opt::planned, CaseField::planned},
    };
    Case client;
    for (const auto& [option, field] : fields) read_values(call, option, field, client);
    if (call.diagnostics.has_errors()) return std::nullopt;
    return client;
}

}  // namespace smpcare::cli
