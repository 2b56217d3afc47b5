#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/handout/handout.hpp"
#include "format/handout/md_text.hpp"
#include "format/handout/parts/lanes.hpp"
#include "format/handout/parts/short_dates.hpp"
#include "format/renderers.hpp"
#include "say/phrases.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

constexpr int line_width = 80;
constexpr int deeper = 4;  // which every reader takes for a list in a list, and for lines as they are
constexpr std::string_view blank_line = "____________________";
const std::string box = "\u25A1 ";

/// Words that Markdown reads as a list or a heading where they begin a line, as wrapping may let them.
bool marks_a_line(std::string_view word) {
    if (word.empty()) return false;
    const auto digits = word.find_first_not_of("0123456789");
    if (digits != std::string_view::npos && digits > 0) return word.substr(digits) == "." || word.substr(digits) == ")";
    return word.find_first_not_of("-+=") == std::string_view::npos;
}

std::string bold(std::string_view text) { return "**" + plain_md(text) + "**"; }

class Markdown {
public:
    explicit Markdown(const words::Words& spoken) : words(spoken) {}

    void heading(int level, std::string_view text) {
        blank();
        out_.append(static_cast<std::size_t>(level), '#').append(" ").append(plain_md(text)).append("\n\n");
    }
    void paragraph(std::string_view text) {
        blank();
        wrapped("", text, 0);
    }
    void bullet(std::string_view text, int level) {
        if (level == 0 && !in_list_) blank();
        in_list_ = true;
        out_.append(static_cast<std::size_t>(level * deeper), ' ');
        wrapped("- ", text, level * deeper + 2);
    }
    /// Lines that stay as they are.
    void verbatim(std::string_view text) {
        blank();
        for (; !text.empty(); text.remove_prefix(text.find('\n') + 1))
            out_.append(static_cast<std::size_t>(deeper), ' ').append(text.substr(0, text.find('\n') + 1));
    }
    std::string take() { return std::move(out_); }

    const words::Words& words;

private:
    // One blank line between blocks, none at the beginning.
    void blank() {
        in_list_ = false;
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
    }
    // A word longer than a line stays whole.
    void wrapped(std::string_view start, std::string_view text, int indent) {
        out_ += start;
        int column = indent;
        for (bool opens = true; !text.empty(); opens = false) {
            const auto word = text.substr(0, text.find(' '));
            const int width = display_width(word);
            const bool fits = opens || column + 1 + width <= line_width;
            if (!fits) out_.append("\n").append(static_cast<std::size_t>(indent), ' ');
            if (fits && !opens) out_ += ' ';
            column = (opens || !fits ? indent : column + 1) + width;
            const bool escape = (opens || !fits) && marks_a_line(word);
            out_ += escape ? std::string(word.substr(0, word.size() - 1)) + "\\" + word.back() : std::string(word);
            text.remove_prefix(std::min(word.size() + 1, text.size()));
        }
        out_ += '\n';
    }

    std::string out_;
    bool in_list_ = false;
};

std::string markdown_link(const Contact& contact) {
    return contact.link.empty() ? plain_md(contact.text) : "[" + plain_md(contact.text) + "](" + contact.link + ")";
}

std::string labelled(const Markdown& page, std::string_view label, std::string_view text) {
    return words::fill(page.words.common.labelled, bold(label), text);
}

void add_head(Markdown& page, const Handout& handout) {
    page.heading(1, handout.title);
    for (const auto& message : handout.messages) page.paragraph(bold(message));
    if (!handout.clinic.empty()) page.bullet(bold(handout.clinic), 0);
    if (!handout.address.empty()) page.bullet(plain_md(handout.address), 0);
    for (const auto& [name, text] : handout.head) page.bullet(labelled(page, name, plain_md(text)), 0);
}

void add_calls(Markdown& page, const Handout& handout) {
    page.heading(2, page.words.handout.call);
    for (const auto& row : handout.calls) {
        auto whom = row.contacts.empty() ? plain_md(row.whom)
                                         : words::fill(page.words.common.labelled, plain_md(row.whom),
                                                       joined(row.contacts, ", ", markdown_link));
        if (row.to_write) whom += " (" + plain_md(page.words.handout.write_here) + ") " + plain_md(blank_line);
        page.bullet(labelled(page, row.when, whom), 0);
        for (const auto& signs : row.signs) page.bullet(plain_md(at_a_start(signs)), 1);
    }
}

void add_named(Markdown& page, const NamedList& list) {
    page.bullet(bold(list.label), 0);
    for (const auto& name : list.names) page.bullet(plain_md(name), 1);
}

void add_now(Markdown& page, const HandoutNow& now) {
    page.heading(2, now.heading);
    for (const auto& list : now.lists) add_named(page, list);
    page.bullet(labelled(page, now.next.label, plain_md(joined(now.next.names, page.words.common.separator))), 0);
    if (!now.free.empty()) page.paragraph(plain_md(now.free));
}

void add_first_days(Markdown& page, const Handout& handout) {
    const auto& days = handout.first_days;
    if (days.lists.empty() && days.leads.empty()) return;
    page.heading(2, page.words.handout.first_days);
    for (const auto& lead : days.leads) page.paragraph(bold(lead));
    for (const auto& list : days.lists) add_named(page, list);
}

