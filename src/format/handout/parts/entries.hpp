#pragma once

/// Each rule once, in the group of its kind.

#include "say/phrases.hpp"

#include <string>
#include <vector>

namespace smpcare::format {

/// A thing, its date and one line about it.
struct Entry {
    std::string title;
    std::string note;  ///< behind the title: "if no scab remains"
    std::string date;  ///< "until Thu 26 Nov†"
    std::string why;
    std::string detail;                                 ///< all that the rule says; a screen has room for it
    std::string instead;                                ///< what is allowed meanwhile
    std::string rest;                                   ///< how often, the best day, conditions
    bool why_on_paper = true, instead_on_paper = true;  ///< a screen has room for both
    std::vector<std::string> others_on_paper;           ///< titles that paper tells with this one
    bool on_paper = true;                               ///< false: another entry has its title
};

struct Group {
    Kind kind;
    std::string heading;
    std::vector<Entry> entries;
};

/// What is said of several entries once, at a mark beside their dates.
class Marks {
public:
    /// The mark of a note, a new one where it has none yet.
    std::string of(const std::string& note);
    /// "†: counts from session 2"
    [[nodiscard]] std::vector<std::string> lines(const words::Words& words) const;

private:
    std::vector<std::string> notes_;
};

std::vector<Group> groups_of(const say::Speaker& speaker, Marks& marks);

}  // namespace smpcare::format
