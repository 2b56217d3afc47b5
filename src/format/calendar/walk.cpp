#include "format/calendar/walk.hpp"

#include "format/calendar/text.hpp"

#include <algorithm>
#include <charconv>

namespace smpcare::calendar {

namespace {

/// Control characters, which the filters let into no text.
constexpr char gap_opens = '\x01';
constexpr char gap_closes = '\x02';
constexpr char full_mark = 'F';
constexpr char short_mark = 'S';
constexpr char filling = '_';

template <class Names>
std::string_view extreme(const Names& names, For what) {
    const auto shorter = [](std::string_view a, std::string_view b) { return code_points(a) < code_points(b); };
    return what == For::long_gaps ? *std::max_element(names.begin(), names.end(), shorter)
                                  : *std::min_element(names.begin(), names.end(), shorter);
}

/// How long the longest date in these words is, or how short the shortest; limits count code points.
std::size_t extreme_size(const Prepared& prepared, bool in_full, For what) {
    const auto& calendar = prepared.words.calendar;
    std::string text;
    (in_full ? prepared.patterns.long_date : prepared.patterns.short_date)
        .fill(text, {extreme(in_full ? calendar.weekdays : calendar.short_weekdays, what),
                     what == For::long_gaps ? "28" : "1",
                     extreme(in_full ? calendar.months : calendar.short_months, what), "2026"});
    return code_points(text);
}

/// Without an id the name and the first session stand for the client: a moved first session is then another plan.
std::string plan_id(const Plan& plan) {
    if (!plan.client_id.empty()) return uuid5({"id", plan.client_id});
    return uuid5({"name", plan.client_name, iso(plan.sessions.front())});
}

}  // namespace

std::string gap_text(const Prepared& prepared, DateGap gap, For what) {
    std::string text{gap_opens, gap.in_full ? full_mark : short_mark};
    text += std::to_string(gap.days);
    const auto size = std::max(text.size() + 1, extreme_size(prepared, gap.in_full, what));
    text.append(size - text.size() - 1, filling);
    return text += gap_closes;
}

std::optional<FoundGap> find_gap(std::string_view text) {
    FoundGap found;
    found.at = text.find(gap_opens);
    if (found.at == std::string_view::npos) return std::nullopt;
    found.end = text.find(gap_closes, found.at) + 1;
    found.gap.in_full = text[found.at + 1] == full_mark;
    std::from_chars(text.data() + found.at + 2, text.data() + found.end, found.gap.days);
    return found;
}

void add_date_text(std::string& out, const Prepared& prepared, Date day, bool in_full) {
    const auto& calendar = prepared.words.calendar;
    const date::year_month_day civil{day};
    const auto weekday = date::weekday{day}.c_encoding();
    const auto month = static_cast<unsigned>(civil.month()) - 1;
    (in_full ? prepared.patterns.long_date : prepared.patterns.short_date)
        .fill(out, {(in_full ? calendar.weekdays : calendar.short_weekdays)[weekday],
                    std::to_string(static_cast<unsigned>(civil.day())),
                    (in_full ? calendar.months : calendar.short_months)[month],
                    std::to_string(static_cast<int>(civil.year()))});
}

const std::string& Dates::text(Made& made, Date day, bool in_full) {
    const auto known = std::find_if(made.begin(), made.end(), [&](const auto& entry) { return entry.first == day; });
    if (known != made.end()) return known->second;
    auto& text = made.emplace_back(day, std::string()).second;
    if (what_ != For::file) return text = gap_text(prepared_, {day_number(first_, day), in_full}, what_);
    add_date_text(text, prepared_, day, in_full);
    return text;
}

UuidMaker identities_of(const Plan& plan, Events mode) { return UuidMaker({plan_id(plan), name(mode)}); }

Walk::Walk(const Prepared& with, const Plan& of, For what) : Walk(with, of, what, with.style.calendar.events) {}

Walk::Walk(const Prepared& with, const Plan& of, For what, Events in)
    : prepared(with), plan(of), mode(in), dates(with, of.sessions.front(), what) {
    if (what == For::file) identities_ = identities_of(of, in);
}

std::string Walk::uid(std::initializer_list<std::string_view> parts) const {
    return identities_ ? (*identities_)(parts) : uuid_name(parts);
}

bool Walk::is_session(Date day) const { return std::binary_search(plan.sessions.begin(), plan.sessions.end(), day); }

int Walk::session_on(Date day) const {
    return static_cast<int>(std::upper_bound(plan.sessions.begin(), plan.sessions.end(), day) - plan.sessions.begin());
}

}  // namespace smpcare::calendar
