#include "say/answer/answer.hpp"
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
constexpr std::ptrdiff_t usual_lines = 9, lines_of_several = 12;

/// Where an answer says why: each row for itself, or all of them together.
enum class Why { in_rows, below };

/// Whether rows differ in their whys, so that each had better say its own.
bool tells_apart(const std::vector<say::AnswerRow>& rows) {
    return std::any_of(rows.begin(), rows.end(), [&](const say::AnswerRow& row) {
        return !row.whys.empty() && std::any_of(rows.begin(), rows.end(), [&](const say::AnswerRow& other) {
            return !other.whys.empty() && other.whys != row.whys;
        });
    });
}

void add_rows(Page& page, const std::vector<say::AnswerRow>& rows, Why why) {
    int width = 0;
    for (const auto& row : rows) width = std::max(width, display_width(row.name));
    for (const auto& row : rows) {
        auto text = row.text;
        if (why == Why::in_rows) join(text, ". ", joined(row.whys, " "));
        if (rows.size() == 1 || width > widest_name) {
            page.bullet(words::fill(page.words().common.labelled, row.name, text));
            continue;
        }
        const auto padding = static_cast<std::size_t>(width - display_width(row.name) + 2);
        page.row((page.ascii() ? "* " : "\u2022 ") + row.name + std::string(padding, ' '), text);
    }
}

/// How a page is made shorter, step by step: each part a paragraph of its own, why and how as one, all of it as one.
enum class Flow { apart, reasons, all };

struct Form {
    Why why;
    Flow flow;
    std::size_t least;  ///< sentences on how, if there are as many
};
constexpr std::array forms{Form{Why::in_rows, Flow::apart, 1}, Form{Why::in_rows, Flow::reasons, 1},
                           Form{Why::below, Flow::apart, 2},   Form{Why::below, Flow::reasons, 2},
                           Form{Why::below, Flow::apart, 1},   Form{Why::below, Flow::reasons, 1},
                           Form{Why::below, Flow::all, 1},     Form{Why::below, Flow::all, 0}};

/// Why, how and what is known of the days, with so many sentences on how.
std::vector<std::string> closing(const say::AnswerTold& told, const words::AnswerText& texts, const Form& form,
                                 std::size_t sentences) {
    std::string how;
    for (std::size_t i = 0; i < sentences; ++i) join(how, " ", told.how[i]);
    if (!how.empty()) how = words::fill(texts.how, how);
    auto why = form.why == Why::in_rows ? told.why_of_rows : told.why;
    join(why, " ", told.gain);
    std::vector<std::string> parts{why, how, told.days};
    const auto joins = static_cast<std::size_t>(form.flow);
    for (std::size_t i = 0; i < joins; ++i) {
        join(parts[0], " ", parts[1]);
        parts.erase(parts.begin() + 1);
    }
    return parts;
}

std::string page_of(const Plan& plan, const say::AnswerTold& told, Why why, const std::vector<std::string>& closing,
                    const Style& style) {
    Page page(style);
    page.emphasise({});
    page.paragraph(told.headline, 0, 2);
    page.plain();
    add_rows(page, told.rows, why);
    for (const auto& note : told.notes) page.paragraph(note, 0, 2);
    // One row alone is no list: what follows it makes one.
    const bool in_list = told.rows.size() == 1;
    for (const auto& part : closing) {
        if (in_list && &part != &closing.back() && !part.empty())
            page.bullet(part);
        else
            page.paragraph(part, 0, 2);
    }
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
    if (style.details)
        return page_of(plan, told, Why::below, {told.gain, told.days}, style) + details_of(plan, told, style);
    const auto most = answer.found.size() > 1 ? lines_of_several : usual_lines;
    const auto written = [&](const Form& form, std::size_t sentences) {
        return page_of(plan, told, form.why, closing(told, words.answer, form, sentences), style);
    };
    for (const auto& form : forms) {
        if (form.why == Why::in_rows && !tells_apart(told.rows)) continue;
        const auto least = std::min(form.least, told.how.size());
        for (auto count = told.how.size() + 1; count > least; --count) {
            auto text = written(form, count - 1);
            if (std::count(text.begin(), text.end(), '\n') <= most) return text;
        }
    }
    return written(forms.back(), 0);
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
