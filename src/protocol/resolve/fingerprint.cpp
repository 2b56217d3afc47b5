#include "protocol/resolve/fingerprint.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace smpcare::protocol {
namespace {

using Frame = std::array<char, 8>;

/// The length of a text, highest byte first.
Frame frame_of(std::string_view text) {
    Frame frame;
    auto rest = static_cast<std::uint64_t>(text.size());
    for (auto at = frame.rbegin(); at != frame.rend(); ++at, rest >>= 8U) *at = static_cast<char>(rest & 0xFFU);
    return frame;
}

}  // namespace

/// SHA-256 over `texts`, each led by its length in 8 bytes, so that no two lists of texts run together into the same
/// bytes. Clinics keep fingerprints beside the plans that they gave out, and look a plan's rules up by them: not the
/// hash, the frame, the texts, nor their order may ever change, whatever else of loading does.
std::string fingerprint(std::span<const std::string_view> texts, const files::BegunSha256* begun) {
    std::vector<Frame> frames(texts.size());
    std::ranges::transform(texts, frames.begin(), frame_of);
    std::vector<std::string_view> parts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        parts.emplace_back(frames[i].data(), frames[i].size());
        parts.push_back(texts[i]);
    }
    return files::hex(files::sha256(parts, begun));
}

files::BegunSha256 begun_fingerprint(std::string_view lowest) {
    const auto frame = frame_of(lowest);
    return files::begun_sha256(std::string(frame.data(), frame.size()).append(lowest));
}

}  // namespace smpcare::protocol
