#include "batch/rows/csv_reader.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <unistd.h>

using namespace smpcare;
using namespace smpcare::batch;

namespace {

/// `line: cell|cell` of each row, `line: fault at cell` of a bad one.
std::string rows_of(const std::string& text, char delimiter = ',') {
    std::string path = "/tmp/smpcare-csv-XXXXXX";
    const int file = ::mkstemp(path.data());
    REQUIRE(file >= 0);
    ::close(file);
    std::ofstream(path, std::ios::binary) << text;
    Diagnostics found;
    auto input = Input::open(path, found);
    REQUIRE(input);
    CsvReader reader{InputLines{std::move(*input)}, delimiter};
    std::ostringstream out;
    for (Row row; reader.next(row, found);) {
        out << row.line << ':';
        if (row.fault)
            out << (*row.fault == Code::open_quote    ? " open"
                    : *row.fault == Code::stray_quote ? " stray"
                                                      : " long")
                << " at " << row.fault_cell;
        for (const auto& cell : row.cells) out << ' ' << cell << '|';
        out << '\n';
    }
    ::unlink(path.c_str());
    CHECK_FALSE(found.has_errors());
    return out.str();
}

}  // namespace

TEST_CASE("rows keep the line that they begin on") {
    CHECK(rows_of("a,b\nc,d\n") == "1: a| b|\n2: c| d|\n");
    CHECK(rows_of("a,b\r\n\r\n\r\nc,d") == "1: a| b|\n4: c| d|\n");
    CHECK(rows_of("a,b\rc,d\r") == "1: a| b|\n2: c| d|\n");
    CHECK(rows_of("\"a\nb\",c\nd,e\n") == "1: a\nb| c|\n3: d| e|\n");
    CHECK(rows_of(" a ,\" b \",\"say \"\"x\"\"\"\n") == "1: a| b| say \"x\"|\n");
    CHECK(rows_of(",,\n  \na,\n") == "3: a| |\n");
    CHECK(rows_of("a;b,c\n", ';') == "1: a| b,c|\n");
    CHECK(rows_of("").empty());
}

TEST_CASE("a row that breaks the form is left, and the next line is read") {
    CHECK(rows_of("a,\"b\nc,d\ne,f\n") == "1: open at 2\n2: c| d|\n3: e| f|\n");
    CHECK(rows_of("a,\"b\nc,\"d\"\n") == "1: open at 2\n2: c| d|\n");
    CHECK(rows_of("a,\"b") == "1: open at 2\n");
    CHECK(rows_of("a,\"b\"") == "1: a| b|\n");
    CHECK(rows_of("a,b \"c\" d\ne,f\n") == "1: stray at 2\n2: e| f|\n");
    CHECK(rows_of("a,\"b\" c\ne,f\n") == "1: stray at 2\n2: e| f|\n");
}

TEST_CASE("no row takes more memory than its limit") {
    const std::string large(10 * row_limit, 'x');
    CHECK(rows_of("a," + large + ",b\nc,d\n") == "1: long at 1\n2: c| d|\n");
    CHECK(rows_of("a,\"" + large + "\",b\nc,d\n") == "1: long at 1\n2: c| d|\n");
    std::string lines;
    for (int i = 0; i < 20000; ++i) lines += "wx,yz\n";
    const auto rows = rows_of("a,\"b\n" + lines);
    CHECK(rows.starts_with("1: open at 2\n2: wx| yz|\n3: wx| yz|\n"));
    CHECK(rows.ends_with("20001: wx| yz|\n"));
}

TEST_CASE("line ends may fall on the border of two pieces") {
    for (std::size_t before = (1U << 16) - 4; before < (1U << 16) + 4; ++before) {
        const std::string start(before / 2, 'x');
        const std::string second(before - start.size() - 1, 'y');
        CHECK(rows_of(start + "\n" + second + "\r\nz\r\n") == "1: " + start + "|\n2: " + second + "|\n3: z|\n");
    }
}
