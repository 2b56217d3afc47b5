#include "cli/command.hpp"
#include "cli/question.hpp"

#include <smpcare/ask.hpp>

#include <set>
#include <string>

namespace smpcare::cli {
namespace {

std::optional<Date> read_by(Invocation& call) {
    if (!call.arguments.has(Opt::by)) {
        call.diagnostics.error(Code::missing_option, {}, {std::string{long_name(Opt::by)}});
        return std::nullopt;
    }
    const auto text = call.arguments.value(Opt::by);
    return read_date(call, text, option_span(Opt::by, text));
}

/// What the words mean. What was not understood could be what matters most, so nothing is left out.
std::vector<std::size_t> read_activities(Invocation& call, const Protocol& protocol) {
    const auto phrase = phrase_of(call);
    const auto meaning = read_phrase(protocol, phrase);
    const auto near = read_slips(protocol, phrase).words;
    const auto nearest = near.size() == 1 ? near.front() : std::string();
    const std::set<std::string> unknown(meaning.unknown.begin(), meaning.unknown.end());
    for (const auto& word : unknown) call.diagnostics.error(Code::unknown_word, {}, {word}, nearest);
    if (meaning.unknown.empty() && meaning.activities.empty())
        call.diagnostics.error(Code::unknown_word, {}, {phrase}, nearest);
    return meaning.activities;
}

}  // namespace

ExitStatus run_latest(Invocation& call) {
    const auto* const format = choose_format(call);
    const auto style = read_style_of_today(call);
    const auto by = read_by(call);
    const auto facts = read_facts(call);
    const auto* const protocol = read_protocol(call, Extent::questions);
    if (protocol == nullptr) return fail(call);
    const auto activities = read_activities(call, *protocol);
    const bool fresh = say_old_review(call, *protocol);
    const bool accepted = call.diagnostics.accept(protocol->notices) && fresh;
    if (format == nullptr || !style || !by || !accepted || call.diagnostics.has_errors()) return fail(call);
    const auto found = latest_session(*protocol, facts, activities, *by, call.diagnostics);
    if (!found) return fail(call);

    say_notices(call, protocol->notices);
    const bool possible = found->latest && *found->latest >= call.today();
    return write_output(call, format->latest(*protocol, *found, *style),
                        possible ? ExitStatus::done : ExitStatus::negative);
}

}  // namespace smpcare::cli
