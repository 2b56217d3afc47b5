#include "ask/phrase_day_forms.hpp"

#include "ask/phrase_days.hpp"
#include "base/civil.hpp"
#include "base/typed.hpp"

#include <algorithm>

namespace smpcare::ask {

namespace {

class Forms {
public:
    Forms(const std::vector<DayWord>& words, Date today, std::optional<Date> session)
        : words_(words), today_(today), session_(session) {}

    DaysHere at(std::size_t at) {
        for (const auto read :
             {&Forms::written, &Forms::named, &Forms::feast, &Forms::weekday, &Forms::span_of_days, &Forms::numbered,
              &Forms::in_some_time, &Forms::after_some_time, &Forms::of_month, &Forms::month})
            if (const auto used = (this->*read)(at)) return {used + parts_of_day(at + used), *days_};
        return {};
    }

private:
    [[nodiscard]] std::string_view form(std::size_t at) const {
        return at < words_.size() ? std::string_view(words_[at].form) : std::string_view();
    }

    void add(Date from, Date to) {
        if (!days_) days_ = {from, to};
        days_->first = std::min(days_->first, from);
        days_->second = std::max(days_->second, to);
    }

    bool give(std::optional<Date> from, std::optional<Date> to) {
        if (!from || !to) return false;
        add(*from, *to);
        return true;
    }
    bool give_today(int from, int to) { return give(moved(today_, from), moved(today_, to)); }

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

    /// A day that was before today is asked about where the session was before it.
    [[nodiscard]] bool is_over(Date day) const { return day < today_ && !(session_ && *session_ <= day); }

    /// Where a span that ends then begins to count: today, or, of one that is over, at the session.
    [[nodiscard]] Date first_open(Date end) const { return end < today_ && session_ ? *session_ : today_; }

    /// Of the year that is named; else the last such day since the session, or the first from today on.
    bool give_month_day(unsigned month, unsigned day, std::optional<int> year) {
        const auto civil = [&](int in) { return date::year{in} / date::month{month} / date::day{day}; };
        const int this_year = static_cast<int>(date::year_month_day{today_}.year());
        auto found = civil(year.value_or(this_year));
        if (!year && (!found.ok() || is_over(date::sys_days{found}))) found = civil(this_year + 1);
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

    /// in january: all of it that is to come, or that was since the session
    std::size_t month(std::size_t at) {
        const bool led = form(at) == "in" || form(at) == "during" || form(at) == "this" || form(at) == "next";
        const auto word = form(at + (led ? 1 : 0));
        const auto number = led ? month_of(word) : std::nullopt;
        if (!number) return 0;
        const date::year_month_day today{today_};
        auto year = number_in(form(at + 2), 1900, 2199);
        const int this_year = static_cast<int>(today.year());
        const auto first_of = [&](int in) { return date::year{in} / date::month{*number} / 1; };
        const auto last_of = [&](int in) { return Date{first_of(in) + date::months{1}} - Days{1}; };
        const bool passed = form(at) == "next" ? last_of(this_year) < today_ : is_over(last_of(this_year));
        const int in = year.value_or(this_year + (passed ? 1 : 0));
        const Date begin{first_of(in)}, end = last_of(in);
        if (!in_range(begin) || !in_range(end)) return 0;
        add(std::max(begin, year ? std::min(today_, end) : first_open(end)), end);
        return 2 + (year ? 1 : 0);
    }

    /// christmas, new year's eve: the one since the session, else the first from today on; or of the year that is named
    std::size_t feast(std::size_t at) {
        for (const auto& feast : feasts) {
            std::size_t next = at;
            bool same = true;
            for (auto left = feast.name; same && !left.empty(); ++next) {
                const auto word = left.substr(0, left.find(' '));
                same = form(next) == word;
                left.remove_prefix(std::min(left.size(), word.size() + 1));
            }
            if (!same) continue;
            const auto year = number_in(form(next), 1900, 2199);
            return give_feast(feast, year) ? next + (year ? 1 : 0) - at : 0;
        }
        return 0;
    }

    bool give_feast(const Feast& feast, std::optional<int> year) {
        const auto first = [&](int in) {
            return date::sys_days{date::year{in} / date::month{feast.month} / date::day{feast.day}};
        };
        const Days length{feast.days - 1};
        const int this_year = static_cast<int>(date::year_month_day{today_}.year());
        auto from = first(year.value_or(this_year));
        if (!year && is_over(from + length)) from = first(this_year + 1);
        const auto to = from + length;
        if (!in_range(from) || !in_range(to)) return false;
        add(year ? from : std::max(from, first_open(to)), to);
        return true;
    }

    const std::vector<DayWord>& words_;
    Date today_;
    std::optional<Date> session_;
    std::optional<std::pair<Date, Date>> days_;
};

}  // namespace

DaysHere days_here(const std::vector<DayWord>& words, std::size_t at, Date today, std::optional<Date> session) {
    return Forms(words, today, session).at(at);
}

}  // namespace smpcare::ask
