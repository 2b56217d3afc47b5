#include "batch/rows/client.hpp"

#include "base/text.hpp"
#include "base/typed.hpp"
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

/// Names and labels may run over lines; nothing else of the kind is a text.
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

    void check(std::size_t at, std::string_view heading, bool one_line) {
        const auto& cell = row_.cells[at];
        const Span span{source_, row_.line, static_cast<std::uint32_t>(at) + 1, 0};
        if (invalid_utf8_at(cell))
            error(Code::invalid_utf8, span, {"cell:" + std::string{heading}});
        else if (const auto found = control_character(cell, one_line))
            error(Code::control_character, span, {std::string{heading}, *found});
        else if (!cell.empty() && (cell.front() == '=' || cell.front() == '@'))
            error(Code::formula, span, {std::string{heading}});
    }
    void error(Code code, const Span& span, std::vector<std::string> args) {
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
        : row_(row), columns_(columns), source_(source), diagnostics_(diagnostics) {}

    [[nodiscard]] std::string_view cell(Column column) const { return columns_.cell(row_, column); }
    [[nodiscard]] Span span(Column column) const { return {source_, row_.line, columns_.number(column), 0}; }

    void dates(std::vector<Session>& sessions) {
        for_each_word(cell(Column::date), [&](std::string_view word) {
            if (auto const date = read_cell_date(word, columns_.order, span(Column::date), diagnostics_))
                sessions.push_back({*date, span(Column::date)});
        });
    }

    void planned(Case& about) {
        about.planned.reset();
        const auto text = cell(Column::planned);
        if (text.empty()) return;
        about.planned_span = span(Column::planned);
        about.planned = number_in(text, 1, static_cast<int>(session_limit));
        if (!about.planned)
            diagnostics_.error(Code::bad_number, about.planned_span,
                               {hushed(text), "1", std::to_string(session_limit)});
    }

    void facts(std::vector<FactAnswer>& facts) {
        for_each_word(cell(Column::facts), [&](std::string_view word) {
            auto const [fact, answer, truth] = split_fact(word);
            if (!has_id_letters(fact))
                diagnostics_.error(Code::unknown_fact, span(Column::facts), {hushed(fact)});
            else if (truth)
                facts.push_back({std::string{fact}, *truth, span(Column::facts)});
            else
                diagnostics_.error(Code::bad_fact_answer, span(Column::facts), {std::string{answer}});
        });
    }

    void observed(std::vector<Observation>& observed) {
        for_each_word(cell(Column::observed), [&](std::string_view word) {
            auto const seen = split_observation(word);
            if (!seen) {
                diagnostics_.error(Code::bad_observation, span(Column::observed), {hushed(word)});
                return;
            }
            auto const date = read_cell_date(seen->date, columns_.order, span(Column::observed), diagnostics_);
            if (date) observed.push_back({std::string{seen->event}, *date, span(Column::observed)});
        });
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
    const Row& row_;
    const Columns& columns_;
    const SourcePtr& source_;
    Diagnostics& diagnostics_;
};

}  // namespace

bool check_cells(const Row& row, const Columns& columns, const SourcePtr& source, Diagnostics& diagnostics) {
    CellCheck check{row, source, diagnostics};
    if (row.fault) {
        const bool twice = *row.fault == Code::duplicate_client;
        check.error(*row.fault, {source, row.line, row.fault_cell, 0},
                    {twice ? row.fault_text : std::to_string(row_limit)});
        return false;
    }
    if (row.cells.size() != columns.count) {
        const auto cell = static_cast<std::uint32_t>(std::min(row.cells.size(), columns.count)) + 1;
        check.error(Code::wrong_cell_count, {source, row.line, cell, 0},
                    {std::to_string(row.cells.size()), std::to_string(columns.count)});
        return false;
    }
    for (std::size_t i = 0; i < column_count; ++i)
        if (columns.at[i])
            check.check(*columns.at[i], name(Column{static_cast<int>(i)}), Column{static_cast<int>(i)} != Column::name);
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
    about.id = reader.cell(Column::id);
    about.name = reader.cell(Column::name);
    for (const auto& [heading, cell] : columns.labels)
        if (!row.cells[cell].empty()) about.labels.emplace_back(heading, row.cells[cell]);
    reader.dates(about.sessions);
    reader.planned(about);
    reader.facts(about.facts);
    reader.observed(about.observed);
    reader.language(client.language);
    client.set = reader.cell(Column::set);
    client.reason = reader.cell(Column::reason);
    client.set_span = reader.span(Column::set);
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
        diagnostics.error(Code::reasons_without_pair, client.set_span,
                          {std::to_string(reasons.size()), std::to_string(settings.size())});
        return std::nullopt;
    }
    for (std::size_t i = 0; i < settings.size() && !reasons.empty(); ++i)
        settings[i].reason = reasons[reasons.size() == 1 ? 0 : i];
    return settings;
}

}  // namespace smpcare::batch
