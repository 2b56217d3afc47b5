#pragma once

// The functions in the table of formats, one file a format.

#include <smpcare/format.hpp>

#include <string>

namespace smpcare {

std::string plan_as_text(const Plan& plan, const Style& style);
std::string day_as_text(const Plan& plan, const DayView& view, const Style& style);
std::string answer_as_text(const Plan& plan, const Answer& answer, const Style& style);

std::string plan_as_json(const Plan& plan, const Style& style);
std::string day_as_json(const Plan& plan, const DayView& view, const Style& style);
std::string answer_as_json(const Plan& plan, const Answer& answer, const Style& style);

std::string plan_as_csv(const Plan& plan, const Style& style);

std::string plan_as_ics(const Plan& plan, const Style& style);

}  // namespace smpcare
