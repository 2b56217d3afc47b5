#include "batch/digester.hpp"

#include "base/digest.hpp"

#include <utility>

namespace smpcare {

void Digester::take(std::string& bytes, RowResult& result) {
    auto& file = result.files.back();
    if (!waiting_) {
        waiting_ = Place{&result, result.files.size() - 1};
        std::swap(bytes_, bytes);
        return;
    }
    auto const [first, second] = sha256_of_two(bytes_, bytes);
    waiting_->result->files[waiting_->file].sha256 = hex(first);
    file.sha256 = hex(second);
    waiting_.reset();
}

void Digester::finish() {
    if (waiting_) waiting_->result->files[waiting_->file].sha256 = hex(sha256(bytes_));
    waiting_.reset();
}

}  // namespace smpcare
