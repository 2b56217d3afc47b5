#include "say/answer.hpp"
#include "format/renderers.hpp"
#include "format/text/parts.hpp"

#include "base/safe_text.hpp"

#include <algorithm>
#include <array>

namespace smpcare::format {

namespace {

constexpr int line_columns = 60;
constexpr int widest_name = 24;
/// A whole answer about one thing should be seen in one look; several things need more.
constexpr std::ptrdiff_t most_lines = 9, more_lines = 12;

void add_rows(Page& page, const std::vector<say::AnswerRow>& rows) {
    int width = 0;
    for (const auto& row : rows) width = std::max(width, display_width(row.name));
    for (const auto& row : rows) {
        if (rows.size() == 1 || width > widest_name) {
            page.bullet(words::fill(page.words().common.labelled, row.name, row.text));
            continue;
        }
        const auto padding = static_cast<std::size_t>(width - display_width(row.name) + 2);
        page.row((page.ascii() ? "* " : "\u2022 ") + row.name + std::string(padding, ' '), row.text);
    }
}

/// Which of what may be left out a page has.
struct Room {
    bool how, detail, why;
};
/// From all to nothing.
constexpr std::array rooms{Room{true, true, false},  Room{true, false, true},  Room{false, true, false},
                           Room{false, false, true}, Room{true, false, false}, Room{false, false, false}};

std::string page_of(const Plan& plan, const say::AnswerTold& told, const Room& room, const Style& style) {
    Page page(style);
    page.emphasise({});
    page.paragraph(told.headline, 0, 2);
    page.plain();
    add_rows(page, told.rows);
    if (room.detail) page.paragraph(told.detail, 0, 2);
    if (room.why) page.paragraph(told.why, 0, 2);
    if (room.how) page.paragraph(told.how, 0, 2);
    for (const auto& note : told.notes) page.paragraph(note, 0, 2);
    add_floors(page, *plan.protocol);
    page.paragraph(told.call, 0, 2);
    return page.take();
}

std::string details_of(const Plan& plan, const say::AnswerTold& told, const Style& style) {
    Page page(style);
    page.raw({});
    for (const auto& why : told.whys) page.bullet(why);
    if (!told.whys.empty()) page.blank();
    page.paragraph(page.words().common.not_advice);
    page.paragraph(say::rules_line(*plan.protocol, page.words()), 0, 2);
    return page.take();
}

}  // namespace

std::string answer_as_text(const Plan& plan, const Answer& answer, const Style& style) {
    const auto& words = words::of(style.language);
    const auto told = say::told({plan, words}, answer);
    if (style.details) return page_of(plan, told, rooms.back(), style) + details_of(plan, told, style);
    const auto most = answer.found.size() > 1 ? more_lines : most_lines;
    std::string text;
    for (const auto& room : rooms) {
        // What has no detail is no page of its own.
        if (room.detail && told.detail.empty()) continue;
        text = page_of(plan, told, room, style);
        if (std::count(text.begin(), text.end(), '\n') <= most) break;
    }
    return text;
}

std::string answer_as_line(const Plan& plan, const Answer& answer, const Style& style) {
    return say::answer_line({plan, words::of(style.language)}, answer, line_columns) + '\n';
}

}  // namespace smpcare::format

std::string smpcare::nothing_said(const Protocol& protocol, std::string_view phrase,
                                  const std::vector<std::string>& near, bool of_sign, const Style& style) {
    format::Page page(style);
    for (const auto& line : say::nothing_said(protocol, page.words(), phrase, near, of_sign))
        page.paragraph(line, 0, 2);
    return page.take();
}
