#pragma once

#include "base/date_text.hpp"
#include "batch/rows/columns.hpp"

#include <smpcare/date.hpp>
#include <smpcare/diagnostics.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace smpcare::batch {

/// How the dates of a file are written, as far as the dates themselves show it.
class DateEvidence {
public:
    /// Takes in the dates among the words of a cell; what is no date shows nothing.
    void take(std::string_view cell, const Span& span);
    /// Why no date of the file can be read in this order; nothing where they can: dates_shown, dates_unclear,
    /// other_date_order, dates_mixed.
    [[nodiscard]] std::optional<Diagnostic> against(DateOrder order) const;

private:
    /// Dates of one shape: how many, and the first of them.
    struct Seen {
        std::size_t count = 0;
        std::string text;
        Span span;
    };
    [[nodiscard]] const Seen& seen(DateShape shape) const { return seen_[static_cast<std::size_t>(shape)]; }
    [[nodiscard]] std::optional<Diagnostic> mixed(const Seen& one, const Seen& other) const;

    std::array<Seen, date_shape_count> seen_;
};

/// All that one client's rows say together, by the client's folded id.
struct ClientRows {
    std::uint32_t first_line = 0, count = 0;
};

/// What is known of a file once it was read to its end, before any row of it is used.
class Survey {
public:
    explicit Survey(SessionRows sessions) : sessions_(sessions) {}

    void take(const Row& row, const Columns& columns, const SourcePtr& source);

    [[nodiscard]] const DateEvidence& dates() const { return dates_; }
    [[nodiscard]] const ClientRows* find(const std::string& id) const;
    [[nodiscard]] std::size_t clients() const { return rows_.size(); }
    [[nodiscard]] std::size_t rows() const { return taken_; }
    /// The lines of the client's rows, where there are several.
    [[nodiscard]] const std::vector<std::uint32_t>* lines_of(const std::string& id) const;

    /// Of SessionRows::rows: what the rows of one client come to.
    struct Joined {
        std::string dates;             ///< of all rows, with blanks between
        std::string others;            ///< every other cell that is read, of the first row
        std::optional<Arg> differing;  ///< the first column in which a further row differs
    };
    [[nodiscard]] const Joined* joined(const std::string& id) const;

private:
    void join(const Row& row, const Columns& columns, const std::string& id);

    SessionRows sessions_;
    std::size_t taken_ = 0;
    DateEvidence dates_;
    std::unordered_map<std::string, ClientRows> rows_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> several_;
    std::unordered_map<std::string, Joined> joined_;
};

}  // namespace smpcare::batch
