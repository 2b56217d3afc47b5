#include <smpcare/overrides.hpp>

#include "base/typed.hpp"

#include <algorithm>
#include <array>

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
