#include <smpcare/format.hpp>
#include <smpcare/load.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

// Each tests/diagnostics/NAME.toml is faulty, and NAME.expected is all that smpcare says about it.
// SMPCARE_GOLDEN=collect writes the expected texts anew; read them before you keep them.

using namespace smpcare;
namespace fs = std::filesystem;

namespace {

std::string slurp(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> gallery() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path{SMPCARE_SOURCE_DIR} / "tests/diagnostics"))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// What the program writes to stderr, with the file named by its base name.
std::string said_of(const fs::path& path) {
    Diagnostics found;
    const auto protocol = load_protocol(SourceText{path.filename().string(), slurp(path)}, found);
    CHECK_MESSAGE(!protocol, path.filename().string(), " was accepted");
    std::string said;
    for (const auto& diagnostic : found.all()) said += describe(diagnostic, {});
    return said;
}

bool collecting() {
    const auto* const wish = std::getenv("SMPCARE_GOLDEN");
    return wish != nullptr && std::string_view{wish} == "collect";
}

}  // namespace

TEST_CASE("every faulty rule file is refused with its whole expected text") {
    const auto files = gallery();
    CHECK(files.size() >= 45);
    for (const auto& path : files) {
        auto expected = path;
        expected.replace_extension(".expected");
        const auto said = said_of(path);
        if (collecting()) std::ofstream(expected, std::ios::binary) << said;
        CHECK_MESSAGE(said == slurp(expected), path.filename().string(), " says:\n", said, "expected:\n",
                      slurp(expected));
    }
}
