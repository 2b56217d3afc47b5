#include "format/handout/svg_timeline.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/handout/html_text.hpp"
#include "say/dates.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <utility>

namespace smpcare::format {

namespace {

constexpr int week = 7;

/// In the picture's own units, of which paper has about one a point. `bars_left` is the left edge of the bars, `bars`
/// their width: right of them is room for a date.
struct Geometry {
    double width, font, row, bar;
    double names, bars_left, bars;
    double drop;  // from a row's top to the middle of its bar
    double head;  // height of a row above the lanes
};
constexpr Geometry wide{560, 9.8, 10, 6, 230, 236, 262, 6, 11};
constexpr Geometry narrow{340, 12, 28, 9, 340, 2, 250, 20, 15};
constexpr double arrow = 6;
constexpr double letter = 0.6;  // of the font's size: a letter of the widest font

struct Picture {
    const say::Speaker& speaker;
    const std::vector<Lane>& lanes;
    const Geometry& shape;
    std::string id;
    Date first, last;
    std::optional<Date> today{};
    std::string out{};

    [[nodiscard]] double unit() const { return shape.bars / (day_number(first, last) + 1); }
    [[nodiscard]] double left_of(Date day) const { return shape.bars_left + unit() * day_number(first, day); }
    [[nodiscard]] double right_of(const Stretch& days) const {
        return left_of(std::min(days.end.value_or(last), last) + Days{1});
    }
    [[nodiscard]] bool goes_on(const Stretch& days) const { return !days.end || *days.end > last; }
    [[nodiscard]] double width_of(std::string_view text) const { return display_width(text) * shape.font * letter; }
    [[nodiscard]] double height() const { return shape.head + static_cast<double>(lanes.size()) * shape.row + 1; }
};

void add_text(Picture& picture, double x, double y, std::string_view anchor, std::string_view text) {
    words::append(picture.out, "<text x=\"{:.1f}\" y=\"{:.1f}\"", x, y);
    if (!anchor.empty()) words::append(picture.out, " text-anchor=\"{}\"", anchor);
    picture.out.append(">").append(escaped(text)).append("</text>");
}

void add_upright(Picture& picture, double x, double top, double bottom, std::string_view look) {
    words::append(picture.out, "<path d=\"M{:.1f} {:.1f}V{:.1f}\" {}/>", x, top, bottom, look);
}

/// Lines for weeks, and the date of each that has room.
void add_weeks(Picture& picture) {
    const double apart = picture.unit() * week;
    const double room = picture.width_of("Wed 30 Nov ");
    const int step = std::max(1, static_cast<int>(room / apart) + 1);
    const double baseline = picture.shape.head - 2;
    int number = 0;
    for (auto day = picture.first; day <= picture.last; day += Days{week}, ++number) {
        const bool labelled = number % step == 0;
        if (!labelled && apart < 8) continue;
        const double x = picture.left_of(day);
        add_upright(picture, x, labelled ? baseline - picture.shape.font + 2 : picture.shape.head, picture.height(),
                    "stroke=\"#777\" stroke-width=\".5\"");
        if (labelled && x + room <= picture.shape.width)
            add_text(picture, x + 2, baseline, "", say::weekday_day_month(day, picture.speaker.words));
    }
}

/// A session's line runs through all bars; of many sessions it is a short mark.
void add_sessions(Picture& picture) {
    constexpr std::size_t few = 8;
    constexpr double mark = 3;
    const auto& sessions = picture.speaker.plan.sessions;
    if (sessions.size() == 1) return;
    const double head = picture.shape.head;
    for (const auto session : sessions)
        add_upright(picture, picture.left_of(session), head - mark, sessions.size() <= few ? picture.height() : head,
                    "stroke=\"#000\" stroke-width=\"1.5\"");
}

void add_today(Picture& picture) {
    if (!picture.today || *picture.today < picture.first || picture.last < *picture.today) return;
    const double x = picture.left_of(*picture.today) + picture.unit() / 2;
    picture.out += "<g class=\"today\">";
    add_upright(picture, x, picture.shape.head, picture.height(), "stroke=\"#000\" stroke-dasharray=\"3 2\"");
    picture.out += "</g>";
}

/// As many names as there is room for, and how many more there are.
std::string names_in(const Picture& picture, const Lane& lane) {
    const auto& words = picture.speaker.words;
    std::string shown = lane.names.front();
    std::size_t count = 1;
    const auto with_rest = [&](const std::string& names, std::size_t told) {
        return told == lane.names.size() ? names : words::fill(words.handout.and_more, names, lane.names.size() - told);
    };
    for (; count < lane.names.size(); ++count) {
        const auto longer = shown + ", " + lane.names[count];
        if (picture.width_of(with_rest(longer, count + 1)) > picture.shape.names) break;
        shown = longer;
    }
    const auto rest = with_rest("", count);
    const int columns = static_cast<int>(picture.shape.names / (picture.shape.font * letter));
    return with_rest(std::string(cut_end(shown, columns - display_width(rest), "\u2026")), count);
}

void add_bar(Picture& picture, const Stretch& days, double middle) {
    const double x = picture.left_of(days.start);
    words::append(picture.out, "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>", x,
                  middle - picture.shape.bar / 2, picture.right_of(days) - x, picture.shape.bar);
}

void add_arrow(Picture& picture, double middle) {
    const double right = picture.shape.bars_left + picture.shape.bars;
    words::append(picture.out, "<path d=\"M{:.1f} {:.1f}l{} {:.1f}l-{} {:.1f}z\"/>", right,
                  middle - picture.shape.bar / 2, arrow, picture.shape.bar / 2, arrow, picture.shape.bar / 2);
}

void add_line(Picture& picture, const Stretch& days, double from, double middle) {
    const double right = picture.right_of(days);
    words::append(picture.out, "<path d=\"M{:.1f} {:.1f}H{:.1f}\" stroke=\"#000\" stroke-width=\"1.2\"/>", from, middle,
                  right);
    if (!picture.goes_on(days)) add_upright(picture, right, middle - 3, middle + 3, "stroke=\"#000\"");
}

/// Where the date of a bar's end stands: behind it, and behind lines that end before there would be room for it.
double end_label(const Picture& picture, const Lane& lane, const Stretch& days) {
    constexpr double gap = 3;
    const double bar = picture.right_of(days), room = picture.width_of("30 Nov") + 2 * gap;
    double x = bar;
    for (const auto& line : lane.careful) {
        const double right = picture.right_of(line) + (picture.goes_on(line) ? arrow : 0);
        if (bar - 1 <= right && right < bar + room) x = std::max(x, right);
    }
    return x + gap;
}

/// The end of the lines that end before there would be room for a bar's date, which stands behind them then.
std::optional<Date> short_end(const Picture& picture, const Lane& lane, const Stretch& days) {
    std::optional<Date> last;
    for (const auto& line : lane.careful)
        if (line.end && !picture.goes_on(line) && *line.end > *days.end && line.start <= *days.end + Days{1} &&
            picture.right_of(line) <= end_label(picture, lane, days))
            last = std::max(last.value_or(*line.end), *line.end);
    return last;
}

/// The lines of a lane, which leave out the date behind a bar.
void add_lines(Picture& picture, const Lane& lane, double middle) {
    const double room = picture.width_of("30 Nov") + 2;
    for (const auto& days : lane.careful) {
        if (days.start > picture.last) continue;
        double from = picture.left_of(days.start);
        for (const auto& bar : lane.avoid) {
            const double label = end_label(picture, lane, bar);
            const bool crosses = from < label + room && label < picture.right_of(days);
            if (crosses && !picture.goes_on(bar)) from = label + room;
        }
        add_line(picture, days, from, middle);
    }
}

/// The dates of ends that are seen and have room before the next bar.
void add_ends(Picture& picture, const Lane& lane, double middle) {
    const auto& bars = lane.avoid.empty() ? lane.careful : lane.avoid;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (bars[i].start > picture.last || picture.goes_on(bars[i])) continue;
        const double x = end_label(picture, lane, bars[i]);
        const auto& words = picture.speaker.words;
        const double room = (i + 1 == bars.size() ? picture.shape.width : picture.left_of(bars[i + 1].start)) - x;
        auto date = say::day_month(*bars[i].end, words);
        if (i + 1 < bars.size() && room < picture.width_of("30 Nov")) continue;
        if (const auto further = short_end(picture, lane, bars[i])) {
            auto both = words::fill(words.handout.then, date, say::day_month(*further, words));
            if (picture.width_of(both) <= room) date = std::move(both);
        }
        add_text(picture, x, middle + picture.shape.font * 0.36, "", date);
    }
}

void add_lane(Picture& picture, const Lane& lane, double top) {
    const double middle = top + picture.shape.drop;
    const bool beside = picture.shape.bars_left > picture.shape.names;
    add_text(picture, 0, beside ? middle + picture.shape.font * 0.36 : top + picture.shape.font, "",
             names_in(picture, lane));
    add_lines(picture, lane, middle);
    for (const auto& days : lane.avoid)
        if (days.start <= picture.last) add_bar(picture, days, middle);
    const auto open = [&](const Stretch& days) { return days.start <= picture.last && picture.goes_on(days); };
    if (std::ranges::any_of(lane.avoid, open) || std::ranges::any_of(lane.careful, open)) add_arrow(picture, middle);
    add_ends(picture, lane, middle);
}

void open(Picture& picture) {
    const auto& words = picture.speaker.words;
    words::append(picture.out,
                  "<svg class=\"{0}\" role=\"img\" aria-labelledby=\"{1}t {1}d\" viewBox=\"0 0 {2} {3:.1f}\" "
                  "font-size=\"{4}\">",
                  &picture.shape == &wide ? "wide" : "narrow", picture.id, picture.shape.width, picture.height(),
                  picture.shape.font);
    const auto description =
        words::fill(words.handout.picture, say::long_date(picture.first, words), say::long_date(picture.last, words));
    words::append(picture.out, "<title id=\"{0}t\">{1}</title><desc id=\"{0}d\">{2}</desc>", picture.id,
                  escaped(words.handout.weeks), escaped(description));
}

}  // namespace

std::string svg_timeline(const say::Speaker& speaker, const std::vector<Lane>& lanes, Shape shape, std::string_view id,
                         std::optional<Date> today) {
    if (lanes.empty()) return {};
    Picture picture{speaker,
                    lanes,
                    shape == Shape::wide ? wide : narrow,
                    std::string(id),
                    speaker.plan.sessions.front(),
                    last_shown_day(speaker.plan, lanes),
                    today};
    open(picture);
    add_weeks(picture);
    add_sessions(picture);
    add_today(picture);
    double top = picture.shape.head;
    for (const auto& lane : lanes) {
        add_lane(picture, lane, top);
        top += picture.shape.row;
    }
    picture.out += "</svg>\n";
    return std::move(picture.out);
}

}  // namespace smpcare::format
