#include "files/digest.hpp"

#include <doctest/doctest.h>

using namespace smpcare;
using namespace smpcare::files;

TEST_CASE("a digest is that of FIPS 180-4") {
    CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("two texts have the digests they have alone, whatever their lengths") {
    std::string text;
    for (int i = 0; i < 400; ++i) text += static_cast<char>('a' + i % 23);
    for (const auto one : {0, 1, 63, 64, 65, 128, 400})
        for (const auto other : {0, 1, 63, 64, 65, 128, 399}) {
            CAPTURE(one);
            CAPTURE(other);
            const auto first = text.substr(0, static_cast<std::size_t>(one));
            const auto second = text.substr(400 - static_cast<std::size_t>(other));
            CHECK(sha256_of_two(first, second) == std::pair{sha256(first), sha256(second)});
        }
}
