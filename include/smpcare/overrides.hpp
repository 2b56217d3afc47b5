#pragma once

/// One value set over a rule file's: what `--set`, `--drop`, `--accept-below-floor` and a batch row's `set` say.
///
///     Diagnostics found;
///     auto longer = parse_setting("swim-pool.through=35", whole("--set swim-pool.through=35"), found);

#include <smpcare/date.hpp>
#include <smpcare/diagnostics.hpp>
#include <smpcare/source.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace smpcare {

/// `=`, `+=` and `-=`.
enum class Operation { set, add, subtract };

/// What one setting does to one field of one rule. The names are looked up when the protocol is loaded.
struct Setting {
    std::string rule;
    std::string field;  ///< the file's key; "drop" and "accept_below_floor" take the value "true"
    std::string value;
    Operation operation = Operation::set;
    std::string reason;
    Span span;                      ///< the option as typed; the cause of what it changes
    std::string author{};           ///< who decided; or ""
    std::optional<Date> decided{};  ///< and when
};

/// `RULE.FIELD=VALUE`, `RULE.FIELD+=N` or `RULE.FIELD-=N`. Errors: bad_setting.
std::optional<Setting> parse_setting(std::string_view text, const Span& span, Diagnostics& diagnostics);

/// `RULE.FIELD=VALUE`, as it would be typed.
std::string setting_text(const Setting& setting);

/// What `--drop RULE` and `--accept-below-floor RULE` are short for.
Setting drop_setting(std::string_view rule, const Span& span);
Setting acceptance_setting(std::string_view rule, const Span& span);

}  // namespace smpcare
