#include "format/calendar/title/window.hpp"

#include "base/safe_text.hpp"

#include <algorithm>
#include <utility>

namespace smpcare::calendar {

namespace {

constexpr int least_name = 8;  // columns of a name that is cut

/// What stands in brackets behind the name: a condition rather than that there is no end.
std::string note_of(const Prepared& prepared, const RuleTexts& texts, const Rule& rule, const WindowSays& says) {
    const auto& words = prepared.words.event;
    if (says.kind != rule.kind && !texts.tail_note.empty()) return texts.tail_note;
    if (says.unsure) return std::string(words.window_if_told);
    const bool tells_end = says.open && !says.waits && (restricts(says.kind) || says.kind == Kind::do_);
    return tells_end ? std::string(words.window_open) : std::string();
}

std::string waiting(const Prepared& prepared, const WindowSays& says, std::string title) {
    if (says.waits) title = words::fill(prepared.words.event.window_unless, title);
    return says.kind == Kind::warn ? words::fill(prepared.words.event.window_sign, title) : title;
}

std::string titled(const Prepared& prepared, const Rule& rule, const WindowSays& says, std::string_view name,
                   const std::string& note) {
    const auto& words = prepared.words;
    const auto kind = static_cast<std::size_t>(says.kind);
    const auto help = static_cast<std::size_t>(help_of(rule));
    auto title = says.kind == Kind::warn ? words::fill(words.event.window_signs[help], name)
                                         : words::fill(words.common.labelled, words.common.labels[kind], name);
    if (!note.empty()) title = words::fill(words.common.noted, title, note);
    return waiting(prepared, says, std::move(title));
}

}  // namespace

std::string window_title(const Prepared& prepared, const RuleTexts& texts, const Rule& rule, const WindowSays& says) {
    const auto note = note_of(prepared, texts, rule, says);
    const auto with = [&](std::string_view name) { return titled(prepared, rule, says, name, note); };
    for (const auto& name : {texts.full.plain, texts.brief.plain})
        if (auto title = with(name); display_width(title) <= title_room) return title;
    // A condition rather than what it is called.
    if (says.kind != rule.kind && !texts.tail_care.plain.empty())
        if (auto title = waiting(prepared, says, texts.tail_care.plain); display_width(title) <= title_room)
            return title;
    const int room = std::max(title_room - display_width(with("")), least_name);
    return cut_end(with(cut_end(texts.brief.plain, room, "…")), title_room, "…");
}

}  // namespace smpcare::calendar
