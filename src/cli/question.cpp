#include "cli/question.hpp"

#include "base/civil.hpp"
#include "base/text.hpp"
#include "base/typed.hpp"
#include "cli/client_plan.hpp"
#include "cli/command.hpp"

#include <algorithm>
#include <utility>

#include <unistd.h>

namespace smpcare::cli {
namespace {

/// 22/12: what it means where only one order makes a date of it, on the first such day from today on.
std::string meant_by_two_numbers(std::string_view text, Date today) {
    const auto slash = text.find_first_of("/.-");
    if (slash == std::string_view::npos) return {};
    const auto a = number_in(text.substr(0, slash), 1U, 31U), b = number_in(text.substr(slash + 1), 1U, 31U);
    if (!a || !b || (*a > 12) == (*b > 12)) return {};
    const auto this_year = date::year_month_day{today}.year();
    for (const auto year : {this_year, this_year + date::years{1}}) {
        const auto civil = year / date::month{std::min(*a, *b)} / date::day{std::max(*a, *b)};
        if (civil.ok() && date::sys_days{civil} >= today) return iso(date::sys_days{civil});
    }
    return {};
}

void report_bad_date(Invocation& call, const std::string& text) {
    if (const auto meant = meant_by_two_numbers(text, call.today()); !meant.empty())
        return call.diagnostics.error(Code::bad_date, whole(text), {text}, meant);
    read_range(call, text, whole(text));
}

/// Words of the command line's own: `tomorrow+2w`, `today..2026-12-24`.
std::optional<DateRange> own_range(Invocation& call, std::string_view word) {
    const bool own = word.find("..") != word.npos || word.find('+') != word.npos || word.find('-') != word.npos;
    if (!own) return std::nullopt;
    Diagnostics ignored;
    return read_range(
        word, [&call] { return call.today(); }, {}, ignored);
}

/// One whom no date is needed to call about, from a phrase of which something is known.
ExitStatus answer_urgently(Invocation& call, const ClientPlan& client, const Protocol& protocol, Question question) {
    const bool all_of_it = question.meaning.activities.empty();
    question.meaning.activities.clear();
    Plan plan;
    plan.protocol = &protocol;
    auto said = answer(plan, std::move(question), {call.today(), call.today(), call.today()});
    std::erase_if(said.signs, [](const SignAnswer& sign) { return sign.verdict != Verdict::call; });
    if (said.signs.empty()) return fail(call);
    const auto written =
        write_output(call, client.chosen_format().answer(plan, said, client.chosen_style()), ExitStatus::negative);
    const auto& faults = call.diagnostics.all();
    const bool only_no_date = faults.size() == 1 && faults.front().code == Code::missing_option;
    if (written == ExitStatus::negative && !(all_of_it && only_no_date)) fail(call);
    return written;
}

ExitStatus say_nothing_known(Invocation& call, const Protocol& protocol, const PhraseDays& days, bool of_sign) {
    const auto near = read_slips(protocol, days.rest).words;
    write_all(STDERR_FILENO, nothing_said(protocol, without_little_ends(days.rest), near, of_sign, error_style(call)));
    std::vector<Diagnostic> others = call.diagnostics.all();
    std::erase_if(others, [](const Diagnostic& fault) { return fault.code == Code::missing_option; });
    for (const auto& fault : others)
        if (call.diagnostics.policy().tells(fault)) say(call, fault);
    return ExitStatus::bad_input;
}

/// The built-in rules, for a sign that cannot wait until others can be read.
std::optional<Protocol> rules_at_hand(const Invocation& call) {
    if (auto protocol = protocol_to_complete(call)) return protocol;
    Diagnostics ignored;
    auto text = built_in("smp-standard");
    if (!text) return std::nullopt;
    return load_protocol({std::move(*text), {}, {}, {}}, ignored);
}

}  // namespace

std::string phrase_of(const Invocation& call, std::size_t first) {
    std::string phrase;
    for (std::size_t i = first; i < call.words.size(); ++i) join(phrase, " ", call.words[i]);
    return phrase;
}

std::optional<Date> counted_session(const Invocation& call, const Case* client) {
    if (client == nullptr || client->sessions.empty()) return std::nullopt;
    std::optional<Date> first, latest;
    for (const auto& session : client->sessions) {
        if (!first || session.date < *first) first = session.date;
        if (session.date <= call.today() && (!latest || session.date > *latest)) latest = session.date;
    }
    return latest ? latest : first;
}

PhraseDays take_days(Invocation& call, std::string_view phrase, std::optional<Date> session) {
    std::string rest;
    std::optional<std::pair<Date, Date>> own;
    for (std::size_t at = 0; at < phrase.size();) {
        const auto end = std::min(phrase.find(' ', at), phrase.size());
        const auto word = phrase.substr(at, end - at);
        if (const auto range = own_range(call, word))
            own = {own ? std::min(own->first, range->from) : range->from,
                   own ? std::max(own->second, range->to) : range->to};
        else
            join(rest, " ", word);
        at = end + 1;
    }
    auto days = read_days(rest, call.today(), session);
    if (own && days.days)
        days.days = {std::min(own->first, days.days->first), std::max(own->second, days.days->second)};
    if (own && !days.days) days.days = own;
    if (!days.bad.empty()) report_bad_date(call, days.bad);
    return days;
}

ExitStatus answer_question(Invocation& call, bool of_sign) {
    ClientPlan client{call};
    const auto days = take_days(call, phrase_of(call), counted_session(call, client.client()));
    if (trimmed(days.rest).empty() && !call.diagnostics.has_errors())
        call.diagnostics.error(Code::missing_argument, {}, {std::string{call.command->words}});
    if (trimmed(days.rest).empty()) return fail(call);
    const auto* const protocol = client.read_rules(Extent::questions);
    const auto at_hand = protocol == nullptr ? rules_at_hand(call) : std::nullopt;
    const auto* const known = protocol == nullptr && at_hand ? &*at_hand : protocol;
    if (known == nullptr) return fail(call);

    auto meaning = of_sign ? read_sign_phrase(*known, days.rest) : read_phrase(*known, days.rest);
    auto slips = meaning.unknown.empty() ? std::vector<std::size_t>{} : read_slips(*known, days.rest).signs;
    Question question{days.rest, std::move(meaning), std::move(slips)};
    const bool nothing =
        question.meaning.activities.empty() && question.meaning.signs.empty() && question.slips.empty();
    if (nothing) return say_nothing_known(call, *known, days, of_sign);
    const auto* const plan = protocol == nullptr ? nullptr : client.make(Scope::all);
    if (plan == nullptr) return answer_urgently(call, client, *known, std::move(question));

    const auto asked = days.days.value_or(std::pair{call.today(), call.today()});
    const auto said = answer(*plan, std::move(question), {asked.first, asked.second, call.today()});
    const auto status = said.verdict <= Verdict::yes ? ExitStatus::done : ExitStatus::negative;
    return write_output(call, client.format().answer(*plan, said, client.style()), status);
}

}  // namespace smpcare::cli
