#pragma once

/// The rows of an answer.

#include "say/answer.hpp"

namespace smpcare::say {

/// What is normal, whom to call and how soon.
void add_sign_rows(std::vector<AnswerRow>& rows, const Speaker& speaker, const Answer& answer, const SignAnswer& sign);

/// Of an answer about signs that asks for `told`: the signs that ask for more.
void add_urgent_rows(std::vector<AnswerRow>& rows, const Speaker& speaker, const Answer& answer, Help told);

/// "avoid until Thu 26 Nov, then with care (only if no scab remains) until Sun 13 Dec, free from Mon 14 Dec"
void add_activity_rows(std::vector<AnswerRow>& rows, const Speaker& speaker, const Answer& answer);

/// "Instead: …" and "Planned: …", but for what a row says already.
std::vector<std::string> also_lines(const Speaker& speaker, const Answer& answer);

/// "How: …": the first sentences on what is allowed that have room in so many columns; "" where nothing is.
std::string how_line(const Speaker& speaker, const Answer& answer, std::size_t columns);

}  // namespace smpcare::say
