#include "format/handout/svg_timeline.hpp"

#include "base/safe_text.hpp"
#include "format/handout/html_text.hpp"
#include "say/dates.hpp"
#include "say/lists.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <ranges>
#include <tuple>
#include <vector>

namespace smpcare::format {

namespace {

constexpr int week = 7;

/// In the picture's own units. `title_width` is the room for a title, `bars` the left edge and width of the bars.
struct Geometry {
    int width, font, row, bar_height;
    int title_width, bars_left, bars_width;
    int bar_drop;  // from a row's top to its bar
};
constexpr Geometry wide{720, 9, 10, 7, 252, 256, 352, 2};
constexpr Geometry narrow{340, 11, 25, 8, 232, 2, 324, 15};
constexpr int head_rows = 3;  // legend, weeks, sessions; and today where it is shown
constexpr int head_row = 14;
constexpr int arrow = 7;

/// Things whose bars are equal share a lane.
struct Lane {
    const Item* item;
    int more = 0;
};

struct Picture {
    const say::Speaker& speaker;
    const Geometry& shape;
    std::string id;
    Date first, last;
    std::vector<Lane> lanes;
    bool asks = false;  ///< a bar says `ask`
    std::optional<Date> today{};
    std::string out{};

    [[nodiscard]] double unit() const { return static_cast<double>(shape.bars_width) / (day_number(first, last) + 1); }
    [[nodiscard]] double left_of(Date day) const { return shape.bars_left + unit() * day_number(first, day); }
    [[nodiscard]] bool shows_today() const { return today && first <= *today && *today <= last; }
    // A letter is about half as wide as high.
    [[nodiscard]] double width_of(std::string_view text) const { return display_width(text) * shape.font * 0.5; }
    [[nodiscard]] int head() const { return (head_rows + (shows_today() ? 1 : 0)) * head_row; }
    [[nodiscard]] int height() const { return head() + static_cast<int>(lanes.size()) * shape.row + 4; }
};

std::string fitted(std::string_view text, int room, int font) {
    const int columns = room * 2 / font;  // a letter is about half as wide as high
    if (display_width(text) <= columns) return std::string(text);
    return std::string(prefix_of_width(text, columns - 1)) + "\u2026";
}

void add_text(Picture& picture, double x, double y, std::string_view anchor, std::string_view text) {
    words::append(picture.out, "<text x=\"{:.1f}\" y=\"{:.1f}\"", x, y);
    if (!anchor.empty()) words::append(picture.out, " text-anchor=\"{}\"", anchor);
    picture.out.append(">").append(escaped(text)).append("</text>");
}

void add_upright(Picture& picture, double x, double top, double bottom, std::string_view look) {
    words::append(picture.out, "<path d=\"M{0:.1f} {1:.1f}V{2}\" {3}/>", x, top, bottom, look);
}

void add_bar(Picture& picture, double x, double y, double width, Kind kind) {
    words::append(picture.out, "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\" ", x, y, width,
                  picture.shape.bar_height);
    if (kind == Kind::avoid)
        picture.out += "fill=\"#222\"/>";
    else if (kind == Kind::ask)
        picture.out += "fill=\"#fff\" stroke=\"#222\" stroke-width=\"1.2\"/>";
    else
        words::append(picture.out, "fill=\"url(#{}h)\" stroke=\"#222\" stroke-width=\".6\"/>", picture.id);
}

void add_legend(Picture& picture, bool shows_weeks) {
    const auto& words = picture.speaker.words;
    const int top = picture.shape.bars_left > week ? picture.shape.bars_left : 0;
    double x = top;
    const double baseline = head_row - 5;
    const std::pair<Kind, std::string_view> labels[] = {{Kind::avoid, words.plan.legend_avoid},
                                                        {Kind::ask, words.plan.legend_ask},
                                                        {Kind::limit, words.plan.legend_limit}};
    for (const auto& [kind, label] : labels) {
        if (kind == Kind::ask && !picture.asks) continue;
        add_bar(picture, x + 1, baseline - picture.shape.bar_height + 1, 18, kind);
        add_text(picture, x + 23, baseline, "", label);
        x += 30 + display_width(label) * picture.shape.font * 0.55;
    }
    if (shows_weeks) add_text(picture, x, baseline, "", words.handout.week);
}

/// Lines for weeks, and the date of each that has room. Returns whether every week has its line.
bool add_weeks(Picture& picture) {
    const double weeks_apart = picture.unit() * week;
    const double label_room = picture.shape.font * 6.2;
    const int step = std::max(1, static_cast<int>(label_room / weeks_apart) + (label_room > weeks_apart ? 1 : 0));
    const bool every_week = weeks_apart >= 8;
    const double baseline = 2.0 * head_row - 4;
    int number = 0;
    for (auto day = picture.first; day <= picture.last; day += Days{week}, ++number) {
        const bool labelled = number % step == 0;
        if (!labelled && !every_week) continue;
        const double x = picture.left_of(day);
        const double top = labelled ? baseline + 2 : picture.head();
        add_upright(picture, x, top, picture.height(), "stroke=\"#999\" stroke-width=\".5\"");
        const auto label = say::weekday_day_month(day, picture.speaker.words);
        if (labelled && x + label_room <= picture.shape.width) add_text(picture, x, baseline, "", label);
    }
    return every_week;
}

/// A session's line runs through all bars. Of many sessions only those whose label has room have one, and the others
/// are short marks.
void add_sessions(Picture& picture) {
    constexpr std::size_t few = 8;
    constexpr double mark_height = 3;
    const double bottom = head_rows * head_row, baseline = bottom - 4;
    const auto& sessions = picture.speaker.plan.sessions;
    double taken = -1;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const double x = picture.left_of(sessions[i]);
        const auto label = words::fill(picture.speaker.words.months.session, i + 1);
        const double room = picture.width_of(label);
        const bool labelled = x >= taken && x + room <= picture.shape.width;
        const bool crosses = labelled || sessions.size() <= few;
        add_upright(picture, x, crosses ? baseline + 1 : bottom - mark_height, crosses ? picture.height() : bottom,
                    "stroke=\"#000\" stroke-width=\"1.5\"");
        if (!labelled) continue;
        add_text(picture, x, baseline, "", label);
        taken = x + room + 2;
    }
}

/// On a row of its own, where no other label can touch it.
void add_today(Picture& picture) {
    if (!picture.shows_today()) return;
    const double baseline = picture.head() - 4;
    const double x = picture.left_of(*picture.today) + picture.unit() / 2;
    const std::string_view label = picture.speaker.words.handout.today;
    picture.out += "<g class=\"today\">";
    add_upright(picture, x, baseline + 1, picture.height(), "stroke=\"#000\" stroke-dasharray=\"3 2\"");
    add_text(picture, x, baseline, x + picture.width_of(label) > picture.shape.width ? "end" : "", label);
    picture.out += "</g>";
}

bool same_days(const Window& one, const Window& other) {
    return std::tie(one.kind, one.start, one.end) == std::tie(other.kind, other.start, other.end);
}

std::vector<Lane> lanes_of(const std::vector<const Item*>& items) {
    std::vector<Lane> lanes;
    for (const auto* item : items) {
        const auto same = std::ranges::find_if(
            lanes, [&](const Lane& lane) { return std::ranges::equal(lane.item->windows, item->windows, same_days); });
        if (same == lanes.end())
            lanes.push_back({item});
        else
            ++same->more;
    }
    return lanes;
}

std::string title_of(const Picture& picture, const Lane& lane) {
    const auto& shape = picture.shape;
    const auto title = one_line(picture.speaker.rule(lane.item->rule).title);
    if (lane.more == 0) return fitted(title, shape.title_width, shape.font);
    const auto more = words::fill(picture.speaker.words.event.and_more, "", lane.more);
    const auto room = shape.title_width - static_cast<int>(picture.width_of(more)) - 1;
    return words::fill(picture.speaker.words.event.and_more, fitted(title, room, shape.font), lane.more);
}

void add_row(Picture& picture, const Lane& lane, int top) {
    const auto& item = *lane.item;
    const auto& shape = picture.shape;
    const auto& words = picture.speaker.words;
    const double baseline = top + shape.font;
    add_text(picture, 0, baseline, "", title_of(picture, lane));
    const auto end = item.windows.back().end;
    const auto label =
        end ? words::fill(words.plan.bar_until, say::short_date(*end, words)) : std::string(words.phrases.no_end);
    add_text(picture, shape.width, baseline, "end", label);
    const double y = top + shape.bar_drop;
    for (const auto& window : item.windows) {
        if (window.start > picture.last) continue;
        const auto shown = std::min(window.end.value_or(picture.last), picture.last);
        const double x = picture.left_of(window.start);
        add_bar(picture, x, y, picture.left_of(shown + Days{1}) - x, window.kind);
    }
    if (end && *end <= picture.last) return;
    const int right = shape.bars_left + shape.bars_width;
    words::append(picture.out, "<path d=\"M{0} {1:.1f}v{2}l{3} {4:.1f}z\"/>", right, y, shape.bar_height, arrow,
                  shape.bar_height / -2.0);
}

void open(Picture& picture) {
    const auto& words = picture.speaker.words;
    words::append(picture.out,
                  "<svg class=\"{0}\" role=\"img\" aria-labelledby=\"{1}t {1}d\" viewBox=\"0 0 {2} {3}\" "
                  "font-size=\"{4}\">",
                  &picture.shape == &wide ? "wide" : "narrow", picture.id, picture.shape.width, picture.height(),
                  picture.shape.font);
    const auto description =
        words::fill(words.handout.picture, say::long_date(picture.first, words), say::long_date(picture.last, words));
    words::append(picture.out, "<title id=\"{0}t\">{1}</title><desc id=\"{0}d\">{2} {3}</desc>", picture.id,
                  escaped(words.plan.timeline), escaped(description), escaped(words.handout.picture_same));
    words::append(picture.out,
                  "<defs><pattern id=\"{}h\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">"
                  "<path d=\"M0 4L4 0M-1 1L1 -1M3 5L5 3\" stroke=\"#222\" stroke-width=\".9\"/></pattern></defs>",
                  picture.id);
}

}  // namespace

std::string svg_timeline(const say::Speaker& speaker, Shape shape, std::string_view id, std::optional<Date> today) {
    std::vector<const Item*> items;
    for (const auto* item : say::items_with_bars(speaker))
        if (speaker.rule(item->rule).kind != Kind::do_ && !speaker.rule(item->rule).asked_only) items.push_back(item);
    if (items.empty()) return {};
    const auto last = say::last_bar_day(speaker.plan, items);
    Picture picture{speaker,
                    shape == Shape::wide ? wide : narrow,
                    std::string(id),
                    speaker.plan.sessions.front(),
                    last,
                    lanes_of(items),
                    say::any_asks(items),
                    today};
    open(picture);
    add_legend(picture, add_weeks(picture));
    add_sessions(picture);
    add_today(picture);
    int top = picture.head();
    for (const auto& lane : picture.lanes) {
        add_row(picture, lane, top);
        top += picture.shape.row;
    }
    picture.out += "</svg>\n";
    return std::move(picture.out);
}

}  // namespace smpcare::format
