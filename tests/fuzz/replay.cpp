// Runs a target over files and folders: every input that once broke a promise stays a case.

#include "fuzz/fuzz.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace {

namespace fs = std::filesystem;

void replay(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    const std::vector<char> bytes{std::istreambuf_iterator<char>{file}, {}};
    std::fprintf(stderr, "%s\n", path.c_str());
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t runs = 0;
    for (int i = 1; i < argc; ++i) {
        if (!fs::is_directory(argv[i])) {
            replay(argv[i]);
            ++runs;
            continue;
        }
        for (const auto& entry : fs::recursive_directory_iterator{argv[i]}) {
            if (!entry.is_regular_file()) continue;
            replay(entry.path());
            ++runs;
        }
    }
    std::fprintf(stderr, "%zu inputs\n", runs);
    return runs > 0 ? 0 : 1;
}
