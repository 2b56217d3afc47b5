#include "format/calendar/prepared/patterns.hpp"

#include "format/calendar/prepared/texts.hpp"
#include "format/calendar/text.hpp"

namespace smpcare::calendar {

namespace {

template <class Texts>
std::vector<Pattern> patterns_of(const Texts& texts, bool escape) {
    std::vector<Pattern> made;
    for (const std::string_view text : texts) made.emplace_back(escape ? escaped(text) : std::string(text));
    return made;
}

}  // namespace

Patterns::Patterns(const words::Words& words)
    : day_title(words.event.day_title),
      day_unless_title(words.event.day_unless_title),
      session_title(words.event.session_title),
      allowed_title(words.event.allowed_title),
      allowed_brief(words.event.allowed_brief),
      name_title("{0}"),
      over_title(words.event.over_title),
      still_no_title(words.event.still_no_title),
      state_avoid_title(words.event.state_avoid_title),
      emergency_title(words.event.emergency_title),
      danger_title(words.event.danger_title),
      or_title(words.event.or_last),
      book_title(words.event.book_title),
      things(words.event.things),
      visit{Pattern(words.event.visit_best), Pattern(words.event.visit_span), Pattern(words.event.visit_open),
            Pattern(words.event.visit_day)},
      visit_if{Pattern(words.event.visit_best_if), Pattern(words.event.visit_span_if),
               Pattern(words.event.visit_open_if), Pattern(words.event.visit_day_if)},
      begins_title(patterns_of(words.event.begins_title, false)),
      held_title(patterns_of(words.event.held_title, false)),
      and_more(escaped(words.event.and_more)),
      noted(escaped(words.common.noted)),
      session_day(escaped(words.common.session_day)),
      day(escaped(words.common.day)),
      call_now(escaped(words.event.call_now)),
      call_today(escaped(words.event.call_today)),
      call_soon(escaped(words.event.call_soon)),
      do_from_today(escaped(words.event.do_from_today)),
      do_today(escaped(words.event.do_today)),
      go_on(escaped(words.event.go_on)),
      allowed(escaped(words.event.allowed)),
      allowed_if(escaped(words.event.allowed_if)),
      over(escaped(words.event.over)),
      until_day(escaped(words.event.until_day)),
      normal(escaped(words.event.normal)),
      held(patterns_of(words.event.held, true)),
      from_today(patterns_of(words.event.from_today, true)),
      off_open(patterns_of(words.event.off_open, true)),
      off(patterns_of(words.event.off, true)),
      on_day(escaped(words.event.on_day)),
      until(escaped(words.event.until)),
      one_day(escaped(words.event.one_day)),
      open(escaped(words.event.open)),
      begins(escaped(words.event.begins)),
      best_on(escaped(words.event.best_on)),
      book(escaped(words.event.book)),
      counts_from(escaped(words.event.counts_from)),
      separator(escaped(words.common.separator)) {
    for (const std::string_view heading : words.event.off_until) off_until.push_back(escaped(heading).append(newline));
}

}  // namespace smpcare::calendar
