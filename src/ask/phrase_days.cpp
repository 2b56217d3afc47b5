#include "ask/phrase_days.hpp"

#include <smpcare/ask.hpp>

#include "base/typed.hpp"

#include <algorithm>
#include <utility>

namespace smpcare {

namespace {

using namespace ask;

/// The words of a phrase; those that were understood are taken out.
struct Word {
    std::string typed, form;
};

std::vector<Word> words_of(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    std::vector<Word> words;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
        if (text.empty()) return words;
        const auto word = text.substr(0, text.find_first_of(blanks));
        words.push_back({std::string(word), folded(trimmed(word, "?!.,;:()"))});
        text.remove_prefix(word.size());
    }
}

template <std::size_t size>
std::optional<std::size_t> index_in(const std::array<std::string_view, size>& list, std::string_view word) {
    const auto found = std::find(list.begin(), list.end(), word);
    if (word.empty() || found == list.end()) return std::nullopt;
    return static_cast<std::size_t>(found - list.begin());
}

template <std::size_t size>
bool is_in(const std::array<std::string_view, size>& list, std::string_view word) {
    return index_in(list, word).has_value();
}

std::optional<int> number_of(std::string_view word) {
    if (word == "a" || word == "an") return 1;
    if (const auto index = index_in(number_words, word)) return static_cast<int>(*index);
    return number_in(word, 0, 9999);
}

/// 5, 5th, 22nd: a day of a month.
std::optional<unsigned> month_day_of(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (word.ends_with(ending) && word.size() > 2) word.remove_suffix(2);
    return number_in(word, 1U, 31U);
}

std::optional<int> unit_of(std::string_view word) {
    for (const auto& unit : units)
        if (unit.name == word) return unit.days;
    return std::nullopt;
}

/// The month's number from 1; "may" and "mar" are other words too, and so count only beside a number or "in".
std::optional<unsigned> month_of(std::string_view word) {
    auto index = index_in(months, word);
    if (!index) index = index_in(short_months, word);
    return index ? std::optional(static_cast<unsigned>(*index) + 1) : std::nullopt;
}

class Reader {
public:
    Reader(std::string_view phrase, Date today, std::optional<Date> session)
        : words_(words_of(phrase)), taken_(words_.size(), false), today_(today), session_(session) {}

    PhraseDays read() {
        for (std::size_t at = 0; at < words_.size();) {
            const auto used = day_at(at);
            if (used == 0) {
                if (looks_like_a_date(form(at)) && result_.bad.empty()) result_.bad = words_[at].typed;
                ++at;
                continue;
            }
            take(at, used);
            at += used;
        }
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (taken_[i]) continue;
            if (!result_.rest.empty()) result_.rest += ' ';
            result_.rest += words_[i].typed;
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] std::string_view form(std::size_t at) const {
        return at < words_.size() ? std::string_view(words_[at].form) : std::string_view();
    }
    [[nodiscard]] std::string_view before(std::size_t at) const { return at == 0 ? std::string_view() : form(at - 1); }

    /// Numbers with marks between them that are no date as we read one.
    static bool looks_like_a_date(std::string_view word) {
        const auto digits = static_cast<std::size_t>(
            std::count_if(word.begin(), word.end(), [](char c) { return '0' <= c && c <= '9'; }));
        const auto marks = static_cast<std::size_t>(
            std::count_if(word.begin(), word.end(), [](char c) { return c == '/' || c == '.' || c == '-'; }));
        const bool slashed = word.find('/') != std::string_view::npos && marks <= 2;
        return digits >= 2 && marks > 0 && digits + marks == word.size() && (slashed || marks == 2 || marks >= 4) &&
               word != "24/7";
    }

    void add(Date from, Date to) {
        if (!result_.days) result_.days = {from, to};
        result_.days->first = std::min(result_.days->first, from);
        result_.days->second = std::max(result_.days->second, to);
    }

    /// Takes words out, and the little ones before them that belong to a day.
    void take(std::size_t at, std::size_t used) {
        for (std::size_t i = at; i < at + used; ++i) taken_[i] = true;
        const bool joins = at >= 2 && taken_[at - 2] && is_in(between_days, form(at - 1));
        if (joins) taken_[at - 1] = true;
        if (!joins && at > 0 && is_in(up_to_days, form(at - 1)) && result_.days) {
            taken_[at - 1] = true;
            if (result_.days->first > today_) result_.days->first = today_;
        }
        while (at > 0 && !taken_[at - 1] && is_in(before_days, form(at - 1))) taken_[--at] = true;
    }

