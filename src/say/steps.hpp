#pragma once

/// What a step of a plan says: a label and the names of what it is about.

#include "say/phrases.hpp"

#include <smpcare/ask.hpp>

#include <string>
#include <vector>

namespace smpcare::say {

/// A title as it stands behind others in a sentence: "PRP" stays, "Use conditioner" becomes "use conditioner".
std::string in_a_list(std::string title);

/// Whether all that is shown of the one is shown of the other, on the same days.
bool same_days(const Item& one, const Item& other);

/// A rule's name in a list of several: its `short`, else its title.
std::string listed_name(const Rule& rule);

/// A name says how in brackets behind it, and nowhere else is that read: "sunscreen (after asking)".
struct NameParts {
    std::string what;  ///< "sunscreen"
    std::string how;   ///< "after asking"; "" where nothing stands there
};
NameParts split_name(std::string name);

/// How a rule says that a thing is done, in its `short` or behind the comma of its title: "Light exercise, no sweat".
std::string how_named(const Rule& rule);

/// The same in one plan: rules of one kind and one `short` that have other days (the pool until January, the sea until
/// December) are told apart by their titles, so that an end of the one is not read as that of the other.
std::string listed_name(const Speaker& speaker, std::size_t rule);

/// What is allowed again, or with care, is called as it was when it was forbidden (alcohol, and not "a small drink"):
/// by the item of the plan that says avoid of the same activities, if there is one.
const Item& banned_as(const Plan& plan, const Item& item);

/// Whether how the activity is done from that day on is told whoever asks, and so its name is no news of a step.
bool told_when_asked(const Plan& plan, Date day, std::size_t activity);

enum class StepLabel {
    session,
    avoid,
    ask,
    do_,
    limit,
    allowed,
    still_avoid,
    still_ask,
    still_limit,
    over,
    visit,
    warn
};

/// Names that share a label and a condition. A name stands once, whatever the number of its rules.
struct StepLine {
    StepLabel label;
    std::string text;                ///< the label in words: "avoid", "allowed again"
    std::vector<std::string> names;  ///< in file order; none for a session
    std::string note;                ///< "only if no scab remains", "if: Hair is kept long"; or ""
};

/// In the order of StepLabel.
std::vector<StepLine> step_lines(const Speaker& speaker, const Step& step);

}  // namespace smpcare::say
