// A client file, from its bytes to the stream. The first byte chooses the format, the order of dates and a label
// column.

#include "fuzz/fuzz.hpp"

#include <smpcare/batch.hpp>

#include <algorithm>

#include <sys/mman.h>
#include <unistd.h>

using namespace smpcare;
using namespace smpcare::fuzz;

namespace {

/// Bytes under a path, without a disk.
class MemoryFile {
public:
    explicit MemoryFile(std::string_view bytes) : file_(::memfd_create("clients", 0)) {
        require(file_ >= 0 && ::write(file_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
                "memory");
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { ::close(file_); }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

private:
    int file_;
};

BatchRequest request_of(std::uint8_t choice) {
    BatchRequest request;
    request.rules.text = frozen_text();
    constexpr std::string_view names[] = {"json", "ics", "html"};
    const auto format = choice % 3U;
    request.formats = {find_format(names[format])};
    request.target = format == 2 ? BatchTarget::combined : BatchTarget::stream;
    request.order = static_cast<DateOrder>(choice / 3U % 3U);
    request.strict = (choice & 0x40U) != 0;
    if ((choice & 0x80U) != 0) request.labels = {{"Practitioner", {}}};
    return request;
}

/// Each line of plans, or the one calendar, is read by those who read it.
void require_stream(const BatchRequest& request, std::string_view stream) {
    if (stream.empty() || request.target == BatchTarget::combined) return;
    Diagnostics found;
    if (request.formats.front()->name == "ics") {
        require(read_calendar({"stream", std::string{stream}}, found).has_value(), "our own calendar");
        return;
    }
    while (!stream.empty()) {
        const auto end = stream.find('\n');
        require(end != std::string_view::npos, "a line ends");
        require(read_plan_file({"line", std::string{stream.substr(0, end)}}, found).has_value(), "our own plan");
        stream.remove_prefix(end + 1);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    auto request = request_of(data[0]);
    const MemoryFile clients{text_of(data + 1, size - 1)};
    request.clients = clients.path();
    std::string stream;
    std::vector<Diagnostic> reported;
    BatchHooks hooks;
    hooks.report = [&reported](const Diagnostic& diagnostic) { reported.push_back(diagnostic); };
    hooks.output = [&stream](std::string_view bytes) {
        stream += bytes;
        return true;
    };
    Diagnostics found;
    const auto summary = run_batch(request, hooks, found);
    require_told(!summary, found, "a summary or an error");
    require_printable(reported);
    if (!summary) return 0;
    const auto errors = std::count_if(reported.begin(), reported.end(),
                                      [](const Diagnostic& said) { return said.severity == Severity::error; });
    require(summary->refused <= summary->rows, "no more rows refused than there are");
    // Of rows that are refused together the first is told, and of like faults the first.
    require((summary->refused == 0) == (errors == 0), "an error refuses a row, and a refused row is told");
    require_stream(request, stream);
    return 0;
}
