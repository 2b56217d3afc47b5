#pragma once

#include "files/digest.hpp"
#include "protocol/read/draft.hpp"

#include <smpcare/load.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace smpcare::protocol {

/// A built-in as the loader left it while the program was built, packed.
struct Prepared {
    std::string_view draft;     ///< what its file says
    std::string_view protocol;  ///< what it is when nothing is laid over it
    files::BegunSha256 begun;   ///< the part of its text in each fingerprint
};

/// One for each of `built_ins()`, in their order; none in a program that was built without (the built-ins are read then
/// as any file is). `src/prepare.cpp` makes it.
std::span<const Prepared> prepared();

/// What was prepared of `text`; nothing where it is another text than a built-in's, or a copy of one.
const Prepared* prepared_of(const SourceText& text);

std::string packed(Draft draft);
std::string packed(Protocol protocol);

/// `source` is the text that the draft was read from.
Draft unpacked_draft(std::string_view packed, const SourcePtr& source);
/// Of a built-in.
Protocol unpacked_protocol(std::string_view packed, Extent extent = Extent::whole);

}  // namespace smpcare::protocol
