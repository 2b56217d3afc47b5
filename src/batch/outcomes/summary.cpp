#include <smpcare/batch.hpp>

#include "words/words.hpp"

namespace smpcare {

std::string summary_line(const BatchSummary& summary, BatchTarget target, const Style& style) {
    const auto& texts = words::of(style.language).batch;
    auto text = texts.files;
    if (target == BatchTarget::stream) text = texts.stream;
    if (target == BatchTarget::combined) text = texts.combined;
    if (target == BatchTarget::nothing) text = texts.nothing;
    return words::fill(text, summary.rows, summary.written, summary.unchanged, summary.refused) + '\n';
}

std::string progress_line(std::size_t rows, const Style& style) {
    return words::fill(words::of(style.language).batch.progress, rows);
}

std::string checksum_line(const BatchFile& file) { return file.sha256 + "  " + file.name + '\n'; }

}  // namespace smpcare
