#pragma once

#include "protocol/read/draft.hpp"

#include <smpcare/load.hpp>

#include <string>

namespace smpcare::protocol {

/// The bytes of the picture that `[clinic] logo` names, beside the file that names it; "" without one, and where there
/// is no reader. Errors: those of the reader, too_large, not_a_picture.
std::string read_logo(const Given<std::string>& logo, const Reader& reader, Diagnostics& found);

}  // namespace smpcare::protocol
