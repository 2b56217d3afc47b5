#pragma once

#include <smpcare/batch.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::test {

/// A new folder that goes with the test.
struct BatchFolder {
    std::filesystem::path path;
    BatchFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "smpcare-batch-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    BatchFolder(const BatchFolder&) = delete;
    BatchFolder& operator=(const BatchFolder&) = delete;
    ~BatchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }

    [[nodiscard]] std::string operator/(std::string_view name) const { return (path / name).string(); }

    /// The path of a new file that holds `text`.
    [[nodiscard]] std::string with(std::string_view name, std::string_view text) const {
        std::ofstream{path / name, std::ios::binary} << text;
        return *this / name;
    }

    [[nodiscard]] std::string text_of(std::string_view name) const {
        std::stringstream text;
        text << std::ifstream{path / name, std::ios::binary}.rdbuf();
        return text.str();
    }

    [[nodiscard]] bool holds(std::string_view name) const { return std::filesystem::exists(path / name); }

    /// How many files are in the folder `name`.
    [[nodiscard]] std::ptrdiff_t files_in(std::string_view name) const {
        return std::distance(std::filesystem::directory_iterator(path / name), std::filesystem::directory_iterator());
    }
};

/// The names of the codes, each followed by a blank.
inline std::string codes(const std::vector<Diagnostic>& diagnostics) {
    std::string all;
    for (const auto& diagnostic : diagnostics) all += std::string{name(diagnostic.code)} + ' ';
    return all;
}

/// One run, and what it told.
struct BatchRun {
    std::optional<BatchSummary> summary;
    std::string output;  ///< the stream or document
    std::vector<BatchFile> files;
    std::vector<Diagnostic> reported;  ///< about rows
    Diagnostics faults;                ///< that ended it
};

inline BatchRun run(const BatchRequest& request) {
    BatchRun result;
    BatchHooks hooks;
    hooks.report = [&](const Diagnostic& diagnostic) { result.reported.push_back(diagnostic); };
    hooks.file = [&](const BatchFile& file) { result.files.push_back(file); };
    hooks.output = [&](std::string_view bytes) {
        result.output += bytes;
        return true;
    };
    result.summary = run_batch(request, hooks, result.faults);
    return result;
}

}  // namespace smpcare::test
