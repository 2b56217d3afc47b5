#include <smpcare/diagnostics.hpp>

#include <doctest/doctest.h>

using namespace smpcare;

TEST_CASE("under a strict policy a notice is an error, however it is added") {
    const std::vector<Diagnostic> notices = {{Severity::notice, Code::hint_no_id, {}, {}, {}}};
    Diagnostics lenient;
    CHECK(lenient.accept(notices));
    CHECK(lenient.all().empty());
    lenient.notice(Code::hint_no_id, {});
    CHECK_FALSE(lenient.has_errors());

    Diagnostics strict{{.strict = true}};
    CHECK(strict.accept({}));
    CHECK_FALSE(strict.accept(notices));
    strict.notice(Code::alarm_at_night, {}, {"00:00"});
    REQUIRE(strict.all().size() == 2);
    CHECK(strict.all()[0].severity == Severity::error);
    CHECK(strict.all()[1].severity == Severity::error);
}

TEST_CASE("what speaks of errors that were told is no error of its own") {
    Diagnostics strict{{.strict = true}};
    strict.notice(Code::more_faults, {}, {7});
    strict.notice(Code::broken_off, {}, {7});
    CHECK_FALSE(strict.has_errors());
}

TEST_CASE("a quiet policy still tells errors and what was freed below a floor") {
    const Diagnostics::Policy quiet{.quiet = true};
    CHECK_FALSE(quiet.tells({Severity::notice, Code::hint_no_id, {}, {}, {}}));
    CHECK(quiet.tells({Severity::notice, Code::floor_accepted, {}, {}, {}}));
    CHECK(quiet.tells({Severity::error, Code::hint_no_id, {}, {}, {}}));
}
