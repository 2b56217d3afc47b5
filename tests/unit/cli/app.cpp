#include "cli/app.hpp"

#include <doctest/doctest.h>

#include <new>
#include <stdexcept>

using namespace smpcare::cli;

TEST_CASE("whatever is thrown ends in one line and a status of its own") {
    CHECK(guarded([] { return 1; }) == 1);
    CHECK(guarded([]() -> int { throw std::logic_error("trial"); }) == 3);
    CHECK(guarded([]() -> int { throw std::bad_alloc(); }) == 3);
}
