#include "format/calendar/day.hpp"
#include "say/steps.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace smpcare::calendar {

namespace {

constexpr std::size_t most_names = 3;  // of one phrase
constexpr std::size_t most_phrases = 16;

struct Asked {
    const Name* name;
    int asked;
};

/// "{0} allowed again", and of what.
struct Phrase {
    const Pattern* pattern;
    std::vector<Asked> things{};
    bool some_will_do = false;  ///< what is not named is not thereby said to be otherwise
    bool any_will_do = false;   ///< each by itself is enough: "a or b"
    bool matters = true;        ///< more than further names of the others

    void add(const Name& name, int asked) {
        const auto known = std::find_if(things.begin(), things.end(),
                                        [&](const Asked& thing) { return thing.name->plain == name.plain; });
        if (known == things.end())
            things.push_back({&name, asked});
        else
            known->asked += asked;
    }
};

/// Phrases from `from` on that have something to say, those first about which people ask most.
void sort_by_asked(std::vector<Phrase>& phrases, std::size_t from = 0) {
    const auto more = [](const Asked& a, const Asked& b) { return a.asked > b.asked; };
    const auto first = phrases.begin() + static_cast<std::ptrdiff_t>(from);
    const auto is_empty = [](const Phrase& phrase) { return phrase.things.empty(); };
    phrases.erase(std::remove_if(first, phrases.end(), is_empty), phrases.end());
    for (auto phrase = first; phrase != phrases.end(); ++phrase)
        if (phrase->things.size() > 1) std::stable_sort(phrase->things.begin(), phrase->things.end(), more);
    if (phrases.end() - first > 1)
        std::stable_sort(first, phrases.end(),
                         [&](const Phrase& a, const Phrase& b) { return more(a.things.front(), b.things.front()); });
}

std::string names_of(const std::vector<Asked>& things, std::size_t shown) {
    std::string names;
    for (std::size_t i = 0; i < shown; ++i) names.append(i == 0 ? "" : ", ").append(things[i].name->plain);
    return names;
}

/// "a, b and 4 more", of `shown` names; "a, b or 4 more" of what is enough by itself.
std::string listed(const Prepared& prepared, const Phrase& phrase, std::size_t shown) {
    const auto& [things, any] = std::tie(phrase.things, phrase.any_will_do);
    const bool all = shown == things.size();
    if (all && (!any || shown == 1)) return names_of(things, shown);
    const auto last = all ? things.back().name->plain : std::to_string(things.size() - shown);
    const auto& patterns = prepared.patterns;
    const auto& pattern = all ? patterns.or_title : any ? patterns.or_more_title : patterns.and_more_title;
    std::string out;
    pattern.fill(out, {names_of(things, all ? shown - 1 : shown), last});
    return out;
}

/// How many things it is about, where not even one name has room.
std::string counted(const Prepared& prepared, const Phrase& phrase) {
    std::string number, out;
    if (phrase.things.size() == 1)
        number = prepared.words.event.one_thing;
    else
        prepared.patterns.things.fill(number, {std::to_string(phrase.things.size())});
    phrase.pattern->fill(out, {number});
    return out;
}

/// A title on its way: phrases with their names, while they have room.
class Title {
public:
    Title(const Prepared& prepared, int room) : prepared_(&prepared), room_(room) {}

