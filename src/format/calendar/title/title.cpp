#include "format/calendar/day.hpp"
#include "format/calendar/title/booking.hpp"
#include "format/calendar/title/phrases.hpp"
#include "say/steps.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <tuple>
#include <utility>

namespace smpcare::calendar {

namespace {

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
    Phrase phrase{&patterns.allowed_title, &patterns.allowed_brief};
    for (const auto& allowed : step.allowed) {
        if (is_told_how(walk, lists[static_cast<std::size_t>(Kind::do_)], allowed.activities)) continue;
        const auto& item = walk.plan.items[allowed.item];
        if (allowed.whole) {
            const auto& banned = say::banned_as(walk.plan, item);
            phrase.add(walk.name_of(banned), walk.texts_of(banned).asked);
            continue;
        }
        for (const auto activity : allowed.activities) {
            if (say::told_when_asked(walk.plan, step.date, activity)) continue;
            const auto& texts = walk.prepared.activities[activity];
            phrase.add(texts.title, walk.texts_of(item).quotes ? as_told_to_leave(texts.asked) : texts.asked);
        }
    }
    return phrase;
}

/// What goes on until a day that is known.
Phrase still_no(const Walk& walk, const InForceLists& lists) {
    Phrase phrase{&walk.prepared.patterns.still_no_title};
    phrase.weight = Weight::still;
    for (const auto& [item, window] : lists[static_cast<std::size_t>(Kind::avoid)])
        if (window->end && !walk.rule_of(*item).activities.empty())
            phrase.add(walk.name_of(*item), walk.texts_of(*item).asked);
    return phrase;
}

/// Whether all that the rule is about was asked about or done with care the day before, and not forbidden: what begins
/// to be done then makes it easier.
bool was_held(const Walk& walk, const Item& item, Date day) {
    const auto& activities = walk.rule_of(item).activities;
    const auto is_held = [&](std::size_t activity) {
        const auto before = walk.holdings.on(activity, day - Days{1}).strictest();
        return before && *before != Kind::avoid;
    };
    return !activities.empty() && std::all_of(activities.begin(), activities.end(), is_held);
}

/// How much people ask about what a page leads with that forbids, or forbade, the same; 0 where it does not.
int asked_of_headline(const Walk& walk, const Item& item) {
    const auto& activities = walk.rule_of(item).activities;
    int asked = 0;
    for (const auto& other : walk.plan.items) {
        const auto& rule = walk.rule_of(other);
        if (rule.kind != Kind::avoid || rule.headline.empty() || other.windows.empty()) continue;
        const auto shared =
            std::find_first_of(rule.activities.begin(), rule.activities.end(), activities.begin(), activities.end());
        if (shared != rule.activities.end()) asked = std::max(asked, walk.texts_of(other).asked);
    }
    return asked;
}

bool follows_headline(const Walk& walk, const Item& item) { return asked_of_headline(walk, item) > 0; }

/// "shade, hat or sunscreen": it is no news that something of the kind is to be done.
Phrase eased_do_phrase(const Walk& walk, const Step& step) {
    Phrase phrase{&walk.prepared.patterns.name_title};
    for (const auto& begin : step.begins) {
        const auto& item = walk.plan.items[begin.item];
        if (begin.kind == Kind::do_ && was_held(walk, item, step.date))
            phrase.add(walk.texts_of(item).sign, walk.texts_of(item).asked);
    }
    return phrase;
}

/// What is done with care, how, where that can be told in few words; a tail of what is forbidden never without its
/// condition.
void add_care(Phrase& phrase, const Walk& walk, const Item& item, const Window& window) {
    const auto& texts = walk.texts_of(item);
    if (window.kind != walk.rule_of(item).kind && !texts.only_if.empty())
        phrase.add({&texts.tail, texts.asked, &texts.tail_care});
    else
        phrase.add({&walk.name_of(item), texts.asked, &texts.care, &texts.barely});
}

/// `asking`: those that ask the client to act, or those that only let go of something.
Phrase begin_phrase(const Walk& walk, const Step& step, Kind kind, bool asking) {
    const auto& patterns = walk.prepared.patterns;
    Phrase phrase{&patterns.begins_title[static_cast<std::size_t>(kind)]};
    phrase.any_will_do = kind == Kind::warn;
    if (kind == Kind::limit) phrase.brief = phrase.bare = &patterns.name_title;
    if (!asking) phrase.weight = Weight::eased;
    for (const auto& begin : step.begins) {
        const auto& item = walk.plan.items[begin.item];
        const auto& window = item.windows[begin.window];
        if (begin.kind != kind || walk.asks_to_act(item, window) != asking) continue;
        if (kind == Kind::do_ && was_held(walk, item, step.date)) continue;
        if (kind == Kind::limit && !asking && follows_headline(walk, item)) continue;
        const auto& texts = walk.texts_of(item);
        if (kind == Kind::limit)
            add_care(phrase, walk, item, window);
        else
            phrase.add(kind == Kind::warn ? texts.sign : walk.name_of(item), texts.asked);
    }
    return phrase;
}

Phrase held_phrase(const Walk& walk, const Step& step, Kind kind) {
    Phrase phrase{&walk.prepared.patterns.held_title[static_cast<std::size_t>(kind)]};
    phrase.weight = Weight::eased;
    for (const auto& held : step.held) {
        const auto& item = walk.plan.items[held.item];
        if (held.kind != kind || (kind == Kind::limit && follows_headline(walk, item))) continue;
        phrase.add(walk.name_of(item), walk.texts_of(item).asked);
    }
    return phrase;
}

/// What of a page's headlines is now done with care: who reads what is allowed, and nothing of that, takes it for free.
Phrase care_phrase(const Walk& walk, const Step& step) {
    const auto& patterns = walk.prepared.patterns;
    Phrase phrase{&patterns.begins_title[static_cast<std::size_t>(Kind::limit)], &patterns.name_title};
    for (const auto& begin : step.begins) {
        const auto& item = walk.plan.items[begin.item];
        const auto& window = item.windows[begin.window];
        if (begin.kind != Kind::limit || walk.asks_to_act(item, window) || !follows_headline(walk, item)) continue;
        add_care(phrase, walk, item, window);
        auto& thing = phrase.things.back();
        thing.asked = asked_of_headline(walk, item);
        // "scratching: gently" would be read as something to do.
        if (thing.brief == &walk.texts_of(item).care) thing.brief = thing.bare = &walk.texts_of(item).barely;
    }
    for (const auto& held : step.held) {
        const auto& item = walk.plan.items[held.item];
        const auto& texts = walk.texts_of(item);
        if (held.kind == Kind::limit && follows_headline(walk, item))
            phrase.add({&walk.name_of(item), asked_of_headline(walk, item), &texts.barely});
    }
    return phrase;
}

Phrase over_phrase(const Walk& walk, const Step& step) {
    Phrase phrase{&walk.prepared.patterns.over_title};
    phrase.weight = Weight::eased;
    for (const auto over : step.over) phrase.add(walk.name_of(walk.plan.items[over]), 0);
    return phrase;
}

Phrase book_phrase(const Walk& walk, const std::vector<Standing>& visits) {
    Phrase phrase{&walk.prepared.patterns.book_title};
    for (const auto& [item, window] : visits) phrase.add(walk.name_of(*item), 0);
    return phrase;
}

/// Phrases in the order in which they matter, in groups that are sorted by what people ask about.
class Phrases {
public:
    void add(std::initializer_list<Phrase> group) {
        const auto from = phrases_.size();
        phrases_.insert(phrases_.end(), group);
        sort_by_asked(phrases_, from);
    }
    void first_is(Weight weight) {
        if (!empty()) phrases_.front().weight = weight;
    }
    /// Behind "Day 3: ", "alcohol: a little" would be hard to read.
    void first_is_clause() {
        if (empty()) return;
        auto& first = phrases_.front();
        for (auto& thing : first.things) {
            if (thing.brief == thing.name) continue;
            first.brief = first.pattern;
            if (thing.bare == thing.brief) {
                first.bare = first.pattern;
                thing.bare = thing.name;
            }
            thing.brief = thing.name;
        }
    }
    [[nodiscard]] bool empty() const { return phrases_.empty(); }
    [[nodiscard]] const std::vector<Phrase>& all() const { return phrases_; }

private:
    std::vector<Phrase> phrases_;
};

/// Whether people ask more about what is still forbidden than about what is allowed: it is then told rather.
bool holds_more(const Phrase& still, const Phrase& allowed) {
    const auto most = [](const Phrase& phrase) {
        int asked = 0;
        for (const auto& thing : phrase.things) asked = std::max(asked, thing.asked);
        return asked;
    };
    return most(still) > most(allowed);
}

/// What must be told, what matters most first: an alarm may ring for what begins to be forbidden, what to call about
/// and what is to be done.
Phrases strict_phrases(const Walk& walk, const Step& step, bool with_eased) {
    Phrases phrases;
    phrases.add({begin_phrase(walk, step, Kind::avoid, true)});
    phrases.add({begin_phrase(walk, step, Kind::warn, true)});
    if (!with_eased) return phrases;
    auto begin_do = begin_phrase(walk, step, Kind::do_, true);
    // Beside what to call about, a name alone cannot be read as something that is allowed.
    if (!phrases.empty()) begin_do.bare = &walk.prepared.patterns.name_title;
    phrases.add({std::move(begin_do)});
    return phrases;
}

Phrases phrases_of(const Walk& walk, const Step& step, const InForceLists& lists, const std::vector<Standing>& visits,
                   bool with_eased) {
    const auto begin = [&](Kind kind, bool asking) { return begin_phrase(walk, step, kind, asking); };
    auto phrases = strict_phrases(walk, step, with_eased);
    auto booking = book_phrase(walk, visits);
    booking.weight = asks_to_act(walk, step) ? Weight::main : Weight::beside;
    auto allowed = with_eased ? allowed_phrase(walk, step, lists) : Phrase{nullptr};
    auto still = still_no(walk, lists);
    Phrase yields{nullptr}, care = with_eased ? care_phrase(walk, step) : Phrase{nullptr};
    // Beside what asks to act, nothing is allowed before it is told what still needs care.
    if (!phrases.empty() && (holds_more(still, allowed) || !care.things.empty())) std::swap(allowed, yields);
    if (!phrases.empty() && holds_more(still, care)) care.weight = Weight::eased;
    yields.weight = Weight::eased;
    phrases.add({begin(Kind::ask, true), begin(Kind::limit, true)});
    const bool care_is_first = phrases.empty() && !care.things.empty();
    phrases.add({std::move(care)});
    phrases.add({std::move(allowed)});
    if (with_eased) phrases.add({eased_do_phrase(walk, step)});
    if (booking.weight == Weight::main) phrases.add({std::exchange(booking, Phrase{nullptr})});
    const bool only_eases = phrases.empty();
    if (!only_eases) phrases.add({still, std::move(yields)});
    if (with_eased) {
        phrases.add({begin(Kind::avoid, false), begin(Kind::ask, false), begin(Kind::limit, false)});
        phrases.add({held_phrase(walk, step, Kind::avoid), held_phrase(walk, step, Kind::ask),
                     held_phrase(walk, step, Kind::limit), over_phrase(walk, step)});
    }
    phrases.add({std::move(booking)});
    if (only_eases) {
        phrases.first_is(Weight::main);
        phrases.add({std::move(still)});
    }
    if (!care_is_first) phrases.first_is_clause();
    return phrases;
}

bool tightens(const Walk& walk, const Step& step) {
    return std::any_of(step.begins.begin(), step.begins.end(),
                       [&](const Step::Begin& begin) { return restricts(begin.kind) && walk.asks_to_act(begin); });
}

/// Whether it tells what to call the practitioner about, which is normal again after one more session.
bool asks_to_look(const Walk& walk, const Step& step) {
    return std::any_of(step.begins.begin(), step.begins.end(), [&](const Step::Begin& begin) {
        const auto& rule = walk.rule_of(walk.plan.items[begin.item]);
        return begin.kind == Kind::warn && help_of(rule) == Help::practitioner;
    });
}

/// Whether the step tells anything that one more session would undo.
bool eases(const Step& step) {
    const auto may_ease = [](const Step::Begin& begin) { return begin.kind == Kind::do_ || restricts(begin.kind); };
    return !step.allowed.empty() || !step.held.empty() || !step.over.empty() ||
           std::any_of(step.begins.begin(), step.begins.end(), may_ease);
}

Phrase emergency_phrase(const Prepared& prepared) {
    const auto& [patterns, number] = std::tie(prepared.patterns, prepared.emergency_number);
    Phrase phrase{number.plain.empty() ? &patterns.danger_title : &patterns.emergency_title};
    phrase.add(number, 0);
    return phrase;
}

}  // namespace

