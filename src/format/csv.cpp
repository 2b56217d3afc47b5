#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/renderers.hpp"
#include "say/changes.hpp"

#include <csv.h>

#include <array>

namespace smpcare::format {

namespace {

constexpr std::string_view header = "rule,kind,title,start,end,after_sessions\r\n";

/// RFC 4180: quoted only where the cell could be misread.
void add_cell(std::string& out, std::string_view cell) {
    if (cell.find_first_of(",;\t\"\r\n") == std::string_view::npos) {
        out += cell;
        return;
    }
    const std::size_t start = out.size();
    out.resize(start + 2 * cell.size() + 2);
    out.resize(start + csv_write(out.data() + start, out.size() - start, cell.data(), cell.size()));
}

std::string numbers(const std::vector<int>& values) {
    return joined(values, " ", [](int value) { return std::to_string(value); });
}

using Row = std::array<std::string, 6>;

void add_row(std::string& out, const Row& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += ',';
        add_cell(out, cells[i]);
    }
    out += "\r\n";
}

void add_window(std::string& out, const Rule& rule, const Window& window) {
    add_row(out, {rule.id, std::string(name(window.kind)), one_line(rule.title), iso(window.start),
                  window.end ? iso(*window.end) : std::string(), numbers(window.after_sessions)});
}

/// What was freed below a floor stands on every output; a table has only rows to say it in.
void add_floors(std::string& out, const Plan& plan, const words::Words& words) {
    for (const auto& line : say::floor_lines(*plan.protocol, words))
        add_row(out, {"", "notice", line, iso(plan.sessions.front()), "", ""});
}

}  // namespace

std::string plan_as_csv(const Plan& plan, const Style& style) {
    std::string out(header);
    add_floors(out, plan, words::of(style.language));
    for (const auto& item : plan.items)
        for (const auto& window : item.windows) add_window(out, plan.protocol->rules[item.rule], window);
    return out;
}

}  // namespace smpcare::format
