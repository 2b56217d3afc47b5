#include "batch/rows/client.hpp"

#include "base/text.hpp"
#include "base/typed.hpp"
#include "base/unseen.hpp"
#include "batch/rows/dates.hpp"
#include "batch/rows/hushed.hpp"

#include <smpcare/nearest.hpp>

#include <algorithm>

namespace smpcare::batch {
namespace {

/// Takes the part up to the next of `ends` off `rest`.
std::string_view take_part(std::string_view& rest, std::string_view ends) {
    const auto end = std::min(rest.find_first_of(ends), rest.size());
    const auto part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

template <class Use>
void for_each_word(std::string_view cell, Use use) {
    while (!cell.empty())
        if (const auto word = take_part(cell, " \t\r\n"); !word.empty()) use(word);
}

std::vector<std::string_view> parts_of(std::string_view cell) {
    std::vector<std::string_view> parts;
    while (!cell.empty())
        if (const auto part = trimmed(take_part(cell, ";")); !part.empty()) parts.push_back(part);
    return parts;
}

/// Names and labels may run over lines, and dates may stand on lines of their own.
std::optional<std::string> control_character(std::string_view cell, bool one_line) {
    for (const char c : cell) {
        const auto byte = static_cast<unsigned char>(c);
        const bool white = c == '\t' || c == '\n' || c == '\r';
        if ((byte >= 0x20 && byte != 0x7F) || (white && !one_line)) continue;
        return smpcare::fill("U+{:04X}", byte);
    }
    return std::nullopt;
}

class CellCheck {
public:
    CellCheck(const Row& row, const SourcePtr& source, Diagnostics& diagnostics)
        : row_(row), source_(source), diagnostics_(diagnostics) {}

    /// `is_typed`: it is no text of somebody's own words.
    void check(std::size_t at, std::string_view heading, bool one_line, bool is_typed = false) {
        const auto& cell = row_.cells[at];
        const Span span{source_, row_.line, static_cast<std::uint32_t>(at) + 1, 0};
        if (invalid_utf8_at(cell))
            error(Code::invalid_utf8, span, {Arg{Term::cell, {heading}}});
        else if (const auto found = control_character(cell, one_line))
            error(Code::control_character, span, {std::string{heading}, *found});
        else if (const auto unseen = is_typed ? find_unseen(cell) : std::nullopt)
            error(Code::unseen_character, span, {std::string{heading}, unseen->name});
        else if (!cell.empty() && (cell.front() == '=' || cell.front() == '@'))
            error(Code::formula, span, {std::string{heading}});
    }
    void error(Code code, const Span& span, Args args) {
        diagnostics_.error(code, span, std::move(args));
        good_ = false;
    }
    [[nodiscard]] bool good() const { return good_; }

private:
    const Row& row_;
    const SourcePtr& source_;
    Diagnostics& diagnostics_;
    bool good_ = true;
};

/// Reads the cells of one row, each into its part of the case.
class ClientReader {
public:
    ClientReader(const Row& row, const Columns& columns, const SourcePtr& source, Diagnostics& diagnostics)
        : row_(row), columns_(columns), source_(source), diagnostics_(diagnostics) {
        reading_.date = [order = columns.order](std::string_view text, const Span& at, Diagnostics& to) {
            return read_cell_date(text, order, at, to);
        };
        reading_.shown = hushed;
    }

    [[nodiscard]] std::string_view cell(Column column) const { return columns_.cell(row_, column); }
    [[nodiscard]] Span span(Column column) const { return {source_, row_.line, columns_.number(column), 0}; }

    /// Each word of a cell into its part of the case.
    void words(Column column, CaseField field, Case& client) {
        for_each_word(cell(column), [&](std::string_view word) { read(column, field, word, client); });
    }
    /// The dates of the sessions, each as a word of its own. A cell has one fault at most.
    void dates(Case& client) {
        const auto texts = read_dates(cell(Column::date), columns_.order, span(Column::date), diagnostics_);
        for (const auto& text : texts) read(Column::date, CaseField::date, text, client);
    }
    /// The cell as a whole, where it holds something.
    void whole_cell(Column column, CaseField field, Case& client) {
        if (const auto text = cell(column); !text.empty()) read(column, field, text, client);
    }

    void language(std::string_view& language) {
        const auto wanted = cell(Column::language);
        language = {};
        if (wanted.empty()) return;
        const auto known = languages();
        if (const auto found = std::find(known.begin(), known.end(), wanted); found != known.end())
            language = *found;
        else
            diagnostics_.error(Code::unknown_language, span(Column::language),
                               {wanted.size() > 2 ? hushed(wanted) : std::string{wanted}},
                               nearest(wanted, {known.begin(), known.end()}));
    }

private:
    void read(Column column, CaseField field, std::string_view text, Case& client) {
        read_case_text({field, text, span(column)}, reading_, client, diagnostics_);
    }

    const Row& row_;
    const Columns& columns_;
    const SourcePtr& source_;
    Diagnostics& diagnostics_;
    CaseReading reading_;
};

}  // namespace

bool check_cells(const Row& row, const Columns& columns, const SourcePtr& source, Diagnostics& diagnostics) {
    CellCheck check{row, source, diagnostics};
    if (row.is_silent) return false;
    if (row.fault) {
        check.error(*row.fault, {source, row.line, row.fault_cell, 0},
                    row.fault_args.empty() ? Args{row_limit} : row.fault_args);
        return false;
    }
    if (row.cells.size() != columns.count) {
        const auto cell = static_cast<std::uint32_t>(std::min(row.cells.size(), columns.count)) + 1;
        check.error(Code::wrong_cell_count, {source, row.line, cell, 0}, {row.cells.size(), columns.count});
        return false;
    }
    for (std::size_t i = 0; i < column_count; ++i) {
        const auto column = Column{static_cast<int>(i)};
        const bool is_typed = column != Column::name && column != Column::set && column != Column::reason;
        const bool one_line = column != Column::name && column != Column::date;
        if (columns.at[i]) check.check(*columns.at[i], name(column), one_line, is_typed);
    }
    for (const auto& [heading, cell] : columns.labels) check.check(cell, heading, false);
    for (const auto needed : {Column::id, Column::date})
        if (columns.cell(row, needed).empty())
            check.error(Code::empty_cell, {source, row.line, columns.number(needed), 0}, {std::string{name(needed)}});
    return check.good();
}

bool read_client(const Row& row, const Columns& columns, const SourcePtr& source, Client& client,
                 Diagnostics& diagnostics) {
    const auto faults = diagnostics.all().size();
    auto& about = client.about;
    about.sessions.clear();
    about.facts.clear();
    about.observed.clear();
    about.labels.clear();
    ClientReader reader{row, columns, source, diagnostics};
    about.id.clear();
    about.name.clear();
    about.planned.reset();
    reader.whole_cell(Column::id, CaseField::id, about);
    reader.whole_cell(Column::name, CaseField::name, about);
    for (const auto& [heading, cell] : columns.labels)
        if (!row.cells[cell].empty()) about.labels.emplace_back(heading, row.cells[cell]);
    reader.dates(about);
    reader.whole_cell(Column::planned, CaseField::planned, about);
    reader.words(Column::facts, CaseField::fact, about);
    reader.words(Column::observed, CaseField::observed, about);
    reader.language(client.language);
    client.set = reader.cell(Column::set);
    client.reason = reader.cell(Column::reason);
    client.set_span = reader.span(Column::set);
    if (const auto reasons = parts_of(client.reason); !reasons.empty() && parts_of(client.set).empty())
        diagnostics.error(Code::reasons_without_pair, reader.span(Column::reason), {reasons.size(), 0});
    return diagnostics.all().size() == faults;
}

std::optional<std::vector<Setting>> read_settings(const Client& client, Diagnostics& diagnostics) {
    const auto reasons = parts_of(client.reason);
    std::vector<Setting> settings;
    bool good = true;
    for (const auto text : parts_of(client.set)) {
        auto setting =
            text.find('=') == std::string_view::npos ? std::nullopt : parse_setting(text, client.set_span, diagnostics);
        if (text.find('=') == std::string_view::npos)
            diagnostics.error(Code::bad_setting, client.set_span, {hushed(text)});
        good = good && setting.has_value();
        if (!setting) continue;
        // As plan names it: what a client gets does not tell of other rows, or of the file.
        setting->span = whole("--set " + std::string{text});
        settings.push_back(std::move(*setting));
    }
    if (!good) return std::nullopt;
    if (reasons.size() > 1 && reasons.size() != settings.size()) {
        diagnostics.error(Code::reasons_without_pair, client.set_span, {reasons.size(), settings.size()});
        return std::nullopt;
    }
    for (std::size_t i = 0; i < settings.size() && !reasons.empty(); ++i)
        settings[i].reason = reasons[reasons.size() == 1 ? 0 : i];
    return settings;
}

std::vector<Diagnostic> without_names(std::vector<Diagnostic> told) {
    for (auto& fault : told)
        if (fault.code == Code::unknown_fact && !has_id_letters(fault.args[0].text()))
            fault.args[0] = hushed(fault.args[0].text());
    return told;
}

}  // namespace smpcare::batch
