#pragma once

/// What a practitioner reads, rule by rule, before signing a rule set.

#include "words/words.hpp"

#include <smpcare/protocol.hpp>

#include <string>
#include <vector>

namespace smpcare::format {

struct ReviewRow {
    std::string id, title, detail;
    std::string days, floor;  ///< `floor` is "" where there is none
    std::string evidence;
    std::vector<std::string> published;  ///< lowest, usual and highest, and which the number is: those that are known
    std::vector<std::string> sources;    ///< titles
    std::vector<std::string> changes;    ///< by overrides; or that the rule is the clinic's own
};

/// The rules of one kind.
struct ReviewPart {
    std::string heading;
    std::vector<ReviewRow> rows;
};

struct ReviewSheet {
    std::string title;
    std::vector<std::string> head;  ///< clinic, whom to call, version, fingerprint, by whom it was reviewed
    std::vector<ReviewPart> parts;  ///< in the order of kinds
};

ReviewSheet review_sheet(const Protocol& protocol, const words::Words& words);

}  // namespace smpcare::format
