#include "format/text/parts.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/changes.hpp"
#include "say/dates.hpp"
#include "say/lists.hpp"

namespace smpcare::format {

void add_clinic(Page& page, const Protocol& protocol) {
    const auto& common = page.words().common;
    const auto& clinic = protocol.clinic;
    if (!clinic.name.empty()) page.paragraph(words::fill(common.clinic, one_line(clinic.name)), 0, 2);
    if (!clinic.address.empty()) page.paragraph(words::fill(common.address, one_line(clinic.address)), 0, 2);
    for (const auto* text : {&clinic.email, &clinic.url}) page.paragraph(one_line(*text), 0, 2);
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

void add_foot(Page& page, const say::Speaker& speaker, bool rules) {
    const auto& common = page.words().common;
    const auto& protocol = speaker.protocol();
    page.blank();
    add_floors(page, protocol);
    add_clinic(page, protocol);
    page.paragraph(common.not_advice);
    if (rules) page.paragraph(say::rules_line(protocol, page.words()), 0, 2);
    page.paragraph(
        words::fill(page.words().screen.titled, one_line(protocol.title), say::reviewed_line(protocol, page.words())),
        0, 2);
}

}  // namespace smpcare::format
