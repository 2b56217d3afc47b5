#pragma once

#include "protocol/read/draft.hpp"

#include <smpcare/load.hpp>

#include <vector>

namespace smpcare::protocol {

/// A text with the draft that was read from it.
struct Layer {
    SourcePtr source;
    Draft draft;
};

/// Reads `top` and the chain of files that it extends, lowest first; nothing where one of them cannot be judged.
std::optional<std::vector<Layer>> read_chain(SourceText top, const Reader& reader, Diagnostics& found);

/// Reads one file of overrides.
std::optional<Layer> read_overrides_file(SourceText text, Diagnostics& found);

/// Puts what `above` adds or replaces into `below`; its overrides are still to be applied.
void extend(Draft& below, Draft& above, Diagnostics& found);

}  // namespace smpcare::protocol
