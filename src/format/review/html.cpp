#include "base/text.hpp"
#include "format/handout/html_page.hpp"
#include "format/handout/html_text.hpp"
#include "format/renderers.hpp"
#include "format/review/sheet.hpp"

namespace smpcare::format {

namespace {

constexpr std::string_view sheet_css = R"(
@page { size: landscape; }
body { max-width: none; }
.review { width: calc(100% - .4mm); border-collapse: collapse; font-size: 9.5pt; overflow-wrap: break-word; table-layout: fixed; }
.review tr { break-inside: avoid; }
.review th, .review td { display: table-cell; width: auto; padding: 1mm 1.5mm; border: .2mm solid #555; text-align: left;
  vertical-align: top; }
.review tr { display: table-row; }
.review thead { display: table-header-group; }
.review tbody { display: table-row-group; }
table.review { display: table; margin: 0 .2mm; }
.review th { font-weight: bold; }
.review th:nth-child(2) { width: 9%; }
.review th:nth-child(3) { width: 33%; }
.review th:nth-child(4), .review th:nth-child(5) { width: 17%; }
.review small { display: block; font-weight: normal; }
)";

std::string lines(const std::vector<std::string>& texts) { return joined(texts, "<br>", escaped); }

std::string cell(std::string_view html) { return "<td>" + std::string(html) + "</td>"; }

std::string small(std::string_view text) { return text.empty() ? std::string() : element("small", text); }

std::string table_row(const ReviewRow& row) {
    return "<tr><th scope=\"row\">" + escaped(row.title) + small(row.id) + small(row.detail) + "</th>" +
           cell(escaped(row.days) + small(row.floor)) +
           cell(lines(row.published) + small(row.evidence) + small(joined(row.sources, "; "))) +
           cell(lines(row.changes)) + cell("\u2610") + "</tr>\n";
}

std::string table_of(const ReviewPart& part, const words::ReviewText& texts) {
    std::string out = element("h2", part.heading) + "\n<table class=\"review\">\n<thead><tr>";
    for (const auto& head : {texts.rule, texts.days, texts.published, texts.changed, texts.agreed})
        out += "<th scope=\"col\">" + escaped(head) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : part.rows) out += table_row(row);
    return out + "</tbody>\n</table>\n";
}

}  // namespace

std::string review_as_html(const Protocol& protocol, const Style& style) {
    const auto& words = words::of(style.language);
    const auto& texts = words.review;
    const auto sheet = review_sheet(protocol, words);
    std::string body = "<main>\n" + element("h1", sheet.title) + "\n<p>" + lines(sheet.head) + "</p>\n" +
                       element("p", texts.how) + "\n";
    for (const auto& part : sheet.parts) body += table_of(part, texts);
    for (const auto& label : {texts.reviewed_by, texts.date, texts.place})
        body += element("p", std::string(label) + ": ____________________________") + "\n";
    Style sheet_style = style;
    sheet_style.css = sheet_css;
    return html_page(sheet.title, body + "</main>", sheet_style);
}

}  // namespace smpcare::format
