#include <smpcare/files.hpp>

#include "files/descriptor.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>

namespace smpcare {

using namespace files;

struct Input::State {
    std::string name;
    Descriptor file;
};

std::optional<Input> Input::open(const std::string& path, Diagnostics& diagnostics) {
    if (path == "-") return Input{std::make_shared<State>(State{"standard input", Descriptor{STDIN_FILENO}})};
    Descriptor file{uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); })};
    if (file.is_open()) return Input{std::make_shared<State>(State{path, std::move(file)})};
    const auto code = errno == ENOENT ? Code::no_such_file : Code::cannot_read;
    diagnostics.error(code, whole(path), {path, std::strerror(errno)});
    return std::nullopt;
}

const std::string& Input::name() const { return state_->name; }

std::optional<std::size_t> Input::read(char* to, std::size_t size, Diagnostics& diagnostics) {
    const auto count = read_some(state_->file.number(), to, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    const auto code = errno == EISDIR ? Code::is_a_directory : Code::cannot_read;
    diagnostics.error(code, whole(name()), {name(), std::strerror(errno)});
    return std::nullopt;
}

}  // namespace smpcare
