#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/renderers.hpp"
#include "format/text/difference.hpp"
#include "format/text/page.hpp"
#include "say/dates.hpp"
#include "say/phrases.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

/// Rules of which the same is said stand together.
struct Told {
    std::string titles;
    std::vector<std::string> lines;
};

/// What the lines of one rule need. Dates of more than one year all have theirs.
class Telling {
public:
    Telling(const words::Words& words, const RuleDifference& rule, int year) : words_(words), rule_(rule) {
        for (const auto* windows : {&rule.now, &rule.was}) {
            for (const auto& window : *windows) {
                for (const auto day : {std::optional(window.start), window.end, window.target})
                    with_year_ = with_year_ || (day && say::year_of(*day) != year);
            }
        }
    }

    [[nodiscard]] std::string days() const {
        const auto& texts = words_.diff;
        if (rule_.move == Move::text) return {};
        if (rule_.was.empty()) return words::fill(texts.days_now, windows_text(rule_.now));
        if (rule_.now.empty()) return words::fill(texts.days_before, windows_text(rule_.was));
        const auto &now = rule_.now.front(), &was = rule_.was.front();
        if (is_told_by_end()) return words::fill(texts.until, end_text(now), end_text(was));
        if (is_told_by_start()) return words::fill(texts.from, date(now.start), date(was.start));
        return words::fill(texts.days, windows_text(rule_.now), windows_text(rule_.was));
    }

    /// Whether `days` has the windows as they are, with their best days.
    [[nodiscard]] bool tells_windows() const {
        return rule_.move != Move::text && !is_told_by_end() && !is_told_by_start();
    }

    [[nodiscard]] std::string part(const PartDifference& difference) const {
        const auto& texts = words_.diff;
        const auto& pattern = texts.parts[static_cast<std::size_t>(difference.part)];
        if (difference.part == Part::target)
            return words::fill(pattern, targets_text(rule_.now), targets_text(rule_.was));
        const auto now = value_text(difference.part, difference.now);
        if (difference.part == Part::reasons && !now.empty()) return words::fill(texts.reason, now);
        const auto was = value_text(difference.part, difference.was);
        const std::string_view none = nothing_of(difference.part);
        const auto or_none = [none](const std::string& text) { return text.empty() ? none : std::string_view(text); };
        return words::fill(pattern, or_none(now), or_none(was));
    }

private:
    [[nodiscard]] bool is_single() const { return rule_.now.size() == 1 && rule_.was.size() == 1; }

    [[nodiscard]] bool is_told_by_end() const {
        return is_single() && rule_.now.front().start == rule_.was.front().start;
    }

    [[nodiscard]] bool is_told_by_start() const {
        return is_single() && rule_.now.front().end == rule_.was.front().end;
    }

    [[nodiscard]] std::string_view nothing_of(Part part) const {
        if (part == Part::condition) return words_.diff.in_any_case;
        return part < Part::help ? words_.diff.nothing : words_.diff.not_said;
    }

    [[nodiscard]] std::string date(Date day) const {
        return with_year_ ? say::short_date(day, words_) : say::weekday_day_month(day, words_);
    }

    [[nodiscard]] std::string end_text(const Window& window) const {
        return window.end ? date(*window.end) : std::string(words_.diff.no_end);
    }

    [[nodiscard]] std::string window_text(const Window& window) const {
        const auto& texts = words_.diff;
        const auto start = date(window.start);
        auto text = !window.end                   ? words::fill(texts.window_open, start)
                    : *window.end == window.start ? words::fill(texts.window_one_day, start)
                                                  : words::fill(texts.window, start, date(*window.end));
        return window.target ? words::fill(texts.best_on, text, date(*window.target)) : text;
    }

    [[nodiscard]] std::string windows_text(const std::vector<Window>& windows) const {
        return joined(windows, words_.diff.separator, [&](const Window& window) { return window_text(window); });
    }

    [[nodiscard]] std::string targets_text(const std::vector<Window>& windows) const {
        std::string text;
        for (const auto& window : windows)
            if (window.target) join(text, words_.diff.separator, date(*window.target));
        return text.empty() ? std::string(words_.diff.nothing) : text;
    }

    /// "" for what a rule does not say.
    [[nodiscard]] std::string value_text(Part part, const PartValue& value) const {
        if (const auto* const text = std::get_if<std::string>(&value)) return one_line(*text);
        if (const auto* const help = std::get_if<Help>(&value))
            return std::string(words_.phrases.help[static_cast<std::size_t>(*help)]);
        if (const auto* const texts = std::get_if<std::vector<std::string>>(&value)) {
            const std::string_view separator = part == Part::counted ? ", " : std::string_view(words_.common.separator);
            return joined(*texts, separator, [](const std::string& text) { return one_line(text); });
        }
        const auto* const number = std::get_if<int>(&value);
        if (number == nullptr) return {};
        Rule rule;
        (part == Part::every ? rule.every : rule.times_per_day) = *number;
        return say::frequency_phrase(words_, rule);
    }

    const words::Words& words_;
    const RuleDifference& rule_;
    bool with_year_ = false;
};

/// "Avoid: Swimming"; a sign is something to watch for, so that none reads as news.
std::string labelled(const words::Words& words, Kind kind, std::string_view title) {
    const auto& label = kind == Kind::warn ? words.diff.watch : words.common.labels[static_cast<std::size_t>(kind)];
    return words::fill(words.common.labelled, label, title);
}

/// The differences of one rule, one for each kind, told as one.
using Entry = std::vector<const RuleDifference*>;

std::vector<Entry> entries_of(const Difference& difference) {
    std::vector<Entry> entries;
    for (const auto& rule : difference.rules) {
        if (entries.empty() || entries.back().front()->rule != rule.rule) entries.emplace_back();
        entries.back().push_back(&rule);
    }
    return entries;
}

