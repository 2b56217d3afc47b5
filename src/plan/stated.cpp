#include <smpcare/plan.hpp>

#include "base/typed.hpp"

#include <algorithm>

namespace smpcare {

namespace {

/// Where a text falls into two at its first `=`.
struct Halves {
    std::string_view before, after;
    bool parted;
};

Halves halves_of(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return {text, {}, false};
    return {text.substr(0, equals), text.substr(equals + 1), true};
}

std::optional<Truth> truth_of(std::string_view answer) {
    for (const auto truth : {Truth::no, Truth::yes, Truth::unknown})
        if (answer == name(truth)) return truth;
    return std::nullopt;
}

/// One text, and all that reading it takes.
struct CaseText {
    std::string_view text;
    const Span& span;
    const CaseReading& reading;
    Case& client;
    Diagnostics& diagnostics;

    void refuse(Code code, Args arguments) const { diagnostics.error(code, span, std::move(arguments)); }
    [[nodiscard]] std::optional<Date> date(std::string_view written) const {
        return reading.date(written, span, diagnostics);
    }
};

void read_id(const CaseText& given) { given.client.id = given.text; }

void read_name(const CaseText& given) { given.client.name = given.text; }

void read_label(const CaseText& given) {
    const auto [key, text, parted] = halves_of(given.text);
    if (key.empty() || text.empty())
        given.refuse(Code::bad_label, {given.reading.shown(given.text)});
    else
        given.client.labels.emplace_back(key, text);
}

void read_session(const CaseText& given) {
    if (const auto date = given.date(given.text)) given.client.sessions.push_back({*date, given.span});
}

void read_planned(const CaseText& given) {
    given.client.planned = number_in(given.text, 1, static_cast<int>(session_limit));
    given.client.planned_span = given.span;
    if (!given.client.planned) given.refuse(Code::bad_number, {given.reading.shown(given.text), 1, session_limit});
}

void read_fact(const CaseText& given) {
    const auto [fact, answer, parted] = halves_of(given.text);
    if (const auto truth = parted ? truth_of(answer) : Truth::yes)
        given.client.facts.push_back({std::string{fact}, *truth, given.span});
    else
        given.refuse(Code::bad_fact_answer, {has_id_letters(fact) ? std::string{answer} : given.reading.shown(answer)});
}

void read_observation(const CaseText& given) {
    const auto [event, written, parted] = halves_of(given.text);
    if (!parted)
        given.refuse(Code::bad_observation, {given.reading.shown(given.text)});
    else if (const auto date = given.date(written))
        given.client.observed.push_back({std::string{event}, *date, given.span});
}

}  // namespace

void read_case_text(const GivenText& given, const CaseReading& reading, Case& client, Diagnostics& diagnostics) {
    constexpr void (*readers[])(const CaseText&) = {read_id,      read_name, read_label,      read_session,
                                                    read_planned, read_fact, read_observation};
    readers[static_cast<std::size_t>(given.field)]({given.text, given.span, reading, client, diagnostics});
}

}  // namespace smpcare
