#pragma once

/// One plan on its way into a calendar: what the three modes share while they go through it.
//
/// A walk may also be one for a template, where who the client is stays open: an identity is then the name that it
/// would be made from.

#include "format/calendar/gap.hpp"
#include "format/calendar/prepared/prepared.hpp"
#include "format/calendar/uuid.hpp"

#include <smpcare/ask.hpp>

#include <array>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::calendar {

/// A piece of a description, escaped: text to be folded, which may hold gaps (gap.hpp), or text that was folded once.
struct Block {
    std::string_view text;
    std::string_view folded;  ///< instead of `text`: a fold, and folded text without its line end
};

/// One all-day event on its way into a file. Views live as long as the call that hands the event on.
struct Event {
    std::string uid;
    Date start, last;              ///< both inclusive
    std::string title;             ///< filtered, not yet escaped; may hold gaps
    std::string_view title_lines;  ///< the same as SUMMARY, folded; "": to be made from `title`
    std::string_view alarm_lines;  ///< the same as the alarm's DESCRIPTION
    std::vector<Block> description;
    bool alarm = true;
    bool cancelled = false;
    bool visit = false;
};

/// Takes one event after another; what it needs of one it copies.
using Sink = std::function<void(const Event&)>;

enum class For { file, template_ };

/// A window that covers a day, and its item.
struct Standing {
    const Item* item;
    const Window* window;
};
/// Those of one day by kind, in file order; rules that are only asked about are in none.
using InForceLists = std::array<std::vector<Standing>, kind_count>;

class Walk {
public:
    /// In the mode that was prepared for, or in another.
    Walk(const Prepared& prepared, const Plan& plan, For what = For::file);
    Walk(const Prepared& prepared, const Plan& plan, For what, Events mode);

    const Prepared& prepared;
    const Plan& plan;
    Events mode;
    Holdings holdings;

    /// Of what the mode tells in its own way, and of what every mode tells alike.
    [[nodiscard]] std::string uid(std::initializer_list<std::string_view> parts) const;
    [[nodiscard]] std::string shared_uid(std::initializer_list<std::string_view> parts) const;

    [[nodiscard]] bool is_session(Date day) const;
    /// The number of the latest session on or before `day`, which is not before the first.
    [[nodiscard]] int session_on(Date day) const;
    [[nodiscard]] const Rule& rule_of(const Item& item) const { return plan.protocol->rules[item.rule]; }
    [[nodiscard]] const RuleTexts& texts_of(const Item& item) const { return prepared.rules[item.rule]; }

    /// Whether a session that is planned may have been before `day`.
    [[nodiscard]] bool may_follow_session(Date day) const;

    /// A date within a text, left open; `near` is the day of its event.
    [[nodiscard]] std::string date(Date day, Date near) const;
    void find_in_force(Date day, InForceLists& lists) const;
    /// The rule's name in a list: its `short`, but its title where a rule of the same `short` and kind has other days.
    [[nodiscard]] const Name& name_of(const Item& item) const { return *names_[item.rule]; }
    /// Whether the window asks the client to do or to stop doing something, or to go somewhere.
    [[nodiscard]] bool asks_to_act(const Item& item, const Window& window) const;
    [[nodiscard]] bool asks_to_act(const Step::Begin& begin) const;

private:
    std::optional<UuidMaker> own_, shared_;  ///< of a walk for a file
    std::vector<const Name*> names_;         ///< of each rule
    std::vector<const Item*> listed_;        ///< with days, and not only asked about
};

/// An identity's name in a template begins with this where every mode tells it alike.
inline constexpr char shared_mark = '*';

/// Makes the identities of a client's events, after the plan's own and what tells them. Calendars that clients have are
/// corrected by these: were the namespace, a part of a name or the order of the parts to change, the next file would
/// put each event beside the old one and never take that away.
UuidMaker identities_of(const Plan& plan, Events mode);
UuidMaker shared_identities_of(const Plan& plan);

/// Items of a plan whose sentences had no room in the events so far.
using Untold = std::vector<const Item*>;

/// The three modes; each hands its events to `sink` and leaves the visits, which all tell alike, to the last.
Untold change_events(const Walk& walk, const Sink& sink);
Untold day_events(const Walk& walk, const Sink& sink);
Untold window_events(const Walk& walk, const Sink& sink);
/// Those of the walk's mode.
Untold mode_events(const Walk& walk, const Sink& sink);
/// A visit's description has room for what was not told before and is in force on its first day, or was.
void visit_events(const Walk& walk, Untold untold, const Sink& sink);

}  // namespace smpcare::calendar
