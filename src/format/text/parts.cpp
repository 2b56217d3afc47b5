#include "format/text/parts.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/changes.hpp"
#include "say/dates.hpp"
#include "say/lists.hpp"

namespace smpcare::format {

void add_by_end(Page& page, const say::Speaker& speaker, const std::vector<InForce>& in_force, Kind kind) {
    const auto& words = page.words();
    for (const auto& group : say::by_end(speaker, in_force, kind)) {
        const auto titles = joined(group.entries, words.common.separator, [&](const InForce* entry) {
            return say::advised_title(words, speaker.rule(entry->rule));
        });
        page.paragraph(words::fill(words.common.labelled, say::end_phrase(words, group), titles), 2, 4);
    }
}

void add_next(Page& page, const say::Speaker& speaker, const std::optional<Changes>& next) {
    const auto& words = page.words();
    if (!next) {
        page.paragraph(words.day.next_none);
        return;
    }
    page.emphasise({});
    page.paragraph(words::fill(words.day.next, say::long_date(next->date, words)));
    page.plain();
    if (!next->ends.empty()) page.paragraph(words::fill(words.day.next_ends, titles_of(speaker, next->ends)), 2, 4);
    if (!next->starts.empty())
        page.paragraph(words::fill(words.day.next_starts, titles_of(speaker, next->starts)), 2, 4);
}

void add_clinic(Page& page, const Protocol& protocol) {
    const auto& common = page.words().common;
    const auto& clinic = protocol.clinic;
    if (!clinic.name.empty()) page.paragraph(words::fill(common.clinic, one_line(clinic.name)), 0, 2);
    if (!clinic.address.empty()) page.paragraph(words::fill(common.address, one_line(clinic.address)), 0, 2);
    page.paragraph(say::call_line(clinic, page.words()), 0, 2);
    if (!clinic.emergency.empty())
        page.paragraph(words::fill(common.emergency, joined(clinic.emergency, ", ", one_line)), 0, 2);
}

void add_sessions_to_come(Page& page, const Plan& plan) {
    const auto& common = page.words().common;
    if (plan.more_sessions == Truth::yes)
        page.paragraph(words::fill(common.labelled, common.to_come, common.ends_wait), 0, 2);
    if (plan.more_sessions == Truth::unknown) page.paragraph(common.starts_again);
}

void add_floors(Page& page, const Protocol& protocol) {
    for (const auto& line : say::floor_lines(protocol, page.words())) page.paragraph(line, 0, 2);
}

void add_foot(Page& page, const Protocol& protocol) {
    page.blank();
    add_floors(page, protocol);
    page.paragraph(page.words().common.not_advice);
    page.paragraph(say::rules_line(protocol, page.words()), 0, 2);
}

void add_client(Page& page, const say::Speaker& speaker) {
    page.paragraph(say::client_line(speaker), 0, 2);
    for (const auto& [key, text] : speaker.plan.labels)
        page.paragraph(words::fill(page.words().common.labelled, one_line(key), one_line(text)), 0, 2);
}

}  // namespace smpcare::format
