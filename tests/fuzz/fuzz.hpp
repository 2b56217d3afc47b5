#pragma once

/// What the fuzz targets share. A target is one function over bytes; a broken promise ends the process.

#include <smpcare/format.hpp>
#include <smpcare/load.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// The one function of a target, as libFuzzer and the replay program call it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace smpcare::fuzz {

/// Ends the process with a sentence, so that the input is kept as a finding.
void require(bool holds, std::string_view what);

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// An error was told exactly where nothing came out; what is told is safe to print and names a place that exists.
void require_told(bool refused, const Diagnostics& told, std::string_view what);
void require_printable(const std::vector<Diagnostic>& told);

/// Text for people, made safe already.
void require_safe(std::string_view text, std::string_view what);

/// A small protocol with every kind of field, loaded once; and its text.
const Protocol& frozen();
const SourceText& frozen_text();

/// A plan of `protocol` for two sessions; nothing where the protocol's own windows leave the calendar.
std::optional<Plan> plan_of(const Protocol& protocol);

/// Every question and every format over `plan`; what other programs read is read back.
void require_shown(const Plan& plan);

}  // namespace smpcare::fuzz
