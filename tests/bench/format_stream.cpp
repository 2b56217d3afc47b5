// format_stream COUNT FILE: the least that formatting a plan a client can cost. FILE is a calendar or a line of JSON;
// its texts stand ready, and for each of COUNT clients the dates and identities are written between them, one write a
// client.

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
    std::size_t at, size;  // 8 digits of a date, 10 of one with hyphens, or 36 of an identity
};

bool is_quoted_date(const std::string& text, std::size_t at) {
    return text[at] == '"' && at + 11 < text.size() && text[at + 5] == '-' && text[at + 8] == '-' &&
           text[at + 11] == '"';
}

std::vector<Slot> find_slots(const std::string& text) {
    std::vector<Slot> slots;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.compare(at, 4, "UID:") == 0) slots.push_back({at + 4, 36});
        if (text.compare(at, 11, "VALUE=DATE:") == 0) slots.push_back({at + 11, 8});
        if (is_quoted_date(text, at)) slots.push_back({at + 1, 10});
    }
    return slots;
}

void write_number(char* to, std::size_t digits, std::uint64_t number, unsigned base) {
    while (digits-- > 0) {
        to[digits] = "0123456789abcdef"[number % base];
        number /= base;
    }
}

void write_slot(char* to, std::size_t size, int client, std::uint64_t mixed) {
    const auto day = 1 + static_cast<std::uint64_t>(client % 28);
    if (size == 8) {
        write_number(to, 8, 20260100 + day, 10);
    } else if (size == 10) {
        write_number(to, 4, 2026, 10);
        to[4] = to[7] = '-';
        write_number(to + 5, 2, 1, 10);
        write_number(to + 8, 2, day, 10);
    } else {
        write_number(to, 18, mixed, 16);
        write_number(to + 18, 18, mixed * 31, 16);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    std::ifstream in(argv[2], std::ios::binary);
    const std::string texts{std::istreambuf_iterator<char>(in), {}};
    const auto slots = find_slots(texts);
    std::string out;
    std::uint64_t mixed = 1;
    for (int client = 0; client < std::atoi(argv[1]); ++client) {
        out.clear();
        std::size_t done = 0;
        for (const auto& slot : slots) {
            out.append(texts, done, slot.at - done);
            out.resize(out.size() + slot.size);
            mixed = mixed * 6364136223846793005ULL + 1442695040888963407ULL;
            write_slot(&out[out.size() - slot.size], slot.size, client, mixed);
            done = slot.at + slot.size;
        }
        out.append(texts, done);
        if (write(STDOUT_FILENO, out.data(), out.size()) != static_cast<ssize_t>(out.size())) return 3;
    }
    return 0;
}
