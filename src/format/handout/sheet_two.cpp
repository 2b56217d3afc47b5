#include "base/text.hpp"
#include "format/handout/html_text.hpp"
#include "format/handout/kind_names.hpp"
#include "format/handout/sheet.hpp"

namespace smpcare::format {

namespace {

void add_line(std::string& out, std::string_view name, std::string_view text, bool on_paper) {
    if (text.empty()) return;
    out += words::fill(" <p class=\"{}{}\">{}</p>", name, on_paper ? "" : " screen", escaped(text));
}

std::string_view class_of(const Entry& entry) {
    if (!entry.on_paper) return " class=\"screen\"";
    return entry.others_on_paper.empty() ? "" : " class=\"joined\"";
}

void add_entry(Sheet& sheet, const Entry& entry) {
    auto thing = element("strong", entry.title);
    if (!entry.note.empty()) thing += ", " + escaped(entry.note);
    if (!entry.others_on_paper.empty()) {
        const auto bold = [](const std::string& title) { return element("strong", title); };
        thing += "<span class=\"paper\">; " + joined(entry.others_on_paper, "; ", bold) + "</span>";
    }
    std::string date;
    if (!entry.date.empty()) date = words::fill(" <span class=\"date\">{}</span>", escaped(entry.date));
    auto out = words::fill("<li{}><p class=\"thing\"><span>{}</span>{}</p>", class_of(entry), thing, date);
    add_line(out, "rest", entry.rest, true);
    add_line(out, "why", entry.why, entry.why_on_paper);
    add_line(out, "detail", entry.detail, false);
    add_line(out, "instead", entry.instead, entry.instead_on_paper);
    sheet.line(out + "</li>");
}

void add_group(Sheet& sheet, const Group& group) {
    const auto name = format::class_of(group.kind);
    sheet.line(words::fill("<h3 class=\"{}\" id=\"{}\">{}</h3>", name, sheet.id_of(name), escaped(group.heading)));
    sheet.line(words::fill("<ul class=\"entries\" aria-labelledby=\"{}\">", sheet.id_of(name)));
    for (const auto& entry : group.entries) add_entry(sheet, entry);
    sheet.line("</ul>");
}

void add_texts(Sheet& sheet, std::string_view name, std::string_view heading, const std::vector<std::string>& items) {
    if (items.empty()) return;
    sheet.line(words::fill("<h3 class=\"texts {}\">{}</h3>\n<ul class=\"texts\">", name, escaped(heading)));
    for (const auto& item : items) sheet.line("<li>" + item + "</li>");
    sheet.line("</ul>");
}

void add_rules(Sheet& sheet, const Handout& handout) {
    std::string behind;
    if (!handout.client.empty()) behind = element("bdi", handout.client) + " ";
    behind += element("span", handout.until_means);
    for (const auto& mark : handout.marks) behind += " " + element("span", mark);
    sheet.open_section("rules", sheet.words.handout.rules, behind);
    sheet.line("<div class=\"groups\">");
    for (const auto& group : handout.groups) add_group(sheet, group);
    std::vector<std::string> advice, notices;
    for (const auto& [name, text] : handout.own_advice)
        advice.push_back(element("strong", name + ":") + " " + element("bdi", text));
    for (const auto& notice : handout.notices) notices.push_back(escaped(notice));
    add_texts(sheet, "advice", sheet.words.handout.own_advice, advice);
    add_texts(sheet, "note", sheet.words.plan.notices, notices);
    sheet.line("</div>");
    sheet.close_section();
}

void add_signatures(Sheet& sheet) {
    const auto& texts = sheet.words.handout;
    sheet.open_section("signatures", texts.signatures, element("span", texts.agreed));
    sheet.line("<div class=\"sign\">");
    for (const auto who : {texts.sign_client, texts.sign_practitioner})
        for (const auto what : {who, texts.sign_date})
            sheet.line(words::fill("<p>{} <span class=\"blank\">&nbsp;</span></p>", escaped(what)));
    sheet.line("</div>");
    sheet.close_section();
}

}  // namespace

void add_page_two(Sheet& sheet, const Handout& handout) {
    add_rules(sheet, handout);
    add_signatures(sheet);
    sheet.line(sheet.alone() ? "</main>" : "</div>");
    sheet.line("<footer>");
    if (!handout.address.empty()) {
        auto address = element("bdi", handout.address);
        if (!handout.clinic.empty()) address = element("bdi", handout.clinic) + ", " + address;
        sheet.line("<p class=\"address\">" + address + ".</p>");
    }
    if (!handout.web.text.empty()) sheet.line("<p>" + link_of(handout.web) + ".</p>");
    for (const auto& text : handout.foot) sheet.line(element("p", text));
    sheet.line("</footer>");
}

}  // namespace smpcare::format
