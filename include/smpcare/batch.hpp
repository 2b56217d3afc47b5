#pragma once

/// Many clients: the rows of a CSV file → files in a folder, or one stream.
///
///     BatchRequest request;
///     request.clients = "clients.csv";
///     request.rules.text = *built_in("smp-standard");
///     request.formats = {find_format("ics")};
///     request.folder = "out";
///     auto done = run_batch(request, {}, found);
///
/// The file is read twice: what only the whole of it shows, in which order its dates are and which ids have several
/// rows, is known before the first row is used. A row that is wrong is reported and left out; the others are done.
/// Every row is planned and written by itself: memory does not grow with the number of rows, but for the id of each,
/// some 7 MB for a hundred thousand, and with SessionRows::rows for the cells that are read.

#include <smpcare/calendar.hpp>
#include <smpcare/files.hpp>
#include <smpcare/format.hpp>
#include <smpcare/load.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare {

/// What a column may be called when no other heading is given for it: `id`, `date`, `name` …
std::span<const std::string_view> batch_columns();

/// `heading` stands over what we call `column`.
struct ColumnName {
    std::string column, heading;
    Span span;
};

/// A column whose cells are printed at the head of outputs.
struct LabelColumn {
    std::string heading;
    Span span;
};

enum class BatchTarget {
    files,     ///< each format of each client into its own file
    stream,    ///< everything in a row, in the order of the rows
    combined,  ///< one document with a page for each client
    nothing,   ///< only say what would be done
};

/// Where the sessions of one client stand.
enum class SessionRows {
    cells,  ///< in one cell: a row a client
    rows,   ///< in a row each, as booking systems write them: rows of one id are one client
};

struct BatchRequest {
    std::string clients;  ///< path of the CSV file, or `-`
    LoadRequest rules;    ///< a row's own settings come before these `settings`
    std::vector<const Format*> formats;
    std::optional<Browser> browser;  ///< needed where one of the formats is printed
    Style style;
    std::optional<Date> today;  ///< on which the age of the rules' review is judged; nothing: it is not
    bool update = false;        ///< a calendar in the folder is what was sent before; files there are replaced
    bool strict = false;        ///< a notice refuses its row

    std::vector<ColumnName> columns;
    std::vector<LabelColumn> labels;
    DateOrder order = DateOrder::ymd;
    SessionRows sessions = SessionRows::cells;
    std::vector<std::string> inputs;  ///< further files that are read, and so never written over

    BatchTarget target = BatchTarget::files;
    std::string folder;  ///< made where it is not there
    std::string file_name =
        "{id}";               ///< any of {id}, {name}, {date} and text; percent-encoded; the format's name follows
    std::string rejects;      ///< where the rows that were refused are kept, as they were; "": nowhere, `-`: the hook
    bool all_errors = false;  ///< report each fault of a row; else those of one kind once, with the lines of the others
    Replace replace = Replace::never;
    unsigned workers = 1;  ///< threads that plan and write
};

/// One file that holds what it should.
struct BatchFile {
    std::string name;
    std::string sha256;
};

/// What a run tells while it runs, in the order of the rows. All may be empty.
struct BatchHooks {
    std::function<void(const Diagnostic&)> report;  ///< faults and notices of rows, like ones at the end
    std::function<void(const BatchFile&)> file;     ///< a file that is there now, new or unchanged
    std::function<void(std::size_t rows, std::size_t all)> progress;  ///< now and then
    /// The stream, some whole plans at a time, or the document; false ends the run.
    std::function<bool(std::string_view)> output;
    /// The refused rows, below the header; false ends the run.
    std::function<bool(std::string_view)> rejects;
};

struct BatchSummary {
    std::size_t rows = 0;       ///< without the header and empty lines
    std::size_t clients = 0;    ///< of SessionRows::rows: different ids
    std::size_t refused = 0;    ///< rows with a fault
    std::size_t written = 0;    ///< files, or plans of a stream
    std::size_t unchanged = 0;  ///< files that were there already
};

/// Errors, which end the run: of reading the file, its header, the folder, the disk. Running it again goes on where it
/// broke off: files that are there with the same bytes are left alone.
std::optional<BatchSummary> run_batch(const BatchRequest& request, const BatchHooks& hooks, Diagnostics& diagnostics);

/// One line that says what was done.
std::string summary_line(const BatchSummary& summary, BatchTarget target, const Style& style);
/// The line below it where rows were refused and are not kept.
std::string rejects_hint(const Style& style);
/// The line that is shown meanwhile.
std::string progress_line(std::size_t rows, std::size_t all, const Style& style);

/// The file's line in a list for `sha256sum -c`.
std::string checksum_line(const BatchFile& file);

}  // namespace smpcare
