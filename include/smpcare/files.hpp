#pragma once

/// Files in, files out: the one reader with a limit and the one writer that never leaves half a file.

#include <smpcare/diagnostics.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace smpcare {

/// A rule file, an override file or a plan may be this many bytes.
inline constexpr std::size_t rule_file_limit = std::size_t{1} << 20;

/// The whole of `path` (`-`: standard input) as text named by its path. Errors: no_such_file, is_a_directory,
/// cannot_read, too_large.
std::optional<SourceText> read_text(const std::string& path, std::size_t limit, Diagnostics& diagnostics);

enum class Replace { never, regular_file };

/// Writes `bytes` so that `path` appears whole or not at all: a temporary file beside it, then `link` (an existing
/// file is error file_exists) or, with Replace::regular_file, `rename` over a regular file. Devices, FIFOs and the
/// targets of links are written straight, as they cannot be replaced. Mode 0666 less the umask.
/// Errors: file_exists, cannot_write.
bool write_whole(const std::string& path, std::string_view bytes, Replace replace, Diagnostics& diagnostics);

}  // namespace smpcare
