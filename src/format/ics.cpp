#include "format/dates.hpp"
#include "format/ics_writer.hpp"
#include "format/phrases.hpp"
#include "format/renderers.hpp"
#include "format/safe_text.hpp"
#include "format/uuid.hpp"

#include <algorithm>
#include <array>

namespace smpcare {

namespace {

constexpr std::string_view events_mode = "windows";
constexpr std::size_t detail_limit = 1600;  // code points; long descriptions have lost mails and synchronisations

// The content lines and texts that every event of one rule and kind shares; they depend on the protocol alone.
struct RuleTexts {
    std::string summary_line, alarm_line, detail;
};

// What all events of a plan share.
struct Context {
    Speaker speaker;
    std::string plan_id, foot;
};

std::string cut_short(std::string_view text, const words::Words& words) {
    if (text.size() <= detail_limit) return std::string(text);
    std::size_t at = 0;
    for (std::size_t count = 0; count < detail_limit && at < text.size(); ++count) {
        at += code_point_length(text.substr(at));
    }
    if (at == text.size()) return std::string(text);
    return std::string(text.substr(0, at)).append(words.common.truncated);
}

RuleTexts texts_of(const words::Words& words, const Rule& rule, Kind kind) {
    RuleTexts texts;
    const auto title = ics::summary_text(labelled_title(words, kind, rule));
    ics::add_text(texts.summary_line, "SUMMARY", title);
    ics::add_text(texts.alarm_line, "DESCRIPTION", title);
    texts.detail = cut_short(ics::description_text(rule.detail), words);
    return texts;
}

// Without an id the name and the first session stand for the client: a moved first session is then another plan.
std::string plan_id(const Plan& plan) {
    if (!plan.client_id.empty()) return uuid5({"id", plan.client_id});
    return uuid5({"name", plan.client_name, iso(plan.sessions.front())});
}

std::string stamp(const Plan& plan, const Style& style) {
    static constexpr long long last_second = 253402300799;  // the end of the year 9999
    const auto midnight = std::chrono::sys_seconds{plan.sessions.front()}.time_since_epoch().count();
    const auto seconds = std::clamp(style.epoch.value_or(midnight), -2208988800LL, last_second);
    const auto at = std::chrono::sys_seconds{std::chrono::seconds{seconds}};
    const auto day = std::chrono::floor<Days>(at);
    const date::year_month_day civil{day};
    const auto clock = (at - day).count();
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(civil.year()),
                       static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()), clock / 3600,
                       clock / 60 % 60, clock % 60);
}

void add_paragraph(std::string& out, std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += '\n';
    out += text;
}

// Ends first: that is what people open an event for.
void add_dates(std::string& out, const Speaker& speaker, const Item& item, const Window& window) {
    const auto& words = speaker.words;
    const auto start = long_date(window.start, words);
    const auto start_place = place_of_start(speaker, item, window);
    if (!window.end) {
        add_paragraph(out, words::fill(words.event.open, start, start_place));
    } else if (*window.end == window.start) {
        add_paragraph(out, words::fill(words.event.one_day, start, start_place));
    } else {
        const auto end_place = place_in(speaker, window, *window.end);
        add_paragraph(out, words::fill(words.event.until, long_date(*window.end, words), end_place));
        add_paragraph(out, words::fill(words.event.begins, start, start_place));
    }
    if (window.target) {
        add_paragraph(out, words::fill(words.event.best_on, long_date(*window.target, words),
                                       place_in(speaker, window, *window.target)));
    }
}

std::string description(const Context& context, const Item& item, const Window& window, const RuleTexts& texts) {
    const auto& speaker = context.speaker;
    const auto& words = speaker.words;
    const auto& rule = speaker.rule(item.rule);
    std::string out;
    add_dates(out, speaker, item, window);
    if (window.kind != rule.kind && rule.until) {
        add_paragraph(out, words::fill(words.event.only_if, one_line(speaker.protocol().events[*rule.until].title)));
    }
    if (rule.count_from == CountFrom::last && !window.after_sessions.empty()) {
        add_paragraph(out, words::fill(words.event.counts_from, window.after_sessions.back()));
    }
    if (item.provisional) add_paragraph(out, words.event.provisional);
    add_paragraph(out, condition_phrase(speaker, rule, item.unknown));
    if (rule.help) add_paragraph(out, words.phrases.help[static_cast<std::size_t>(*rule.help)]);
    add_paragraph(out, frequency_phrase(words, rule));
    add_paragraph(out, texts.detail);
    add_paragraph(out, context.foot);
    return ics::description_text(out);
}

// Numbers the windows of one rule and kind that begin with the same session, so that no date enters an identity.
std::ptrdiff_t ordinal(const Item& item, const Window& window) {
    const auto same = [&](const Window& other) {
        return other.kind == window.kind && other.after_sessions.front() == window.after_sessions.front();
    };
    return std::count_if(item.windows.data(), &window, same) + 1;
}

ics::Event event_of(const Context& context, const Item& item, const Window& window, const RuleTexts& texts) {
    const auto& plan = context.speaker.plan;
    const auto& rule = context.speaker.rule(item.rule);
    const auto session = std::to_string(window.after_sessions.front());
    const auto number = std::to_string(ordinal(item, window));
    const bool on_session = std::find(plan.sessions.begin(), plan.sessions.end(), window.start) != plan.sessions.end();
    ics::Event event;
    event.uid = uuid5({context.plan_id, events_mode, rule.id, name(window.kind), session, number});
    event.start = window.start;
    event.last = window.end.value_or(window.start);
    event.summary_line = texts.summary_line;
    if (!on_session) event.alarm_line = texts.alarm_line;
    event.description = description(context, item, window, texts);
    event.category = context.speaker.words.event.category;
    return event;
}

void add_events(std::vector<ics::Event>& events, const Context& context, const Item& item) {
    std::array<std::optional<RuleTexts>, all_kinds.size()> texts;
    for (const auto& window : item.windows) {
        auto& made = texts[static_cast<std::size_t>(window.kind)];
        if (!made) made = texts_of(context.speaker.words, context.speaker.rule(item.rule), window.kind);
        events.push_back(event_of(context, item, window, *made));
    }
}

}  // namespace

std::string plan_as_ics(const Plan& plan, const Style& style) {
    const auto& words = words::of(style.language);
    const auto& protocol = *plan.protocol;
    Context context{{plan, words, true}, plan_id(plan), {}};
    add_paragraph(context.foot, call_line(protocol.clinic, words));
    if (!protocol.clinic.emergency.empty()) {
        add_paragraph(context.foot, words::fill(words.common.emergency, one_line(protocol.clinic.emergency)));
    }
    add_paragraph(context.foot, words.common.not_advice);

    ics::Calendar calendar;
    calendar.stamp = stamp(plan, style);
    calendar.protocol = ics::summary_text(fmt::format("{} {} {}", protocol.id, protocol.version, protocol.fingerprint));
    calendar.name = ics::summary_text(protocol.title);
    for (const auto& item : plan.items) add_events(calendar.events, context, item);
    return ics::bytes_of(calendar);
}

}  // namespace smpcare
