#pragma once

#include "words/words.hpp"

#include <smpcare/diagnostics.hpp>

#include <span>
#include <string_view>

namespace smpcare::words {

/// What is said of a code, in one line each. Templates are fmt's; the arguments stand in diagnostics.hpp.
struct CodeWords {
    Code code;
    std::string_view name;
    std::string_view sentence;  ///< lower case, no full stop
    std::string_view help;      ///< where no nearer name is known; "" for none
    std::string_view terms{};   ///< the numbers of those arguments that are terms, and never a user's text
};

/// Every code, in the order of the enumeration.
std::span<const CodeWords> code_words();
const CodeWords& words_for(Code code);

/// The words of a term; what has none stands for itself. A term may have a rest: in `list-holding:date` it is another
/// term, in `choice:id, name, date` a list, else it is taken as it is, as in `cell:Procedure date`.
std::string term(std::string_view key);

/// What `smpcare help CODE` says: what it means, why it matters, and how it looks when it is right.
struct CodeExplanation {
    Code code;
    std::string_view text;
    std::string_view example;  ///< lines of a rule file or a command; "" for none
};

std::span<const CodeExplanation> file_explanations();     ///< files, and rule files as text
std::span<const CodeExplanation> rule_explanations();     ///< what a rule file means
std::span<const CodeExplanation> lint_explanations();     ///< doubts about a rule file
std::span<const CodeExplanation> command_explanations();  ///< cases, the command line, notices
std::span<const CodeExplanation> batch_explanations();

}  // namespace smpcare::words
