#include "say/today.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/dates.hpp"

#include <algorithm>

namespace smpcare::say {

namespace {

constexpr std::size_t most_headlines = 2;
constexpr Days near_days{6};  // as far as a weekday helps to find a day
constexpr std::array by_urgency{Help::emergency, Help::doctor, Help::practitioner};

void add_once(std::vector<std::string>& texts, std::string text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
}

std::string when_of(const Speaker& speaker, const DayView& view) {
    const auto& words = speaker.words;
    const auto& texts = words.today;
    const auto day = long_date(view.date, words);
    if (view.session == 0) return words::fill(words.common.labelled, day, start_phrase(speaker, view.date));
    const int number = speaker.protocol().told_day(view.day);
    const auto& sessions = speaker.plan.sessions;
    const auto session = date_near(sessions[static_cast<std::size_t>(view.session - 1)], view.date, words);
    const int first = speaker.protocol().told_day(0);
    const bool single = sessions.size() == 1;
    if (first != 0)
        return single ? words::fill(texts.counted_day, day, number, session, first)
                      : words::fill(texts.counted_session_day, day, view.session, session, number, first);
    return single ? words::fill(texts.day_after, day, number, session)
                  : words::fill(texts.session_day_after, day, view.session, session, number);
}

std::vector<std::string> headlines_of(const Speaker& speaker, const DayView& view) {
    std::vector<std::size_t> rules;
    for (const auto& entry : view.in_force) rules.push_back(entry.rule);
    std::sort(rules.begin(), rules.end());
    std::vector<std::string> headlines;
    for (const auto index : rules) {
        const auto& rule = speaker.rule(index);
        const auto leads = [&](const InForce& entry) { return entry.rule == index && entry.kind == rule.kind; };
        const bool holds = std::any_of(view.in_force.begin(), view.in_force.end(), leads);
        if (holds && !rule.headline.empty() && headlines.size() < most_headlines)
            add_once(headlines, one_line(rule.headline));
    }
    return headlines;
}

std::string until_of(const Speaker& speaker, const AskedDay& asked, const InForce& entry) {
    const auto& texts = speaker.words.today;
    if (!entry.end || entry.kind == Kind::ask)
        return std::string(texts.without_end[static_cast<std::size_t>(entry.kind)]);
    if (asked.is_today && *entry.end == asked.date) return std::string(texts.tonight);
    return words::fill(texts.until, date_near(*entry.end, asked.date, speaker.words));
}

std::string brief_until_of(const Speaker& speaker, const AskedDay& asked, const InForce& entry) {
    const bool tonight = asked.is_today && entry.end == asked.date;
    if (!entry.end || entry.kind == Kind::ask || tonight) return until_of(speaker, asked, entry);
    const bool far = *entry.end > asked.date + near_days;
    const auto& words = speaker.words;
    return words::fill(words.today.until,
                       far ? brief_date(*entry.end, asked.date, words) : weekday_day_month(*entry.end, words));
}

/// What limits an entry, but for sessions to come, of which a page speaks once.
std::string note_of(const Speaker& speaker, const AskedDay& asked, const InForce& entry) {
    auto plain = entry;
    plain.provisional = false;
    auto note = in_force_notes(speaker, plain);
    if (entry.kind != Kind::visit) return note;
    for (const auto& item : speaker.plan.items) {
        for (const auto& window : item.windows) {
            if (item.rule != entry.rule || !window.covers(asked.date) || !window.target) continue;
            join(note, speaker.words.common.separator,
                 words::fill(speaker.words.today.best_on, date_near(*window.target, asked.date, speaker.words)));
        }
    }
    return note;
}

void add_entry(std::vector<TodayRow>& rows, const Speaker& speaker, const AskedDay& asked, const InForce& entry) {
    const auto note = note_of(speaker, asked, entry);
    const auto end = entry.kind == Kind::ask ? std::nullopt : entry.end;
    const auto same = [&](const TodayRow& row) { return row.end == end && row.note == note; };
    auto row = std::find_if(rows.begin(), rows.end(), same);
    if (row == rows.end())
        row = rows.insert(
            row, {end, until_of(speaker, asked, entry), brief_until_of(speaker, asked, entry), note, {}, {}, {}, {}});
    const auto& rule = speaker.rule(entry.rule);
    row->rules.push_back(entry.rule);
    add_once(row->names, listed_name(speaker, entry.rule));
    auto action = listed_name(speaker, entry.rule);
    join(action, " ", frequency_phrase(speaker.words, rule));
    add_once(row->actions, std::move(action));
    row->titles.push_back(advised_title(speaker.words, rule));
}

bool ends_later(const TodayRow& a, const TodayRow& b) {
    const auto end = [](const TodayRow& row) { return row.end.value_or(Date::max()); };
    return end(a) > end(b);
}

void add_lists(Today& today, const Speaker& speaker, const AskedDay& asked, const DayView& view) {
    for (const auto& entry : view.in_force) {
        if (entry.kind == Kind::warn) continue;
        add_entry(today.lists[static_cast<std::size_t>(entry.kind)], speaker, asked, entry);
        if (restricts(entry.kind) && entry.end == asked.date)
            add_once(today.last_day, listed_name(speaker, entry.rule));
    }
    for (auto& rows : today.lists) std::stable_sort(rows.begin(), rows.end(), ends_later);
    // What is to be done these days comes before what is to be done for good.
    auto& to_do = today.lists[static_cast<std::size_t>(Kind::do_)];
    std::reverse(to_do.begin(), to_do.end());
}

std::vector<StepLine> lines_of_step(const Speaker& speaker, const std::vector<Step>& all, Date date) {
    for (const auto& step : all)
        if (step.date == date) return step_lines(speaker, step);
    return {};
}

/// Whom a rule of that help names, and their numbers.
TodayCall call_for(const Speaker& speaker, Help help) {
    const auto& texts = speaker.words.today;
    const auto& clinic = speaker.protocol().clinic;
    TodayCall call{help, std::string(texts.call[static_cast<std::size_t>(help)]), {}, {}, {}, {}};
    const auto whom = texts.whom[static_cast<std::size_t>(help)];
    if (help == Help::emergency)
        for (const auto& number : clinic.emergency) call.numbers.push_back(one_line(number));
    if (help == Help::practitioner)
        for (const auto& number : clinic.phone) call.numbers.push_back(one_line(number));
    auto numbers = joined(call.numbers, ", ");
    if (help == Help::practitioner && numbers.empty()) numbers = texts.write_here;
    call.whom = numbers.empty() ? std::string(whom) : words::fill(texts.called, whom, numbers);
    return call;
}

void add_signs(TodayCall& call, const Speaker& speaker, const Rule& rule) {
    call.titles.push_back(one_line(rule.title));
    // What the practitioner is asked about is often normal on other days: the title says what is not.
    if (rule.signs.empty() || call.help == Help::practitioner) {
        add_once(call.signs, call.titles.back());
        return;
    }
    for (const auto sign : rule.signs) add_once(call.signs, one_line(speaker.protocol().signs[sign].title));
}

/// What needs no rule to be said.
void add_always(TodayCall& call, const words::TodayText& texts) {
    const bool now = call.help == Help::emergency && call.signs.empty();
    if (!now && call.help != Help::practitioner) return;
    call.titles.emplace_back(now ? texts.very_ill : texts.any_doubt);
    call.signs.push_back(call.titles.back());
}

}  // namespace

std::string start_phrase(const Speaker& speaker, Date day) {
    const auto& words = speaker.words;
    const auto first = speaker.plan.sessions.front();
    const int days = day_number(day, first);
    const auto in =
        days == 1 ? std::string(words.today.tomorrow) : words::fill(words.today.in_days, days_phrase(words, days));
    return words::fill(words.today.begins_in, in, date_near(first, day, words));
}

std::string date_near(Date day, Date near, const words::Words& words) {
    return year_of(day) == year_of(near) ? weekday_day_month(day, words) : short_date(day, words);
}

std::string names_text(const StepLine& line, const words::Words& words) {
    // Titles of signs hold commas of their own.
    const std::string_view between_signs = words.common.separator;
    auto names = joined(line.names, line.label == StepLabel::warn ? between_signs : ", ");
    return line.note.empty() ? names : words::fill(words.common.noted, names, line.note);
}

std::string lines_text(const std::vector<StepLine>& lines, const words::Words& words) {
    std::string out;
    std::string_view label;
    for (const auto& line : lines) {
        const auto names = names_text(line, words);
        const bool says_label = line.text != label;
        const auto text = names.empty() ? line.text : words::fill(words.common.labelled, line.text, names);
        join(out, words.common.separator, says_label ? text : names);
        label = line.text;
    }
    return out;
}

std::vector<TodayCall> calls_on(const Speaker& speaker, const DayView& view) {
    std::vector<TodayCall> calls;
    for (const Help help : by_urgency) {
        auto call = call_for(speaker, help);
        for (const auto& entry : view.in_force) {
            const auto& rule = speaker.rule(entry.rule);
            if (entry.kind == Kind::warn && help_of(rule) == help) add_signs(call, speaker, rule);
        }
        add_always(call, speaker.words.today);
        if (!call.signs.empty()) calls.push_back(std::move(call));
    }
    return calls;
}

Today today_of(const Speaker& speaker, const AskedDay& asked, const std::vector<Step>& all) {
    const auto first = speaker.plan.sessions.front();
    const AskedDay shown{std::max(asked.date, first), asked.is_today && asked.date >= first};
    const auto view = day_view(speaker.plan, shown.date);
    Today today;
    today.date = shown.date;
    today.started = asked.date >= first;
    today.when = today.started ? when_of(speaker, view) : when_of(speaker, day_view(speaker.plan, asked.date));
    today.headlines = headlines_of(speaker, view);
    today.calls = calls_on(speaker, view);
    add_lists(today, speaker, shown, view);
    today.tomorrow = lines_of_step(speaker, all, shown.date + Days{1});
    return today;
}

}  // namespace smpcare::say
