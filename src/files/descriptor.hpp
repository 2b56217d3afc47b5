#pragma once

#include <cerrno>
#include <utility>

#include <unistd.h>

namespace smpcare::files {

/// A file descriptor that closes itself; the three standard ones are left open.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() {
        if (number_ > STDERR_FILENO) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    /// Closes now, because a full disk may show only here.
    bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

/// What `call` gives; it is called again for as long as a signal breaks it off.
template <class Call>
auto uninterrupted(const Call& call) {
    for (;;) {
        const auto done = call();
        if (done >= 0 || errno != EINTR) return done;
    }
}

/// What was written is on the disk.
inline bool reach_disk(int descriptor) {
    return uninterrupted([&] { return ::fsync(descriptor); }) == 0;
}

/// Reads up to `size` bytes; 0 at the end, -1 with errno where that fails.
inline long read_some(int descriptor, char* to, std::size_t size) {
    return uninterrupted([&] { return ::read(descriptor, to, size); });
}

}  // namespace smpcare::files
