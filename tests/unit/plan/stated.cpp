#include "unit/told.hpp"

#include <smpcare/plan.hpp>

#include <doctest/doctest.h>

using namespace smpcare;

namespace {

/// Reads one text into a case of its own.
struct Read {
    Case client;
    Diagnostics diagnostics;

    Read(CaseField field, std::string_view text) {
        CaseReading reading;
        reading.date = [](std::string_view written, const Span& span, Diagnostics& to) {
            const auto day = parse_date(written);
            if (!day) to.error(Code::bad_date, span, {std::string{written}});
            return day;
        };
        reading.shown = [](std::string_view shown) { return '<' + std::string{shown} + '>'; };
        read_case_text({field, text, {}}, reading, client, diagnostics);
    }
    [[nodiscard]] std::string fault(Code code) const {
        REQUIRE(diagnostics.all().size() == 1);
        CHECK(diagnostics.all()[0].code == code);
        return told(diagnostics.all()[0].args[0]);
    }
};

}  // namespace

TEST_CASE("a fact is yes unless it says otherwise, and nothing else is an answer") {
    const auto said = [](std::string_view text) {
        const Read read{CaseField::fact, text};
        if (read.client.facts.empty()) return "none: " + read.fault(Code::bad_fact_answer);
        return read.client.facts[0].fact + '|' + std::string{name(read.client.facts[0].truth)};
    };
    CHECK(said("long-hair") == "long-hair|yes");
    CHECK(said("long-hair=yes") == "long-hair|yes");
    CHECK(said("long-hair=no") == "long-hair|no");
    CHECK(said("long-hair=unknown") == "long-hair|unknown");
    CHECK(said("long-hair=") == "none: ");
    CHECK(said("long-hair=No") == "none: No");
    CHECK(said("long-hair=no=no") == "none: no=no");
    CHECK(said("Ana=Maria") == "none: <Maria>");
    CHECK(said("=no") == "|no");
    CHECK(said("") == "|yes");
}

TEST_CASE("an observation has an event and a date") {
    const Read read{CaseField::observed, "scabs-gone=2026-12-05"};
    REQUIRE(read.client.observed.size() == 1);
    CHECK(read.client.observed[0].event == "scabs-gone");
    CHECK(iso(read.client.observed[0].date) == "2026-12-05");
    CHECK(Read{CaseField::observed, "scabs-gone="}.fault(Code::bad_date).empty());
    CHECK(Read{CaseField::observed, "scabs-gone"}.fault(Code::bad_observation) == "<scabs-gone>");
}

TEST_CASE("planned sessions are a number, a label a pair, a date a session") {
    CHECK(Read{CaseField::planned, "3"}.client.planned == 3);
    CHECK(Read{CaseField::planned, "65"}.fault(Code::bad_number) == "<65>");
    CHECK(Read{CaseField::label, "Area=crown=left"}.client.labels[0].second == "crown=left");
    CHECK(Read{CaseField::label, "=crown"}.fault(Code::bad_label) == "<=crown>");
    CHECK(Read{CaseField::label, "Area="}.fault(Code::bad_label) == "<Area=>");
    CHECK(Read{CaseField::date, "2026-11-22"}.client.sessions.size() == 1);
    CHECK(Read{CaseField::id, "c1"}.client.id == "c1");
    CHECK(Read{CaseField::name, "Ana"}.client.name == "Ana");
}
