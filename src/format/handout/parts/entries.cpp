#include "format/handout/parts/entries.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/handout/parts/names.hpp"
#include "format/handout/parts/short_dates.hpp"
#include "say/dates.hpp"
#include "say/steps.hpp"

#include <algorithm>
#include <array>

namespace smpcare::format {

namespace {

constexpr std::array group_order{Kind::avoid, Kind::ask, Kind::limit, Kind::do_, Kind::expect, Kind::visit};

bool has_windows(const Item& item, Kind kind) {
    return std::any_of(item.windows.begin(), item.windows.end(),
                       [&](const Window& window) { return window.kind == kind; });
}

/// A dagger for the first note, two for the second.
std::string mark(std::size_t at) {
    std::string daggers;
    for (std::size_t i = 0; i <= at; ++i) daggers += "\u2020";
    return daggers;
}

/// Days that one kind of a rule holds, to tell entries that say the same.
bool same_days(const Item& one, const Item& other, Kind kind) {
    const auto spans = [&](const Item& item) {
        std::vector<std::pair<Date, std::optional<Date>>> days;
        for (const auto& window : item.windows)
            if (window.kind == kind) days.emplace_back(window.start, window.end);
        return days;
    };
    return spans(one) == spans(other) && one.unknown == other.unknown && one.provisional == other.provisional;
}

/// The longest text that has room on one line of a column of paper.
constexpr int paper_columns = 50;

/// Entries with the same days and the same instead stand together, and paper tells it under the last of them.
void gather_alike(std::vector<Entry>& entries) {
    const auto alike = [](const Entry& one, const Entry& other) {
        return !one.instead.empty() && one.date == other.date && one.instead == other.instead;
    };
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const auto rest =
            std::stable_partition(entry + 1, entries.end(), [&](const Entry& other) { return alike(*entry, other); });
        if (rest != entry + 1) entry->instead_on_paper = false;
    }
}

bool has_paper_line(const Entry& entry) {
    return !entry.note.empty() || !entry.rest.empty() || !entry.instead.empty() ||
           (entry.why_on_paper && !entry.why.empty());
}

/// Many things of which paper tells only the same date are one entry there.
void join_on_paper(std::vector<Entry>& entries) {
    constexpr std::size_t many = 3;  // two with a long date would take no fewer lines
    for (auto& first : entries) {
        if (!first.on_paper || has_paper_line(first)) continue;
        const auto joins = [&](const Entry& other) {
            return &other > &first && other.date == first.date && !has_paper_line(other);
        };
        if (static_cast<std::size_t>(std::ranges::count_if(entries, joins)) + 1 < many) continue;
        for (auto& other : entries) {
            if (!joins(other)) continue;
            first.others_on_paper.push_back(other.title);
            other.on_paper = false;
        }
    }
}

class EntryMaker {
public:
    EntryMaker(const say::Speaker& speaker, Kind kind, Marks& marks)
        : speaker_(speaker), words_(speaker.words), kind_(kind), marks_(marks) {}

    std::vector<Entry> make() {
        for (const auto& item : speaker_.plan.items)
            if (has_windows(item, kind_)) add(item);
        std::vector<Entry> entries;
        for (const auto& items : together_) entries.push_back(entry_of(items));
        gather_alike(entries);
        join_on_paper(entries);
        return entries;
    }

private:
    using Items = std::vector<const Item*>;

    [[nodiscard]] const Rule& rule_of(const Item& item) const { return speaker_.rule(item.rule); }
    /// Whether the entry is what is left of a stricter rule while an event is waited for.
    [[nodiscard]] bool is_tail(const Item& item) const { return rule_of(item).kind != kind_; }

    void add(const Item& item) {
        const auto same = [&](const Items& items) {
            const auto& other = *items.front();
            const bool named_alike = say::listed_name(rule_of(item)) == say::listed_name(rule_of(other));
            const bool waits_alike = is_tail(item) && is_tail(other) && rule_of(item).until == rule_of(other).until;
            return same_days(item, other, kind_) && is_tail(item) == is_tail(other) && (named_alike || waits_alike);
        };
        const auto items = std::find_if(together_.begin(), together_.end(), same);
        if (items == together_.end())
            together_.push_back({&item});
        else
            items->push_back(&item);
    }

