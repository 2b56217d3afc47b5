#pragma once

/// The rows of an answer.

#include "say/answer/answer.hpp"

namespace smpcare::say {

/// What is normal, whom to call and how soon.
void add_sign_rows(std::vector<AnswerRow>& rows, const Speaker& speaker, const Answer& answer, const SignAnswer& sign);

/// Of an answer about signs that asks for `told`: the signs that ask for more.
void add_urgent_rows(std::vector<AnswerRow>& rows, const Speaker& speaker, const Answer& answer, Help told);

/// "avoid until Thu 26 Nov, then with care (only if no scab remains) until Sun 13 Dec, free from Mon 14 Dec"
void add_activity_rows(std::vector<AnswerRow>& rows, const Speaker& speaker, const Answer& answer);

/// "Instead: …" and "Planned: …", but for what a row says already.
std::vector<std::string> also_lines(const Speaker& speaker, const Answer& answer);

/// A rule's own name where it is about this alone, else the thing's.
std::string row_name(const Speaker& speaker, const ActivityAnswer& one);

/// The `do` rule that says how a thing is done, if it is allowed on the day.
const RuleDays* guide_of(const Answer& answer, const ActivityAnswer& one);

}  // namespace smpcare::say
