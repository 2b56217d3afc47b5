/// Runs while the program is built: loads each built-in protocol as any file is loaded, and writes it out as data that
/// the program is linked with. Usage: smpcare_prepare OUTPUT.cpp. Whatever loading finds ends the build.

#include "base/text.hpp"
#include "protocol/prepare/prepared.hpp"
#include "protocol/resolve/fingerprint.hpp"
#include "protocol/resolve/layers.hpp"

#include <smpcare/style.hpp>

#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

namespace smpcare::protocol {
namespace {

struct Packed {
    std::string draft, protocol;
};

std::optional<Packed> prepare(const BuiltIn& known, Diagnostics& found) {
    auto chain = read_chain(*built_in(known.id), {}, found);
    auto protocol = load_protocol(*built_in(known.id), found);
    if (!chain || !protocol || !found.all().empty()) return std::nullopt;
    return Packed{packed(std::move(chain->back().draft)), packed(std::move(*protocol))};
}

/// Each byte in octal, so that no letter that follows it is taken for a part of its number.
std::string literal(std::string_view bytes) {
    constexpr std::size_t line = 32;
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % line == 0) text += i == 0 ? "\n     \"" : "\"\n     \"";
        const auto byte = static_cast<unsigned char>(bytes[i]);
        for (const unsigned shift : {6U, 3U, 0U}) {
            if (shift == 6U) text += '\\';
            text += static_cast<char>('0' + (byte >> shift & 7U));
        }
    }
    return "{" + text + "\",\n     " + std::to_string(bytes.size()) + '}';
}

std::string literal(const files::BegunSha256& begun) {
    return "{{" + joined(begun.state, ", ", [](auto part) { return std::to_string(part); }) + "}, " +
           std::to_string(begun.blocks) + '}';
}

constexpr std::string_view head =
    "// Made by src/prepare.cpp from rules/*.toml.\n"
    "#include \"protocol/prepare/prepared.hpp\"\n\n"
    "#pragma GCC diagnostic ignored \"-Woverlength-strings\"  // the compilers that build this have no such limit\n\n"
    "std::span<const smpcare::protocol::Prepared> smpcare::protocol::prepared() {\n"
    "    static constexpr Prepared table[] = {\n";

/// The same faults once more, under the name of the file that holds them.
void tell_faults(const BuiltIn& known) {
    Diagnostics found;
    load_protocol(SourceText{"rules/" + std::string{known.id} + ".toml", std::string{known.text}}, found);
    for (const auto& fault : found.all()) std::cerr << describe(fault, Style{}) << '\n';
}

/// Nothing where a built-in has a fault, which has been told.
std::optional<std::string> prepared_source() {
    std::string source{head};
    for (const auto& known : built_ins()) {
        Diagnostics found;
        const auto made = prepare(known, found);
        if (!made) {
            tell_faults(known);
            return std::nullopt;
        }
        source += "    {" + literal(made->draft) + ",\n    " + literal(made->protocol) + ",\n    " +
                  literal(begun_fingerprint(known.text)) + "},\n";
    }
    return source + "    };\n    return table;\n}\n";
}

}  // namespace
}  // namespace smpcare::protocol

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const auto source = smpcare::protocol::prepared_source();
    if (!source) return 1;
    std::ofstream file{arguments[1], std::ios::binary};
    file << *source;
    return file.flush() ? 0 : 1;
}
