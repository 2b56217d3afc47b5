#pragma once

/// The functions in the table of formats, one file a format.

#include <smpcare/format.hpp>

#include <string>

namespace smpcare::format {

std::string plan_as_text(const Plan& plan, const Style& style);
std::string day_as_text(const Plan& plan, const DayView& view, const Style& style);
std::string day_as_line(const Plan& plan, const DayView& view, const Style& style);
std::string answer_as_text(const Plan& plan, const Answer& answer, const Style& style);

std::string explanation_as_text(const Plan& plan, const Explanation& told, const Style& style);
std::string latest_as_text(const Protocol& protocol, const Latest& latest, const Style& style);
std::string difference_as_text(const Difference& difference, const Style& style);
std::string findings_as_text(std::span<const Findings> files, const Style& style);

std::string explanation_as_json(const Plan& plan, const Explanation& told, const Style& style);
std::string latest_as_json(const Protocol& protocol, const Latest& latest, const Style& style);
std::string difference_as_json(const Difference& difference, const Style& style);
std::string findings_as_json(std::span<const Findings> files, const Style& style);

std::string plan_as_json(const Plan& plan, const Style& style);
std::string day_as_json(const Plan& plan, const DayView& view, const Style& style);
std::string answer_as_line(const Plan& plan, const Answer& answer, const Style& style);
std::string answer_as_json(const Plan& plan, const Answer& answer, const Style& style);

std::string plan_as_csv(const Plan& plan, const Style& style);

std::string plan_as_ics(const Plan& plan, const Style& style);

std::string plan_as_html(const Plan& plan, const Style& style);
/// Each client begins on a new sheet. Each plan is shown as the style's `discreet` asks.
std::string plans_as_html(std::span<const Plan> plans, const Style& style);
/// The same pages, to be printed.
std::string plan_as_page(const Plan& plan, const Style& style);
std::string plans_as_pages(std::span<const Plan> plans, const Style& style);
std::string plan_as_md(const Plan& plan, const Style& style);

std::string review_as_html(const Protocol& protocol, const Style& style);
std::string review_as_md(const Protocol& protocol, const Style& style);

}  // namespace smpcare::format