    bool give(std::optional<Date> from, std::optional<Date> to) {
        if (!from || !to) return false;
        add(*from, *to);
        return true;
    }
    bool give_today(int from, int to) { return give(moved(today_, from), moved(today_, to)); }

    /// How many words from `at` on name days; 0: none does.
    std::size_t day_at(std::size_t at) {
        for (const auto read :
             {&Reader::written, &Reader::named, &Reader::weekday, &Reader::span_of_days, &Reader::numbered,
              &Reader::in_some_time, &Reader::after_some_time, &Reader::of_month, &Reader::month})
            if (const auto used = (this->*read)(at)) return used + parts_of_day(at + used);
        return 0;
    }

    std::size_t parts_of_day(std::size_t at) const {
        if (is_in(day_parts, form(at))) return 1;
        const bool in_the = form(at) == "in" && form(at + 1) == "the" && is_in(day_parts, form(at + 2));
        return in_the ? 3 : form(at) == "at" && form(at + 1) == "night" ? 2 : 0;
    }

    /// 2026-12-24, 2026-12-24..2026-12-27
    std::size_t written(std::size_t at) {
        const auto word = form(at);
        const auto dots = word.find("..");
        if (dots == std::string_view::npos) return give(parse_date(word), parse_date(word)) ? 1 : 0;
        const auto from = parse_date(word.substr(0, dots)), to = parse_date(word.substr(dots + 2));
        return from && to && *from <= *to && give(from, to) ? 1 : 0;
    }

    std::size_t named(std::size_t at) {
        const auto word = form(at);
        if (word == "day" && form(at + 1) == "after" && form(at + 2) == "tomorrow") return give_today(2, 2) ? 3 : 0;
        if (word == "this" && is_in(day_parts, form(at + 1))) return give_today(0, 0) ? 2 : 0;
        if (word == "right" && form(at + 1) == "now") return give_today(0, 0) ? 2 : 0;
        constexpr std::array<std::pair<std::string_view, int>, 7> names{{{"today", 0},
                                                                         {"tonight", 0},
                                                                         {"now", 0},
                                                                         {"tomorrow", 1},
                                                                         {"tomorow", 1},
                                                                         {"tommorow", 1},
                                                                         {"yesterday", -1}}};
        for (const auto& [name, days] : names)
            if (name == word) return give_today(days, days) ? 1 : 0;
        return 0;
    }

    [[nodiscard]] int weekday_of_today() const { return static_cast<int>(date::weekday{today_}.iso_encoding()) - 1; }

    /// The first such day from today on; "next" is that one and the one after.
    std::size_t weekday(std::size_t at) {
        const bool next = form(at) == "next";
        const bool led = next || form(at) == "this" || form(at) == "on";
        const auto word = form(at + (led ? 1 : 0));
        auto index = index_in(weekdays, word);
        const bool last_word = at + (led ? 2U : 1U) >= words_.size();
        if (!index && (led || last_word)) index = index_in(short_weekdays, word);
        if (!index) return 0;
        const int days = (static_cast<int>(*index) - weekday_of_today() + 7) % 7;
        return give_today(days, next ? days + 7 : days) ? (led ? 2 : 1) : 0;
    }

    /// next week, this weekend, next month
    std::size_t span_of_days(std::size_t at) {
        const bool next = form(at) == "next";
        const bool led = next || form(at) == "this" || form(at) == "the";
        const auto word = form(at + (led ? 1 : 0));
        const int monday = -weekday_of_today();
        if (word == "weekend") {
            const int saturday = std::max(monday + 5, 0);
            return give_today(saturday, monday + (next ? 13 : 6)) ? (led ? 2 : 1) : 0;
        }
        if (!led || form(at) == "the") return 0;
        if (word == "week") return (next ? give_today(monday + 7, monday + 13) : give_today(0, monday + 6)) ? 2 : 0;
        if (word != "month") return 0;
        const date::year_month_day today{today_};
        const auto first = today.year() / today.month() / 1;
        const auto begin = date::sys_days{next ? first + date::months{1} : first};
        const auto after = date::sys_days{first + date::months{next ? 2 : 1}};
        return give(std::max(begin, today_), after - Days{1}) ? 2 : 0;
    }

