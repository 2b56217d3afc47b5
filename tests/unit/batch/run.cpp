#include "unit/batch/fixture.hpp"

#include <algorithm>
#include <thread>

using namespace smpcare;
using namespace smpcare::test;

namespace {

constexpr std::string_view three_clients = "id,date\na,2026-11-22\nb,2026-11-23\nc,2026-11-24\n";

/// Each client's plan as JSON into the folder `out` below `folder`.
BatchRequest request_in(const BatchFolder& folder, std::string_view clients) {
    BatchRequest request;
    request.clients = folder.with("clients.csv", clients);
    request.rules.text = *built_in("smp-standard");
    request.formats = {find_format("json")};
    request.folder = folder / "out";
    return request;
}

BatchRequest stream_of(const BatchFolder& folder, std::string_view clients) {
    auto request = request_in(folder, clients);
    request.target = BatchTarget::stream;
    request.folder.clear();
    return request;
}

std::string many_clients(int count) {
    std::string text = "id,date\n";
    for (int i = 0; i < count; ++i) text += "c" + std::to_string(i) + ",2026-11-" + std::to_string(10 + i % 20) + '\n';
    return text;
}

std::ptrdiff_t lines_of(std::string_view text) { return std::count(text.begin(), text.end(), '\n'); }

}  // namespace

TEST_CASE("a run writes a file a client and a list of them, and a second one changes nothing") {
    const BatchFolder folder;
    const auto request = request_in(folder, three_clients);
    const auto first = run(request);
    REQUIRE(first.summary);
    CHECK(first.summary->rows == 3);
    CHECK(first.summary->written == 3);
    CHECK(first.summary->refused == 0);
    REQUIRE(first.files.size() == 3);
    CHECK(first.files.front().name == "a.json");
    CHECK(first.files.front().sha256.size() == 64);
    CHECK(folder.files_in("out") == 4);
    const auto list = folder.text_of("out/manifest.json");
    CHECK(list.find(R"({"row":2,"id":"a","files":[{"name":"a.json","sha256":")" + first.files.front().sha256) !=
          std::string::npos);

    const auto second = run(request);
    REQUIRE(second.summary);
    CHECK(second.summary->written == 0);
    CHECK(second.summary->unchanged == 3);
    CHECK(folder.text_of("out/manifest.json") == list);
}

TEST_CASE("no workers are one worker, and several give the same bytes in the same order") {
    const BatchFolder folder;
    auto request = stream_of(folder, many_clients(200));
    request.workers = 0;
    const auto alone = run(request);
    REQUIRE(alone.summary);
    CHECK(lines_of(alone.output) == 200);
    for (const unsigned workers : {1U, 3U}) {
        request.workers = workers;
        CHECK(run(request).output == alone.output);
    }
}

TEST_CASE("a hook that takes no more ends the run with what was done until then") {
    const BatchFolder folder;
    for (const unsigned workers : {1U, 3U}) {
        auto request = stream_of(folder, many_clients(500));
        request.workers = workers;
        Diagnostics faults;
        BatchHooks hooks;
        std::size_t calls = 0;
        hooks.output = [&](std::string_view) { return ++calls < 3; };
        const auto summary = run_batch(request, hooks, faults);
        REQUIRE(summary);
        CHECK(calls == 3);
        CHECK(summary->rows < 500);
        CHECK_FALSE(faults.has_errors());
    }
}

TEST_CASE("a run without hooks is a run all the same") {
    const BatchFolder folder;
    Diagnostics faults;
    const auto summary = run_batch(request_in(folder, three_clients), {}, faults);
    REQUIRE(summary);
    CHECK(summary->written == 3);
}

TEST_CASE("a target of nothing says what would be done and writes nothing") {
    const BatchFolder folder;
    auto request = request_in(folder, "id,date\na,2026-11-22\nb,soon\n");
    request.target = BatchTarget::nothing;
    request.rejects = folder / "rejects.csv";
    const auto result = run(request);
    REQUIRE(result.summary);
    CHECK(result.summary->written == 1);
    CHECK(result.summary->refused == 1);
    CHECK(codes(result.reported) == "bad-date ");
    CHECK_FALSE(folder.holds("out"));
    CHECK_FALSE(folder.holds("rejects.csv"));
}

