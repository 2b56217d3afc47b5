#include "format/screen/groups.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/screen/block.hpp"
#include "format/screen/short_days.hpp"
#include "say/changes.hpp"
#include "say/dates.hpp"
#include "say/lists.hpp"
#include "say/steps.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace smpcare::format {

namespace {

constexpr std::array order{Kind::avoid, Kind::ask, Kind::limit, Kind::do_, Kind::expect, Kind::warn, Kind::visit};
constexpr int entry_columns = 39;
constexpr int entry_gap = 2;
constexpr int most_behind = 24;  // columns; longer days stand in the running text

/// The first window that is not over; null: all are.
const Window* next_window(const Item& item, Date from) {
    const auto next = std::find_if(item.windows.begin(), item.windows.end(),
                                   [&](const Window& window) { return !window.end || from <= *window.end; });
    return next == item.windows.end() ? nullptr : &*next;
}

/// What asks for the most urgent help comes first, then what ends first, then file order. A rule of which only the
/// tail is left stands in the list of its tail.
std::vector<const Item*> items_from(const say::Speaker& speaker, Kind kind, Date from) {
    std::vector<const Item*> items;
    for (const auto& item : speaker.plan.items)
        if (const auto* window = next_window(item, from); window != nullptr && window->kind == kind)
            items.push_back(&item);
    const auto key = [&](const Item* item) {
        const auto& help = speaker.rule(item->rule).help;
        return std::tuple(help && kind == Kind::warn ? -static_cast<int>(*help) : 1,
                          next_window(*item, from)->end.value_or(Date::max()));
    };
    std::stable_sort(items.begin(), items.end(), [&](const Item* a, const Item* b) { return key(a) < key(b); });
    return items;
}

/// Rules with the same days, and what limits these or is their clinic's own.
struct DaysEntry {
    ShortDays when;
    std::vector<std::string> below, names;

    /// Those that go on alike are told together, but for what each has of its own.
    [[nodiscard]] bool goes_on_like(const DaysEntry& other) const {
        return !when.tail.empty() && when.tail == other.when.tail && below.empty() && other.below.empty();
    }
};

std::vector<std::string> lines_below(const say::Speaker& speaker, const Item& item) {
    const auto& rule = speaker.rule(item.rule);
    std::vector<std::string> lines;
    auto condition = say::condition_phrase(speaker, rule, item.unknown);
    if (!condition.empty()) lines.push_back(std::move(condition));
    for (auto& line : say::own_advice_lines(speaker.protocol(), rule, speaker.words)) lines.push_back(std::move(line));
    return lines;
}

std::vector<DaysEntry> entries_of(const say::Speaker& speaker, const std::vector<const Item*>& items,
                                  const ListedFrom& list) {
    std::vector<DaysEntry> entries;
    for (const auto* item : items) {
        DaysEntry made{parted_days(speaker, *item, list), lines_below(speaker, *item), {}};
        const auto same = [&](const DaysEntry& other) {
            return other.when.days == made.when.days && other.when.tail == made.when.tail && other.below == made.below;
        };
        auto entry = std::find_if(entries.begin(), entries.end(), same);
        if (entry == entries.end()) entry = entries.insert(entry, std::move(made));
        auto name = say::listed_name(speaker, item->rule);
        if (std::find(entry->names.begin(), entry->names.end(), name) == entry->names.end())
            entry->names.push_back(std::move(name));
    }
    return entries;
}

/// "razor blade: until 2 Dec, then with care until 13 Dec"; "clippers: until 26 Nov; razor blade: until 2 Dec; all then
/// with care until 13 Dec".
std::string tailed_text(const Page& page, const std::vector<const DaysEntry*>& alike) {
    const auto& words = page.words();
    const auto text = joined(alike, words.common.separator, [&](const DaysEntry* entry) {
        return words::fill(words.common.labelled, joined(entry->names, ", "), kept_together(entry->when.days));
    });
    const auto& then = alike.size() > 1 ? words.screen.all_then : words.screen.and_then;
    return words::fill(then, text, alike.front()->when.tail);
}

/// Entries that have a tail; those with the same one as a paragraph.
void add_tailed(Page& page, const std::vector<DaysEntry>& entries, std::size_t at, int indent) {
    const auto& entry = entries[at];
    const auto goes_on = [&](const DaysEntry& other) { return other.goes_on_like(entry); };
    const auto end = entries.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::any_of(entries.begin(), end, goes_on)) return;
    std::vector<const DaysEntry*> alike{&entry};
    for (auto other = at + 1; other < entries.size(); ++other)
        if (goes_on(entries[other])) alike.push_back(&entries[other]);
    page.paragraph(tailed_text(page, alike), indent, indent + 2);
}

/// What fits into half a line stands there, after all that does not.
void add_entries(Page& page, const std::vector<DaysEntry>& entries) {
    const bool halves = page.width() >= 2 * entry_columns + entry_gap;
    std::vector<std::string> cells;
    const int indent = is_wide(page) ? 0 : 2;
    Block block(page, 0);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& entry = entries[i];
        const auto& days = entry.when.days;
        const auto names = joined(entry.names, ", ");
        const int width = display_width(names) + display_width(days);
        if (!entry.when.tail.empty())
            add_tailed(page, entries, i, indent);
        else if (halves && entry.below.empty() && width < entry_columns)
            cells.push_back(padded(names, entry_columns - display_width(days)) + days);
        else if (display_width(days) <= most_behind)
            block.row({}, names, days);
        else
            page.paragraph(words::fill(page.words().common.labelled, names, days), indent, indent + 2);
        for (const auto& line : entry.below) page.paragraph(line, indent + 2, indent + 4);
    }
    for (std::size_t i = 0; i < cells.size(); i += 2)
        page.raw(i + 1 < cells.size() ? cells[i] + std::string(entry_gap, ' ') + cells[i + 1] : cells[i]);
}