    /// With as many of its names as have room, at most `most`, and the number of the others; where some names will do
    /// and there is room for one, without.
    bool add(const Phrase& phrase, std::size_t most) {
        if (most == 1 && phrase.some_will_do) {
            return std::any_of(phrase.things.begin(), phrase.things.end(),
                               [&](const Asked& thing) { return add(*phrase.pattern, thing.name->plain); });
        }
        for (auto shown = std::min(most, phrase.things.size()); shown > 0; --shown)
            if (add(*phrase.pattern, listed(*prepared_, phrase, shown))) return true;
        return false;
    }
    /// The others need no number: nothing is said of them.
    void add_some(const Phrase& phrase, std::size_t most) {
        for (auto shown = std::min(most, phrase.things.size()); shown > 0; --shown)
            if (add(*phrase.pattern, names_of(phrase.things, shown))) return;
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    bool add(const Pattern& pattern, std::string_view names) {
        std::string part;
        if (!text_.empty()) part = prepared_->words.event.title_separator;
        pattern.fill(part, {names});
        const int width = display_width(part);
        if (width > room_) return false;
        room_ -= width;
        text_ += part;
        return true;
    }

    const Prepared* prepared_;
    int room_;
    std::string text_;
};

/// As many phrases as have room, then as many names of each.
Title fitted(const Prepared& prepared, const std::vector<Phrase>& phrases, int room) {
    Title best(prepared, room);
    std::ptrdiff_t most_told = -1;
    for (auto names = most_names; names > 0; --names) {
        Title title(prepared, room);
        const auto told = std::count_if(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
            return title.add(phrase, names) && phrase.matters;
        });
        if (told <= most_told) continue;
        most_told = told;
        best = title;
    }
    return best;
}

std::string text_of(const Prepared& prepared, const Title& title, const std::vector<Phrase>& phrases) {
    if (!title.text().empty()) return title.text();
    return phrases.empty() ? std::string(prepared.words.event.nothing_title) : counted(prepared, phrases.front());
}

/// Whether `do` rules in force say how each of the activities is done: their names then say more than "allowed".
bool is_told_how(const Walk& walk, const std::vector<Standing>& does, const std::vector<std::size_t>& activities) {
    return std::all_of(activities.begin(), activities.end(), [&](std::size_t activity) {
        return std::any_of(does.begin(), does.end(), [&](const Standing& standing) {
            const auto& named = walk.rule_of(*standing.item).activities;
            return std::find(named.begin(), named.end(), activity) != named.end();
        });
    });
}

Phrase allowed_phrase(const Walk& walk, const Step& step, const InForceLists& lists) {
    const auto& patterns = walk.prepared.patterns;
    Phrase phrase{step.provisional ? &patterns.allowed_if_title : &patterns.allowed_title};
    phrase.some_will_do = true;
    for (const auto& allowed : step.allowed) {
        if (is_told_how(walk, lists[static_cast<std::size_t>(Kind::do_)], allowed.activities)) continue;
        const auto& item = walk.plan.items[allowed.item];
        if (allowed.whole) {
            const auto& banned = say::banned_as(walk.plan, item);
            phrase.add(walk.name_of(banned), walk.texts_of(banned).asked);
            continue;
        }
        for (const auto activity : allowed.activities) {
            const auto& texts = walk.prepared.activities[activity];
            phrase.add(texts.title, texts.asked);
        }
    }
    return phrase;
}

/// What goes on and will be free at its end; of anything else "not yet" would promise too much.
Phrase not_yet(const Walk& walk, const InForceLists& lists) {
    Phrase phrase{&walk.prepared.patterns.not_yet_title};
    for (const auto& [item, window] : lists[static_cast<std::size_t>(Kind::avoid)]) {
        if (!window->end) continue;
        const auto is_held = [&, end = *window->end](std::size_t activity) {
            return !walk.holdings.on(activity, end + Days{1}).free();
        };
        const auto& activities = walk.rule_of(*item).activities;
        if (activities.empty() || std::any_of(activities.begin(), activities.end(), is_held)) continue;
        phrase.add(walk.name_of(*item), walk.texts_of(*item).asked);
    }
    return phrase;
}

/// `asking`: those that ask the client to act, or those that only let go of something.
Phrase begin_phrase(const Walk& walk, const Step& step, Kind kind, bool asking) {
    Phrase phrase{&walk.prepared.patterns.begins_title[static_cast<std::size_t>(kind)]};
    phrase.some_will_do = kind == Kind::do_;
    phrase.any_will_do = kind == Kind::warn;
    phrase.matters = asking;
    for (const auto& begin : step.begins) {
        const auto& item = walk.plan.items[begin.item];
        if (begin.kind != kind || walk.asks_to_act(item, item.windows[begin.window]) != asking) continue;
        const auto& texts = walk.texts_of(item);
        phrase.add(kind == Kind::warn ? texts.sign : walk.name_of(item), texts.asked);
    }
    return phrase;
}

Phrase held_phrase(const Walk& walk, const Step& step, Kind kind) {
    Phrase phrase{&walk.prepared.patterns.held_title[static_cast<std::size_t>(kind)]};
    for (const auto& held : step.held)
        if (held.kind == kind)
            phrase.add(walk.name_of(walk.plan.items[held.item]), walk.texts_of(walk.plan.items[held.item]).asked);
    return phrase;
}

Phrase over_phrase(const Walk& walk, const Step& step) {
    Phrase phrase{&walk.prepared.patterns.over_title};
    for (const auto over : step.over) phrase.add(walk.name_of(walk.plan.items[over]), 0);
    return phrase;
}

}  // namespace

std::string change_title(const Walk& walk, const Step& step, const InForceLists& lists, int room) {
    std::vector<Phrase> phrases;
    phrases.reserve(most_phrases);
    const auto add_begins = [&](Kind kind, bool asking) { phrases.push_back(begin_phrase(walk, step, kind, asking)); };
    // An alarm may ring for what begins to be forbidden, what is to be done and what to call about.
    for (const auto kind : {Kind::avoid, Kind::do_, Kind::warn}) {
        const auto group = phrases.size();
        add_begins(kind, true);
        sort_by_asked(phrases, group);
    }
    auto group = phrases.size();
    for (const auto kind : {Kind::ask, Kind::limit}) add_begins(kind, true);
    phrases.push_back(allowed_phrase(walk, step, lists));
    sort_by_asked(phrases, group);
    group = phrases.size();
    for (const auto kind : restricting_kinds) add_begins(kind, false);
    sort_by_asked(phrases, group);
    group = phrases.size();
    for (const auto kind : restricting_kinds) phrases.push_back(held_phrase(walk, step, kind));
    phrases.push_back(over_phrase(walk, step));
    sort_by_asked(phrases, group);
    auto title = fitted(walk.prepared, phrases, room);
    std::vector still{not_yet(walk, lists)};
    sort_by_asked(still);
    if (!still.empty()) title.add_some(still.front(), 2);
    return text_of(walk.prepared, title, phrases);
}

std::string state_title(const Walk& walk, const InForceLists& lists, bool is_session, int room) {
    const auto& patterns = walk.prepared.patterns;
    std::vector<Phrase> phrases;
    if (!is_session) phrases.push_back(not_yet(walk, lists));
    for (const auto kind : {Kind::avoid, Kind::ask, Kind::limit, Kind::expect}) {
        if (std::any_of(phrases.begin(), phrases.end(), [](const Phrase& phrase) { return !phrase.things.empty(); }))
            break;
        auto& phrase = phrases.emplace_back(Phrase{&patterns.begins_title[static_cast<std::size_t>(kind)]});
        for (const auto& [item, window] : lists[static_cast<std::size_t>(kind)])
            phrase.add(walk.name_of(*item), walk.texts_of(*item).asked);
    }
    sort_by_asked(phrases);
    return text_of(walk.prepared, fitted(walk.prepared, phrases, room), phrases);
}

}  // namespace smpcare::calendar
