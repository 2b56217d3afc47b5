#include "format/screen/screen.hpp"

#include "base/code_points.hpp"
#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/screen/block.hpp"
#include "say/dates.hpp"
#include "say/steps.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace smpcare::format {

namespace {

constexpr std::size_t most_lines = 24;
constexpr int usual_width = 80;  // narrower pages are as long as they are

/// How the ends of a list are told: each on a row of its own, short ones sharing a row, or all in running text.
enum class Ends { rows, shared, running };

/// From the roomiest to the densest.
struct Density {
    bool airy = false;   ///< blank lines between the parts
    bool wordy = false;  ///< every sign; else the names of their rules
    Ends ends = Ends::rows;
    std::size_t headlines = 2;
    bool terse = false;   ///< of what is normal only that it is
    bool guided = false;  ///< what to do in whole sentences; else the names of its rules
    bool marked = true;   ///< things have a bullet each
    bool operator==(const Density&) const = default;
};
constexpr std::array densities{Density{true, true, Ends::rows, 2, false, true},
                               Density{false, true, Ends::rows, 2, false, true},
                               Density{false, false, Ends::rows},
                               Density{false, false, Ends::shared},
                               Density{false, false, Ends::shared, 1},
                               Density{false, false, Ends::running},
                               Density{false, false, Ends::shared, 1, true},
                               Density{false, false, Ends::running, 1, true},
                               Density{false, false, Ends::running, 0, true},
                               Density{false, false, Ends::running, 0, true, false, false}};

/// What a part of the screen needs to write itself.
struct Screen {
    Page& page;
    const say::Speaker& speaker;
    const say::Today& today;
    const say::AskedDay& asked;
    Density density;
    Block block;

