#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/handout/handout.hpp"
#include "format/handout/md_text.hpp"
#include "format/renderers.hpp"
#include "format/text/page.hpp"
#include "format/text/timeline.hpp"
#include "say/lists.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

constexpr int line_width = 80;

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
        out_.append(static_cast<std::size_t>(level * 2), ' ');
        wrapped("- ", text, level * 2 + 2);
    }
    void fenced(std::string_view text) {
        blank();
        out_.append("```text\n").append(text).append("```\n");
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
    if (!handout.clinic.empty()) page.bullet(bold(handout.clinic), 0);
    if (!handout.address.empty()) page.bullet(plain_md(handout.address), 0);
    for (const auto& line : handout.contacts) {
        auto contacts = joined(line.contacts, ", ", markdown_link);
        if (contacts.empty())
            contacts = "(" + plain_md(page.words.handout.write_here) + ") " + plain_md("____________________");
        page.bullet(labelled(page, line.label, contacts), 0);
    }
    for (const auto& [name, text] : handout.head) page.bullet(labelled(page, name, plain_md(text)), 0);
}

void add_now_list(Markdown& page, const HandoutNow::List& list) {
    page.bullet(bold(list.heading), 0);
    for (const auto& line : list.lines) {
        const auto titles = joined(line.titles, page.words.common.separator);
        page.bullet(words::fill(page.words.common.labelled, plain_md(line.until), plain_md(titles)), 1);
    }
}

void add_now(Markdown& page, const HandoutNow& now) {
    page.heading(2, now.heading);
    for (const auto& list : now.lists) add_now_list(page, list);
    if (!now.free.empty()) page.bullet(plain_md(now.free), 0);
    page.bullet(bold(now.next_heading), 0);
    for (const auto& line : now.next) page.bullet(plain_md(line), 1);
}

std::string entry_of(const HandoutEntry& entry) {
    auto title = bold(entry.title);
    for (const auto& note : entry.notes) title += ", " + plain_md(note);
    if (!entry.calls.empty()) title += ": " + joined(entry.calls, ", ", markdown_link);
    return entry.detail.empty() ? title : title + ": " + plain_md(entry.detail);
}

void add_list(Markdown& page, const HandoutList& list) {
    page.heading(2, list.heading);
    const auto separator = page.words.common.separator;
    for (const auto& group : list.groups) {
        auto line = plain_md(joined(group.dates, separator));
        const auto notes = plain_md(joined(group.notes, separator));
        if (!notes.empty()) line.append(" (").append(notes).append(")");
        page.bullet(line, 0);
        for (const auto& entry : group.entries) page.bullet(entry_of(entry), 1);
    }
}

/// The picture of a page without pictures: the text output's own bars.
void add_timeline(Markdown& page, const say::Speaker& speaker, Style style, std::optional<Date> today) {
    const auto items = say::items_with_bars(speaker);
    if (items.empty()) return;
    style.width = line_width;
    style.colour = false;
    Page bars(style);
    add_bars(bars, speaker, items, today);
    page.heading(2, page.words.plan.timeline);
    page.fenced(bars.take());
}

void add_signatures(Markdown& page) {
    const auto& texts = page.words.handout;
    page.heading(2, texts.signatures);
    page.paragraph(plain_md(texts.agreed));
    for (const auto who : {texts.sign_client, texts.sign_practitioner}) {
        const auto blank = plain_md("____________________");
        page.bullet(
            words::fill("{}: {} {}: {}", plain_md(who), blank, plain_md(texts.sign_date), plain_md("__________")), 0);
    }
}

}  // namespace

std::string plan_as_md(const Plan& plan, const Style& style) {
    const say::Speaker speaker{plan, words::of(style.language)};
    const auto handout = make_handout(speaker, style);
    Markdown page(speaker.words);
    add_head(page, handout);
    if (handout.now) add_now(page, *handout.now);
    for (const auto& list : handout.lists) add_list(page, list);
    add_timeline(page, speaker, style, handout.now ? style.today : std::nullopt);
    if (!handout.notices.empty()) page.heading(2, page.words.plan.notices);
    for (const auto& notice : handout.notices) page.bullet(plain_md(notice), 0);
    add_signatures(page);
    page.paragraph(plain_md(handout.not_advice));
    page.paragraph(plain_md(handout.rules));
    return page.take();
}

}  // namespace smpcare::format
