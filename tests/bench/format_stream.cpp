// format_stream COUNT FILE: the least that formatting a calendar a client can cost. FILE is a calendar; its texts stand
// ready, and for each of COUNT clients the dates and identities are written between them, one write a client.

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

struct Slot {
    std::size_t at, size;  // 8 digits of a date or 36 of an identity
};

std::vector<Slot> find_slots(const std::string& text) {
    std::vector<Slot> slots;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.compare(at, 4, "UID:") == 0) slots.push_back({at + 4, 36});
        if (text.compare(at, 11, "VALUE=DATE:") == 0) slots.push_back({at + 11, 8});
    }
    return slots;
}

void write_number(char* to, std::size_t digits, std::uint64_t number, unsigned base) {
    while (digits-- > 0) {
        to[digits] = "0123456789abcdef"[number % base];
        number /= base;
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    std::ifstream in(argv[2], std::ios::binary);
    std::string const texts{std::istreambuf_iterator<char>(in), {}};
    auto const slots = find_slots(texts);
    std::string out;
    std::uint64_t mixed = 1;
    for (int client = 0; client < std::atoi(argv[1]); ++client) {
        out.clear();
        std::size_t done = 0;
        for (auto const& slot : slots) {
            out.append(texts, done, slot.at - done);
            out.resize(out.size() + slot.size);
            mixed = mixed * 6364136223846793005ULL + 1442695040888963407ULL;
            if (slot.size == 8) {
                write_number(&out[out.size() - 8], 8, 20260101 + static_cast<std::uint64_t>(client % 28), 10);
            } else {
                write_number(&out[out.size() - 36], 18, mixed, 16);
                write_number(&out[out.size() - 18], 18, mixed * 31, 16);
            }
            done = slot.at + slot.size;
        }
        out.append(texts, done);
        if (write(STDOUT_FILENO, out.data(), out.size()) != static_cast<ssize_t>(out.size())) return 3;
    }
    return 0;
}
