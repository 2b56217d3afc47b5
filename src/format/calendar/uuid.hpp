#pragma once

#include <nettle/sha1.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace smpcare::calendar {

/// UUIDv5 (RFC 9562) in the project's own namespace, lower case with hyphens. Each part of a name is preceded by its
/// length, so that no two lists of parts are one name. What many names begin with is hashed once.
class UuidMaker {
public:
    explicit UuidMaker(std::initializer_list<std::string_view> first_parts);
    [[nodiscard]] std::string operator()(std::initializer_list<std::string_view> further_parts) const;
    /// The same for parts that `uuid_name` put together, at the end of `out`.
    void add(std::string& out, std::string_view further_name) const;

private:
    sha1_ctx begun_;
};

/// Parts of a name as they are hashed: "4:rule5:avoid".
std::string uuid_name(std::initializer_list<std::string_view> parts);

std::string uuid5(std::initializer_list<std::string_view> parts);

}  // namespace smpcare::calendar
