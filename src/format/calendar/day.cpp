#include "format/calendar/day.hpp"

#include "base/text.hpp"
#include "format/calendar/text.hpp"
#include "say/phrases.hpp"

#include <smpcare/format.hpp>

#include <algorithm>

namespace smpcare::calendar {

namespace {

constexpr std::size_t body_limit = 1700;  // code points; the foot comes after it

bool contains(const std::vector<std::size_t>& all, std::size_t one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

const Rule& rule_of(const Walk& walk, const Mark& mark) { return walk.plan.protocol->rules[mark.item->rule]; }

}  // namespace

namespace {

void add_marks(std::vector<Mark>& marks, const Item& item, const Window& window) {
    marks.push_back({window.start, Mark::What::begins, &item, &window});
    if (window.end && window.kind != Kind::visit)
        marks.push_back({*window.end + Days{1}, Mark::What::ended, &item, &window});
    if (window.target && *window.target != window.start)
        marks.push_back({*window.target, Mark::What::best, &item, &window});
}

}  // namespace

std::vector<Mark> marks_of(const Plan& plan) {
    std::vector<Mark> marks;
    for (const auto& item : plan.items) {
        if (plan.protocol->rules[item.rule].asked_only) continue;
        for (const auto& window : item.windows) add_marks(marks, item, window);
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.day < b.day; });
    return marks;
}

Freedom::Freedom(const Walk& walk) : walk_(walk), item_of_rule_(walk.plan.protocol->rules.size()) {
    for (const auto& item : walk.plan.items) item_of_rule_[item.rule] = &item;
}

bool Freedom::is_free(std::size_t activity, Date day) const {
    const auto& rules = walk_.prepared.activities[activity].rules;
    return std::none_of(rules.begin(), rules.end(), [&](std::size_t rule) {
        const auto* const item = item_of_rule_[rule];
        if (item == nullptr) return false;
        return std::any_of(item->windows.begin(), item->windows.end(),
                           [&](const Window& window) { return restricts(window.kind) && window.covers(day); });
    });
}

std::vector<std::size_t> Freedom::freed_by(const Mark& ended) const {
    std::vector<std::size_t> freed;
    for (const auto activity : rule_of(walk_, ended).activities)
        if (is_free(activity, ended.day)) freed.push_back(activity);
    return freed;
}

bool Freedom::is_over(const Mark& ended, const std::vector<std::size_t>& freed) const {
    const auto& rule = rule_of(walk_, ended);
    if (!rule.activities.empty()) return freed.size() == rule.activities.size();
    const auto& windows = ended.item->windows;
    return std::none_of(windows.begin(), windows.end(), [&](const Window& window) { return window.covers(ended.day); });
}

namespace {

void add_name(std::vector<std::string_view>& names, std::string_view name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// What people call it in a word: its first. Where that also stands for something restricted it would promise too much.
std::string_view word_for(const Walk& walk, const Freedom& freedom, std::size_t activity, Date day) {
    const auto& texts = walk.prepared.activities[activity];
    const auto& all = texts.meant_by_word;
    const bool fits = std::all_of(all.begin(), all.end(), [&](std::size_t each) { return freedom.is_free(each, day); });
    return fits ? std::string_view(texts.word) : std::string_view();
}

/// Whether what the mark frees is free only if no session comes before.
bool waits(const Walk& walk, const Mark& mark) {
    return mark.item->provisional || (walk.plan.more_sessions == Truth::yes && mark.day > walk.plan.sessions.back());
}

/// `provisional`: what is free only if no session comes after all.
std::vector<std::string_view> freed_names(const Walk& walk, const Freedom& freedom, std::span<const Mark> marks,
                                          bool provisional) {
    std::vector<std::string_view> names;
    for (const auto& mark : marks) {
        if (mark.what != Mark::What::ended || !restricts(mark.window->kind)) continue;
        if (waits(walk, mark) != provisional) continue;
        const auto freed = freedom.freed_by(mark);
        const bool over = freedom.is_over(mark, freed);
        const std::string_view title = walk.prepared.rules[mark.item->rule].plain_title;
        if (over && freed.empty()) add_name(names, title);
        for (const auto activity : freed) {
            const auto word = word_for(walk, freedom, activity, mark.day);
            const std::string_view in_full = over ? title : walk.prepared.activities[activity].title;
            add_name(names, word.empty() ? in_full : word);
        }
    }
    return names;
}

std::vector<std::string_view> titles(const Walk& walk, std::span<const Mark> marks, Mark::What what, Kind kind) {
    std::vector<std::string_view> names;
    for (const auto& mark : marks) {
        if (mark.what != what || mark.window->kind != kind) continue;
        add_name(names, walk.prepared.rules[mark.item->rule].plain_title);
    }
    return names;
}

/// "a", "a and b", "a, b and c", "a, b and 4 more": as many of the names as have room, at least one.
std::string listed(const Patterns& patterns, const std::vector<std::string_view>& names, int room) {
    for (auto shown = names.size();; --shown) {
        std::string front(names.front());
        const auto joined = shown == names.size() && shown > 1 ? shown - 1 : shown;
        for (std::size_t i = 1; i < joined; ++i) front.append(", ").append(names[i]);
        std::string out;
        if (shown < names.size())
            patterns.and_more.fill(out, {front, std::to_string(names.size() - shown)});
        else if (shown > 1)
            patterns.pair.fill(out, {front, names.back()});
        else
            out = front;
        if (shown == 1 || display_width(out) <= room) return out;
    }
}

/// Phrases of a title, the weightiest first; one that has no room is left to the description.
class TitleParts {
public:
    TitleParts(const Walk& walk, int room) : walk_(walk), room_(room) {}
    void add(const Pattern& pattern, const std::vector<std::string_view>& names) {
        if (names.empty() || full_) return;
        const bool first = text_.empty();
        std::string empty, part;
        pattern.fill(empty, {""});
        const int left = room_ - display_width(text_) - (first ? 0 : 2);
        pattern.fill(part, {listed(walk_.prepared.patterns, names, left - display_width(empty))});
        full_ = !first && display_width(part) > left;
        if (!full_) text_.append(first ? "" : std::string_view(walk_.prepared.words.common.separator)).append(part);
    }
    std::string take() { return std::move(text_); }

private:
    const Walk& walk_;
    int room_;
    bool full_ = false;
    std::string text_;
};

/// The title of a day and its description tell what changes in one order.
template <class Begins, class Free, class Ended>
void tell_in_order(const Begins& begins, const Free& is_free, const Ended& ended) {
    begins(Kind::avoid);
    begins(Kind::ask);
    is_free();
    for (const auto kind : {Kind::limit, Kind::visit, Kind::do_}) begins(kind);
    ended(Kind::do_);
    begins(Kind::expect);
    ended(Kind::expect);
    begins(Kind::warn);
    ended(Kind::warn);
}

}  // namespace

std::string change_title(const Walk& walk, const Freedom& freedom, std::span<const Mark> marks, int room) {
    const auto& patterns = walk.prepared.patterns;
    const auto at = [](Kind kind) { return static_cast<std::size_t>(kind); };
    TitleParts parts(walk, room);
    const auto begins = [&](Kind kind) {
        parts.add(patterns.begins_title[at(kind)], titles(walk, marks, Mark::What::begins, kind));
    };
    const auto ended = [&](Kind kind) {
        parts.add(patterns.ended_title[at(kind)], titles(walk, marks, Mark::What::ended, kind));
    };
    parts.add(patterns.begins_title[at(Kind::visit)], titles(walk, marks, Mark::What::best, Kind::visit));
    const auto is_free = [&] {
        const auto freed = freed_names(walk, freedom, marks, false);
        parts.add(freed.size() == 1 ? patterns.fine : patterns.fine_all, freed);
        parts.add(patterns.fine_provisional, freed_names(walk, freedom, marks, true));
    };
    tell_in_order(begins, is_free, ended);
    return parts.take();
}

std::string noted(Walk& walk, const Item& item, const Window& window, bool with_end) {
    const auto& prepared = walk.prepared;
    const auto& words = prepared.words;
    const auto& rule = walk.plan.protocol->rules[item.rule];
    const auto& title = prepared.rules[item.rule].title;
    std::string notes;
    const auto add = [&](std::string_view text) { join(notes, prepared.patterns.separator, text); };
    if (window.kind == Kind::warn) notes = prepared.rules[item.rule].help;
    std::string until;
    if (with_end && window.end)
        prepared.patterns.until_phrase.fill(until, {walk.dates.short_date(*window.end)});
    else if (with_end)
        until = escaped(words.phrases.no_end);
    add(until);
    add(prepared.texts(item.rule, window.kind).only_if_note);
    if (item.provisional) add(escaped(words.phrases.provisional));
    if (!item.unknown.empty())
        add(escaped(summary_text(say::condition_phrase({walk.plan, words}, rule, item.unknown))));
    if (notes.empty()) return title;
    std::string out;
    prepared.patterns.noted.fill(out, {title, notes});
    return out;
}

void Body::line(std::string_view label, const std::vector<std::string>& texts) {
    if (full_ || texts.empty()) return;
    const auto before = out_.size();
    prepared_.patterns.labelled.fill(out_, {escaped(label), joined(texts, prepared_.patterns.separator)});
    full_ = out_.size() > body_limit && code_points(out_) > body_limit;
    if (full_) {
        out_.erase(before);
        out_ += escaped(summary_text(prepared_.words.common.truncated));
    }
    out_ += newline;
}

namespace {

/// Whether a rule that begins on the same day speaks of what the ended window held.
bool is_taken_over(const Walk& walk, const Mark& ended, std::span<const Mark> marks) {
    const auto& held = rule_of(walk, ended).activities;
    return std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
        if (mark.what != Mark::What::begins || !restricts(mark.window->kind)) return false;
        if (mark.item == ended.item) return true;
        const auto& named = rule_of(walk, mark).activities;
        return std::any_of(named.begin(), named.end(), [&](std::size_t each) { return contains(held, each); });
    });
}

/// What a rule that counts from the last session frees, it frees only if that was the last.
std::string noted_end(const Walk& walk, const Mark& mark, std::string_view title) {
    if (!mark.item->provisional) return std::string(title);
    std::string out;
    walk.prepared.patterns.noted.fill(out, {title, escaped(walk.prepared.words.phrases.provisional)});
    return out;
}

void add_freed(Body& body, const Walk& walk, const Freedom& freedom, std::span<const Mark> marks) {
    std::vector<std::string> freed, held;
    for (const auto& mark : marks) {
        if (mark.what != Mark::What::ended || !restricts(mark.window->kind)) continue;
        const auto activities = freedom.freed_by(mark);
        const auto title = noted_end(walk, mark, walk.prepared.rules[mark.item->rule].title);
        if (freedom.is_over(mark, activities))
            freed.push_back(title);
        else if (activities.empty() && !is_taken_over(walk, mark, marks))
            held.push_back(title);
        if (freedom.is_over(mark, activities)) continue;
        for (const auto each : activities)
            freed.push_back(noted_end(walk, mark, escaped(walk.prepared.activities[each].title)));
    }
    const auto& event = walk.prepared.words.event;
    body.line(event.ended_line[static_cast<std::size_t>(Kind::avoid)], freed);
    body.line(event.still_held, held);
}

}  // namespace

void add_changes(Body& body, Walk& walk, const Freedom& freedom, std::span<const Mark> marks, bool with_starts) {
    const auto& event = walk.prepared.words.event;
    const auto lines = [&](Mark::What what, Kind kind, std::string_view label) {
        std::vector<std::string> texts;
        for (const auto& mark : marks) {
            if (mark.what != what || mark.window->kind != kind) continue;
            texts.push_back(what == Mark::What::ended ? walk.prepared.rules[mark.item->rule].title
                                                      : noted(walk, *mark.item, *mark.window, true));
        }
        body.line(label, texts);
    };
    const auto begins = [&](Kind kind) {
        if (with_starts) lines(Mark::What::begins, kind, event.begins_line[static_cast<std::size_t>(kind)]);
    };
    const auto ended = [&](Kind kind) {
        lines(Mark::What::ended, kind, event.ended_line[static_cast<std::size_t>(kind)]);
    };
    lines(Mark::What::best, Kind::visit, event.best_today);
    tell_in_order(
        begins, [&] { add_freed(body, walk, freedom, marks); }, ended);
}

}  // namespace smpcare::calendar
