#include "cli/invocation.hpp"

#include "base/typed.hpp"

namespace smpcare::cli {
namespace {

/// One `--date`: dates with commas between them.
void read_dates(Invocation& call, const std::string& value, Case& client) {
    const auto span = option_span(Opt::date, value);
    std::string_view rest = value;
    for (bool more = true; more;) {
        const auto comma = rest.find(',');
        const auto date = read_date(
            rest.substr(0, comma), [&call] { return call.today(); }, span, call.diagnostics);
        if (date) client.sessions.push_back({*date, span});
        more = comma != std::string_view::npos;
        if (more) rest.remove_prefix(comma + 1);
    }
}

void read_sessions(Invocation& call, Case& client) {
    for (const auto& value : call.arguments.values(Opt::date)) read_dates(call, value, client);
    if (!call.arguments.has(Opt::date))
        call.diagnostics.error(Code::missing_option, {}, {std::string{long_name(Opt::date)}});
}

void read_observations(Invocation& call, Case& client) {
    for (const auto& value : call.arguments.values(Opt::observed)) {
        const auto seen = split_observation(value);
        const auto span = option_span(Opt::observed, value);
        if (!seen) {
            call.diagnostics.error(Code::bad_observation, span, {value});
            continue;
        }
        const auto date = read_date(
            seen->date, [&call] { return call.today(); }, span, call.diagnostics);
        if (date) client.observed.push_back({std::string{seen->event}, *date, span});
    }
}

void read_labels(Invocation& call, Case& client) {
    for (const auto& value : call.arguments.values(Opt::label)) {
        const auto equals = value.find('=');
        if (equals != std::string::npos && equals > 0 && equals + 1 < value.size())
            client.labels.emplace_back(value.substr(0, equals), value.substr(equals + 1));
        else
            call.diagnostics.error(Code::bad_label, option_span(Opt::label, value), {value});
    }
}

}  // namespace

Span option_span(Opt option, std::string_view value) {
    return whole(std::string{long_name(option)} + ' ' + std::string{value});
}

std::optional<int> read_number(Invocation& call, Opt option, int lowest, int highest) {
    std::string_view const text = call.arguments.value(option);
    if (const auto number = number_in(text, lowest, highest)) return number;
    call.diagnostics.error(Code::bad_number, option_span(option, text),
                           {std::string{text}, std::to_string(lowest), std::to_string(highest)});
    return std::nullopt;
}

std::vector<FactAnswer> read_facts(Invocation& call) {
    std::vector<FactAnswer> facts;
    for (const auto& value : call.arguments.values(Opt::fact)) {
        const auto [fact, answer, truth] = split_fact(value);
        const auto span = option_span(Opt::fact, value);
        if (truth)
            facts.push_back({std::string{fact}, *truth, span});
        else
            call.diagnostics.error(Code::bad_fact_answer, span, {std::string{answer}});
    }
    return facts;
}

std::optional<Case> read_case(Invocation& call) {
    Case client;
    client.id = call.arguments.value(Opt::id);
    client.name = call.arguments.value(Opt::name);
    read_sessions(call, client);
    client.facts = read_facts(call);
    read_observations(call, client);
    read_labels(call, client);
    if (call.arguments.has(Opt::planned))
        client.planned = read_number(call, Opt::planned, 1, static_cast<int>(session_limit));
    client.planned_span = option_span(Opt::planned, call.arguments.value(Opt::planned));
    if (call.diagnostics.has_errors()) return std::nullopt;
    return client;
}

}  // namespace smpcare::cli
