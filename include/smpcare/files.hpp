#pragma once

/// Files in, files out: the reader with a limit, writers that never leave half a file, and one for streams.

#include <smpcare/diagnostics.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace smpcare {

/// A rule file, an override file or a plan may be this many bytes.
inline constexpr std::size_t rule_file_limit = std::size_t{1} << 20;

/// A plan as JSON that is to be compared with another may be this many.
inline constexpr std::size_t plan_file_limit = std::size_t{16} << 20;

/// The whole of `path` (`-`: standard input) as text named by its path. Errors: no_such_file, is_a_directory,
/// cannot_read, too_large.
std::optional<SourceText> read_text(const std::string& path, std::size_t limit, Diagnostics& diagnostics);

enum class Replace { never, regular_file };
/// Who can read a new file: whom the umask lets, or its owner alone.
enum class Readers { by_umask, owner };

/// Writes `bytes` so that `path` appears whole or not at all: a file of its folder that
/// has no name yet gets this one (an existing file is error file_exists) or, with Replace::regular_file, that of a
/// regular file, and is on the disk then. Devices, FIFOs and the
/// targets of links are written straight, as they cannot be replaced. Mode 0666 less the umask, or 0600.
/// Errors: file_exists, cannot_write.
bool write_whole(const std::string& path, std::string_view bytes, Replace replace, Diagnostics& diagnostics,
                 Readers readers = Readers::by_umask);

/// Writes all of `bytes` to a stream, such as standard output; false with errno set where that fails, perhaps half way.
bool write_all(int descriptor, std::string_view bytes);

/// A file that is read piece by piece.
class Input {
public:
    /// Opens `path` (`-`: standard input). Errors: no_such_file, cannot_read.
    static std::optional<Input> open(const std::string& path, Diagnostics& diagnostics);
    /// The same, for `start_again`: what cannot be read twice, such as a pipe, is kept in a temporary file that has no
    /// name. Errors: those of open, cannot_write.
    static std::optional<Input> open_twice(const std::string& path, Diagnostics& diagnostics);
    /// What was read comes again, then what follows. Errors: cannot_read.
    bool start_again(Diagnostics& diagnostics);
    /// What people know it by, without the text.
    [[nodiscard]] const SourcePtr& source() const;
    /// Puts up to `size` bytes at `to` and says how many, 0 at the end. Errors: is_a_directory, cannot_read; of what
    /// was opened to be read twice, cannot_write.
    std::optional<std::size_t> read(char* to, std::size_t size, Diagnostics& diagnostics);

private:
    struct State;
    explicit Input(std::shared_ptr<State> state) : state_(std::move(state)) {}
    std::shared_ptr<State> state_;
};

/// A folder held open, into which whole files are put by name. Copies share the handle; several threads may use it.
/// Files are mode 0600 and come to be without a name where the file system can do that, so that a killed program leaves
/// nothing behind; links are never followed.
class Folder {
public:
    /// Opens `path`; where it is not there, makes it (mode 0700) if `make`. Errors: cannot_read, cannot_write.
    static std::optional<Folder> open(const std::string& path, bool make, Diagnostics& diagnostics);
    [[nodiscard]] const std::string& path() const;

    enum class Outcome {
        written,
        unchanged,   ///< a file with the same bytes is there and was left alone
        exists,      ///< a file with other bytes is there
        not_a_file,  ///< a link, a device, a FIFO or a folder is there
        bad_name,    ///< the file system cannot hold this name, or keeps the file that has it
        failed,      ///< the folder or the disk: other files would fail as well
    };
    struct Put {
        Outcome outcome = Outcome::written;
        std::string reason;  ///< the system's, for bad_name and failed
    };
    [[nodiscard]] Put put(const std::string& name, std::string_view bytes, Replace replace) const;
    /// What put would come to, with nothing written.
    [[nodiscard]] Put compare(const std::string& name, std::string_view bytes, Replace replace) const;

    /// The regular file `name`, nothing where there is none. Errors: cannot_read, too_large.
    [[nodiscard]] std::optional<SourceText> read(const std::string& name, std::size_t limit,
                                                 Diagnostics& diagnostics) const;
    /// The regular file `name` in pieces of at most 64 KiB, in order; false where there is none. Errors: cannot_read.
    bool scan(const std::string& name, const std::function<void(std::string_view)>& take,
              Diagnostics& diagnostics) const;

    /// A file that grows piece by piece and gets its name at the end, or never.
    class Growing {
    public:
        bool append(std::string_view bytes);
        /// Outcome `written`, `exists` or `failed`. A regular file under that name is replaced if asked.
        Put finish(const std::string& name, Replace replace);

    private:
        friend class Folder;
        struct State;
        std::shared_ptr<State> state_;
    };
    /// Nothing where no file can be made. Errors: cannot_write.
    [[nodiscard]] std::optional<Growing> grow(Diagnostics& diagnostics) const;

    /// Everything that was put is on the disk, as far as the system can tell.
    [[nodiscard]] bool reach_disk() const;
    /// Runs `work` while no other program that asks the same is in it.
    void alone(const std::function<void()>& work) const;

private:
    struct State;
    explicit Folder(std::shared_ptr<State> state) : state_(std::move(state)) {}
    std::shared_ptr<State> state_;
};

}  // namespace smpcare