    [[nodiscard]] const words::Words& words() const { return page.words(); }
    [[nodiscard]] const words::ScreenText& texts() const { return page.words().screen; }
};

std::string_view label_of(const Screen& screen, Kind kind) {
    return screen.texts().kinds[static_cast<std::size_t>(kind)];
}

constexpr std::size_t longest_capitals = 50;

/// The words before the colon in capitals, so that they stand out without any colour.
std::string with_loud_start(std::string text) {
    const auto colon = text.find(": ");
    if (colon > longest_capitals) return text;  // nor is there one
    const auto upper = [](char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(colon);
    std::transform(text.begin(), end, text.begin(), upper);
    return text;
}

void add_head(Screen& screen) {
    const auto& texts = screen.texts();
    const auto& page_words = screen.words();
    screen.block.row(screen.asked.is_today ? texts.today : texts.day, screen.today.when);
    screen.page.paragraph(say::client_line(screen.speaker), 0, 2);
    for (const auto& [key, text] : screen.speaker.plan.labels)
        screen.page.paragraph(words::fill(page_words.common.labelled, one_line(key), one_line(text)), 0, 2);
    const auto& headlines = screen.today.headlines;
    screen.page.emphasise({});
    for (std::size_t i = 0; i < std::min(headlines.size(), screen.density.headlines); ++i)
        screen.page.paragraph(with_loud_start(headlines[i]));
    screen.page.plain();
    if (screen.speaker.plan.more_sessions == Truth::yes) screen.page.paragraph(texts.ends_wait);
}

/// A number never parts at a line's end.
std::string whom_to_call(const say::TodayCall& call) {
    auto whom = call.whom;
    for (const auto& number : call.numbers) {
        const auto at = whom.find(number);
        if (at != std::string::npos) whom.replace(at, number.size(), kept_together(number));
    }
    return whom;
}

void add_calls(Screen& screen) {
    for (const auto& call : screen.today.calls) {
        const auto& about = screen.density.wordy ? call.signs : call.titles;
        const auto& common = screen.words().common;
        const bool marked = screen.density.marked;
        const auto sign = [&](const std::string& title) {
            const auto name = say::in_a_list(title);
            return about.size() > 1 && marked ? screen.block.beside_others(name) : name;
        };
        const std::string_view separator = common.separator;
        const auto signs = joined(about, marked ? " " : separator, sign);
        const bool one_is_enough = call.help == Help::doctor && about.size() > 1;
        const auto text = one_is_enough ? words::fill(screen.words().answer.for_any_one_of, whom_to_call(call), signs)
                                        : words::fill(common.labelled, whom_to_call(call), signs);
        screen.block.row(screen.texts().calls[static_cast<std::size_t>(call.help)], text, {}, Kind::warn);
    }
}

std::string with_note(const Screen& screen, const std::string& text, const say::TodayRow& row) {
    return row.note.empty() ? text : words::fill(screen.words().common.noted, text, row.note);
}

/// Things with a bullet each, side by side where a page is wide.
void add_items(Screen& screen, std::string_view label, const std::vector<std::string>& things,
               std::optional<Kind> kind = {}) {
    if (!is_wide(screen.page)) {
        for (const auto& thing : things) screen.block.item(&thing == &things.front() ? label : "", thing, {}, kind);
        return;
    }
    const bool marked = screen.density.marked;
    const std::string_view separator = screen.words().common.separator;
    const auto text = joined(things, marked ? " " : separator, [&](const std::string& thing) {
        return marked ? screen.block.beside_others(thing) : thing;
    });
    if (!text.empty()) screen.block.row(label, text, {}, kind);
}

const std::vector<std::string>& of_row(const Screen& screen, const say::TodayRow& row) {
    if (screen.density.guided) return row.titles;
    return screen.density.marked ? row.actions : row.names;
}

/// What to do. That it ends is no news.
void add_things_to_do(Screen& screen) {
    std::vector<std::string> things;
    for (const auto& row : screen.today.list(Kind::do_))
        for (const auto& thing : of_row(screen, row)) things.push_back(with_note(screen, thing, row));
    add_items(screen, label_of(screen, Kind::do_), things, Kind::do_);
}

/// "clippers, scissors (only if no scab remains)"
std::string things_of(const Screen& screen, const say::TodayRow& row) {
    return with_note(screen, joined(row.names, ", "), row);
}

const std::string& until_in(const Screen& screen, const say::TodayRow& row) {
    return screen.density.ends == Ends::rows ? row.until : row.brief;
}

/// "smoking until Fri 27 Nov"
std::string dated_things(const Screen& screen, const say::TodayRow& row) {
    return things_of(screen, row) + ' ' + kept_together(until_in(screen, row));
}

/// One row for what ends on one day.
void add_rows(Screen& screen, Kind kind) {
    auto label = label_of(screen, kind);
    const bool shares = screen.density.ends == Ends::shared;
    const auto& rows = screen.today.list(kind);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto pair = screen.block.beside_others(dated_things(screen, rows[i]));
        const bool has_next = shares && i + 1 < rows.size();
        if (has_next) join(pair, " ", screen.block.beside_others(dated_things(screen, rows[i + 1])));
        if (has_next && shown_width(pair) <= screen.block.room()) {
            screen.block.row(label, pair, {}, kind);
            ++i;
        } else {
            screen.block.item(label, things_of(screen, rows[i]), until_in(screen, rows[i]), kind);
        }
        label = {};
    }
}

/// The same in running text.
void add_flow(Screen& screen, Kind kind) {
    const auto& rows = screen.today.list(kind);
    std::vector<std::string> things;
    for (const auto& row : rows) things.push_back(dated_things(screen, row));
    add_items(screen, label_of(screen, kind), things, kind);
}

void add_names(Screen& screen, Kind kind) {
    const auto& rows = screen.today.list(kind);
    std::vector<std::string> things;
    for (const auto& row : rows) things.push_back(things_of(screen, row));
    add_items(screen, label_of(screen, kind), things, kind);
}

void add_list(Screen& screen, Kind kind, bool rows) {
    if (rows)
        add_rows(screen, kind);
    else
        add_flow(screen, kind);
}

void add_next_day(Screen& screen) {
    const auto& texts = screen.texts();
    auto lines = screen.today.tomorrow;
    // What ends tonight stands in the lists, and the step below says what is allowed then.
    if (screen.density.headlines < 2)
        std::erase_if(lines, [](const say::StepLine& line) { return line.label == say::StepLabel::allowed; });
    if (lines.empty() && !screen.density.wordy) return;
    const auto label = screen.asked.is_today && screen.today.started ? texts.tomorrow : texts.next_day;
    if (lines.empty()) screen.block.row(label, texts.no_change);
    std::vector<std::string> changes;
    for (auto line = lines.begin(); line != lines.end();) {
        std::vector<say::StepLine> alike;
        for (const auto kind = line->text; line != lines.end() && line->text == kind; ++line) alike.push_back(*line);
        changes.push_back(say::lines_text(alike, screen.words()));
    }
    add_items(screen, label, changes);
}

void add_before(Screen& screen) {
    if (!screen.today.started) screen.page.paragraph(screen.texts().before);
}

void add_ends(Screen& screen) {
    const bool rows = screen.density.ends != Ends::running;
    add_list(screen, Kind::avoid, rows);
    add_list(screen, Kind::ask, rows);
}

void add_limits(Screen& screen) { add_list(screen, Kind::limit, !is_wide(screen.page)); }

void add_normal(Screen& screen) {
    if (screen.density.terse)
        add_names(screen, Kind::expect);
    else
        add_list(screen, Kind::expect, !is_wide(screen.page));
}

void add_visits(Screen& screen) { add_list(screen, Kind::visit, !is_wide(screen.page)); }

/// Where there is no room for it, the steps say what an end means.
void add_what_dates_mean(Screen& screen) {
    if (screen.density.headlines > 0 && !screen.today.list(Kind::avoid).empty())
        screen.page.paragraph(screen.texts().dates);
}

/// A part of the screen, and what it sees of a density.
struct ScreenPart {
    void (*add)(Screen&);
    Density (*seen)(const Density&);
};
constexpr ScreenPart head_part{add_head, [](const Density& d) { return Density{.headlines = d.headlines}; }};
constexpr ScreenPart calls_part{add_calls,
                                [](const Density& d) { return Density{.wordy = d.wordy, .marked = d.marked}; }};
constexpr std::array list_parts{
    ScreenPart{add_before, [](const Density&) { return Density{}; }},
    ScreenPart{add_things_to_do, [](const Density& d) { return Density{.guided = d.guided, .marked = d.marked}; }},
    ScreenPart{add_ends, [](const Density& d) { return Density{.ends = d.ends, .marked = d.marked}; }},
    ScreenPart{add_limits, [](const Density& d) { return Density{.ends = d.ends, .marked = d.marked}; }},
    ScreenPart{add_normal,
               [](const Density& d) { return Density{.ends = d.ends, .terse = d.terse, .marked = d.marked}; }},
    ScreenPart{add_visits, [](const Density& d) { return Density{.ends = d.ends, .marked = d.marked}; }},
    ScreenPart{
        add_next_day,
        [](const Density& d) { return Density{.wordy = d.wordy, .headlines = d.headlines, .marked = d.marked}; }},
    ScreenPart{add_what_dates_mean, [](const Density& d) { return Density{.headlines = d.headlines}; }},
};

int widest_label(const words::ScreenText& texts) {
    int widest = 0;
    const auto widen = [&](std::string_view text) { widest = std::max(widest, display_width(text)); };
    for (const auto label : {texts.today, texts.day, texts.tomorrow, texts.next_day}) widen(label);
    for (const auto label : texts.calls) widen(label);
    for (const auto label : texts.kinds) widen(label);
    return widest;
}

/// A day and what there is to say of it.
struct DayTold {
    const say::Speaker& speaker;
    const say::AskedDay& asked;
    const say::Today& today;
};

/// Writes the screen, each part once for all densities of which it sees the same.
class ScreenWriter {
public:
    ScreenWriter(const DayTold& told, const Style& style)
        : told_(told), style_(style), label_(widest_label(words::of(style.language).screen)) {}