    /// day 8; days 8 to 10
    std::size_t numbered(std::size_t at) {
        if (!session_ || (form(at) != "day" && form(at) != "days")) return 0;
        const auto number = number_in(form(at + 1), 0, 99'999);
        if (!number) return 0;
        if (!give(moved(*session_, *number), moved(*session_, *number))) return 0;
        const auto last = is_in(between_days, form(at + 2)) ? number_in(form(at + 3), 0, 99'999) : std::nullopt;
        return last && *last >= *number && give(moved(*session_, *last), moved(*session_, *last)) ? 4 : 2;
    }

    /// in two weeks; a week from now; within three days, for the next week
    std::size_t in_some_time(std::size_t at) {
        const bool within = form(at) == "within" || form(at) == "next";
        const bool in = form(at) == "in" || within;
        std::size_t next = at + (in ? 1 : 0);
        const bool span = within || (in && form(next) == "the" && form(next + 1) == "next");
        if (in && span && !within) next += 2;
        const auto number = number_of(form(next));
        const auto unit = unit_of(form(next + 1));
        if (!number || !unit) return 0;
        std::size_t end = next + 2;
        const bool from_now = form(end) == "from" && (form(end + 1) == "now" || form(end + 1) == "today");
        if (from_now) end += 2;
        if (form(end) == "time") ++end;
        if (!in && !from_now) return 0;
        const int days = *number * *unit;
        return give_today(span ? 0 : days, days) ? end - at : 0;
    }

    /// my session, the last procedure, it
    [[nodiscard]] std::size_t session_at(std::size_t at) const {
        std::size_t next = at;
        for (const std::string_view word : {"my", "the", "this", "last", "first", "smp"})
            if (form(next) == word && !form(next + 1).empty()) ++next;
        return is_in(session_words, form(next)) ? next + 1 - at : 0;
    }

    /// after two weeks is the day after them; two weeks after my session is that day
    std::size_t after_some_time(std::size_t at) {
        const bool after = form(at) == "after";
        const auto number = number_of(form(at + (after ? 1 : 0)));
        const auto unit = unit_of(form(at + (after ? 2 : 1)));
        if (!session_ || !number || !unit) return 0;
        const auto days = static_cast<long long>(*number) * *unit;
        if (after) {
            const auto day = moved(*session_, days + 1);
            return give(day, day) ? 3 : 0;
        }
        const auto named = form(at + 2) == "after" ? session_at(at + 3) : 0;
        const auto day = moved(*session_, days);
        return named > 0 && give(day, day) ? 3 + named : 0;
    }

    /// The first such day from today on, or the year that is named.
    bool give_month_day(unsigned month, unsigned day, std::optional<int> year) {
        const auto civil = [&](int in) { return date::year{in} / date::month{month} / date::day{day}; };
        const int this_year = static_cast<int>(date::year_month_day{today_}.year());
        auto found = civil(year.value_or(this_year));
        if (!year && (!found.ok() || date::sys_days{found} < today_)) found = civil(this_year + 1);
        if (!found.ok() || !in_range(date::sys_days{found})) return false;
        add(date::sys_days{found}, date::sys_days{found});
        return true;
    }

    /// 5 december, the 5th of december 2026, december 5
    std::size_t of_month(std::size_t at) {
        std::size_t next = at;
        const auto first_month = month_of(form(at));
        const auto day = month_day_of(form(first_month ? ++next : at));
        if (!day) return 0;
        ++next;
        if (!first_month && form(next) == "of") ++next;
        const auto month = first_month ? first_month : month_of(form(next));
        if (!month) return 0;
        if (!first_month) ++next;
        const auto year = number_in(form(next), 1900, 2199);
        return give_month_day(*month, *day, year) ? next + (year ? 1 : 0) - at : 0;
    }

    /// in january: all of it that is to come
    std::size_t month(std::size_t at) {
        const bool led = form(at) == "in" || form(at) == "during" || form(at) == "this" || form(at) == "next";
        const auto word = form(at + (led ? 1 : 0));
        const auto number = led ? month_of(word) : std::nullopt;
        if (!number) return 0;
        const date::year_month_day today{today_};
        auto year = number_in(form(at + 2), 1900, 2199);
        const bool passed = *number < static_cast<unsigned>(today.month());
        const auto first =
            date::year{year.value_or(static_cast<int>(today.year()) + (passed ? 1 : 0))} / date::month{*number} / 1;
        const Date begin{first};
        const Date end = Date{first + date::months{1}} - Days{1};
        if (!in_range(begin) || !in_range(end)) return 0;
        add(std::max(begin, std::min(today_, end)), end);
        return 2 + (year ? 1 : 0);
    }

    std::vector<Word> words_;
    std::vector<bool> taken_;
    Date today_;
    std::optional<Date> session_;
    PhraseDays result_;
};

}  // namespace

PhraseDays read_days(std::string_view phrase, Date today, std::optional<Date> session) {
    return Reader(phrase, today, session).read();
}

}  // namespace smpcare
