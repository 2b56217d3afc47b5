#include "protocol/resolve/logo.hpp"

#include <filesystem>

namespace smpcare::protocol {

namespace {

bool is_picture(std::string_view bytes) {
    return bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.starts_with("\xff\xd8\xff");
}

}  // namespace

std::string read_logo(const Given<std::string>& logo, const Reader& reader, Diagnostics& found) {
    if (!logo.value || logo.value->empty() || !reader) return {};
    const auto& source = logo.span.source->name;
    const auto folder = names_a_file(source) ? std::filesystem::path{source}.parent_path() : std::filesystem::path{};
    const auto name = (folder / *logo.value).lexically_normal().generic_string();
    const auto picture = reader(name, logo.span, found);
    if (!picture) return {};
    const std::string_view bytes = picture->text;
    if (bytes.size() > logo_limit)
        found.error(Code::too_large, logo.span, {name, logo_limit});
    else if (!is_picture(bytes))
        found.error(Code::not_a_picture, logo.span, {name});
    return std::string(bytes);
}

}  // namespace smpcare::protocol
