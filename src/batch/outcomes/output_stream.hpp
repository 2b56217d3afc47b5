#pragma once

#include <smpcare/batch.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace smpcare::batch {

/// What goes to `BatchHooks::output`: plans one after the other, or a document.
class OutputStream {
public:
    explicit OutputStream(const BatchHooks& hooks) : hooks_(hooks) {}

    /// `head` comes before the first bytes that are sent, so that a run without any writes nothing.
    void hold_back(std::string head) { head_ = std::move(head); }

    /// False where the reader takes no more.
    bool send(std::string_view bytes) {
        if (bytes.empty()) return !closed_;
        const bool first = !some_ && !head_.empty();
        some_ = true;
        if (!first) return put(bytes);
        head_ += bytes;
        return put(std::exchange(head_, {}));
    }

    /// `foot` ends what was sent, if anything was.
    void end(std::string_view foot) {
        if (some_) send(foot);
    }

private:
    bool put(std::string_view bytes) {
        if (!closed_ && hooks_.output && !hooks_.output(bytes)) closed_ = true;
        return !closed_;
    }

    const BatchHooks& hooks_;
    std::string head_;
    bool some_ = false, closed_ = false;
};

}  // namespace smpcare::batch
