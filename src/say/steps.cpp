#include "say/steps.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/today.hpp"

#include <algorithm>
#include <tuple>

namespace smpcare::say {

namespace {

constexpr StepLabel label_of(Kind kind) {
    constexpr std::array labels{StepLabel::avoid, StepLabel::ask,   StepLabel::limit, StepLabel::do_,
                                StepLabel::do_,   StepLabel::visit, StepLabel::warn};
    return labels[static_cast<std::size_t>(kind)];
}

class StepTeller {
public:
    StepTeller(const Speaker& speaker, const Step& step)
        : speaker_(speaker), step_(step), words_(speaker.words.steps) {}

    std::vector<StepLine> tell() {
        if (step_.session > 0)
            lines_.push_back({StepLabel::session, words::fill(words_.session, step_.session), {}, {}});
        for (const auto& begin : step_.begins) add_begin(begin);
        for (const auto& allowed : step_.allowed) add_allowed(allowed);
        for (const auto& held : step_.held) {
            const auto kind = static_cast<std::size_t>(held.kind);
            const auto label = static_cast<StepLabel>(static_cast<std::size_t>(StepLabel::still_avoid) + kind);
            add(label, words_.held[kind], name_of(held.item), {});
        }
        for (const auto item : step_.over) add(StepLabel::over, words_.over, name_of(item), {});
        std::stable_sort(lines_.begin(), lines_.end(), [](const auto& a, const auto& b) { return a.label < b.label; });
        return std::move(lines_);
    }

private:
    [[nodiscard]] std::string name_of(const Item& item) const { return listed_name(speaker_, item.rule); }
    [[nodiscard]] std::string name_of(std::size_t item) const { return name_of(speaker_.plan.items[item]); }

    void add_begin(const Step::Begin& begin) {
        const auto& item = speaker_.plan.items[begin.item];
        const auto& rule = speaker_.rule(item.rule);
        auto note = condition_phrase(speaker_, rule, item.unknown);
        if (begin.kind != rule.kind && rule.until) {
            const auto event = one_line(speaker_.protocol().events[*rule.until].title);
            const auto only = words::fill(speaker_.words.phrases.only_if, event);
            note = note.empty() ? only : only + std::string(speaker_.words.common.separator) + note;
        }
        if (begin.kind == Kind::visit) add_last_day(note, item.windows[begin.window]);
        const bool asks = begin.kind == Kind::warn && help_of(rule) == Help::practitioner;
        const auto& label = asks ? words_.ask_if : words_.begins[static_cast<std::size_t>(begin.kind)];
        add(label_of(begin.kind), label, name_of(begin.item), note);
    }

    void add_last_day(std::string& note, const Window& visit) const {
        if (!visit.end || *visit.end == visit.start) return;
        const auto last = date_near(*visit.end, step_.date, speaker_.words);
        join(note, speaker_.words.common.separator, words::fill(words_.until, last));
    }

    /// Of a rule that is allowed in part, the activities that are.
    void add_allowed(const Step::Allowed& allowed) {
        const auto& text = step_.provisional ? words_.allowed_if_no_session : words_.allowed;
        if (allowed.whole)
            add(StepLabel::allowed, text,
                split_name(name_of(banned_as(speaker_.plan, speaker_.plan.items[allowed.item]))).what, {});
        else
            for (const auto activity : allowed.activities)
                if (!told_when_asked(speaker_.plan, step_.date, activity))
                    add(StepLabel::allowed, text, in_a_list(one_line(speaker_.protocol().activities[activity].title)),
                        {});
    }

    void add(StepLabel label, std::string_view text, std::string name, const std::string& note) {
        const auto same = [&](const StepLine& line) { return line.text == text && line.note == note; };
        auto line = std::find_if(lines_.begin(), lines_.end(), same);
        if (line == lines_.end()) line = lines_.insert(lines_.end(), {label, std::string(text), {}, note});
        if (std::find(line->names.begin(), line->names.end(), name) == line->names.end())
            line->names.push_back(std::move(name));
    }

    const Speaker& speaker_;
    const Step& step_;
    const words::StepText& words_;
    std::vector<StepLine> lines_;
};

}  // namespace

bool told_when_asked(const Plan& plan, Date day, std::size_t activity) {
    return std::ranges::any_of(plan.items, [&](const Item& item) {
        const auto& rule = plan.protocol->rules[item.rule];
        const auto begins = [&](const Window& window) { return window.kind == Kind::do_ && window.start == day; };
        return rule.asked_only && std::ranges::find(rule.activities, activity) != rule.activities.end() &&
               std::ranges::any_of(item.windows, begins);
    });
}

std::string in_a_list(std::string title) {
    const auto is_capital = [&](std::size_t at) { return at < title.size() && 'A' <= title[at] && title[at] <= 'Z'; };
    if (is_capital(0) && !is_capital(1)) title[0] = static_cast<char>(title[0] + ('a' - 'A'));
    return title;
}

namespace {

const std::string& written_name(const Rule& rule) { return rule.short_title.empty() ? rule.title : rule.short_title; }

}  // namespace

std::string listed_name(const Rule& rule) { return one_line(written_name(rule)); }

NameParts split_name(std::string name) {
    const auto at = name.rfind(" (");
    if (at == std::string::npos || !name.ends_with(')')) return {std::move(name), {}};
    return {name.substr(0, at), name.substr(at + 2, name.size() - at - 3)};
}

std::string how_named(const Rule& rule) {
    if (auto parts = split_name(listed_name(rule)); !parts.how.empty()) return std::move(parts.how);
    const auto title = one_line(rule.title);
    const auto comma = title.find(", ");
    return comma == std::string::npos ? std::string() : title.substr(comma + 2);
}

std::string listed_name(const Speaker& speaker, std::size_t rule) {
    const auto& named = speaker.rule(rule);
    auto name = listed_name(named);
    if (!named.shares_name) return name;
    const auto& items = speaker.plan.items;
    const auto item = std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.rule == rule; });
    const auto misleads = [&](const Item& other) {
        const auto& other_rule = speaker.rule(other.rule);
        return other_rule.shares_name && other_rule.kind == named.kind && !other.windows.empty() &&
               !same_days(*item, other) && listed_name(other_rule) == name;
    };
    if (item == items.end() || std::none_of(items.begin(), items.end(), misleads)) return name;
    return one_line(named.title);
}

bool same_days(const Item& one, const Item& other) {
    const auto same = [](const Window& a, const Window& b) {
        return a.kind == b.kind && a.start == b.start && a.end == b.end;
    };
    return std::equal(one.windows.begin(), one.windows.end(), other.windows.begin(), other.windows.end(), same);
}

const Item& banned_as(const Plan& plan, const Item& item) {
    const auto& named = plan.protocol->rules[item.rule];
    if (named.kind == Kind::avoid || !restricts(named.kind) || named.activities.empty()) return item;
    const auto bans = [&](const Item& other) {
        const auto& rule = plan.protocol->rules[other.rule];
        return rule.kind == Kind::avoid && !other.declared.empty() && rule.activities == named.activities;
    };
    const auto found = std::find_if(plan.items.begin(), plan.items.end(), bans);
    return found == plan.items.end() ? item : *found;
}

std::vector<StepLine> step_lines(const Speaker& speaker, const Step& step) { return StepTeller(speaker, step).tell(); }

}  // namespace smpcare::say
