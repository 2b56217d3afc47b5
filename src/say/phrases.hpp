#pragma once

/// Sentences about a plan that several outputs share. Texts from rule files come back safe and on one line.

#include "words/words.hpp"

#include <smpcare/ask.hpp>
#include <smpcare/plan.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::say {

/// A plan and the words to speak of it.
struct Speaker {
    const Plan& plan;
    const words::Words& words;
    bool names_sessions = false;  ///< even where there is only one

    [[nodiscard]] const Protocol& protocol() const { return *plan.protocol; }
    [[nodiscard]] const Rule& rule(std::size_t index) const { return protocol().rules[index]; }
};

/// The session that a day of a window is counted from. A window's first day counts from the first session behind it,
/// unless a cut moved it; any later day from the latest session behind it.
int session_of_start(const Plan& plan, const Item& item, const Window& window);
int session_behind(const Plan& plan, const Window& window, Date day);

/// "day 5"; "session 2, day 5" where there are several sessions or the speaker names them.
std::string place_of_start(const Speaker& speaker, const Item& item, const Window& window);
std::string place_in(const Speaker& speaker, const Window& window, Date day);

/// "from Sun 22 Nov 2026 (day 0) until and including Sun 29 Nov 2026 (day 7)"
std::string window_phrase(const Speaker& speaker, const Item& item, const Window& window);

/// "until and including Sun 29 Nov 2026", or that there is no end date.
std::string until_phrase(const words::Words& words, std::optional<Date> end);

/// "if: Hair is kept long; unless: …" for facts that nobody answered; "" without any.
std::string condition_phrase(const Speaker& speaker, const Rule& rule, const std::vector<std::size_t>& unknown);

/// "2 times a day, every other day"; "" for a rule that does not say.
std::string frequency_phrase(const words::Words& words, const Rule& rule);

/// "1 day", "3 days"
std::string days_phrase(const words::Words& words, int days);

/// "Rinse with lukewarm water (once a day)", "Fever (call a doctor)": a title and what it asks for.
std::string advised_title(const words::Words& words, const Rule& rule);

/// What limits a rule that is in force: the activities for which it speaks, if not all, and its conditions.
std::string in_force_notes(const Speaker& speaker, const InForce& entry);

/// "Avoid: Swimming in a pool"
std::string labelled_title(const words::Words& words, Kind kind, const Rule& rule);

/// "Swimming in a pool (avoid)"
std::string noted_title(const words::Words& words, Kind kind, const Rule& rule);

/// "Ana Example (A-17)" on its line; "" for a nameless client.
std::string client_line(const Speaker& speaker);

/// Whom to call, or a line to write it on.
std::string call_line(const Clinic& clinic, const words::Words& words);

/// That an emergency is for the emergency services, with the clinic's number for them if it gave one.
std::string emergency_line(const Clinic& clinic, const words::Words& words);

/// Which number the day of a session has.
std::string day_line(const Protocol& protocol, const words::Words& words);

/// Protocol, version and short fingerprint; of a protocol without a name the fingerprint alone.
std::string rules_line(const Protocol& protocol, const words::Words& words);

/// Who read the rules, or that no practitioner did yet.
std::string reviewed_line(const Protocol& protocol, const words::Words& words);

/// "Sunday 15 November 2026: not started, session 1 is on …"
std::string not_started_line(const Speaker& speaker, Date day);

}  // namespace smpcare::say
