#include "ask/phrase_days.hpp"
#include "ask/phrase_day_forms.hpp"

#include <smpcare/ask.hpp>

#include "base/typed.hpp"

#include <algorithm>
#include <utility>

namespace smpcare {

namespace {

using namespace ask;

/// "new year's eve" is "new years eve".
std::string without_apostrophes(std::string word) {
    for (const std::string_view mark : {"'", "\u2019"})
        for (auto at = word.find(mark); at != std::string::npos; at = word.find(mark)) word.erase(at, mark.size());
    return word;
}

std::vector<DayWord> words_of(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    std::vector<DayWord> words;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
        if (text.empty()) return words;
        const auto word = text.substr(0, text.find_first_of(blanks));
        words.push_back({std::string(word), without_apostrophes(folded(trimmed(word, "?!.,;:()")))});
        text.remove_prefix(word.size());
    }
}

class Reader {
public:
    Reader(std::string_view phrase, Date today, std::optional<Date> session)
        : words_(words_of(phrase)), taken_(words_.size(), false), today_(today), session_(session) {}

    PhraseDays read() {
        for (std::size_t at = 0; at < words_.size();) {
            const auto [used, days] = days_here(words_, at, today_, session_);
            if (used == 0) {
                if (looks_like_a_date(form(at)) && result_.bad.empty()) result_.bad = words_[at].typed;
                ++at;
                continue;
            }
            add(days.first, days.second);
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

    std::vector<DayWord> words_;
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
