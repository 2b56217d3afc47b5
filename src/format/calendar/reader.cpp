#include "base/civil.hpp"
#include "base/typed.hpp"
#include "base/unseen.hpp"
#include "format/calendar/text.hpp"

#include <smpcare/calendar.hpp>

#include <algorithm>
#include <charconv>
#include <set>

namespace smpcare {

namespace {

/// A content line: unfolded, and where it begins and ends in the file.
struct Line {
    std::string text;
    std::uint32_t number = 0;
    std::size_t begin = 0, end = 0;
};

int number_of(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<Date> date_of(std::string_view text) {
    if (text.size() != 8 || !is_digits(text)) return std::nullopt;
    const date::year_month_day civil{date::year{number_of(text.substr(0, 4))},
                                     date::month{static_cast<unsigned>(number_of(text.substr(4, 2)))},
                                     date::day{static_cast<unsigned>(number_of(text.substr(6, 2)))}};
    if (!civil.ok() || Date{civil} < first_date) return std::nullopt;
    return Date{civil};
}

/// 20261122T235959Z
bool is_stamp(std::string_view text) {
    if (text.size() != 16 || text[8] != 'T' || text[15] != 'Z' || !date_of(text.substr(0, 8))) return false;
    const auto clock = text.substr(9, 6);
    return is_digits(clock) && number_of(clock.substr(0, 2)) < 24 && number_of(clock.substr(2, 2)) < 60 &&
           number_of(clock.substr(4, 2)) < 60;
}

/// A UUID of version 5 in lower case.
bool is_uid(std::string_view text) {
    static constexpr std::string_view form = "hhhhhhhh-hhhh-5hhh-vhhh-hhhhhhhhhhhh";
    const auto fits = [](char c, char wanted) {
        if (wanted == 'v') return std::string_view("89ab").find(c) != std::string_view::npos;
        if (wanted == 'h') return std::string_view("0123456789abcdef").find(c) != std::string_view::npos;
        return c == wanted;
    };
    return std::equal(text.begin(), text.end(), form.begin(), form.end(), fits);
}

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// Text as we write it: filtered, then escaped.
bool is_our_text(std::string_view text, bool one_line) {
    const auto plain = calendar::unescaped(text);
    if (!plain || plain->empty()) return false;
    return *plain == (one_line ? calendar::summary_text(*plain) : calendar::description_text(*plain));
}

/// Reads the file from its first byte to its last, each line where it has to stand. The first fault ends it.
class Reader {
public:
    Reader(std::shared_ptr<const SourceText> text, Diagnostics& diagnostics)
        : text_(std::move(text)), diagnostics_(diagnostics) {
        advance();
    }

    std::optional<Previous> read() {
        Previous previous{text_, {}, {}};
        read_head();
        while (good_ && line_.text == "BEGIN:VEVENT") previous.events.push_back(read_event());
        if (good_ && previous.events.empty()) fail("BEGIN:VEVENT");
        expect("END:VCALENDAR");
        if (good_ && at_ != text_->text.view().size()) fail_at(line_number_ + 1, Term::file_end);
        if (!good_) return std::nullopt;
        for (const auto& event : previous.events) previous.newest_stamp = std::max(previous.newest_stamp, event.stamp);
        return previous;
    }

private:
    void read_head() {
        for (const auto* line :
             {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//smpcare//smpcare//EN", "CALSCALE:GREGORIAN"})
            expect(line);
        text("X-SMPCARE-PROTOCOL:", true);
        if (!good_ || !line_.text.starts_with("NAME:")) return;
        const auto name = text("NAME:", true);
        expect("X-WR-CALNAME:" + name);
    }

    PreviousEvent read_event() {
        PreviousEvent event;
        const auto begin = line_.begin;
        expect("BEGIN:VEVENT");
        event.uid = value("UID:", Term::our_uid, is_uid);
        if (good_ && !uids_.insert(event.uid).second) fail_before(Term::another_uid);
        event.stamp = value("DTSTAMP:", Term::stamp, is_stamp);
        event.start = day("DTSTART;VALUE=DATE:");
        event.last = day("DTEND;VALUE=DATE:") - Days{1};
        if (good_ && event.last < event.start) fail_before(Term::later_date);
        event.title = text("SUMMARY:", true);
        if (line_.text.starts_with("DESCRIPTION:")) event.description = text("DESCRIPTION:", false);
        text("CATEGORIES:", true);
        if (line_.text == "CLASS:PRIVATE") advance();
        expect("TRANSP:TRANSPARENT");
        expect("X-MICROSOFT-CDO-BUSYSTATUS:FREE");
        event.cancelled = line_.text == "STATUS:CANCELLED";
        expect(event.cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        event.sequence = number_of(value("SEQUENCE:", Term::number, [](std::string_view digits) {
            return is_digits(digits) && digits.size() < 10 && (digits.size() == 1 || digits.front() != '0');
        }));
        expect("LAST-MODIFIED:" + event.stamp);
        if (line_.text == "BEGIN:VALARM" && !event.cancelled) read_alarm_of(event);
        const auto end = line_.end;
        expect("END:VEVENT");
        if (good_) event.bytes = text_->text.view().substr(begin, end - begin);
        return event;
    }

    void read_alarm_of(const PreviousEvent& event) {
        expect("BEGIN:VALARM");
        expect("ACTION:DISPLAY");
        expect("DESCRIPTION:" + event.title);
        value("TRIGGER:", Term::alarm, [](std::string_view alarm) { return smpcare::read_alarm(alarm).has_value(); });
        expect("END:VALARM");
    }

    void expect(std::string_view wanted) {
        if (!good_) return;
        if (line_.text != wanted) return fail(wanted);
        advance();
    }

    // What follows `name` on this line, if it is as `fits` says; goes on to the next line.
    template <class Fits>
    std::string value(std::string_view name, Term wanted, const Fits& fits) {
        if (!good_) return {};
        if (!line_.text.starts_with(name)) {
            fail(name);
            return {};
        }
        auto found = line_.text.substr(name.size());
        if (!fits(found)) {
            fail(wanted, static_cast<std::uint32_t>(name.size()) + 1);
            return {};
        }
        advance();
        return found;
    }

    std::string text(std::string_view name, bool one_line) {
        return value(name, Term::our_text, [&](std::string_view found) { return is_our_text(found, one_line); });
    }

    Date day(std::string_view name) {
        const auto found = value(name, Term::basic_date, [](std::string_view text) { return !!date_of(text); });
        return good_ ? *date_of(found) : Date{};
    }

    // One line of the file without its end; nothing where it is not as we write lines.
    std::optional<std::string_view> physical_line() {
        const auto all = text_->text.view();
        const auto end = all.find("\r\n", at_);
        if (end == std::string::npos) {
            fail_at(line_number_ + 1, at_ == all.size() ? Term::missing_line : Term::line_end);
            return std::nullopt;
        }
        const auto line = all.substr(at_, end - at_);
        ++line_number_;
        if (line.empty() || line.size() > calendar::line_limit || has_control(line)) {
            fail_at(line_number_, {Term::line_up_to, {calendar::line_limit}});
            return std::nullopt;
        }
        at_ = end + 2;
        return line;
    }

    void advance() {
        previous_number_ = line_.number;
        line_ = {};
        if (!good_ || ended_) return;
        line_.begin = at_;
        const auto first = physical_line();
        if (!first) return;
        line_.number = line_number_;
        line_.text = *first;
        while (good_ && at_ < text_->text.view().size() && text_->text.view()[at_] == ' ') {
            const auto next = physical_line();
            if (next) line_.text += next->substr(1);
        }
        line_.end = at_;
        ended_ = line_.text == "END:VCALENDAR";
    }

    // What is wanted is a line of the file, or a term.
    void fail(const Arg& wanted, std::uint32_t column = 1) { fail_at(line_.number, wanted, column); }
    void fail_before(Term wanted) { fail_at(previous_number_, wanted); }
    void fail_at(std::uint32_t line, const Arg& wanted, std::uint32_t column = 1) {
        if (!good_) return;
        good_ = false;
        diagnostics_.error(Code::not_our_calendar, {text_, line, column, 1}, {wanted});
    }

    std::shared_ptr<const SourceText> text_;
    Diagnostics& diagnostics_;
    std::set<std::string> uids_;
    Line line_;
    std::size_t at_ = 0;
    std::uint32_t line_number_ = 0, previous_number_ = 0;
    bool good_ = true, ended_ = false;
};

}  // namespace

std::optional<Previous> read_calendar(SourceText text, Diagnostics& diagnostics) {
    if (text.text.view().size() > calendar_limit) {
        diagnostics.error(Code::too_large, whole(text), {told_name(text), calendar_limit});
        return std::nullopt;
    }
    const auto source = std::make_shared<const SourceText>(std::move(text));
    if (invalid_utf8_at(source->text)) {
        diagnostics.error(Code::invalid_utf8, whole(*source), {encoding_of(source->text)});
        return std::nullopt;
    }
    return Reader(source, diagnostics).read();
}

}  // namespace smpcare
