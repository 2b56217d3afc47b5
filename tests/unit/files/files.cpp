#include <smpcare/files.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <sys/stat.h>

using namespace smpcare;
namespace fs = std::filesystem;

namespace {

/// A new folder that goes with the test.
struct NewFolder {
    fs::path path;
    NewFolder() {
        std::string name = (fs::temp_directory_path() / "smpcare-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    ~NewFolder() { fs::remove_all(path); }
    [[nodiscard]] std::string operator/(const char* name) const { return (path / name).string(); }
    [[nodiscard]] std::ptrdiff_t files() const {
        return std::distance(fs::directory_iterator(path), fs::directory_iterator());
    }
};

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

Code only_code(const Diagnostics& found) {
    REQUIRE(found.all().size() == 1);
    return found.all()[0].code;
}

}  // namespace

TEST_CASE("write_whole makes a new file and leaves nothing beside it") {
    const NewFolder folder;
    Diagnostics found;
    CHECK(write_whole(folder / "plan.ics", "bytes", Replace::never, found));
    CHECK(content(folder / "plan.ics") == "bytes");
    CHECK(folder.files() == 1);
}

TEST_CASE("a new file is for whom the umask lets, or for its owner alone") {
    const NewFolder folder;
    Diagnostics diagnostics;
    const auto mode = [&](const char* name, Readers readers, Replace replace) {
        REQUIRE(write_whole(folder / name, "bytes", replace, diagnostics, readers));
        struct stat status {};
        REQUIRE(::stat((folder / name).c_str(), &status) == 0);
        return status.st_mode & 0777U;
    };
    const auto mask = ::umask(027);
    CHECK(mode("a", Readers::by_umask, Replace::never) == 0640);
    CHECK(mode("b", Readers::owner, Replace::never) == 0600);
    CHECK(mode("b", Readers::by_umask, Replace::regular_file) == 0640);
    ::umask(mask);
}

TEST_CASE("a file needs a name") {
    const NewFolder folder;
    Diagnostics diagnostics;
    const auto open = Folder::open(folder.path.string(), false, diagnostics);
    REQUIRE(open);
    CHECK(open->compare("", "bytes", Replace::never).outcome == Folder::Outcome::not_a_file);
    CHECK(open->put("", "bytes", Replace::regular_file).outcome == Folder::Outcome::not_a_file);
    CHECK_FALSE(write_whole(folder / "sub/", "bytes", Replace::never, diagnostics));
    CHECK(folder.files() == 0);
}

TEST_CASE("write_whole never replaces a file unasked") {
    const NewFolder folder;
    Diagnostics found;
    REQUIRE(write_whole(folder / "a", "old", Replace::never, found));
    CHECK_FALSE(write_whole(folder / "a", "new", Replace::never, found));
    CHECK(only_code(found) == Code::file_exists);
    CHECK(content(folder / "a") == "old");
    CHECK(write_whole(folder / "a", "new", Replace::regular_file, found));
    CHECK(content(folder / "a") == "new");
    CHECK(folder.files() == 1);
}

TEST_CASE("a link to a file is a file that people have; what it points to is written, the link stays") {
    const NewFolder folder;
    Diagnostics found;
    REQUIRE(write_whole(folder / "file", "old", Replace::never, found));
    fs::create_symlink("file", folder.path / "link");
    CHECK_FALSE(write_whole(folder / "link", "new", Replace::never, found));
    CHECK(only_code(found) == Code::file_exists);
    CHECK(write_whole(folder / "link", "new", Replace::regular_file, found));
    CHECK(fs::is_symlink(folder.path / "link"));
    CHECK(content(folder / "file") == "new");
}

TEST_CASE("a FIFO is written, not replaced") {
    const NewFolder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    std::string got;
    std::thread reader([&] { got = content(folder / "pipe"); });
    Diagnostics found;
    CHECK(write_whole(folder / "pipe", "bytes", Replace::never, found));
    reader.join();
    CHECK(got == "bytes");
    CHECK(fs::is_fifo(folder.path / "pipe"));
}

TEST_CASE("what cannot be written is said, and nothing is left") {
    const NewFolder folder;
    Diagnostics full;
    CHECK_FALSE(write_whole("/dev/full", "bytes", Replace::never, full));
    CHECK(only_code(full) == Code::cannot_write);
    Diagnostics missing;
    CHECK_FALSE(write_whole(folder / "no/such/folder", "bytes", Replace::never, missing));
    CHECK(only_code(missing) == Code::cannot_write);
    Diagnostics directory;
    CHECK_FALSE(write_whole(folder.path.string(), "bytes", Replace::regular_file, directory));
    CHECK(only_code(directory) == Code::is_a_directory);
    CHECK(folder.files() == 0);
}

TEST_CASE("read_text reads whole files up to a limit") {
    const NewFolder folder;
    Diagnostics found;
    const std::string bytes(100000, 'x');
    REQUIRE(write_whole(folder / "a", bytes, Replace::never, found));
    const auto text = read_text(folder / "a", 100000, found);
    REQUIRE(text);
    CHECK(text->text.view() == bytes);
    CHECK(text->name == folder / "a");
    CHECK_FALSE(read_text(folder / "a", 99999, found));
    CHECK(only_code(found) == Code::too_large);
}

TEST_CASE("read_text says why it cannot") {
    const NewFolder folder;
    Diagnostics missing;
    CHECK_FALSE(read_text(folder / "missing", 10, missing));
    CHECK(only_code(missing) == Code::no_such_file);
    Diagnostics directory;
    CHECK_FALSE(read_text(folder.path.string(), 10, directory));
    CHECK(only_code(directory) == Code::is_a_directory);
}
