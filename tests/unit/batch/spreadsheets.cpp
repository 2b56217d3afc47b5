#include "unit/batch/fixture.hpp"

#include <regex>
#include <string>
#include <vector>

using namespace smpcare;
using namespace smpcare::test;

namespace {

BatchRequest stream_request(const BatchFolder& folder, std::string_view clients) {
    BatchRequest request;
    request.clients = folder.with("clients.csv", clients);
    request.rules.text = *built_in("smp-standard");
    request.formats = {find_format("json")};
    request.target = BatchTarget::stream;
    return request;
}

/// `a 2026-11-22` of each plan that came of the file, and the codes of what was told of it.
std::string outcome(const BatchRequest& request) {
    const auto result = run(request);
    const std::regex plan{R"re("client":\{"id":"([^"]*)".*?"sessions":\[([^\]]*)\])re"};
    std::string text;
    for (std::sregex_iterator one{result.output.begin(), result.output.end(), plan}, end; one != end; ++one)
        text += (*one)[1].str() + ' ' + std::regex_replace((*one)[2].str(), std::regex{"\""}, "") + '\n';
    return text + test::codes(result.reported) + test::codes(result.faults.all());
}

std::string outcome(std::string_view clients, DateOrder order = DateOrder::ymd,
                    SessionRows sessions = SessionRows::cells) {
    const BatchFolder folder;
    auto request = stream_request(folder, clients);
    request.order = order;
    request.sessions = sessions;
    return outcome(request);
}

/// What one cell of the column `date` comes to.
std::string date_cell(std::string_view cell, DateOrder order = DateOrder::ymd) {
    return outcome("id;date\nc;\"" + std::string{cell} + "\"\n", order);
}

constexpr auto dmy = DateOrder::dmy;
constexpr auto mdy = DateOrder::mdy;

}  // namespace

TEST_CASE("the first line of Excel names the separator, and is passed over") {
    CHECK(outcome("\xEF\xBB\xBFsep=;\r\nid;date;name\r\nc;2026-11-22;Zo\xC3\xAB\r\n") == "c 2026-11-22\n");
    CHECK(outcome("\"sep=|\"\nid|date\nc|2026-11-22\n") == "c 2026-11-22\n");
    CHECK(outcome("SEP=\t\nid\tdate\nc\t2026-11-22\n") == "c 2026-11-22\n");
    CHECK(outcome("sep=;\nid,date\nc,2026-11-22\n") == "missing-column missing-column ");
}

TEST_CASE("rejects keep the first line of Excel, so that they can be run again") {
    const BatchFolder folder;
    auto request = stream_request(folder, "sep=;\r\nid;date\r\nc;soon\r\n");
    request.rejects = folder / "rejects.csv";
    CHECK(outcome(request) == "bad-date ");
    CHECK(folder.text_of("rejects.csv") == "sep=;\r\nid;date\r\nc;soon\r\n");
}

TEST_CASE("the separator is the one that yields the headings that are needed") {
    CHECK(outcome("id;date;Name (last, first, middle, title)\nc;2026-11-22;Ann\n") == "c 2026-11-22\nunused-columns ");
    CHECK(outcome("id,date,a;b;c;d\nc,2026-11-22,x\n") == "c 2026-11-22\nunused-columns ");
    CHECK(outcome("id\tdate\tname, first; last\nc\t2026-11-22\tx\n") == "c 2026-11-22\nunused-columns ");
    const BatchFolder folder;
    auto request = stream_request(folder, "Nr.;Datum, erste;x,y,z\nc;2026-11-22;x\n");
    request.columns = {{"id", "Nr.", {}}, {"date", "Datum, erste", {}}};
    CHECK(outcome(request) == "c 2026-11-22\nunused-columns ");
}

TEST_CASE("a heading that is missing is told with those that were found") {
    const BatchFolder folder;
    const auto result = run(stream_request(folder, "Nr.;date\nc;2026-11-22\n"));
    REQUIRE(test::codes(result.faults.all()) == "missing-column ");
    CHECK(message(result.faults.all().front(), "en") ==
          "there is no column 'id'; the headings, parted by ';', are: 'Nr.', 'date'");
}

TEST_CASE("blanks at the edges of headings and cells do not count, seen or not, quoted or not") {
    CHECK(outcome("id,\xC2\xA0 date\nc,2026-11-22\n") == "c 2026-11-22\n");
    CHECK(outcome("id,date\nc,2026-11-22\xC2\xA0\n\xE2\x80\x8B"
                  "d\xC2\xA0,\"\xE2\x80\xAF 2026-11-22 \"\n") == "c 2026-11-22\nd 2026-11-22\n");
    CHECK(outcome("id,date,planned\na,2026-11-22,3 \nb,2026-11-22,\"3 \"\nc,2026-11-22,3\xC2\xA0\n") ==
          "a 2026-11-22\nb 2026-11-22\nc 2026-11-22\n");
    // The same client, whatever stands around the id.
    CHECK(outcome("id,date\nc,2026-11-22\nc\xC2\xA0,2026-11-23\n") == "duplicate-client ");
}

TEST_CASE("inside a cell such a character is named") {
    const BatchFolder folder;
    const auto result = run(stream_request(folder,
                                           "id,date\nc,2026-11-2\xE2\x80\x8B"
                                           "2\nd\xC2\xA0x,2026-11-22\n"));
    REQUIRE(test::codes(result.reported) == "unseen-character unseen-character ");
    CHECK(message(result.reported.front(), "en") == "'date' holds a space without width (U+200B)");
    CHECK(message(result.reported.back(), "en") == "'id' holds a no-break space (U+00A0)");
    CHECK(outcome("id,date,name\nc,2026-11-22,Ana\xC2\xA0Lee\n") == "c 2026-11-22\n");
}

TEST_CASE("dates as spreadsheets and people write them") {
    CHECK(date_cell("22 Nov 2026") == "c 2026-11-22\n");
    CHECK(date_cell("22-nov-2026") == "c 2026-11-22\n");
    CHECK(date_cell("22. November 2026") == "c 2026-11-22\n");
    CHECK(date_cell("Nov. 2, 2026") == "c 2026-11-02\n");
    CHECK(date_cell("22 Nov 2026 4 Dec 2026") == "c 2026-11-22,2026-12-04\n");
    CHECK(date_cell("2026-11-22 00:00:00") == "c 2026-11-22\n");
    CHECK(date_cell("2026-11-22T00:00:00.000Z 2026-12-04 0:00") == "c 2026-11-22,2026-12-04\n");
    CHECK(date_cell("22/11/2026 12:00:00 AM", dmy) == "c 2026-11-22\n");
    CHECK(date_cell("2026-11-22\n2026-12-04") == "c 2026-11-22,2026-12-04\n");
    CHECK(date_cell("22 Nov 26") == "bad-date ");
    CHECK(date_cell("31 Nov 2026") == "no-such-day ");
    CHECK(date_cell("31/11/2026", dmy) == "no-such-day ");
    CHECK(date_cell("46348") == "day-number ");
    CHECK(date_cell("46348.75", dmy) == "day-number ");
    CHECK(date_cell("22/11/26", dmy) == "short-year ");
    CHECK(date_cell("2026-11-22 14:30") == "time-of-day ");
    CHECK(date_cell("2026-11-22 12:00 PM") == "time-of-day ");
    CHECK(date_cell("2026-11-22T09:00:00") == "time-of-day ");
    CHECK(date_cell("soon") == "bad-date ");
}

TEST_CASE("several dates in a cell are parted by blanks alone, and the cell has one fault") {
    for (const auto* const cell : {"22/11/2026, 04/12/2026", "22/11/2026,04/12/2026", "22/11/2026; 04/12/2026",
                                   "22/11/2026 + 04/12/2026", "22/11/2026 & 04/12/2026", "22/11/2026 and 04/12/2026"})
        CHECK(date_cell(cell, dmy) == "several-dates ");
    CHECK(date_cell("2026-11-22/2026-12-04") == "several-dates ");
    CHECK(date_cell("22. 11. 2026", dmy) == "bad-date ");
    CHECK(date_cell("2026 11 22") == "bad-date ");
}

TEST_CASE("what the dates of a file prove is said once, and without an order none of them is read") {
    const BatchFolder folder;
    const auto result = run(stream_request(folder, "id,date\na,03/04/2026\nb,22/11/2026\nc,30/11/2026\nd,46348\n"));
    REQUIRE(test::codes(result.reported) == "dates-shown ");
    CHECK(result.reported.front().span.line == 3);
    CHECK(message(result.reported.front(), "en") ==
          "the dates are day/month/year: 2 of them can be nothing else ('22/11/2026')");
    CHECK(result.summary->refused == 4);
    CHECK(outcome("id,date\na,11/22/2026\n") == "dates-shown ");
    CHECK(outcome("id,date\na,03/04/2026\nb,04/03/2026\n") == "dates-unclear ");
    CHECK(outcome("id,date,observed\na,2026-11-22,scabs-gone=05.12.2026\n") == "dates-mixed ");
}

TEST_CASE("a file that contradicts its order, or mixes orders, loses every date") {
    CHECK(outcome("id,date\na,22/11/2026\nb,03/04/2026\n", dmy) == "a 2026-11-22\nb 2026-04-03\n");
    CHECK(outcome("id,date\na,22/11/2026\nb,03/04/2026\n", mdy) == "other-date-order ");
    CHECK(outcome("id,date\na,11/22/2026\nb,03/04/2026\n", dmy) == "other-date-order ");
    CHECK(outcome("id,date\na,11/22/2026\nb,22/11/2026\n", dmy) == "dates-mixed ");
    CHECK(outcome("id,date\na,2026-11-22\nb,22/11/2026\n", dmy) == "dates-mixed ");
    CHECK(outcome("id,date\na,2026-11-22\nb,03/04/2026\n", mdy) == "dates-mixed ");
    CHECK(outcome("id,date\na,2026-11-22\nb,2026-04-03\n", mdy) == "a 2026-11-22\nb 2026-04-03\n");
}

TEST_CASE("a row of another id count that may be a client's keeps that client from being written") {
    CHECK(outcome("id,date\na,2026-11-22\na,2026-11-23,x\nb,2026-11-24\n") ==
          "b 2026-11-24\nduplicate-client wrong-cell-count ");
}

TEST_CASE("rows of one id are the sessions of one client where it is said so") {
    constexpr auto rows = SessionRows::rows;
    CHECK(outcome("id,date,name\na,2026-11-22,Ana\nb,2026-11-24,Bo\nA,2026-12-04,Ana\n", {}, rows) ==
          "b 2026-11-24\nrows-disagree ");
    CHECK(outcome("id,date,name\na,2026-11-22,Ana\nb,2026-11-24,Bo\na,2026-12-04,Ana\n", {}, rows) ==
          "a 2026-11-22,2026-12-04\nb 2026-11-24\n");
    CHECK(outcome("id,date,name\na,2026-12-04,Ana\na,2026-11-22,Ana\n", {}, rows) == "a 2026-11-22,2026-12-04\n");
    CHECK(outcome("id,date,name\na,2026-11-22,Ana\na,2026-12-04,Ann\n", {}, rows) == "rows-disagree ");
    CHECK(outcome("id,date\na,2026-11-22\na,soon\n", {}, rows) == "bad-date ");
    CHECK(outcome("id,date\na,2026-11-22\na,2026-11-22\n", {}, rows) == "duplicate-session ");
    CHECK(outcome("id,date\na,2026-11-22\na,2026-12-04,x\n", {}, rows) == "rows-disagree wrong-cell-count ");
}

TEST_CASE("rows that are one client are refused together, and kept together") {
    const BatchFolder folder;
    auto request = stream_request(folder, "id,date\na,2026-11-22\nb,2026-11-24\na,soon\n");
    request.sessions = SessionRows::rows;
    request.rejects = "-";
    std::string kept;
    BatchHooks hooks;
    hooks.rejects = [&kept](std::string_view bytes) {
        kept += bytes;
        return true;
    };
    Diagnostics faults;
    const auto summary = run_batch(request, hooks, faults);
    REQUIRE(summary);
    CHECK(summary->rows == 3);
    CHECK(summary->clients == 2);
    CHECK(summary->refused == 2);
    CHECK(kept == "id,date\na,2026-11-22\na,soon\n");
}

TEST_CASE("like faults are told once, with the lines of the others, or each by itself") {
    const BatchFolder folder;
    std::string text = "id,date\n";
    for (int i = 0; i < 300; ++i) text += "c" + std::to_string(i) + ",soon\n";
    auto request = stream_request(folder, text);
    const auto once = run(request);
    REQUIRE(test::codes(once.reported) == "bad-date ");
    CHECK(once.reported.front().span.line == 2);
    CHECK(once.reported.front().also.count == 299);
    CHECK(once.reported.front().also.lines.front() == 3);
    CHECK(describe(once.reported.front(), {}).find("\n   = the same on 299 more lines: 3, 4, 5, ") !=
          std::string::npos);
    request.all_errors = true;
    CHECK(run(request).reported.size() == 300);
    // What has a name has its own mend.
    CHECK(outcome(
              "id,date,set\na,2026-11-22,swim.through=3\nb,2026-11-22,swin.through=3\nc,2026-11-22,swim.through=3\n") ==
          "unknown-rule unknown-rule ");
}

TEST_CASE("a workbook is known for what it is") {
    const std::string zip{"PK\x03\x04\x14\0\0\0", 8};
    CHECK(outcome(zip + "....[Content_Types].xml") == "workbook ");
    CHECK(outcome(zip + "....mimetypeapplication/vnd.oasis.opendocument.spreadsheet") == "workbook ");
    CHECK(outcome(zip + "....Index/Document.iwa") == "workbook ");
    CHECK(outcome("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....") == "workbook ");
    CHECK(outcome("<!DOCTYPE html><table><tr><td>id") == "workbook ");
}

TEST_CASE("a file is read alike from a pipe, which can be read but once") {
    const BatchFolder folder;
    const auto text = "id,date\na,2026-11-22\nb,2026-11-24\na,2026-11-25\n";
    auto request = stream_request(folder, text);
    const auto pipe = folder / "pipe";
    REQUIRE(std::system(("mkfifo '" + pipe + "' && (cat '" + request.clients + "' > '" + pipe + "') &").c_str()) == 0);
    while (!std::filesystem::exists(pipe)) {
    }
    request.clients = pipe;
    CHECK(outcome(request) == "b 2026-11-24\nduplicate-client ");
}

TEST_CASE("rejects are never a file of the run") {
    const BatchFolder folder;
    const auto tried = [&folder](const std::string& rejects, std::string_view format = "ics") {
        auto request = stream_request(folder, "id,date\na,2026-11-22\nb/c,2026-11-22\nd,soon\n");
        request.target = BatchTarget::files;
        request.formats = {find_format(format)};
        request.folder = folder / "out";
        request.replace = Replace::regular_file;
        request.rejects = folder / rejects;
        request.inputs = {folder.with("clinic.toml", "")};
        const auto result = run(request);
        return test::codes(result.faults.all()) + (folder.holds("out") ? "written" : "");
    };
    for (const auto* const own :
         {"out/manifest.json", "out/a.ics", "out/../out/A.ICS", "./out/b%2Fc.ics", "out", "out/"})
        CHECK(tried(own) == "written-twice ");
    CHECK(tried("out/a.csv", "csv") == "written-twice ");
    std::filesystem::create_directory(folder.path / "out");
    std::filesystem::create_symlink(folder.path / "out", folder.path / "link");
    CHECK(tried("link/a.ics") == "written-twice written");
    CHECK(tried("clients.csv") == "output-is-input written");
    CHECK(tried("clinic.toml") == "output-is-input written");
    CHECK(tried("out/z.ics") == "written");
}
