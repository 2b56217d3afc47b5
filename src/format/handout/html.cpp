#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/handout/handout.hpp"
#include "format/handout/html_page.hpp"
#include "format/handout/html_text.hpp"
#include "format/handout/svg_timeline.hpp"
#include "format/renderers.hpp"
#include "say/discreet.hpp"

#include <array>

namespace smpcare::format {

namespace {

constexpr std::array<std::string_view, kind_count> class_names{"avoid",  "ask",   "limit", "do",
                                                               "expect", "visit", "warn"};

std::string_view class_of(Kind kind) { return class_names[static_cast<std::size_t>(kind)]; }

/// One client's part of a page.
struct Sheet {
    const Handout& handout;
    const words::Words& words;
    std::string id;  // begins every id
    bool alone;      // the only client: its parts are the page's landmarks
    std::string out{};

    void line(std::string_view text) { out.append(text).append("\n"); }
};

std::string link_of(const Contact& contact) {
    // A name or a number may be written in either direction.
    const auto text = "<bdi>" + escaped(contact.text) + "</bdi>";
    if (contact.link.empty()) return text;
    return "<a href=\"" + escaped(contact.link) + "\">" + text + "</a>";
}

void add_contacts(Sheet& sheet) {
    for (const auto& line : sheet.handout.contacts) {
        auto contacts = joined(line.contacts, ", ", link_of);
        if (line.contacts.empty())
            contacts = words::fill("({}) <span class=\"blank\">&nbsp;</span>", escaped(sheet.words.handout.write_here));
        sheet.line(words::fill("<p class=\"call\">{}: {}</p>", element("strong", line.label), contacts));
    }
}

void add_head(Sheet& sheet) {
    sheet.line("<header class=\"clinic\">");
    const auto& handout = sheet.handout;
    if (!handout.clinic.empty()) sheet.line("<p class=\"name\"><bdi>" + escaped(handout.clinic) + "</bdi></p>");
    if (!handout.address.empty()) sheet.line("<p class=\"address\"><bdi>" + escaped(handout.address) + "</bdi></p>");
    add_contacts(sheet);
    sheet.line("</header>");
}

void add_client(Sheet& sheet) {
    sheet.line(element("h1", sheet.handout.title));
    sheet.line("<dl class=\"head\">");
    for (const auto& [name, text] : sheet.handout.head)
        sheet.line("<dt><bdi>" + escaped(name) + "</bdi></dt><dd><bdi>" + escaped(text) + "</bdi></dd>");
    sheet.line("</dl>");
}

void open_section(Sheet& sheet, std::string_view name, std::string_view heading) {
    // With a name a section is a landmark; those of several clients would all have the same.
    const auto label = sheet.alone ? words::fill(" aria-labelledby=\"{}{}\"", sheet.id, name) : std::string();
    sheet.line(
        words::fill("<section class=\"{0}\"{1}>\n<h2 id=\"{2}{0}\">{3}</h2>", name, label, sheet.id, escaped(heading)));
}

void add_now_list(Sheet& sheet, const HandoutNow::List& list) {
    sheet.line(words::fill("<h3 class=\"{}\">{}</h3>\n<ul>", class_of(list.kind), escaped(list.heading)));
    for (const auto& line : list.lines) {
        sheet.line(words::fill("<li><span class=\"until\">{}:</span> {}</li>", escaped(line.until),
                               escaped(joined(line.titles, sheet.words.common.separator))));
    }
    sheet.line("</ul>");
}

void add_now(Sheet& sheet) {
    if (!sheet.handout.now) return;
    const auto& now = *sheet.handout.now;
    open_section(sheet, "now", now.heading);
    sheet.line("<div>");
    for (const auto& list : now.lists) add_now_list(sheet, list);
    if (!now.free.empty()) sheet.line(element("p", now.free));
    sheet.line(element("h3", now.next_heading));
    if (!now.next.empty()) sheet.line("<ul>");
    for (const auto& line : now.next) sheet.line(element("li", line));
    if (!now.next.empty()) sheet.line("</ul>");
    sheet.line("</div>\n</section>");
}

void add_entry(Sheet& sheet, const HandoutEntry& entry) {
    auto line = "<li>" + element("strong", entry.title);
    for (const auto& note : entry.notes)
        line += "<span class=\"joint\">, </span><span class=\"note\">" + escaped(note) + "</span>";
    if (!entry.calls.empty())
        line.insert(line.size() - std::string_view("</span>").size(), ": " + joined(entry.calls, ", ", link_of));
    if (!entry.detail.empty())
        line += "<span class=\"joint\">: </span><span class=\"detail\">" + escaped(entry.detail) + "</span>";
    sheet.line(line + "</li>");
}

void add_group(Sheet& sheet, const HandoutGroup& group) {
    // The roles keep it a table for those who listen, where the style sheet lays it out in blocks.
    std::string head = "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">";
    for (std::size_t i = 0; i < group.dates.size(); ++i) {
        if (i > 0) head += "<span class=\"joint\">, </span>";
        head += element("span", group.dates[i]);
    }
    for (const auto& note : group.notes) head += " <span class=\"note\">" + escaped(note) + "</span>";
    sheet.line(head + "</th><td role=\"cell\"><ul>");
    for (const auto& entry : group.entries) add_entry(sheet, entry);
    sheet.line("</ul></td></tr>");
}

void add_list(Sheet& sheet, const HandoutList& list) {
    const auto name = class_of(list.kind);
    open_section(sheet, name, list.heading);
    sheet.line(words::fill("<table role=\"table\" aria-labelledby=\"{}{}\">", sheet.id, name));
    const auto& texts = sheet.words.handout;
    sheet.line(
        words::fill("<thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">{}</th>"
                    "<th role=\"columnheader\" scope=\"col\">{}</th></tr></thead>\n<tbody role=\"rowgroup\">",
                    escaped(texts.when), escaped(texts.what)));
    for (const auto& group : list.groups) add_group(sheet, group);
    sheet.line("</tbody></table>\n</section>");
}

/// What is normal stands beside the signs to call about; the others flow.
void add_lists(Sheet& sheet) {
    const auto is_beside = [](Kind kind) { return kind == Kind::expect || kind == Kind::warn; };
    for (const bool beside : {true, false}) {
        sheet.line(beside ? "<div class=\"beside\">" : "<div class=\"lists\">");
        for (const auto& list : sheet.handout.lists)
            if (is_beside(list.kind) == beside) add_list(sheet, list);
        sheet.line("</div>");
    }
}

void add_timeline(Sheet& sheet, const say::Speaker& speaker, std::optional<Date> today) {
    const auto wide = svg_timeline(speaker, Shape::wide, sheet.id + "w", today);
    if (wide.empty()) return;
    open_section(sheet, "timeline", sheet.words.plan.timeline);
    sheet.line("<figure>");
    sheet.out += wide;
    sheet.out += svg_timeline(speaker, Shape::narrow, sheet.id + "n", today);
    sheet.line("</figure>\n</section>");
}

void add_notices(Sheet& sheet) {
    if (sheet.handout.notices.empty()) return;
    open_section(sheet, "notices", sheet.words.plan.notices);
    sheet.line("<ul>");
    for (const auto& notice : sheet.handout.notices) sheet.line(element("li", notice));
    sheet.line("</ul>\n</section>");
}

void add_signatures(Sheet& sheet) {
    const auto& texts = sheet.words.handout;
    open_section(sheet, "signatures", texts.signatures);
    sheet.line(element("p", texts.agreed) + "\n<div class=\"sign\">");
    for (const auto who : {texts.sign_client, texts.sign_practitioner})
        for (const auto what : {who, texts.sign_date})
            sheet.line(words::fill("<p>{}: <span class=\"blank\">&nbsp;</span></p>", escaped(what)));
    sheet.line("</div>\n</section>");
}

std::string sheet_of(const say::Speaker& speaker, const Style& style, std::string id, bool alone) {
    const auto handout = make_handout(speaker, style);
    Sheet sheet{handout, speaker.words, std::move(id), alone};
    add_head(sheet);
    sheet.line(alone ? "<main>" : "<div>");
    add_client(sheet);
    add_now(sheet);
    add_lists(sheet);
    add_timeline(sheet, speaker, handout.now ? style.today : std::nullopt);
    add_notices(sheet);
    add_signatures(sheet);
    sheet.line(alone ? "</main>" : "</div>");
    sheet.line("<footer>");
    sheet.line(element("p", handout.not_advice));
    sheet.line(element("p", handout.rules) + "\n</footer>");
    return std::move(sheet.out);
}

std::string title_of(const Plan& plan, const words::Words& words) {
    auto title = one_line(plan.protocol->title);
    const auto name = one_line(plan.client_name.empty() ? plan.client_id : plan.client_name);
    return name.empty() ? title : words::fill(words.handout.title, title, name);
}

}  // namespace

std::string plan_as_html(const Plan& plan, const Style& style) {
    const auto& words = words::of(style.language);
    const say::Speaker speaker{plan, words};
    return html_page(title_of(plan, words), sheet_of(speaker, style, "p", true), style);
}

std::string plans_as_html(std::span<const Plan> plans, const Style& style) {
    const auto& words = words::of(style.language);
    std::string body = "<main>\n";
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const say::DiscreetCopy shown(plans[i], style);
        const say::Speaker speaker{shown.plan(), words};
        body += "<article class=\"client\">\n";
        body += sheet_of(speaker, style, words::fill("p{}-", i + 1), false);
        body += "</article>\n";
    }
    return html_page(words.handout.all, body + "</main>\n", style);
}

}  // namespace smpcare::format
