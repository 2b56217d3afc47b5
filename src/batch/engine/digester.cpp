#include "batch/engine/digester.hpp"

#include "files/digest.hpp"

#include <utility>

namespace smpcare::batch {

void Digester::take(std::string& bytes, RowResult& result) {
    auto& file = result.files.back();
    if (!waiting_) {
        waiting_ = Place{&result, result.files.size() - 1};
        std::swap(bytes_, bytes);
        return;
    }
    const auto [first, second] = files::sha256_of_two(bytes_, bytes);
    waiting_->result->files[waiting_->file].sha256 = files::hex(first);
    file.sha256 = files::hex(second);
    waiting_.reset();
}

void Digester::finish() {
    if (waiting_) waiting_->result->files[waiting_->file].sha256 = files::hex(files::sha256(bytes_));
    waiting_.reset();
}

}  // namespace smpcare::batch