void add_steps(Markdown& page, const Handout& handout) {
    if (handout.steps.empty()) return;
    page.heading(2, page.words.handout.steps);
    page.paragraph(bold(page.words.handout.steps_again));
    for (const auto& row : handout.steps) {
        page.bullet(joined(row.dates, " ", [](const auto& date) { return box + bold(date); }), 0);
        for (const auto& part : row.parts) page.bullet(labelled(page, part.label, plain_md(part.names)), 1);
    }
    if (handout.visits.empty()) return;
    page.bullet(bold(page.words.handout.visits), 0);
    for (const auto& visit : handout.visits) page.bullet(box + plain_md(visit), 1);
}

void add_entry(Markdown& page, const Entry& entry) {
    auto thing = bold(entry.title);
    if (!entry.note.empty()) thing += ", " + plain_md(entry.note);
    if (!entry.date.empty()) thing = words::fill(page.words.common.labelled, thing, plain_md(entry.date));
    page.bullet(thing, 0);
    for (const auto* text : {&entry.rest, &entry.why, &entry.detail, &entry.instead})
        if (!text->empty()) page.bullet(plain_md(*text), 1);
}

void add_rules(Markdown& page, const Handout& handout) {
    page.heading(2, page.words.handout.rules);
    auto means = handout.until_means;
    for (const auto& mark : handout.marks) join(means, "; ", mark);
    page.paragraph(plain_md(means));
    for (const auto& group : handout.groups) {
        page.heading(3, group.heading);
        for (const auto& entry : group.entries) add_entry(page, entry);
    }
    if (!handout.own_advice.empty()) page.heading(3, page.words.handout.own_advice);
    for (const auto& [name, text] : handout.own_advice) page.bullet(labelled(page, name, plain_md(text)), 0);
    if (!handout.notices.empty()) page.heading(3, page.words.plan.notices);
    for (const auto& notice : handout.notices) page.bullet(plain_md(notice), 0);
}

/// A row of the picture in characters: `cells` of them for the days shown.
std::string bar_of(const Lane& lane, Date first, Date last, int cells) {
    const int days = day_number(first, last) + 1;
    std::string bar;
    for (int cell = 0; cell < cells; ++cell) {
        const Stretch here{first + Days{cell * days / cells},
                           first + Days{std::max(cell * days / cells, (cell + 1) * days / cells - 1)}};
        const auto holds = [&](const Stretch& stretch) {
            return stretch.start <= *here.end && (!stretch.end || here.start <= *stretch.end);
        };
        const bool held = std::ranges::any_of(lane.days, holds);
        bar += held ? (lane.avoid ? "#" : "-") : " ";
    }
    return bar.substr(0, bar.find_last_not_of(' ') + 1);
}

/// The picture of a page without pictures.
std::string picture_of(const Plan& plan, const std::vector<Lane>& lanes) {
    constexpr int names = 30, most_cells = 44;
    const auto first = plan.sessions.front(), last = last_shown_day(plan, lanes);
    const int cells = std::min(most_cells, day_number(first, last) + 1);
    std::string picture;
    for (const auto& lane : lanes) {
        auto name = cut_end(joined(lane.names, ", "), names - 2, "\u2026");
        name.append(static_cast<std::size_t>(names - display_width(name)), ' ');
        picture += name + bar_of(lane, first, last, cells) + "\n";
    }
    return picture;
}

void add_weeks(Markdown& page, const say::Speaker& speaker, const Handout& handout) {
    const auto& lanes = handout.lanes;
    if (lanes.empty()) return;
    const auto& texts = page.words.handout;
    page.heading(2, texts.weeks);
    page.paragraph(plain_md(handout.until_means));
    for (const auto& lane : lanes) page.bullet(labelled(page, names_of(lane), plain_md(lane.dates)), 0);
    const auto first = speaker.plan.sessions.front(), last = last_shown_day(speaker.plan, lanes);
    page.paragraph(plain_md(
        words::fill(texts.span, step_date(speaker, first), step_date(speaker, last)) + ": " +
        (lanes.front().avoid ? "# " + std::string(texts.legend_avoid) : "- " + std::string(texts.legend_careful))));
    page.verbatim(picture_of(speaker.plan, lanes));
}

void add_signatures(Markdown& page) {
    const auto& texts = page.words.handout;
    page.heading(2, texts.signatures);
    page.paragraph(plain_md(texts.agreed));
    for (const auto who : {texts.sign_client, texts.sign_practitioner}) {
        page.bullet(words::fill("{}: {} {}: {}", plain_md(who), plain_md(blank_line), plain_md(texts.sign_date),
                                plain_md("__________")),
                    0);
    }
}

}  // namespace

std::string plan_as_md(const Plan& plan, const Style& style) {
    const say::Speaker speaker{plan, words::of(style.language)};
    const auto handout = make_handout(speaker, style);
    Markdown page(speaker.words);
    add_head(page, handout);
    add_calls(page, handout);
    if (handout.now) add_now(page, *handout.now);
    if (!handout.summary.empty()) page.paragraph(labelled(page, page.words.handout.why, plain_md(handout.summary)));
    add_first_days(page, handout);
    add_weeks(page, speaker, handout);
    add_steps(page, handout);
    add_rules(page, handout);
    add_signatures(page);
    if (!handout.web.text.empty()) page.paragraph(markdown_link(handout.web));
    for (const auto& text : handout.foot) page.paragraph(plain_md(text));
    return page.take();
}

}  // namespace smpcare::format
