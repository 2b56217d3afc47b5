// aftercare SESSION DAY FILE: what is in force on DAY after a procedure on SESSION, and its calendar in FILE.
// Written from the doors in include/smpcare alone; tests/package builds it in three ways.

#include <smpcare/ask.hpp>
#include <smpcare/calendar.hpp>
#include <smpcare/files.hpp>
#include <smpcare/format.hpp>
#include <smpcare/load.hpp>
#include <smpcare/plan.hpp>
#include <smpcare/version.hpp>

#include <iostream>
#include <optional>
#include <string>

namespace {

// The line of one rule: `avoid until 2026-12-22: Swimming in a pool`.
std::string line(const smpcare::Protocol& protocol, const smpcare::InForce& entry) {
    const std::string end = entry.end ? " until " + smpcare::iso(*entry.end) : "";
    return std::string(smpcare::name(entry.kind)) + end + ": " + protocol.rules[entry.rule].title;
}

bool run(const std::string& session, const std::string& day, const std::string& file, smpcare::Diagnostics& found) {
    const std::optional protocol = smpcare::load_protocol(*smpcare::built_in("smp-standard"), found);
    const std::optional first = smpcare::parse_date(session);
    const std::optional asked = smpcare::parse_date(day);
    if (!first) found.error(smpcare::Code::bad_date, smpcare::whole("SESSION"), {session});
    if (!asked) found.error(smpcare::Code::bad_date, smpcare::whole("DAY"), {day});
    if (!protocol || found.has_errors()) return false;

    smpcare::Case client;
    client.id = "client-17";
    client.sessions = {{*first, {}}};
    const std::optional plan = smpcare::make_plan(*protocol, client, smpcare::Scope::listed, found);
    if (!plan) return false;

    const smpcare::DayView view = smpcare::day_view(*plan, *asked);
    std::cout << smpcare::long_date(view.date, "en") << ", day " << view.day << " after session " << view.session
              << '\n';
    for (const smpcare::InForce& entry : view.in_force)
        if (entry.kind == smpcare::Kind::avoid) std::cout << line(*protocol, entry) << '\n';

    std::string calendar;
    if (!smpcare::CalendarWriter(*protocol, {}).append(*plan, nullptr, calendar)) return true;
    return smpcare::write_whole(file, calendar, smpcare::Replace::regular_file, found);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: aftercare SESSION DAY FILE (smpcare " << smpcare::version << ")\n";
        return 2;
    }
    smpcare::Diagnostics found;
    const bool done = run(argv[1], argv[2], argv[3], found);
    for (const smpcare::Diagnostic& diagnostic : found.all()) std::cerr << smpcare::describe(diagnostic, {});
    return done ? 0 : 1;
}
