#include "format/renderers.hpp"
#include "say/discreet.hpp"
#include "words/words.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <array>

namespace smpcare {

namespace {

using namespace format;

/// A renderer whose plan is neutral where the style is discreet: decided here, once for every page.
template <auto render>
std::string discreetly(const Plan& plan, const Style& style) {
    const say::DiscreetCopy copy(plan, style);
    return render(copy.plan(), style);
}

constexpr std::array<std::string_view, 2> text_endings{"txt", "text"};
constexpr std::array<std::string_view, 1> json_endings{"json"};
constexpr std::array<std::string_view, 1> csv_endings{"csv"};
constexpr std::array<std::string_view, 1> ics_endings{"ics"};
constexpr std::array<std::string_view, 2> html_endings{"html", "htm"};
constexpr std::array<std::string_view, 1> pdf_endings{"pdf"};
constexpr std::array<std::string_view, 2> md_endings{"md", "markdown"};

/// A format is a folder (or a file) of this room and one row here. tests/unit/format/formats.cpp holds every row to it.
const auto& table() {  // NOLINT(readability-function-size): a table of so many rows
    static constexpr auto& texts = words::english.formats;
    static const std::array all{
        Format{.name = "text",
               .description = texts.text,
               .endings = text_endings,
               .can_be_discreet = true,
               .takes_view = true,
               .plan = discreetly<plan_as_text>,
               .day = day_as_text,
               .answer = answer_as_text,
               .explanation = explanation_as_text,
               .latest = latest_as_text,
               .difference = difference_as_text,
               .findings = findings_as_text,
               .rules = show_protocol},
        Format{.name = "json",
               .description = texts.json,
               .endings = json_endings,
               .streams = true,
               .plan = plan_as_json,
               .day = day_as_json,
               .answer = answer_as_json,
               .explanation = explanation_as_json,
               .latest = latest_as_json,
               .difference = difference_as_json,
               .findings = findings_as_json},
        Format{.name = "csv",
               .description = texts.csv,
               .endings = csv_endings,
               .holds_notices = false,
               .plan = plan_as_csv},
        Format{.name = "ics",
               .description = texts.ics,
               .endings = ics_endings,
               .can_be_discreet = true,
               .holds_notices = false,
               .streams = true,
               .calendar = true,
               .plan = plan_as_ics},
        Format{.name = "html",
               .description = texts.html,
               .endings = html_endings,
               .handout = true,
               .can_be_discreet = true,
               .takes_css = true,
               .plan = discreetly<plan_as_html>,
               .combined = plans_as_html,
               .rules = review_as_html},
        Format{.name = "pdf",
               .description = texts.pdf,
               .endings = pdf_endings,
               .handout = true,
               .can_be_discreet = true,
               .printed = true,
               .takes_css = true,
               .plan = discreetly<plan_as_page>,
               .combined = plans_as_pages},
        Format{.name = "md",
               .description = texts.md,
               .endings = md_endings,
               .handout = true,
               .can_be_discreet = true,
               .plan = discreetly<plan_as_md>,
               .rules = review_as_md},
        Format{.name = "line", .description = texts.line, .endings = {}, .day = day_as_line, .answer = answer_as_line},
    };
    return all;
}

template <class Has>
const Format* find(const Has& has) {
    const auto found = std::find_if(table().begin(), table().end(), has);
    return found == table().end() ? nullptr : &*found;
}

}  // namespace

std::span<const Format> formats() { return table(); }

const Format* find_format(std::string_view name) {
    return find([&](const Format& format) { return format.name == name; });
}

const Format* find_format_of_ending(std::string_view ending) {
    return find([&](const Format& format) {
        return std::find(format.endings.begin(), format.endings.end(), ending) != format.endings.end();
    });
}

std::span<const std::string_view> languages() { return words::languages(); }

}  // namespace smpcare
