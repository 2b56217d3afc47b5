#include "format/text_parts.hpp"

#include "format/dates.hpp"
#include "format/safe_text.hpp"

#include <algorithm>

namespace smpcare {

namespace {

bool ends_before(std::optional<Date> a, std::optional<Date> b) { return a && (!b || *a < *b); }

std::string titles_of(const Speaker& speaker, const std::vector<Change>& changes) {
    std::string out;
    for (const auto& change : changes) {
        if (!out.empty()) out += speaker.words.common.separator;
        out += noted_title(speaker.words, change.kind, speaker.rule(change.rule));
    }
    return out;
}

}  // namespace

void add_by_end(Page& page, const Speaker& speaker, const std::vector<InForce>& in_force, Kind kind) {
    struct Line {
        std::optional<Date> end;
        std::string notes, titles;
    };
    std::vector<Line> lines;
    const auto& words = page.words();
    for (const auto& entry : in_force) {
        if (entry.kind != kind) continue;
        const auto notes = in_force_notes(speaker, entry);
        const auto same = [&](const Line& line) { return line.end == entry.end && line.notes == notes; };
        auto line = std::find_if(lines.begin(), lines.end(), same);
        if (line == lines.end()) line = lines.insert(line, {entry.end, notes, {}});
        if (!line->titles.empty()) line->titles += words.common.separator;
        line->titles += one_line(speaker.rule(entry.rule).title);
    }
    std::stable_sort(lines.begin(), lines.end(), [](auto& a, auto& b) { return ends_before(a.end, b.end); });
    for (const auto& [end, notes, titles] : lines) {
        auto label = until_phrase(words, end);
        if (!notes.empty()) label = words::fill(words.common.noted, label, notes);
        page.paragraph(words::fill(words.common.labelled, label, titles), 2, 4);
    }
}

void add_next(Page& page, const Speaker& speaker, const std::optional<Changes>& next) {
    const auto& words = page.words();
    if (!next) {
        page.paragraph(words.day.next_none);
        return;
    }
    page.emphasise({});
    page.paragraph(words::fill(words.day.next, long_date(next->date, words)));
    page.plain();
    if (!next->ends.empty()) {
        page.paragraph(words::fill(words.day.next_ends, titles_of(speaker, next->ends)), 2, 4);
    }
    if (!next->starts.empty()) {
        page.paragraph(words::fill(words.day.next_starts, titles_of(speaker, next->starts)), 2, 4);
    }
}

void add_clinic(Page& page, const Protocol& protocol) {
    const auto& common = page.words().common;
    const auto& clinic = protocol.clinic;
    if (!clinic.name.empty()) page.paragraph(words::fill(common.clinic, one_line(clinic.name)), 0, 2);
    if (!clinic.address.empty()) page.paragraph(words::fill(common.address, one_line(clinic.address)), 0, 2);
    page.paragraph(call_line(clinic, page.words()), 0, 2);
    if (!clinic.emergency.empty()) page.paragraph(words::fill(common.emergency, one_line(clinic.emergency)), 0, 2);
}

void add_foot(Page& page, const Protocol& protocol) {
    page.blank();
    page.paragraph(page.words().common.not_advice);
    page.paragraph(rules_line(protocol, page.words()), 0, 2);
}

void add_client(Page& page, const Speaker& speaker) {
    page.paragraph(client_line(speaker), 0, 2);
    for (const auto& [key, text] : speaker.plan.labels) {
        page.paragraph(words::fill(page.words().common.labelled, one_line(key), one_line(text)), 0, 2);
    }
}

std::string not_started_line(const Speaker& speaker, Date day) {
    const auto& words = speaker.words;
    const auto first = speaker.plan.sessions.front();
    return words::fill(words.common.not_started, long_date(day, words), long_date(first, words),
                       days_phrase(words, day_number(day, first)));
}

}  // namespace smpcare
