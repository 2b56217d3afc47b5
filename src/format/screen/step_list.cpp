#include "format/screen/step_list.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/screen/block.hpp"
#include "say/dates.hpp"
#include "say/steps.hpp"
#include "say/today.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

constexpr int label_columns = 15;  // columns; a longer one stands in the running text

/// A step and its date as it is written.
struct DatedStep {
    std::string date;
    std::vector<say::StepLine> lines;
};

std::vector<DatedStep> steps_after(const say::Speaker& speaker, Date after) {
    std::vector<DatedStep> told;
    auto near = after;
    for (const auto& step : steps(speaker.plan)) {
        if (step.date <= after) continue;
        told.push_back({say::date_near(step.date, near, speaker.words), say::step_lines(speaker, step)});
        near = step.date;
    }
    return told;
}

/// "allowed again   sport, sweating", or in running text where the label is long. A label stands once.
void add_line(Page& page, std::string_view date, std::string_view label, const std::string& names) {
    const auto& words = page.words();
    if (is_wide(page) && !names.empty() && display_width(label) < label_columns)
        page.row(std::string(date) + padded(label, label_columns), names);
    else if (names.empty() || label.empty())
        page.row(date, names.empty() ? label : names);
    else
        page.row(date, words::fill(words.common.labelled, label, names));
}

void add_step(Page& page, const DatedStep& step, int indent) {
    const bool wide = is_wide(page);
    if (!wide) page.paragraph(step.date);
    auto start = padded(wide ? std::string_view(step.date) : "", wide ? indent : 2);
    std::string_view label;
    for (const auto& line : step.lines) {
        const bool again = wide && line.text == label;
        label = line.text;
        add_line(page, start, again ? "" : label, say::names_text(line, page.words()));
        start.assign(static_cast<std::size_t>(display_width(start)), ' ');
    }
}

}  // namespace

void add_steps(Page& page, const say::Speaker& speaker, Date after) {
    const auto& texts = page.words().screen;
    const auto told = steps_after(speaker, after);
    const bool starts_again = speaker.plan.more_sessions == Truth::unknown;
    page.blank();
    Block(page, display_width(texts.steps))
        .row(texts.steps, starts_again ? texts.until_means_and_again : texts.until_means);
    if (told.empty()) page.paragraph(texts.no_steps);
    // A date with a year moves its own row.
    const int indent = display_width(say::weekday_day_month(last_date, page.words())) + 2;
    for (const auto& step : told) add_step(page, step, std::max(indent, display_width(step.date) + 2));
}

}  // namespace smpcare::format
