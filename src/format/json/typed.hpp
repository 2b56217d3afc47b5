#pragma once

/// JSON read by people who know what must stand where.

#include "format/json/parts.hpp"

#include <smpcare/date.hpp>
#include <smpcare/diagnostics.hpp>
#include <smpcare/source.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace smpcare::format {

/// Members of one document, each of the type that is asked for. The first fault of shape is reported with its path
/// (`items/4/windows/0/end`); from then on `good()` is false, and what is read are stand-ins. `path` ends with `/` or
/// is empty.
class TypedJson {
public:
    TypedJson(SourcePtr source, Diagnostics& diagnostics) : source_(std::move(source)), diagnostics_(diagnostics) {}

    /// The document; false and one error where it is not UTF-8, not JSON, or has a key twice.
    bool parse(Json& document);
    [[nodiscard]] bool good() const { return good_; }
    /// Error not_a_plan, for the first fault only.
    void refuse(const std::string& path, Arg wanted);

    const Json& member(const Json& object, const std::string& path, const char* key, Json::value_t type);
    std::string text(const Json& object, const std::string& path, const char* key);
    /// `null` or absent is "".
    std::string text_or_empty(const Json& object, const std::string& path, const char* key);
    /// A whole number from 0; `null` or absent is nothing.
    std::optional<int> number_or_none(const Json& object, const std::string& path, const char* key);
    Date date(const Json& value, const std::string& path);
    std::vector<std::string> texts(const Json& object, const std::string& path, const char* key);
    /// Of each of a list of objects the text `inner`.
    std::vector<std::string> texts(const Json& object, const std::string& path, const char* key, const char* inner);

    /// Calls `read(value, path of the value)` for each of a list.
    template <class Read>
    void each(const Json& object, const std::string& path, const char* key, Read read) {
        std::size_t index = 0;
        for (const auto& value : member(object, path, key, Json::value_t::array)) {
            if (!good_) return;
            read(value, path + key + '/' + std::to_string(index++));
        }
    }

private:
    SourcePtr source_;
    Diagnostics& diagnostics_;
    bool good_ = true;
};

}  // namespace smpcare::format