/// What is gone of one kind and new of another is still in the plan.
Move section_of(const Entry& entry) {
    const auto move = entry.front()->move;
    const auto same = [move](const RuleDifference* one) { return one->move == move; };
    const bool alike = std::all_of(entry.begin(), entry.end(), same);
    return !alike && (move == Move::new_ || move == Move::gone) ? Move::moved : move;
}

std::vector<std::string> lines_of(const words::Words& words, const Entry& entry, int year) {
    std::vector<std::string> lines;
    for (const auto* rule : entry) {
        auto days = Telling(words, *rule, year).days();
        if (days.empty()) continue;
        const auto& label = words.common.labels[static_cast<std::size_t>(rule->kind)];
        lines.push_back(rule == entry.front() ? std::move(days) : words::fill(words.common.labelled, label, days));
    }
    const Telling telling(words, *entry.front(), year);
    for (const auto& part : entry.front()->parts)
        if (part.part != Part::provisional && !(part.part == Part::target && telling.tells_windows()))
            lines.push_back(telling.part(part));
    return lines;
}

void add_told(Page& page, std::string_view heading, const std::vector<Told>& all) {
    if (all.empty()) return;
    page.heading(heading);
    for (const auto& told : all) {
        page.bullet(told.titles);
        for (const auto& line : told.lines) page.paragraph(line, 6, 8);
    }
}

void add_rules(Page& page, const Difference& difference, Move move) {
    struct Group {
        Kind kind;
        Told told;
    };
    const auto& words = page.words();
    const int year = say::year_of(difference.now.sessions.front());
    std::vector<Group> groups;
    for (const auto& entry : entries_of(difference)) {
        if (section_of(entry) != move) continue;
        const auto& rule = *entry.front();
        auto lines = lines_of(words, entry, year);
        if (lines.empty()) continue;
        const auto same = [&](const Group& group) { return group.kind == rule.kind && group.told.lines == lines; };
        auto group = std::find_if(groups.begin(), groups.end(), same);
        if (group == groups.end()) group = groups.insert(group, {rule.kind, {{}, std::move(lines)}});
        join(group->told.titles, words.common.separator, one_line(rule.title));
    }
    std::vector<Told> all;
    for (auto& [kind, told] : groups) all.push_back({labelled(words, kind, told.titles), std::move(told.lines)});
    add_told(page, words.diff.headings[static_cast<std::size_t>(move)], all);
}

/// Rules that began, or ceased, to hold only if no session follows.
void add_waiting(Page& page, const Difference& difference, bool now) {
    std::vector<Told> all;
    std::vector<Kind> kinds;
    for (const auto& rule : difference.rules) {
        if (turned_provisional(rule) != now) continue;
        const auto known = std::find(kinds.begin(), kinds.end(), rule.kind);
        const auto at = static_cast<std::size_t>(known - kinds.begin());
        if (known == kinds.end()) {
            kinds.push_back(rule.kind);
            all.emplace_back();
        }
        join(all[at].titles, page.words().common.separator, one_line(rule.title));
    }
    for (std::size_t i = 0; i < all.size(); ++i) all[i].titles = labelled(page.words(), kinds[i], all[i].titles);
    add_told(page, now ? page.words().diff.waiting : page.words().diff.waits_no_more, all);
}

/// A sign that is told on fewer days is not less serious.
bool tells_fewer_signs(const Difference& difference) {
    return std::any_of(difference.rules.begin(), difference.rules.end(), [](const RuleDifference& rule) {
        return rule.kind == Kind::warn && (rule.move == Move::gone || rule.move == Move::shorter);
    });
}

std::string rules_text(const words::Text<3>& pattern, const RecordedPlan& plan) {
    constexpr std::size_t short_fingerprint = 12;
    return words::fill(pattern, one_line(plan.protocol), one_line(plan.version),
                       one_line(plan.fingerprint.substr(0, short_fingerprint)));
}

void add_foot(Page& page, const Difference& difference) {
    const auto& words = page.words();
    const auto& clinic = difference.now.clinic;
    page.blank();
    for (const auto& line : difference.now.floors) page.paragraph(one_line(line), 0, 2);
    if (tells_fewer_signs(difference)) page.paragraph(words.diff.fewer_signs);
    if (difference.now.schema != difference.was.schema) page.paragraph(words.diff.older_file);
    if (!difference.rules.empty()) page.paragraph(words.diff.until_means);
    if (!clinic.name.empty()) page.paragraph(words::fill(words.common.clinic, one_line(clinic.name)), 0, 2);
    if (!clinic.address.empty()) page.paragraph(words::fill(words.common.address, one_line(clinic.address)), 0, 2);
    page.paragraph(say::call_line(clinic, words), 0, 2);
    page.paragraph(say::emergency_line(clinic, words), 0, 2);
    page.paragraph(words.common.not_advice);
    page.paragraph(rules_text(words.diff.rules_now, difference.now), 0, 2);
    page.paragraph(rules_text(words.diff.rules_before, difference.was), 0, 2);
}

}  // namespace

std::string difference_as_text(const Difference& difference, const Style& style) {
    Page page(style);
    const auto& texts = page.words().diff;
    if (difference.any()) page.title(texts.title);
    for (const auto& line : what_happened(difference, page.words())) page.paragraph(line, 0, 2);
    for (const auto move : {Move::longer, Move::moved, Move::new_, Move::shorter, Move::gone, Move::text})
        add_rules(page, difference, move);
    for (const bool now : {true, false}) add_waiting(page, difference, now);
    add_foot(page, difference);
    return page.take();
}

}  // namespace smpcare::format
