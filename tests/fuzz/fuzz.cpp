#include "fuzz/fuzz.hpp"

#include "base/civil.hpp"

#include <smpcare/ask.hpp>
#include <smpcare/calendar.hpp>
#include <smpcare/files.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace smpcare::fuzz {
namespace {

constexpr Date first_session{date::year{2026} / date::November / 22};
constexpr Date second_session{date::year{2026} / date::December / 20};

void require_view(const Plan& plan, const DayView& view, const Style& style) {
    for (const auto& format : formats())
        if (format.day != nullptr) require(!format.day(plan, view, style).empty(), "a day without an output");
    if (view.next) require(view.next->date > view.date, "the next change is later");
}

void require_answers(const Plan& plan, const Style& style) {
    for (std::size_t i = 0; i < plan.protocol->activities.size(); ++i) {
        const auto& asked = plan.protocol->activities[i].id;
        const auto meaning = read_phrase(*plan.protocol, asked);
        require(meaning.found.size() + meaning.unknown.size() > 0, "a word is understood, or is not");
        read_slips(*plan.protocol, asked);
        const auto days = read_days(asked, first_session, second_session);
        require(!days.days || days.days->first <= days.days->second, "days have an order");
        const auto said = answer(plan, asked, {i}, {first_session, second_session});
        const auto& one = said.activities.front();
        require(!one.free_from || *one.free_from >= said.from, "free from the asked day on");
        require(!one.free_through || *one.free_through >= one.free_from, "a stretch has days");
        require(!one.road.empty() && one.road.front().start == said.from, "the road begins on the asked day");
        for (const auto& format : formats())
            if (format.answer != nullptr) format.answer(plan, said, style);
    }
}

void require_explained(const Plan& plan, const Style& style) {
    for (std::size_t rule = 0; rule < plan.protocol->rules.size(); ++rule) {
        const auto why = explain(plan, rule, second_session);
        require((why.standing == Standing::in_force) == why.kind.has_value(), "in force as some kind");
        for (const auto& format : formats())
            if (format.explanation != nullptr) format.explanation(plan, why, style);
    }
}

/// What `plan --format json` and `--format ics` give is read by those who read it.
void require_read_back(const Plan& plan, const Style& style) {
    Diagnostics found;
    const auto* const json = find_format("json");
    const auto recorded = read_plan_file({"plan.json", json->plan(plan, style)}, found);
    require_told(!recorded, found, "our own plan");
    require(recorded && !compare(*recorded, *recorded).any(), "a plan is as itself");
    for (const auto events : {Events::changes, Events::windows}) {
        Style options;
        options.calendar.events = events;
        const CalendarWriter writer{*plan.protocol, options};
        std::string bytes;
        if (!writer.append(plan, nullptr, bytes)) continue;
        require(read_calendar({"plan.ics", bytes}, found).has_value(), "our own calendar");
    }
}

}  // namespace

void require(bool holds, std::string_view what) {
    if (holds) return;
    std::fprintf(stderr, "broken: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

void require_safe(std::string_view text, std::string_view what) {
    require(!invalid_utf8_at(text), what);
    require(safe_text(text) == text, what);
}

void require_printable(const std::vector<Diagnostic>& told) {
    for (const auto& diagnostic : told) {
        const auto text = describe(diagnostic, {});
        require(text.ends_with('\n'), "a message ends its line");
        require_safe(text, "a message is safe to print");
        require(!explain(diagnostic.code, {}).empty(), "a code is explained");
        const auto& span = diagnostic.span;
        if (!span.source || span.source->text.view().empty() || span.line == 0) continue;
        const auto lines = std::ranges::count(span.source->text.view(), '\n') + 1;
        require(static_cast<std::ptrdiff_t>(span.line) <= lines + 1, "a message names a line of its file");
    }
}

void require_told(bool refused, const Diagnostics& told, std::string_view what) {
    require(refused == told.has_errors(), what);
    require_printable(told.all());
}

const SourceText& frozen_text() {
    static const SourceText text = [] {
        Diagnostics found;
        auto read = read_text(SMPCARE_SOURCE_DIR "/tests/golden/files/frozen.toml", rule_file_limit, found);
        require(read.has_value(), "the frozen protocol is there");
        return SourceText{"frozen.toml", read->text};
    }();
    return text;
}

const Protocol& frozen() {
    static const Protocol protocol = [] {
        Diagnostics found;
        auto loaded = load_protocol(frozen_text(), found);
        require(loaded.has_value(), "the frozen protocol loads");
        return *std::move(loaded);
    }();
    return protocol;
}

std::optional<Plan> plan_of(const Protocol& protocol) {
    Case client;
    client.id = "c1";
    client.name = "Ana Lee";
    client.sessions = {{first_session, {}}, {second_session, {}}};
    Diagnostics found;
    auto plan = make_plan(protocol, client, Scope::all, found);
    require_told(!plan, found, "a plan or an error");
    for (const auto& fault : found.all())
        require(fault.severity != Severity::error || fault.code == Code::window_out_of_range,
                "a protocol that loads makes a plan");
    return plan;
}

void require_shown(const Plan& plan) {
    Style style;
    style.today = first_session + Days{3};
    for (const auto& format : formats()) {
        if (format.plan == nullptr) continue;
        require(!invalid_utf8_at(format.plan(plan, style)), "an output is UTF-8");
    }
    require_safe(find_format("text")->plan(plan, style), "a plan is safe to print");
    style.width = 1;
    style.ascii = true;
    style.view = View::calendar;
    find_format("text")->plan(plan, style);
    require_view(plan, day_view(plan, first_session - Days{1}), style);
    require_view(plan, day_view(plan, second_session), style);
    require_answers(plan, style);
    require_explained(plan, style);
    require_read_back(plan, style);
}

}  // namespace smpcare::fuzz
