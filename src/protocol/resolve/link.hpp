#pragma once

#include "protocol/read/directory.hpp"
#include "protocol/read/draft.hpp"

namespace smpcare::protocol {

/// Everything that the draft defines, to be looked up by name.
Directories directories_of(const Draft& draft, Diagnostics& found);

/// A protocol with every cross reference looked up; windows are still to be resolved. Takes the long texts out of
/// `draft`.
Protocol link(Draft& draft, const Directories& known);

}  // namespace smpcare::protocol