TEST_CASE("two runs at once into two folders do not know of each other") {
    const BatchFolder one, other;
    auto first = request_in(one, many_clients(60)), second = request_in(other, many_clients(90));
    first.workers = second.workers = 2;
    BatchRun first_run, second_run;
    std::thread beside{[&] { first_run = run(first); }};
    second_run = run(second);
    beside.join();
    REQUIRE(first_run.summary);
    REQUIRE(second_run.summary);
    CHECK(one.files_in("out") == 61);
    CHECK(other.files_in("out") == 91);
    CHECK(one.text_of("out/c7.json") == other.text_of("out/c7.json"));
}

TEST_CASE("a folder that cannot be is an error before any row") {
    const BatchFolder folder;
    auto request = request_in(folder, three_clients);
    request.folder = folder / "clients.csv/out";
    const auto result = run(request);
    CHECK_FALSE(result.summary);
    CHECK(result.faults.has_errors());
    CHECK(result.files.empty());
    CHECK(result.reported.empty());
}

TEST_CASE("a path without a name is refused before anything is written") {
    const BatchFolder folder;
    for (const auto target : {BatchTarget::files, BatchTarget::nothing}) {
        auto request = request_in(folder, three_clients);
        request.target = target;
        request.rejects = folder / "";
        REQUIRE(request.rejects.ends_with('/'));
        const auto result = run(request);
        CHECK_FALSE(result.summary);
        CHECK(codes(result.faults.all()) == "not-a-file ");
        CHECK(result.files.empty());
        // The folder may be there, and nothing in it.
        CHECK((!folder.holds("out") || folder.files_in("out") == 0));
    }
    auto request = request_in(folder, three_clients);
    request.folder.clear();
    const auto nowhere = run(request);
    CHECK_FALSE(nowhere.summary);
    CHECK(codes(nowhere.faults.all()) == "cannot-write ");
    CHECK(nowhere.files.empty());
}

TEST_CASE("of two rows of one id, letter case aside, neither is written, and what was written before stays listed") {
    const BatchFolder folder;
    auto request = request_in(folder, three_clients);
    REQUIRE(run(request).summary);
    request.clients = folder.with("clients.csv", "id,date\na,2026-11-22\nA,2026-11-23\nb,2026-11-23\n");
    request.rejects = folder / "rejects.csv";
    const auto result = run(request);
    REQUIRE(result.summary);
    CHECK(result.summary->unchanged == 1);
    CHECK(result.summary->refused == 2);
    REQUIRE(codes(result.reported) == "duplicate-client ");
    CHECK(message(result.reported.front(), "en") == "rows 2 and 3 have one id, 'a': none of them is written");
    CHECK(folder.text_of("out/manifest.json").find(R"("id":"a")") != std::string::npos);
    CHECK(folder.text_of("rejects.csv") == "id,date\na,2026-11-22\nA,2026-11-23\n");
}

TEST_CASE("a file that the rules build on is not replaced by a client's") {
    const BatchFolder folder;
    auto request = request_in(folder, "id,date\nbase,2026-11-22\n");
    const auto base = std::string{request.rules.text.text.view()};
    request.folder = folder / "";
    request.replace = Replace::regular_file;
    request.rules.text = {folder.with("c.toml",
                                      "schema = 1\n[protocol]\nid = \"c\"\ntitle = \"C\"\nversion = \"1\"\n"
                                      "language = \"en\"\nextends = \"./base.json\"\n"),
                          folder.text_of("c.toml")};
    request.rules.reader = [](const std::string& name, const Span&, Diagnostics& diagnostics) {
        return read_text(name, rule_file_limit, diagnostics);
    };
    const auto path = folder.with("base.json", base);
    const auto result = run(request);
    REQUIRE(result.summary);
    CHECK(codes(result.reported) == "output-is-input ");
    CHECK(folder.text_of("base.json") == base);
}

TEST_CASE("two clients of one file name are not one file") {
    const BatchFolder folder;
    auto request = request_in(folder, "id,date,name\na,2026-11-22,Lee\nb,2026-11-22,lee\n");
    request.file_name = "{name}";
    const auto result = run(request);
    REQUIRE(result.summary);
    CHECK(result.summary->written == 1);
    CHECK(codes(result.reported) == "file-name-twice ");
}

