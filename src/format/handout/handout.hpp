#pragma once

/// What a handout says, in its order and before any markup, so that html and md cannot differ. All texts are safe.

#include "say/phrases.hpp"

#include <smpcare/format.hpp>

#include <optional>
#include <string>
#include <vector>

namespace smpcare::format {

/// A way to reach somebody; `link` is "" where there is none, else `tel:`, `mailto:`, `http:` or `https:`.
struct Contact {
    std::string text, link;
};

struct ContactLine {
    std::string label;
    std::vector<Contact> contacts;  ///< none: a line to write on
};

struct NamedText {
    std::string name, text;
};

struct HandoutEntry {
    std::string title;
    std::vector<std::string> notes;  ///< how often, whom to call
    std::vector<Contact> calls;      ///< after the last note
    std::string detail;
};

/// Entries with the same dates and conditions.
struct HandoutGroup {
    std::vector<std::string> dates, notes;
    std::vector<HandoutEntry> entries;
};

struct HandoutList {
    Kind kind;
    std::string heading;
    std::vector<HandoutGroup> groups;
};

/// One line of "today": what holds until a date.
struct HandoutUntil {
    std::string until;
    std::vector<std::string> titles;
};

struct HandoutNow {
    std::string heading;
    struct List {
        Kind kind;
        std::string heading;
        std::vector<HandoutUntil> lines;
    };
    std::vector<List> lists;
    std::string free;  ///< said where nothing is restricted
    std::string next_heading;
    std::vector<std::string> next;
};

struct Handout {
    std::string title, clinic, address;
    std::vector<ContactLine> contacts;
    std::vector<NamedText> head;  ///< client, labels, sessions
    std::optional<HandoutNow> now;
    std::vector<HandoutList> lists;  ///< what is normal and signs to call about first, beside each other
    std::vector<std::string> notices;
    std::string not_advice, rules;
};

Handout make_handout(const say::Speaker& speaker, const Style& style);

}  // namespace smpcare::format
