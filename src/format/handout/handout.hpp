#pragma once

/// What a handout says, in its order and before any markup, so that html and md cannot differ. All texts are safe.

#include "format/handout/parts/contacts.hpp"
#include "format/handout/parts/entries.hpp"
#include "format/handout/parts/lanes.hpp"
#include "format/handout/parts/now.hpp"
#include "format/handout/parts/phases.hpp"
#include "say/phrases.hpp"

#include <smpcare/format.hpp>

#include <optional>
#include <string>
#include <vector>

namespace smpcare::format {

struct NamedText {
    std::string name, text;
};

struct Handout {
    std::string title, clinic, address;
    std::vector<std::string> messages;  ///< what matters most
    std::vector<NamedText> head;        ///< client, labels, sessions
    std::size_t sessions = 0;
    Contact web;                 ///< the clinic's page; its text may be ""
    std::vector<CallRow> calls;  ///< the most urgent first
    std::string summary;
    std::optional<HandoutNow> now;
    FirstDays first_days;
    std::vector<Lane> lanes;  ///< what to avoid, by its last day
    std::vector<StepRow> steps;
    std::vector<std::string> visits;
    std::string until_means;  ///< what the dates mean
    bool flows = false;       ///< too long for two pages: the rules begin where the weeks end
    std::string client;       ///< the name, or the id; or ""
    std::vector<Group> groups;
    std::vector<std::string> marks;     ///< "†: counts from session 2"
    std::vector<NamedText> own_advice;  ///< what the clinic changed, and why
    std::vector<std::string> notices;
    std::vector<std::string> foot;  ///< not advice, who reviewed, which rules; where a notice counts days, from which
};

Handout make_handout(const say::Speaker& speaker, const Style& style);

}  // namespace smpcare::format
