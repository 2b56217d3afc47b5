#include "base/text.hpp"
#include "format/handout/html_text.hpp"
#include "format/handout/sheet.hpp"

namespace smpcare::format {

namespace {

std::string bdi(std::string_view text) { return element("bdi", text); }

std::string_view class_of(const Handout& handout) {
    if (handout.flows) return " class=\"flows\"";
    return handout.sessions == 1 ? " class=\"single\"" : " class=\"double\"";
}

void add_head(Sheet& sheet, const Handout& handout, std::string_view logo) {
    sheet.line("<header class=\"clinic\">");
    if (!logo.empty()) sheet.line("<img class=\"logo\" alt=\"\" src=\"" + escaped(logo) + "\">");
    if (!handout.clinic.empty()) sheet.line("<p class=\"name\">" + bdi(handout.clinic) + "</p>");
    sheet.line(element("h1", handout.title));
    sheet.line("</header>");
}

void add_message(Sheet& sheet, const Handout& handout) {
    for (const auto& message : handout.messages) sheet.line("<p class=\"message\">" + escaped(message) + "</p>");
    sheet.line("<dl class=\"head\">");
    for (const auto& [name, text] : handout.head) sheet.line("<dt>" + bdi(name) + "</dt> <dd>" + bdi(text) + "</dd>");
    sheet.line("</dl>");
}

void add_jumps(Sheet& sheet, const Handout& handout) {
    const auto& texts = sheet.words.handout;
    const auto jump = [&](std::string_view name, std::string_view text) {
        return words::fill("<a href=\"#{}\">{}</a>", sheet.id_of(name), escaped(text));
    };
    std::string links;
    if (handout.now) join(links, " ", jump("now", texts.jump_to_today));
    join(links, " ", jump("call", texts.jump_to_call));
    if (!handout.lanes.empty()) join(links, " ", jump("weeks", texts.jump_to_weeks));
    if (!handout.steps.empty()) join(links, " ", jump("steps", texts.jump_to_steps));
    join(links, " ", jump("rules", texts.jump_to_rules));
    sheet.line("<p class=\"jump\">" + links + "</p>");
}

std::string list_of(std::string_view name, const std::vector<std::string>& items) {
    return words::fill("<ul class=\"{}\">{}</ul>", name,
                       joined(items, " ", [](const auto& item) { return element("li", item); }));
}

constexpr std::size_t longest_list = 7;

/// A list of as many as are taken in at once, or two of one length.
std::string signs_of(const std::vector<std::string>& signs) {
    if (signs.empty()) return "";
    if (signs.size() <= longest_list) return " " + list_of("signs", signs);
    const auto half = signs.begin() + static_cast<std::ptrdiff_t>((signs.size() + 1) / 2);
    return " " + list_of("signs", {signs.begin(), half}) + list_of("signs more", {half, signs.end()});
}

void add_call(Sheet& sheet, const CallRow& row) {
    auto whom = element("strong", row.whom);
    if (!row.contacts.empty()) whom += " " + joined(row.contacts, "<span class=\"joint\">, </span>", link_of);
    if (row.to_write)
        whom += words::fill(" <span class=\"blank\"><span class=\"hint\">({})</span></span>",
                            escaped(sheet.words.handout.write_here));
    sheet.line(element("dt", row.when));
    sheet.line("<dd><p class=\"whom\">" + whom + "</p>" + signs_of(row.each) + "</dd>");
}

void add_calls(Sheet& sheet, const Handout& handout) {
    sheet.open_section("call", sheet.words.handout.call);
    sheet.line("<dl>");
    for (const auto& row : handout.calls) add_call(sheet, row);
    sheet.line("</dl>");
    sheet.close_section();
}

void add_now(Sheet& sheet, const Handout& handout) {
    if (!handout.now) return;
    const auto& now = *handout.now;
    sheet.open_section("now", now.heading);
    sheet.line("<dl>");
    for (const auto& list : now.lists)
        sheet.line(element("dt", list.label) + "<dd>" + list_of("names", list.names) + "</dd>");
    sheet.line(element("dt", now.next.label) + "<dd>" + escaped(joined(now.next.names, "; ")) + "</dd>");
    sheet.line("</dl>");
    if (!now.free.empty()) sheet.line(element("p", now.free));
    sheet.close_section();
}

void add_why(Sheet& sheet, const Handout& handout) {
    if (handout.summary.empty()) return;
    const auto label = element("strong", std::string(sheet.words.handout.why) + ":");
    sheet.line("<p class=\"reason\">" + label + " " + escaped(handout.summary) + "</p>");
}

void add_first_days(Sheet& sheet, const Handout& handout) {
    const auto& days = handout.first_days;
    if (days.lists.empty() && days.leads.empty()) return;
    std::string lead;
    for (const auto& one : days.leads) join(lead, " ", element("strong", one));
    sheet.open_section("first", sheet.words.handout.first_days, lead);
    // Paper needs no word for what the heading says.
    const auto told = sheet.words.common.headings[static_cast<std::size_t>(Kind::do_)];
    for (const auto& list : days.lists)
        sheet.line(words::fill("<p class=\"label{}\">{}</p>{}", list.label == told ? " told" : "", escaped(list.label),
                               list_of("names", list.names)));
    sheet.close_section();
}

std::string legend_of(const Sheet& sheet, const Handout& handout) {
    const auto& texts = sheet.words.handout;
    const auto legend = [](std::string_view look, std::string_view text) {
        return words::fill("<span class=\"legend {}\">{}</span>", look, escaped(text));
    };
    const bool avoid = handout.lanes.front().avoid;
    auto line = avoid ? legend("bar", texts.legend_avoid) : legend("thin", texts.legend_careful);
    if (handout.sessions > 1) line += " " + legend("session", texts.legend_session);
    if (handout.now) line += " " + legend("today", texts.legend_today);
    return line;
}

void add_weeks(Sheet& sheet, const Handout& handout, const Weeks& weeks) {
    if (handout.lanes.empty()) return;
    sheet.open_section("weeks", sheet.words.handout.weeks, legend_of(sheet, handout));
    const auto& texts = sheet.words.handout;
    sheet.line(words::fill("<figure>\n<figcaption><span>{}</span> <span class=\"until\">{}</span> {}</figcaption>",
                           escaped(handout.lanes.front().avoid ? texts.lane_avoid : texts.lane_careful),
                           escaped(texts.lane_dates), weeks.axis()));
    sheet.line("<ul class=\"lanes\">");
    for (const auto& lane : handout.lanes)
        sheet.line(words::fill("<li><span class=\"thing\">{}</span> <span class=\"until\">{}</span> {}</li>",
                               escaped(names_of(lane)), escaped(lane.dates), weeks.bars(lane)));
    sheet.line("</ul>\n</figure>");
    sheet.close_section();
}

std::string step_part(const StepPart& part) { return element("strong", part.label + ":") + " " + escaped(part.names); }

/// What is allowed again under its heading: its label is shown where the table has none, and where it says more.
std::string freed(const StepPart& part, std::string_view label) {
    const bool plain = part.label == label;
    return words::fill("<strong{}>{}:</strong> {}", plain ? " class=\"label\"" : "", escaped(part.label),
                       escaped(part.names));
}

void add_step(Sheet& sheet, const StepRow& row) {
    const auto date = [](const auto& text) { return "<span class=\"box\">" + escaped(text) + "</span>"; };
    const auto label = at_a_start(std::string(sheet.words.steps.allowed));
    std::string free, news;
    for (const auto& part : row.parts)
        if (part.frees)
            join(free, ". ", freed(part, label));
        else
            join(news, ". ", step_part(part));
    sheet.line("<tr><th scope=\"row\">" + joined(row.dates, " ", date) + "</th><td>" + free + "</td><td>" + news +
               "</td></tr>");
}

void add_steps(Sheet& sheet, const Handout& handout) {
    if (handout.steps.empty()) return;
    const auto& texts = sheet.words.handout;
    sheet.open_section("steps", texts.steps, element("strong", texts.steps_again));
    sheet.append("<table>\n<thead><tr>");
    for (const auto& head : {std::string(texts.step_from), at_a_start(std::string(sheet.words.steps.allowed)),
                             std::string(texts.step_news)})
        sheet.append("<th scope=\"col\">" + escaped(head) + "</th>");
    sheet.line("</tr></thead>\n<tbody>");
    for (const auto& row : handout.steps) add_step(sheet, row);
    sheet.line("</tbody>\n</table>");
    if (!handout.visits.empty())
        sheet.line("<p class=\"visits\">" + element("strong", std::string(sheet.words.handout.visits) + ":") + " " +
                   joined(handout.visits, " ",
                          [](const auto& visit) { return "<span class=\"box\">" + escaped(visit) + "</span>"; }) +
                   "</p>");
    sheet.close_section();
}

}  // namespace

std::string link_of(const Contact& contact) {
    if (contact.link.empty()) return element("bdi", contact.text);
    return "<a href=\"" + escaped(contact.link) + "\">" + element("bdi", contact.text) + "</a>";
}

void Sheet::open_section(std::string_view name, std::string_view heading, std::string_view behind) {
    // With a name a section is a landmark; those of several clients would all have the same.
    const auto label = alone_ ? words::fill(" aria-labelledby=\"{}\"", id_of(name)) : std::string();
    line(words::fill("<section class=\"{}\"{}>", name, label));
    const auto title = words::fill("<h2 id=\"{}\">{}</h2>", id_of(name), escaped(heading));
    line(behind.empty() ? title : "<div class=\"heading\">" + title + " <p>" + std::string(behind) + "</p></div>");
}

void add_page_one(Sheet& sheet, const Handout& handout, const Pictures& pictures) {
    add_head(sheet, handout, pictures.logo);
    sheet.line(words::fill("<{}{}>", sheet.alone() ? "main" : "div", class_of(handout)));
    add_message(sheet, handout);
    add_jumps(sheet, handout);
    add_calls(sheet, handout);
    add_now(sheet, handout);
    add_why(sheet, handout);
    add_first_days(sheet, handout);
    add_weeks(sheet, handout, pictures.weeks);
    add_steps(sheet, handout);
}

}  // namespace smpcare::format
