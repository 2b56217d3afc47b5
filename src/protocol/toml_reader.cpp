#include "protocol/toml_reader.hpp"

#include "protocol/lines.hpp"
#include "protocol/syntax_faults.hpp"

#include <algorithm>
#include <array>
#include <utility>

#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0
#define TOML_MAX_NESTED_VALUES 32
// toml++ 3.3 asserts that "[=" cannot happen; without the assertion it refuses that text properly.
#define TOML_ASSERT(expression) static_assert(true)
#include <toml++/toml.h>

namespace smpcare {
namespace {

/// Turns toml++'s tree into ours. Strings are moved out of it.
class Converter {
public:
    explicit Converter(std::string_view text) : lines_(text) {}

    [[nodiscard]] TomlValue value(toml::node& node) {
        TomlValue made;
        made.place = place(node.source());
        switch (node.type()) {
            case toml::node_type::string:
                made.type = TomlType::text;
                made.text = std::move(node.as_string()->get());
                break;
            case toml::node_type::integer:
                made.type = TomlType::number;
                made.number = node.as_integer()->get();
                made.plus = lines_.from(made.place.line, made.place.column).starts_with('+');
                break;
            case toml::node_type::boolean:
                made.type = TomlType::flag;
                made.flag = node.as_boolean()->get();
                break;
            case toml::node_type::date:
                made.type = TomlType::date;
                made.date = civil(node.as_date()->get());
                break;
            case toml::node_type::array:
                fill(made, *node.as_array());
                break;
            case toml::node_type::table:
                fill(made, *node.as_table());
                break;
            case toml::node_type::floating_point:
                made.type = TomlType::fraction;
                break;
            case toml::node_type::time:
                made.type = TomlType::time;
                break;
            default:
                made.type = TomlType::date_time;
                break;
        }
        return made;
    }

private:
    static Date civil(const toml::date& day) {
        return date::year{day.year} / date::month{day.month} / date::day{day.day};
    }

    void fill(TomlValue& made, toml::array& array) {
        made.type = TomlType::list;
        made.list.reserve(array.size());
        for (auto& node : array) made.list.push_back(value(node));
    }

    /// toml++ keeps keys in alphabetical order; people read in the file's.
    void fill(TomlValue& made, toml::table& table) {
        std::vector<std::pair<const toml::key*, toml::node*>> entries;
        entries.reserve(table.size());
        for (auto&& [key, node] : table) entries.emplace_back(&key, &node);
        std::sort(entries.begin(), entries.end(), [](auto const& a, auto const& b) {
            auto const &left = a.first->source().begin, &right = b.first->source().begin;
            return std::pair(left.line, left.column) < std::pair(right.line, right.column);
        });
        made.table.reserve(entries.size());
        for (auto const& [key, node] : entries)
            made.table.push_back({std::string{key->str()}, place(key->source()), value(*node)});
    }

    /// A region of several lines is cut to what stands in its first.
    [[nodiscard]] Place place(const toml::source_region& region) {
        auto const &begin = region.begin, &end = region.end;
        if (begin.line == end.line) return {begin.line, begin.column, end.column - begin.column};
        return {begin.line, begin.column, std::max(1U, code_points(lines_.from(begin.line, begin.column)))};
    }

    Lines lines_;
};

}  // namespace

std::string_view name(TomlType type) {
    static constexpr std::array<std::string_view, 9> names{"a text",
                                                           "a whole number",
                                                           "true or false",
                                                           "a date",
                                                           "a list",
                                                           "a table",
                                                           "a number with a decimal point",
                                                           "a time of day",
                                                           "a date with a time"};
    return names[static_cast<std::size_t>(type)];
}

std::optional<TomlValue> read_toml(const SourcePtr& source, Diagnostics& found) {
    try {
        auto root = toml::parse(std::string_view{source->text});
        return Converter{source->text}.value(root);
    } catch (const toml::parse_error& fault) {
        auto const& at = fault.source().begin;
        found.add(syntax_fault(source, fault.description(), {at.line, at.column}));
        return std::nullopt;
    }
}

}  // namespace smpcare
