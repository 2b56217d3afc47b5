#pragma once

#include <smpcare/protocol.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace smpcare::protocol {

/// A field that may have been written. One that was written but could not be read has a span and no value: it is
/// not missing, and nothing may be concluded from it.
template <class T>
struct Given {
    std::optional<T> value;
    Span span;

    [[nodiscard]] bool written() const { return span.source != nullptr; }
    [[nodiscard]] bool broken() const { return written() && !value; }
    [[nodiscard]] T or_else(T otherwise) const { return value.value_or(std::move(otherwise)); }
};

/// A name of something defined elsewhere, or one entry of a list.
struct Mention {
    std::string text;
    Span span;
};
using Mentions = std::vector<Mention>;

struct BoundaryDraft {
    Boundary boundary;
    Span rule_span;  ///< of the rule's name in `{ after = "…" }`
};

struct DatedMention {
    Mention what;
    Date date;
    Span span;
};

/// What a file says, field by field, before names are looked up. `span` is the id where there is one, else the header.

struct HeadDraft {
    Given<std::string> extends;
    Given<std::string> id, title, version, language, summary, reviewed_by;
    Given<Date> reviewed;
    Given<int> series_gap, min_gap;
    Given<bool> day_one;
    Span span;
};

struct ClinicDraft {
    Given<std::string> name, email, address, url, logo;
    Given<Mentions> phone, emergency;
    Span span;
};

struct SourceDraft {
    std::string id;
    Given<std::string> title, url;
    Span span;
};

struct ActivityDraft {
    std::string id;
    Given<std::string> title;
    Given<Mentions> words, not_words;
    Given<std::string> headline;
    Span span;
};

struct SignDraft {
    std::string id;
    Given<std::string> title;
    Given<Mentions> words;
    Span span;
};

struct FactDraft {
    std::string id;
    Given<std::string> title;
    Span span;
};

struct EventDraft {
    std::string id;
    Given<std::string> title;
    Given<int> from, by;
    Span span;
};

/// What overrides did to a rule. Layers count from 1; layer 0 is the rule's own file.
struct Overridden {
    struct Last {
        int layer = 0;
        Span span;
        std::string reason{};
    };
    std::vector<ValueChange> changes;
    bool dropped = false;
    Last window;    ///< the last that may have freed a day
    Last accepted;  ///< the last `accept_below_floor`
};

struct RuleDraft {
    Given<std::string> id;
    Given<Kind> kind;
    Given<Mentions> activities;
    Given<std::string> title, short_title, why, detail, headline;
    Given<Mentions> instead, signs;
    Given<bool> asked_only;
    Given<BoundaryDraft> from, through;
    Given<int> floor;
    Given<Mentions> when, unless, relevant_to;
    Given<CountFrom> count_from;
    Given<std::string> until;
    Given<int> times_per_day, every, target;
    Given<Help> help;
    Given<Mentions> sources;
    Given<Evidence> evidence;
    Given<std::string> published_lowest, published_usual, published_highest, basis;
    Span span;
    std::vector<Origin> origins;
    Overridden overridden;
};

/// What stands in overrides alone.
struct OverrideFields {
    Mention rule;
    Given<int> add_from, add_through;  ///< `{ add = 5 }` in place of `from` or `through`
    Given<bool> drop, accept_below_floor;
    Given<std::string> reason, author;
    Given<Date> decided;
};

/// `[override.swim-pool]`, or one setting: the values that it gives, each once in `origins`.
struct OverrideDraft : RuleDraft, OverrideFields {};

struct TestDraft {
    Given<std::string> name;
    Given<std::vector<std::pair<Date, Span>>> sessions;
    Given<Date> on;
    Given<Mentions> in_force, not_in_force;
    std::vector<std::pair<Mention, Truth>> facts;
    std::vector<DatedMention> observed;
    Given<int> planned;
    Span span;
};

/// One file. Layers (a chain of `extends`, overrides, `--set`) are drafts too, merged before anything is looked up.
struct Draft {
    Span span;  ///< the file as a whole
    Given<int> schema;
    HeadDraft head;
    ClinicDraft clinic;
    std::vector<SourceDraft> sources;
    std::vector<ActivityDraft> activities;
    std::vector<SignDraft> signs;
    std::vector<FactDraft> facts;
    std::vector<EventDraft> events;
    std::vector<RuleDraft> rules;
    std::vector<OverrideDraft> overrides;
    std::vector<TestDraft> tests;
};

}  // namespace smpcare::protocol
