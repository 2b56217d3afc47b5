#include "base/safe_text.hpp"
#include "format/text/page.hpp"
#include "format/text/parts.hpp"
#include "format/text/rule_parts.hpp"
#include "say/changes.hpp"
#include "say/dates.hpp"

#include <smpcare/format.hpp>

#include <algorithm>

namespace smpcare::format {

namespace {

void add_failure(Page& page, const Protocol& protocol, const TestOutcome& outcome) {
    const auto& test = protocol.tests[outcome.test];
    const auto& texts = page.words().test;
    page.paragraph(words::fill(texts.failed, one_line(test.name), say::place(test.span, page.words())), 2, 8);
    if (!outcome.ran) return;
    for (const auto& failure : outcome.failures) {
        page.paragraph(
            words::fill(failure.expected_in_force ? texts.wants : texts.forbids, protocol.rules[failure.rule].id), 8,
            10);
    }
    const auto rules = outcome.in_force.empty() ? std::string(texts.nothing) : ids(protocol.rules, outcome.in_force);
    page.paragraph(words::fill(texts.on, say::short_date(*test.on, page.words()), rules), 8, 10);
}

}  // namespace

}  // namespace smpcare::format

namespace smpcare {

using namespace format;

std::string test_report(const Protocol& protocol, const Arg& file, std::span<const TestOutcome> outcomes,
                        const Style& style) {
    Page page(style);
    const auto& texts = page.words().test;
    const auto name = one_line(words::told(file, page.words()));
    const auto passed =
        std::count_if(outcomes.begin(), outcomes.end(), [](const TestOutcome& one) { return one.passed(); });
    page.paragraph(outcomes.empty() ? words::fill(texts.none, name)
                                    : words::fill(texts.file, name, passed, outcomes.size()));
    for (const auto& outcome : outcomes)
        if (outcome.passed())
            page.paragraph(words::fill(texts.passed, one_line(protocol.tests[outcome.test].name)), 2, 8);
        else
            add_failure(page, protocol, outcome);
    add_floors(page, protocol);
    return page.take();
}

}  // namespace smpcare