bool waits_for_session(const Walk& walk, const Step& step) {
    return walk.may_follow_session(step.date) && (eases(step) || asks_to_look(walk, step)) && !tightens(walk, step);
}

std::string change_title(const Walk& walk, const Step& step, const InForceLists& lists,
                         const std::vector<Standing>& visits, int room) {
    // What must hold is not told under a condition, nor what has one without.
    const bool with_eased = !step.provisional || !tightens(walk, step);
    const auto phrases = phrases_of(walk, step, lists, visits, with_eased);
    return fitted(walk.prepared, phrases.all(), room, with_eased || !eases(step));
}

std::string state_title(const Walk& walk, const InForceLists& lists, bool is_session, int room) {
    Phrases phrases;
    for (const auto kind : {Kind::avoid, Kind::ask, Kind::limit, Kind::expect}) {
        if (!phrases.empty()) break;
        const auto& patterns = walk.prepared.patterns;
        Phrase phrase{kind == Kind::avoid ? &patterns.state_avoid_title
                                          : &patterns.begins_title[static_cast<std::size_t>(kind)]};
        for (const auto& [item, window] : lists[static_cast<std::size_t>(kind)])
            phrase.add(walk.name_of(*item), walk.texts_of(*item).asked);
        phrases.add({std::move(phrase)});
    }
    if (is_session) phrases.add({emergency_phrase(walk.prepared)});
    return fitted(walk.prepared, phrases.all(), room);
}

}  // namespace smpcare::calendar