TEST_CASE("rows that were refused are kept byte for byte, and are gone when they are mended") {
    const BatchFolder folder;
    auto request = request_in(folder, "id,date\r\na,2026-11-22\r\n\"b\",soon\r\nc,2026-11-24,x\r\n");
    request.rejects = folder / "rejects.csv";
    const auto result = run(request);
    REQUIRE(result.summary);
    CHECK(result.summary->refused == 2);
    CHECK(folder.text_of("rejects.csv") == "id,date\r\n\"b\",soon\r\nc,2026-11-24,x\r\n");

    request.clients = folder.with("clients.csv", "id,date\r\na,2026-11-22\r\nb,2026-11-23\r\n");
    const auto in_the_way = run(request);
    CHECK_FALSE(in_the_way.summary);
    CHECK(codes(in_the_way.faults.all()) == "file-exists ");
    request.update = true;
    REQUIRE(run(request).summary);
    CHECK(folder.text_of("rejects.csv") == "id,date\r\n");
}

TEST_CASE("a row that is too long is counted and told, and not kept") {
    const BatchFolder folder;
    auto request =
        request_in(folder, "id,date\na,2026-11-22\n" + std::string(100000, 'x') + "\nb,soon\nc,2026-11-22\n");
    request.rejects = folder / "rejects.csv";
    const auto result = run(request);
    REQUIRE(result.summary);
    CHECK(result.summary->rows == 4);
    CHECK(result.summary->refused == 2);
    CHECK(folder.text_of("rejects.csv") == "id,date\nb,soon\n");
}

TEST_CASE("the list of clients is never replaced by its rejects") {
    const BatchFolder folder;
    auto request = request_in(folder, three_clients);
    request.rejects = request.clients;
    request.replace = Replace::regular_file;
    const auto result = run(request);
    CHECK_FALSE(result.summary);
    CHECK(codes(result.faults.all()) == "output-is-input ");
    CHECK(folder.text_of("clients.csv") == three_clients);
}

TEST_CASE("a plan that has changed needs update or force") {
    const BatchFolder folder;
    auto request = request_in(folder, "id,date\na,2026-11-22\n");
    request.formats = {find_format("ics")};
    REQUIRE(run(request).summary);
    const auto before = folder.text_of("out/a.ics");

    request.clients = folder.with("clients.csv", "id,date\na,2026-11-22 2026-12-20\n");
    const auto refused = run(request);
    REQUIRE(refused.summary);
    CHECK(codes(refused.reported) == "file-differs ");
    CHECK(folder.text_of("out/a.ics") == before);
    // It is not known what the folder holds for a client that was refused: the earlier line stays.
    CHECK(folder.text_of("out/manifest.json").find(R"("id":"a")") != std::string::npos);

    request.update = true;
    const auto updated = run(request);
    REQUIRE(updated.summary);
    CHECK(updated.summary->written == 1);
    const auto after = folder.text_of("out/a.ics");
    CHECK(after != before);
    CHECK(after.find("SEQUENCE:1") != std::string::npos);

    request.update = false;
    request.replace = Replace::regular_file;
    REQUIRE(run(request).summary);
    CHECK(folder.text_of("out/a.ics").find("SEQUENCE:1") == std::string::npos);
}

TEST_CASE("rejects do not replace what an earlier run wrote for a client, not even by force") {
    const BatchFolder folder;
    auto request = request_in(folder, three_clients);
    REQUIRE(run(request).summary);
    const auto before = folder.text_of("out/a.json");
    request.clients = folder.with("clients.csv", "id,date\nd,soon\n");
    request.rejects = folder / "out/a.json";
    request.replace = Replace::regular_file;
    const auto result = run(request);
    CHECK_FALSE(result.summary);
    CHECK(codes(result.faults.all()) == "written-twice ");
    CHECK(folder.text_of("out/a.json") == before);
    request.rejects = folder / "out/rejects.csv";
    CHECK(run(request).summary);
}

TEST_CASE("what is in the way of one file of a client keeps the others from being written") {
    const BatchFolder folder;
    auto request = request_in(folder, "id,date\na,2026-11-22\n");
    request.formats = {find_format("json"), find_format("csv")};
    std::filesystem::create_directories(folder.path / "out/a.csv");
    const auto result = run(request);
    REQUIRE(result.summary);
    CHECK(codes(result.reported) == "not-a-file ");
    CHECK_FALSE(folder.holds("out/a.json"));
}