    std::string written(const Density& density, bool lists) {
        Page page(style_);
        const auto add = [&](const ScreenPart& part) { page.append(text_of(part, density)); };
        const auto add_gap = [&] {
            if (density.airy) page.blank();
        };
        add(head_part);
        add_gap();
        add(calls_part);
        if (lists) {
            add_gap();
            for (const auto& part : list_parts) add(part);
        }
        return page.take();
    }

private:
    struct Made {
        const ScreenPart* part;
        Density seen;
        std::string text;
    };

    const std::string& text_of(const ScreenPart& part, const Density& density) {
        const auto seen = part.seen(density);
        const auto made =
            std::ranges::find_if(made_, [&](const Made& one) { return one.part == &part && one.seen == seen; });
        if (made != made_.end()) return made->text;
        Page page(style_);
        Screen screen{page, told_.speaker, told_.today, told_.asked, seen, Block(page, label_)};
        part.add(screen);
        auto text = page.take();
        text.shrink_to_fit();
        return made_.emplace_back(Made{&part, seen, std::move(text)}).text;
    }

    const DayTold& told_;
    const Style& style_;
    int label_;
    std::vector<Made> made_;
};

}  // namespace

std::string screen_text(const say::Today& today, const say::Speaker& speaker, const say::AskedDay& asked,
                        const Style& style) {
    const DayTold told{speaker, asked, today};
    ScreenWriter writer(told, style);
    std::string text;
    for (const auto& density : densities) {
        text = writer.written(density, true);
        if (style.width < usual_width || count_of(text, '\n') <= most_lines) break;
    }
    return text;
}

std::string head_text(const say::Today& today, const say::Speaker& speaker, const say::AskedDay& asked,
                      const Style& style) {
    const DayTold told{speaker, asked, today};
    return ScreenWriter(told, style).written(densities.front(), false);
}

}  // namespace smpcare::format
