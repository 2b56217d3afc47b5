#pragma once

/// Whom to call, how soon, and at which signs.

#include "say/phrases.hpp"

#include <string>
#include <vector>

namespace smpcare::format {

/// A way to reach somebody; `link` is "" where there is none, else `tel:`, `mailto:`, `http:` or `https:`.
struct Contact {
    std::string text, link;
};

struct CallRow {
    std::string when, whom;          ///< "Call now", "the emergency services"
    std::vector<Contact> contacts;   ///< none: nobody gave any
    bool to_write = false;           ///< a line to write the number on
    std::vector<std::string> signs;  ///< those that share their days on one line each
    std::vector<std::string> each;   ///< the same, but each without days by itself
};

/// The clinic's page in the web; its text is "" where it has none.
Contact web_of(const Clinic& clinic);

std::vector<CallRow> call_rows(const say::Speaker& speaker);

}  // namespace smpcare::format