/// The signs of a rule, or its title where the practitioner is asked, with the day from which they count.
std::string warning_of(const say::Speaker& speaker, const Item& item, Date from) {
    const auto& words = speaker.words;
    const auto& rule = speaker.rule(item.rule);
    const bool by_title = rule.signs.empty() || help_of(rule) == Help::practitioner;
    auto text = by_title ? one_line(rule.title) : joined(rule.signs, words.common.separator, [&](std::size_t sign) {
        return one_line(speaker.protocol().signs[sign].title);
    });
    const auto* window = next_window(item, from);
    const bool begun = window->start <= from && !window->end;
    return begun ? text : words::fill(words.common.noted, text, short_days(speaker, item, {Kind::warn, from}));
}

int widest_call(const Page& page) {
    int widest = 0;
    for (const auto text : page.words().screen.calls) widest = std::max(widest, display_width(text));
    return widest;
}

void add_warnings(Page& page, const say::Speaker& speaker, const std::vector<const Item*>& items, Date from) {
    const auto& texts = page.words().screen;
    Block block(page, widest_call(page));
    for (const Help help : {Help::emergency, Help::doctor, Help::practitioner}) {
        std::string text;
        std::vector<std::string> below;
        for (const auto* item : items) {
            if (help_of(speaker.rule(item->rule)) != help) continue;
            join(text, page.words().common.separator, warning_of(speaker, *item, from));
            for (auto& line : lines_below(speaker, *item)) below.push_back(std::move(line));
        }
        if (!text.empty()) block.row(texts.calls[static_cast<std::size_t>(help)], text, {}, Kind::warn);
        for (const auto& line : below) block.row({}, line);
    }
}

void add_heading(Page& page, Kind kind, std::string_view beside = {}) {
    const auto heading = page.words().screen.kinds[static_cast<std::size_t>(kind)];
    Block(page, display_width(heading)).row(heading, is_wide(page) ? beside : std::string_view(), {}, kind);
}

/// In running text: visits are few, and their days are long.
void add_visits(Page& page, const std::vector<DaysEntry>& entries) {
    const auto& words = page.words();
    const auto text = joined(entries, words.common.separator, [&](const DaysEntry& entry) {
        auto days = entry.when.days;
        join(days, ", ", entry.when.tail);
        return words::fill(words.common.labelled, joined(entry.names, ", "), days);
    });
    Block block(page, widest_call(page));
    block.row(words.screen.kinds[static_cast<std::size_t>(Kind::visit)], text, {}, Kind::visit);
    for (const auto& entry : entries)
        for (const auto& line : entry.below) block.row({}, line);
}

void add_item(Page& page, const say::Speaker& speaker, const Item& item, Date from) {
    const auto& words = page.words();
    const auto& rule = speaker.rule(item.rule);
    page.bullet(say::advised_title(words, rule));
    for (const auto& line : say::date_lines(speaker, item)) page.paragraph(line, 2, 4);
    page.paragraph(one_line(rule.why), 2, 2);
    page.paragraph(safe_text(rule.detail), 2, 2);
    const auto instead = joined(instead_of(speaker, item, from), words.common.separator);
    if (!instead.empty()) page.paragraph(words::fill(words.screen.instead, instead), 2, 4);
    for (const auto& line : say::note_lines(speaker, item)) page.paragraph(line, 2, 4);
}

void add_items(Page& page, const say::Speaker& speaker, Kind kind, const std::vector<const Item*>& items, Date from) {
    if (items.empty()) return;
    page.blank();
    add_heading(page, kind);
    for (const auto* item : items) add_item(page, speaker, *item, from);
}

}  // namespace

void add_groups(Page& page, const say::Speaker& speaker, Date from) {
    bool first = true;
    page.blank();
    for (const Kind kind : order) {
        const auto items = items_from(speaker, kind, from);
        if (items.empty()) continue;
        if (kind == Kind::warn) {
            add_warnings(page, speaker, items, from);
        } else if (kind == Kind::visit) {
            add_visits(page, entries_of(speaker, items, {kind, from}));
        } else {
            add_heading(page, kind, first ? std::string_view(page.words().screen.see_details) : std::string_view());
            add_entries(page, entries_of(speaker, items, {kind, from}));
            first = false;
        }
    }
}

void add_details(Page& page, const say::Speaker& speaker, Date from) {
    for (const Kind kind : order) add_items(page, speaker, kind, items_from(speaker, kind, from), from);
}

void add_details_on(Page& page, const say::Speaker& speaker, Date day) {
    const auto holds = [&](const Item* item) { return next_window(*item, day)->start <= day; };
    for (const Kind kind : order) {
        auto items = items_from(speaker, kind, day);
        std::erase_if(items, [&](const Item* item) { return !holds(item); });
        add_items(page, speaker, kind, items, day);
    }
}

}  // namespace smpcare::format
