#pragma once

/// A page → a PDF, by a web browser of the system that runs unseen. No other part of smpcare starts a program.

#include <optional>
#include <string>
#include <string_view>

namespace smpcare {

/// A browser of the Chromium family.
struct Browser {
    std::string program;  ///< its path
    int patience = 60;    ///< seconds of silence after which it is taken for hung; a long page gets more
};

/// The first that is found of chromium, chromium-browser, google-chrome and google-chrome-stable, in the folders that
/// `path` lists as the variable PATH does.
std::optional<Browser> find_browser(std::string_view path);

/// What became of a page.
struct Printed {
    enum class Outcome {
        done,
        failed,  ///< the browser could not be started, or ended with a fault
        silent,  ///< it said nothing for so long that it was ended
        no_pdf,  ///< it ended well, but what it left is no PDF
    };
    Outcome outcome = Outcome::failed;
    std::string pdf;
    std::string said;  ///< where it is not done: the last line that the browser said, as it is, or the system's reason
};

/// Prints an HTML page as it is, with the paper that its own style sheet asks for. The browser works in a folder of its
/// own below TMPDIR (else /tmp) that nobody else can read; it is removed however this ends, even if this program is
/// killed. Several threads may print.
Printed print_page(const Browser& browser, std::string_view page);

}  // namespace smpcare
