#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/renderers.hpp"
#include "say/changes.hpp"

#include <csv.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::format {

namespace {

/// Whether a spreadsheet would run the text as a formula. The last four are the wide forms of the first.
bool would_run(std::string_view text) {
    constexpr std::string_view starts[] = {"=",           "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                           "\xEF\xBC\xA0"};
    return std::any_of(std::begin(starts), std::end(starts), [text](auto start) { return text.starts_with(start); });
}

/// RFC 4180: quoted only where the cell could be misread. What would run gets a ' before it, as spreadsheets have it.
void add_cell(std::string& out, std::string_view cell) {
    if (would_run(cell)) return add_cell(out, '\'' + std::string{cell});
    if (cell.find_first_of(",;\t\"\r\n") == std::string_view::npos) {
        out += cell;
        return;
    }
    const std::size_t start = out.size();
    out.resize(start + 2 * cell.size() + 2);
    out.resize(start + csv_write(out.data() + start, out.size() - start, cell.data(), cell.size()));
}

std::string numbers(const SessionNumbers& values) {
    return joined(values, " ", [](int value) { return std::to_string(value); });
}

std::string number(std::optional<int> value) { return value ? std::to_string(*value) : std::string(); }

std::string date(std::optional<Date> day) { return day ? iso(*day) : std::string(); }

/// What the row of a window is about.
struct Subject {
    const Protocol& protocol;
    const Rule& rule;
    const Window& window;
};

struct Column {
    std::string_view name;
    std::string (*cell)(const Subject& of);
};

constexpr Column columns[] = {
    {"rule", [](const Subject& of) { return of.rule.id; }},
    {"kind", [](const Subject& of) { return std::string(name(of.window.kind)); }},
    {"title", [](const Subject& of) { return one_line(of.rule.title); }},
    {"start", [](const Subject& of) { return iso(of.window.start); }},
    {"end", [](const Subject& of) { return date(of.window.end); }},
    {"after_sessions", [](const Subject& of) { return numbers(of.window.after_sessions); }},
    {"short", [](const Subject& of) { return one_line(of.rule.short_title); }},
    {"help", [](const Subject& of) { return of.rule.help ? std::string(name(*of.rule.help)) : std::string(); }},
    {"target", [](const Subject& of) { return date(of.window.target); }},
    {"times_per_day", [](const Subject& of) { return number(of.rule.times_per_day); }},
    {"every", [](const Subject& of) { return number(of.rule.every); }},
};

struct ProtocolColumn {
    std::string_view name;
    std::string Protocol::*text;
};

constexpr ProtocolColumn protocol_columns[] = {
    {"protocol", &Protocol::id}, {"version", &Protocol::version}, {"fingerprint", &Protocol::fingerprint}};

/// `cell_of` gives what stands in a column of a window.
template <class CellOf>
void add_row(std::string& out, const Protocol& protocol, CellOf cell_of) {
    for (const auto& column : columns) {
        add_cell(out, cell_of(column));
        out += ',';
    }
    for (const auto& column : protocol_columns) {
        add_cell(out, one_line(protocol.*column.text));
        out += ',';
    }
    out.replace(out.size() - 1, 1, "\r\n");
}

std::string header() {
    std::string names;
    for (const auto& column : columns) join(names, ",", column.name);
    for (const auto& column : protocol_columns) join(names, ",", column.name);
    return names + "\r\n";
}

/// What was freed below a floor stands on every output; a table has only rows to say it in.
void add_floors(std::string& out, const Plan& plan, const words::Words& words) {
    for (const auto& line : say::floor_lines(*plan.protocol, words)) {
        add_row(out, *plan.protocol, [&](const Column& column) -> std::string {
            if (column.name == "kind") return "notice";
            if (column.name == "title") return line;
            return column.name == "start" ? iso(plan.sessions.front()) : std::string();
        });
    }
}

void add_window(std::string& out, const Subject& subject) {
    add_row(out, subject.protocol, [&](const Column& column) { return column.cell(subject); });
}

}  // namespace

std::string plan_as_csv(const Plan& plan, const Style& style) {
    auto out = header();
    add_floors(out, plan, words::of(style.language));
    for (const auto& item : plan.items)
        for (const auto& window : item.windows)
            add_window(out, {*plan.protocol, plan.protocol->rules[item.rule], window});
    return out;
}

}  // namespace smpcare::format