    [[nodiscard]] Entry entry_of(const Items& items) {
        const auto& item = *items.front();
        const auto& rule = rule_of(item);
        Entry entry;
        // What is only for when somebody asks has no end to wait for: a scan or a medicine is not to be put off.
        if (kind_ != Kind::ask || !rule.asked_only) entry.date = short_dates(speaker_, item, kind_) + marks_of(item);
        if (is_tail(item)) {
            std::vector<std::size_t> rules;
            for (const auto* one : items) rules.push_back(one->rule);
            entry.title = at_a_start(joined(listed_names(speaker_, rules), ", "));
            if (rule.until)
                entry.note =
                    words::fill(words_.handout.if_event, one_line(speaker_.protocol().events[*rule.until].title));
            return entry;
        }
        entry.title = items.size() == 1 ? one_line(rule.title) : at_a_start(say::listed_name(rule));
        entry.why = one_line(rule.why.empty() ? rule.detail : rule.why);
        entry.detail = detail_of(items, entry.why);
        entry.instead = instead_of(rule);
        entry.rest = rest_of(item);
        // What follows a ban is told by its name.
        const bool goes_on =
            kind_ != Kind::avoid && restricts(kind_) && rule.declared_from.base == Boundary::Base::after;
        const bool forbids = restricts(kind_);
        entry.instead_on_paper = !goes_on && display_width(entry.instead) <= paper_columns;
        // So is what nobody does every day, where the practitioner has the answer.
        const bool rarely = kind_ == Kind::ask && rule.asked_only && help_of(rule) == Help::practitioner;
        entry.why_on_paper = forbids && !goes_on && !rarely && (entry.instead.empty() || !entry.instead_on_paper);
        return entry;
    }

    /// Of several rules each with its own title.
    [[nodiscard]] std::string detail_of(const Items& items, std::string_view why) const {
        std::vector<std::string> details;
        for (const auto* const item : items) {
            const auto& rule = rule_of(*item);
            const auto detail = one_line(rule.detail);
            if (items.size() > 1)
                details.push_back(detail.empty() ? one_line(rule.title)
                                                 : words::fill(words_.common.labelled, one_line(rule.title), detail));
            else if (detail != why)
                details.push_back(detail);
        }
        return joined(details, " ");
    }

    std::string marks_of(const Item& item) {
        std::string marks;
        const auto& sessions = speaker_.plan.sessions;
        if (rule_of(item).count_from == CountFrom::last && sessions.size() > 1) {
            std::vector<std::string> counted;
            for (const auto& window : item.windows) {
                if (window.after_sessions.empty()) continue;
                auto line = words::fill(words_.phrases.counts_from, window.after_sessions.back());
                if (std::find(counted.begin(), counted.end(), line) == counted.end())
                    counted.push_back(std::move(line));
            }
            if (!counted.empty()) marks += marks_.of(joined(counted, words_.common.separator));
        }
        if (item.provisional) marks += marks_.of(std::string(words_.phrases.provisional));
        return marks;
    }

    /// What `do` rules allow meanwhile, each with its own days unless it holds all the time.
    [[nodiscard]] std::string instead_of(const Rule& rule) const {
        std::vector<std::string> allowed;
        for (const auto& item : speaker_.plan.items) {
            const bool named = std::find(rule.instead.begin(), rule.instead.end(), item.rule) != rule.instead.end();
            if (!named || !has_windows(item, Kind::do_)) continue;
            const auto dates = short_dates(speaker_, item, Kind::do_);
            const auto name = say::listed_name(rule_of(item));
            allowed.push_back(dates == words_.handout.always ? name : words::fill(words_.common.noted, name, dates));
        }
        return allowed.empty() ? std::string() : words::fill(words_.handout.instead, joined(allowed, ", "));
    }

    [[nodiscard]] std::string rest_of(const Item& item) const {
        const auto& rule = rule_of(item);
        auto rest = say::frequency_phrase(words_, rule);
        if (kind_ == Kind::ask && help_of(rule) != Help::practitioner)
            join(rest, words_.common.separator, words_.handout.ask[static_cast<std::size_t>(*rule.help)]);
        for (const auto& window : item.windows)
            if (window.target && *window.target != window.start)
                join(rest, words_.common.separator,
                     words::fill(words_.handout.best_on, step_date(speaker_, *window.target)));
        join(rest, words_.common.separator, say::condition_phrase(speaker_, rule, item.unknown));
        return rest.empty() ? rest : at_a_start(rest) + ".";
    }

    const say::Speaker& speaker_;
    const words::Words& words_;
    Kind kind_;
    Marks& marks_;
    std::vector<Items> together_;
};

}  // namespace

std::string Marks::of(const std::string& note) {
    const auto found = std::find(notes_.begin(), notes_.end(), note);
    const auto at = static_cast<std::size_t>(found - notes_.begin());
    if (found == notes_.end()) notes_.push_back(note);
    return mark(at);
}

std::vector<std::string> Marks::lines(const words::Words& words) const {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < notes_.size(); ++at)
        lines.push_back(words::fill(words.common.labelled, mark(at), notes_[at]));
    return lines;
}

std::vector<Group> groups_of(const say::Speaker& speaker, Marks& marks) {
    std::vector<Group> groups;
    for (const Kind kind : group_order) {
        auto entries = EntryMaker(speaker, kind, marks).make();
        const auto heading = speaker.words.common.headings[static_cast<std::size_t>(kind)];
        if (!entries.empty()) groups.push_back({kind, std::string(heading), std::move(entries)});
    }
    return groups;
}

}  // namespace smpcare::format
