#include "base/text.hpp"
#include "base/typed.hpp"
#include "protocol/read/rule_fields.hpp"
#include "protocol/resolve/overrides.hpp"

#include <algorithm>
#include <array>

namespace smpcare::protocol {
namespace {

const RuleField* row_of(std::string_view field) {
    const auto rows = rule_fields();
    const auto row = std::ranges::find(rows, field, [](const auto& known) { return name(known.field); });
    return row == rows.end() ? nullptr : &*row;
}

/// `walk, rest`
TomlValue names_in(std::string_view text, const Place& place) {
    TomlValue list;
    list.place = place;
    list.type = TomlType::list;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        auto& name = list.list.emplace_back();
        name.place = place;
        name.type = TomlType::text;
        name.text = trimmed(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return list;
}

/// What a rule file would hold for the value of a setting.
TomlValue toml_value(const Setting& setting, const Place& place) {
    TomlValue value;
    value.place = place;
    value.type = TomlType::text;
    value.text = setting.value;
    const auto& text = setting.value;
    const auto* const row = row_of(setting.field);
    if (row && row->is_text) return value;
    if (row && row->is_list) return names_in(text, place);
    if (text == "true" || text == "false") {
        value.type = TomlType::flag;
        value.flag = text == "true";
        return value;
    }
    const bool sign = text.starts_with('+') || text.starts_with('-');
    const auto digits = std::string_view{text}.substr(sign ? 1 : 0);
    constexpr std::size_t longest = 9;
    if (digits.size() > longest || !is_digits(digits)) return value;
    value.type = TomlType::number;
    value.plus = text.front() == '+';
    for (const char digit : digits) value.number = 10 * value.number + (digit - '0');
    if (text.front() == '-') value.number = -value.number;
    return value;
}

TomlValue shift_of(const Setting& setting, const Place& place) {
    auto add = toml_value(setting, place);
    if (setting.operation == Operation::subtract) add.number = -add.number;
    TomlValue table;
    table.place = place;
    table.table.push_back({"add", place, std::move(add)});
    return table;
}

/// Only days can be moved; anything else would be read as a table that nobody wrote.
bool can_move(const Setting& setting, const Span& at, Diagnostics& found) {
    const auto* const row = row_of(setting.field);
    if (!row || row->field == Field::from || row->field == Field::through) return true;
    found.error(Code::cannot_move, at, {setting.field, setting.rule, Term::neither_end});
    return false;
}

}  // namespace

std::optional<OverrideDraft> override_of(const Setting& setting, Diagnostics& found) {
    const auto at = setting.span.source ? setting.span : whole("--set " + setting.rule + '.' + setting.field);
    const Place place{at.line, at.column, at.length};
    const bool moves = setting.operation != Operation::set;
    constexpr std::array beside{Field::reason, Field::author, Field::decided};
    if (std::ranges::any_of(beside, [&](Field field) { return setting.field == name(field); })) {
        found.error(Code::bad_setting, at, {setting.rule + '.' + setting.field});
        return std::nullopt;
    }
    if (moves && !can_move(setting, at, found)) return std::nullopt;

    TomlValue table;
    table.place = place;
    table.table.push_back({setting.field, place, moves ? shift_of(setting, place) : toml_value(setting, place)});
    OverrideDraft draft;
    draft.rule = {setting.rule, at};
    draft.span = at;
    Fields fields{at.source, found};
    read_override(fields, table, draft);
    if (!setting.reason.empty()) draft.reason = {setting.reason, at};
    if (!setting.author.empty()) draft.author = {setting.author, at};
    if (setting.decided) draft.decided = {setting.decided, at};
    return draft;
}

}  // namespace smpcare::protocol

namespace smpcare {

namespace {

Operation operation_of(std::string_view name) {
    if (name.ends_with('+')) return Operation::add;
    return name.ends_with('-') ? Operation::subtract : Operation::set;
}

/// Days to move by. A sign would turn `+=` or `-=` round.
bool is_number(std::string_view text) {
    constexpr std::size_t longest = 9;
    return text.size() <= longest && is_digits(text);
}

}  // namespace

std::optional<Setting> parse_setting(std::string_view text, const Span& span, Diagnostics& diagnostics) {
    const auto equals = std::min(text.find('='), text.size());
    const auto name = trimmed(text.substr(0, equals));
    const auto value = trimmed(text.substr(std::min(equals + 1, text.size())));
    const auto operation = operation_of(name);
    const bool moves = operation != Operation::set;
    const auto target = name.substr(0, name.size() - (moves ? 1 : 0));
    const auto dot = std::min(target.rfind('.'), target.size());
    const auto rule = target.substr(0, dot);
    const auto field = target.substr(std::min(dot + 1, target.size()));
    if (rule.empty() || field.empty() || value.empty() || (moves && !is_number(value))) {
        diagnostics.error(Code::bad_setting, span, {text});
        return std::nullopt;
    }
    return Setting{std::string{rule}, std::string{field}, std::string{value}, operation, {}, span};
}

std::string setting_text(const Setting& setting) {
    constexpr std::array<std::string_view, 3> signs{"=", "+=", "-="};
    std::string text = setting.rule + '.' + setting.field;
    text += signs[static_cast<std::size_t>(setting.operation)];
    return text += setting.value;
}

Setting drop_setting(std::string_view rule, const Span& span) {
    return {std::string{rule}, "drop", "true", Operation::set, {}, span};
}

Setting acceptance_setting(std::string_view rule, const Span& span) {
    return {std::string{rule}, "accept_below_floor", "true", Operation::set, {}, span};
}

}  // namespace smpcare
