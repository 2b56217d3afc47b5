#include "format/screen/step_list.hpp"

#include "base/code_points.hpp"
#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/screen/block.hpp"
#include "say/dates.hpp"
#include "say/steps.hpp"
#include "say/today.hpp"

#include <algorithm>
#include <string>

namespace smpcare::format {

namespace {

constexpr int label_columns = 15;            // columns; a longer one stands in the running text
constexpr int behind_date = 2;               // columns
constexpr std::size_t most_step_lines = 39;  // below the heading, and of a wide page

/// What changes, and on which days: on several only where a page has little room.
struct DatedStep {
    std::vector<Date> dates;
    std::vector<say::StepLine> lines;
};

std::vector<DatedStep> steps_after(const say::Speaker& speaker, const std::vector<Step>& all, Date after) {
    std::vector<DatedStep> told;
    for (const auto& step : all)
        if (step.date > after) told.push_back({{step.date}, say::step_lines(speaker, step)});
    return told;
}

bool same_lines(const DatedStep& a, const DatedStep& b) {
    return std::equal(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(),
                      [](const say::StepLine& one, const say::StepLine& other) {
                          return one.text == other.text && one.names == other.names && one.note == other.note;
                      });
}

/// What changes alike after each session stands once, with all its days.
std::vector<DatedStep> with_repeats_joined(const std::vector<DatedStep>& told) {
    std::vector<DatedStep> joined;
    for (const auto& step : told) {
        const auto same =
            std::find_if(joined.begin(), joined.end(), [&](const DatedStep& other) { return same_lines(other, step); });
        if (same == joined.end())
            joined.push_back(step);
        else
            same->dates.push_back(step.dates.front());
    }
    return joined;
}

/// How much room there is.
struct StepForm {
    bool running;  ///< all of a step in running text
    int indent;    ///< of what stands beside a date
};

/// "allowed again   sport, sweating", or in running text where the label is long. What has conditions of its own has
/// a row of its own where all do not fit into one.
void add_line(Page& page, const std::string& start, std::string_view label, const std::vector<std::string>& names) {
    const auto& words = page.words();
    const auto text = joined(names, words.common.separator);
    if (text.empty()) {
        page.row(start, label);
        return;
    }
    if (!is_wide(page) || display_width(label) >= label_columns) {
        page.row(start, words::fill(words.common.labelled, label, text));
        return;
    }
    const auto before = start + padded(label, label_columns);
    if (display_width(before) + display_width(text) <= page.width()) {
        page.row(before, text);
        return;
    }
    for (const auto& row : names) page.row(&row == &names.front() ? before : padded("", display_width(before)), row);
}

/// A line for each label; or, where the steps are many, all of a step in running text.
void add_step(Page& page, const std::string& date, const DatedStep& step, const StepForm& form) {
    const bool wide = is_wide(page);
    const auto& words = page.words();
    if (!wide) page.paragraph(date);
    if (wide && form.running) {
        const auto beside = padded(date, form.indent - behind_date) + std::string(behind_date, ' ');
        page.paragraph(kept_together(beside) + say::lines_text(step.lines, words), 0, form.indent);
        return;
    }
    // Several dates move their own row.
    auto start = padded(wide ? date : std::string(),
                        wide ? std::max(form.indent, display_width(date) + behind_date) : behind_date);
    for (auto line = step.lines.begin(); line != step.lines.end();) {
        const auto label = line->text;
        std::vector<std::string> names;
        for (; line != step.lines.end() && line->text == label; ++line) names.push_back(say::names_text(*line, words));
        add_line(page, start, label, names);
        start.assign(static_cast<std::size_t>(display_width(start)), ' ');
    }
}

std::string steps_text(const std::vector<DatedStep>& told, Date after, const Style& style, bool running) {
    Page page(style);
    const StepForm form{running, display_width(say::weekday_day_month(last_date, page.words())) + behind_date};
    auto near = after;
    for (const auto& step : told) {
        std::string dates;
        // A year stands above the dates, so that they stay in their column.
        if (is_wide(page) && !running && say::year_of(step.dates.front()) != say::year_of(near)) {
            near = step.dates.front();
            page.raw(std::to_string(say::year_of(near)));
        }
        for (const auto date : step.dates) {
            join(dates, ", ", say::date_near(date, near, page.words()));
            near = date;
        }
        near = step.dates.front();
        add_step(page, dates, step, form);
    }
    return page.take();
}

bool is_too_long(const std::string& text) { return count_of(text, '\n') > most_step_lines; }

}  // namespace

void add_steps(Page& page, const say::Speaker& speaker, const std::vector<Step>& all, Date after, const Style& style) {
    const auto& texts = page.words().screen;
    const auto told = steps_after(speaker, all, after);
    const bool starts_again = speaker.plan.more_sessions == Truth::unknown;
    page.blank();
    Block(page, display_width(texts.steps))
        .row(texts.steps, starts_again ? texts.until_means_and_again : texts.until_means);
    if (told.empty()) page.paragraph(texts.no_steps);
    auto text = steps_text(told, after, style, false);
    if (is_too_long(text)) text = steps_text(with_repeats_joined(told), after, style, true);
    page.append(text);
}

}  // namespace smpcare::format
