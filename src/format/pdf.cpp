#include "format/calendar/pen.hpp"
#include "format/handout/html_page.hpp"
#include "format/renderers.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace smpcare {

namespace format {

namespace {

/// The paper, unless the clinic's own sheet, which follows, names another.
Style on_paper(const Style& style) {
    auto paper = style;
    paper.css = "@page { size: A4 }\n" + style.css;
    return paper;
}

/// A date as it stands in a PDF, of the length that browsers give it, so that no offset of the file moves.
std::string pdf_date(std::string_view stamp) {
    return "(D:" + std::string{stamp.substr(0, 8)} + std::string{stamp.substr(9, 6)} + "+00'00')";
}

/// When it was made is not what it holds.
void set_dates(std::string& pdf, const std::string& date) {
    for (const std::string_view key : {"/CreationDate ", "/ModDate "}) {
        const auto at = pdf.find(key);
        if (at == std::string::npos) continue;
        const auto value = at + key.size();
        const auto end = pdf.find(')', value);
        if (end != std::string::npos && end + 1 - value == date.size()) pdf.replace(value, date.size(), date);
    }
}

/// The numbers of a PDF's objects that are pages, in their order.
std::vector<std::string_view> pages_of(std::string_view pdf) {
    constexpr std::string_view start = " 0 obj\n<</Type /Page\n";
    std::vector<std::string_view> pages;
    for (auto at = pdf.find(start); at != std::string_view::npos; at = pdf.find(start, at + 1)) {
        const auto line = pdf.rfind('\n', at) + 1;
        pages.push_back(pdf.substr(line, at - line));
    }
    return pages;
}

/// Before which clients of a pile a blank page is needed, for each to begin on an odd one. Browsers do not leave one;
/// where each client begins, the target of a link to the first part of each page says.
std::vector<bool> blanks_needed(std::string_view pdf) {
    const auto pages = pages_of(pdf);
    std::vector<bool> needed;
    for (std::size_t blanks = 0;; blanks += static_cast<std::size_t>(needed.back())) {
        const auto target = "/p" + std::to_string(needed.size() + 1) + "-call [";
        const auto at = pdf.find(target);
        if (at == std::string_view::npos) return needed;
        const auto number = pdf.substr(at + target.size(), pdf.find(' ', at + target.size()) - at - target.size());
        const auto first = std::find(pages.begin(), pages.end(), number) - pages.begin();
        needed.push_back((static_cast<std::size_t>(first) + blanks) % 2 == 1);
    }
}

/// The pile with those blank pages.
std::string with_blanks(std::string_view page, const std::vector<bool>& needed) {
    std::string out;
    for (const bool is_needed : needed) {
        const auto at = page.find(client_begins);
        if (at == std::string_view::npos) break;
        out += page.substr(0, at);
        if (is_needed) out.append(client_begins).append("&#160;</article>\n");
        out += client_begins;
        page.remove_prefix(at + client_begins.size());
    }
    return out.append(page);
}

Arg reason_of(const Printed& printed, const Browser& browser) {
    switch (printed.outcome) {
        case Printed::Outcome::silent:
            return {Term::browser_silent, {browser.patience}};
        case Printed::Outcome::no_pdf:
            return Term::browser_no_pdf;
        case Printed::Outcome::failed:
        case Printed::Outcome::done:
            break;
    }
    return printed.said.empty() ? Arg{Term::browser_failed} : Arg{printed.said};
}

}  // namespace

std::string plan_as_page(const Plan& plan, const Style& style) { return plan_as_html(plan, on_paper(style)); }

std::string plans_as_pages(std::span<const Plan> plans, const Style& style) {
    return plans_as_html(plans, on_paper(style));
}

}  // namespace format

std::optional<std::string> print(const Plan& plan, std::string_view page, const Style& style, const Browser& browser,
                                 Diagnostics& diagnostics) {
    auto printed = print_page(browser, page);
    const auto blanks = format::blanks_needed(printed.pdf);
    if (std::find(blanks.begin(), blanks.end(), true) != blanks.end())
        printed = print_page(browser, format::with_blanks(page, blanks));
    if (printed.outcome != Printed::Outcome::done) {
        diagnostics.error(Code::cannot_print, {}, {browser.program, format::reason_of(printed, browser)});
        return std::nullopt;
    }
    format::set_dates(printed.pdf, format::pdf_date(calendar::new_stamp(style, plan, nullptr)));
    return std::move(printed.pdf);
}

}  // namespace smpcare
