#include "base/text.hpp"
#include "format/handout/md_text.hpp"
#include "format/renderers.hpp"
#include "format/review/sheet.hpp"

namespace smpcare::format {

namespace {

std::string md_line(const std::vector<std::string>& cells) { return "| " + joined(cells, " | ") + " |\n"; }

/// A table's row is one line, so what stands below something stands behind it.
std::string md_row(const ReviewRow& row) {
    const auto after = [](const std::string& text) { return text.empty() ? text : ": " + plain_md(text); };
    const auto bracketed = [](const std::string& text) { return text.empty() ? text : " (" + plain_md(text) + ")"; };
    return md_line({"**" + plain_md(row.title) + "** (" + plain_md(row.id) + ")" + after(row.detail),
                    plain_md(row.days) + bracketed(row.floor),
                    joined(row.published, "; ", plain_md) + (row.published.empty() ? "" : ". ") +
                        plain_md(row.evidence) + ": " + joined(row.sources, "; ", plain_md),
                    joined(row.changes, "; ", plain_md), "\u2610"});
}

}  // namespace

std::string review_as_md(const Protocol& protocol, const Style& style) {
    const auto& words = words::of(style.language);
    const auto& texts = words.review;
    const auto sheet = review_sheet(protocol, words);
    auto out = "# " + plain_md(sheet.title) + "\n\n";
    for (const auto& line : sheet.head) out += "- " + plain_md(line) + "\n";
    out += "\n" + plain_md(texts.how) + "\n";
    for (const auto& part : sheet.parts) {
        out += "\n## " + plain_md(part.heading) + "\n\n";
        std::vector<std::string> heads;
        for (const auto& head : {texts.rule, texts.days, texts.published, texts.changed, texts.agreed})
            heads.push_back(plain_md(head));
        out += md_line(heads) + md_line(std::vector<std::string>(heads.size(), "---"));
        for (const auto& row : part.rows) out += md_row(row);
    }
    out += "\n";
    for (const auto& label : {texts.reviewed_by, texts.date, texts.place})
        out += "- " + plain_md(label) + ": " + plain_md("____________________") + "\n";
    return out;
}

}  // namespace smpcare::format
