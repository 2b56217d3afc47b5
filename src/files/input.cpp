#include <smpcare/files.hpp>

#include "files/descriptor.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>

namespace smpcare {

using namespace files;

struct Input::State {
    SourcePtr source;  ///< without the text
    Descriptor file;
    off_t start = 0;    ///< of a file that can be read twice
    Descriptor copy{};  ///< of what cannot: all that was read

    [[nodiscard]] bool keep(const char* bytes, std::size_t size) const {
        return !copy.is_open() || write_all(copy.number(), {bytes, size});
    }
    bool start_again() {
        if (copy.is_open()) file = std::exchange(copy, Descriptor{});
        return ::lseek(file.number(), start, SEEK_SET) == start;
    }
};

namespace {

/// A file in the system's folder for such, which goes when it is closed.
Descriptor nameless_file() {
    auto* const stream = std::tmpfile();
    if (stream == nullptr) return Descriptor{};
    Descriptor file{::fcntl(::fileno(stream), F_DUPFD_CLOEXEC, 0)};
    static_cast<void>(std::fclose(stream));
    return file;
}

bool is_regular(int descriptor) {
    struct stat facts {};
    return ::fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode);
}

}  // namespace

std::optional<Input> Input::open(const std::string& path, Diagnostics& diagnostics) {
    if (path == "-") {
        const auto source = whole(SourceText{path, {}, SourceKind::standard_input}).source;
        return Input{std::make_shared<State>(State{source, Descriptor{STDIN_FILENO}})};
    }
    Descriptor file{uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); })};
    if (file.is_open()) return Input{std::make_shared<State>(State{whole(path).source, std::move(file)})};
    const auto code = errno == ENOENT ? Code::no_such_file : Code::cannot_read;
    diagnostics.error(code, whole(path), {path, std::strerror(errno)});
    return std::nullopt;
}

std::optional<Input> Input::open_twice(const std::string& path, Diagnostics& diagnostics) {
    auto input = open(path, diagnostics);
    if (!input) return input;
    auto& state = *input->state_;
    const auto number = state.file.number();
    const auto start = is_regular(number) ? ::lseek(number, 0, SEEK_CUR) : -1;
    if (start >= 0) {
        state.start = start;
        return input;
    }
    state.copy = nameless_file();
    if (state.copy.is_open()) return input;
    diagnostics.error(Code::cannot_write, whole(*state.source), {Term::temporary_file, std::strerror(errno)});
    return std::nullopt;
}

bool Input::start_again(Diagnostics& diagnostics) {
    if (state_->start_again()) return true;
    diagnostics.error(Code::cannot_read, whole(*source()), {told_name(*source()), std::strerror(errno)});
    return false;
}

const SourcePtr& Input::source() const { return state_->source; }

std::optional<std::size_t> Input::read(char* to, std::size_t size, Diagnostics& diagnostics) {
    const auto count = read_some(state_->file.number(), to, size);
    if (count > 0 && !state_->keep(to, static_cast<std::size_t>(count))) {
        diagnostics.error(Code::cannot_write, whole(*source()), {Term::temporary_file, std::strerror(errno)});
        return std::nullopt;
    }
    if (count >= 0) return static_cast<std::size_t>(count);
    const auto code = errno == EISDIR ? Code::is_a_directory : Code::cannot_read;
    diagnostics.error(code, whole(*source()), {told_name(*source()), std::strerror(errno)});
    return std::nullopt;
}

}  // namespace smpcare