TEST_CASE("a stream of calendars is one calendar, and none where no row is good") {
    const BatchFolder folder;
    auto request = stream_of(folder, three_clients);
    request.formats = {find_format("ics")};
    const auto whole = run(request).output;
    CHECK(whole.starts_with("BEGIN:VCALENDAR\r\n"));
    CHECK(whole.ends_with("END:VCALENDAR\r\n"));
    CHECK(whole.find("BEGIN:VCALENDAR", 1) == std::string::npos);

    request.clients = folder.with("clients.csv", "id,date\na,soon\n");
    const auto empty = run(request);
    REQUIRE(empty.summary);
    CHECK(empty.output.empty());
}

TEST_CASE("a document has a page for each good row") {
    const BatchFolder folder;
    auto request = stream_of(folder, "id,date\na,2026-11-22\nb,soon\nc,2026-11-24\n");
    request.target = BatchTarget::combined;
    request.formats = {find_format("html")};
    const auto result = run(request);
    REQUIRE(result.summary);
    CHECK(result.summary->written == 2);
    CHECK(result.summary->refused == 1);
    CHECK(result.output.starts_with("<!DOCTYPE html>"));
}

TEST_CASE("a row's own settings and language hold for its client alone") {
    const BatchFolder folder;
    auto request = stream_of(folder,
                             "id,date,set,reason\na,2026-11-22,,\nb,2026-11-22,swim-pool.through=40,as agreed\n"
                             "c,2026-11-22,,\n");
    const auto result = run(request);
    REQUIRE(result.summary);
    CHECK(codes(result.reported) == "");
    const auto first_end = result.output.find('\n'), second_end = result.output.find('\n', first_end + 1);
    const auto second = result.output.substr(first_end, second_end - first_end);
    CHECK(second.find("as agreed") != std::string::npos);
    CHECK(result.output.find("as agreed", second_end) == std::string::npos);
}

TEST_CASE("a reason for no setting is refused") {
    const BatchFolder folder;
    const auto result =
        run(stream_of(folder, "id,date,set,reason\na,2026-11-22,,as agreed\nb,2026-11-22,,\nc,2026-11-22, , \n"));
    REQUIRE(result.summary);
    CHECK(result.summary->refused == 1);
    REQUIRE(codes(result.reported) == "reasons-without-pair ");
    CHECK(result.reported.front().span.line == 2);
}

TEST_CASE("strict refuses a row with a notice") {
    const BatchFolder folder;
    auto request = stream_of(folder, "id,date\na,2026-11-22 2026-11-24\nb,2026-11-22\n");
    const auto loose = run(request);
    REQUIRE(loose.summary);
    CHECK(loose.summary->written == 2);
    CHECK(codes(loose.reported) == "sessions-close ");
    request.strict = true;
    const auto strict = run(request);
    REQUIRE(strict.summary);
    CHECK(strict.summary->written == 1);
    CHECK(strict.summary->refused == 1);
}

TEST_CASE("files of a clinic's programs are told from files of clients by their first row") {
    const BatchFolder folder;
    const auto codes_of = [&folder](std::string_view clients) {
        return codes(run(stream_of(folder, clients)).faults.all());
    };
    CHECK(codes_of("") == "empty-file ");
    CHECK(codes_of("name,day\nx,y\n") == "missing-column missing-column ");
    CHECK(codes_of("id,date,planed\na,2026-11-22,3\n") == "misspelt-heading ");
    CHECK(codes_of("id,date,id\n") == "duplicate-heading ");
    CHECK(codes_of(std::string_view{"\xFF\xFEi\0d\0", 6}) == "invalid-utf8 ");
    CHECK(codes_of("\xEF\xBB\xBFid;date\na;2026-11-22\n") == "");
}

TEST_CASE("the manifest lists what the folder holds, of all runs in all formats") {
    const BatchFolder folder;
    auto request = request_in(folder, three_clients);
    REQUIRE(run(request).summary);
    request.formats = {find_format("csv")};
    REQUIRE(run(request).summary);
    const auto lists = [&folder](std::string_view name) {
        return folder.text_of("out/manifest.json").find('"' + std::string{name} + '"') != std::string::npos;
    };
    for (const auto* const name : {"a.json", "a.csv", "c.json", "c.csv"}) CHECK(lists(name));
    const auto both = folder.text_of("out/manifest.json");
    REQUIRE(run(request).summary);
    CHECK(folder.text_of("out/manifest.json") == both);

    std::filesystem::remove(folder.path / "out/b.json");
    request.clients = folder.with("clients.csv", "id,date\na,2026-11-22\n");
    REQUIRE(run(request).summary);
    CHECK_FALSE(lists("b.json"));
    CHECK(lists("b.csv"));
    CHECK(lists("a.json"));
}
