#pragma once

/// The rows of an answer.

#include "say/answer.hpp"

namespace smpcare::say {

/// What is normal, whom to call and how soon.
void add_sign_rows(std::vector<AnswerRow>& rows, const Speaker& speaker, const Answer& answer, const SignAnswer& sign);

/// "avoid until Thu 26 Nov, then with care until Sun 13 Dec, only if no scab remains, free from Mon 14 Dec"
void add_activity_rows(std::vector<AnswerRow>& rows, const Speaker& speaker, const Answer& answer);

/// "Meanwhile: …", but for what a row says already; "" where there is nothing.
std::string meanwhile_line(const Speaker& speaker, const Answer& answer);

}  // namespace smpcare::say
