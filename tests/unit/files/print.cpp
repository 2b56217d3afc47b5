// A page is printed by whatever browser is there; these are shell scripts.

#include <smpcare/print.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

using namespace smpcare;

namespace {

namespace fs = std::filesystem;

/// A folder with programs, gone at the end.
struct Programs {
    fs::path folder;
    Programs() {
        std::string name = (fs::temp_directory_path() / "smpcare-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder = name;
    }
    Programs(const Programs&) = delete;
    Programs& operator=(const Programs&) = delete;
    ~Programs() { fs::remove_all(folder); }

    [[nodiscard]] std::string add(const std::string& name, const std::string& script) const {
        const auto path = folder / name;
        std::ofstream{path} << "#!/bin/sh\n" << script << '\n';
        fs::permissions(path, fs::perms::owner_all);
        return path.string();
    }
};

constexpr auto prints =
    "for word; do case \"$word\" in --print-to-pdf=*) out=${word#*=};; esac; page=$word; done\n"
    "{ echo %PDF-1.4; cat \"$page\"; echo; echo %%EOF; } >\"$out\"";

/// Whether there is such a process, and it has not ended.
bool is_running(pid_t process) {
    std::ifstream status{"/proc/" + std::to_string(process) + "/stat"};
    std::string number, name, state;
    status >> number >> name >> state;
    return !state.empty() && state != "Z";
}

}  // namespace

TEST_CASE("a browser gets the page, and what it writes comes back") {
    const Programs programs;
    const auto printed = print_page({programs.add("chromium", prints), 60}, "<p>a page</p>");
    CHECK(printed.outcome == Printed::Outcome::done);
    CHECK(printed.pdf == "%PDF-1.4\n<p>a page</p>\n%%EOF\n");
}

TEST_CASE("a browser that says nothing for long is ended, and one that talks for ever too") {
    const Programs programs;
    const auto told = (programs.folder / "told").string();
    const auto hangs = "echo begun >&2; trap '' TERM; sleep 1000 & echo $! >" + told + "; wait";
    const auto hung = print_page({programs.add("chromium", hangs), 1}, "page");
    pid_t child = 0;
    std::ifstream{told} >> child;
    REQUIRE(child > 0);
    // Its last child is a process of init's now, which may take a moment to see that it ended.
    for (int tries = 0; tries < 100 && is_running(child); ++tries) ::usleep(50'000);
    CHECK_FALSE(is_running(child));
    CHECK(hung.outcome == Printed::Outcome::silent);
    CHECK(hung.said == "begun");
    CHECK(hung.pdf.empty());
    const auto talks = print_page({programs.add("chromium", "while :; do echo still here >&2; done"), 5}, "page");
    CHECK(talks.outcome == Printed::Outcome::silent);
}

TEST_CASE("a slow browser that talks is waited for") {
    const Programs programs;
    const auto slow = std::string{"for i in 1 2 3 4; do sleep 0.5; echo $i >&2; done\n"} + prints;
    CHECK(print_page({programs.add("chromium", slow), 1}, "page").outcome == Printed::Outcome::done);
}

TEST_CASE("a browser that is not there is a fault") {
    CHECK(print_page({"/nowhere/chromium", 60}, "page").outcome == Printed::Outcome::failed);
}

TEST_CASE("the browser is the first of the known names, in the order of the folders") {
    const Programs first, second;
    const auto path = first.folder.string() + "::" + second.folder.string();
    CHECK_FALSE(find_browser(path));
    CHECK_FALSE(find_browser(""));
    const auto chrome = first.add("google-chrome", prints);
    CHECK(find_browser(path).value().program == chrome);
    const auto chromium = second.add("chromium", prints);
    CHECK(find_browser(path).value().program == chromium);
    fs::permissions(chromium, fs::perms::owner_read);
    CHECK(find_browser(path).value().program == chrome);
    fs::remove(chrome);
    fs::create_directory(chrome);
    CHECK_FALSE(find_browser(path));
}
