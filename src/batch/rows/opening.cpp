#include "batch/rows/opening.hpp"

#include "base/typed.hpp"
#include "base/unseen.hpp"
#include "batch/rows/columns.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace smpcare::batch {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Files of other programs, by how they begin and by what they hold further on.
struct Signature {
    std::string_view start, inside;
    Term name;
};
constexpr std::string_view zip = "PK\x03\x04";
constexpr Signature signatures[] = {
    {zip, "application/vnd.oasis.opendocument", Term::workbook_open_document},
    {zip, "[Content_Types].xml", Term::workbook_excel},
    {zip, "xl/", Term::workbook_excel},
    {zip, "Index/", Term::workbook_numbers},
    {zip, "", Term::workbook_archive},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "", Term::workbook_old_excel},
    {"<?xml", "", Term::workbook_page},
    {"<html", "", Term::workbook_page},
    {"<!doctype", "", Term::workbook_page},
    {"<table", "", Term::workbook_page},
};

const Signature* signature_of(std::string_view start) {
    const auto beginning = ascii_lower(start.substr(0, 16));
    const auto* const found = std::find_if(std::begin(signatures), std::end(signatures), [&](const Signature& one) {
        return (start.starts_with(one.start) || beginning.starts_with(one.start)) &&
               start.find(one.inside) != std::string_view::npos;
    });
    return found == std::end(signatures) ? nullptr : found;
}

/// One word of a command line, whatever it holds.
std::string shell_quoted(std::string_view text) {
    constexpr std::string_view plain = "/._-+,=:@%ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    if (!text.empty() && text.front() != '-' && text.find_first_not_of(plain) == std::string_view::npos)
        return std::string{text};
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? "'\\''" : std::string{c};
    return out + '\'';
}

/// What `sep=;` names; nothing where the line is another.
std::optional<char> named_delimiter(std::string_view line) {
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    if (line.size() > 2 && line.starts_with('"') && line.ends_with('"')) line = line.substr(1, line.size() - 2);
    constexpr std::string_view key = "sep=";
    if (line.size() != key.size() + 1 || ascii_lower(line.substr(0, key.size())) != key) return std::nullopt;
    const char named = line.back();
    const bool can_be = named != '"' && !is_ascii_letter(named) && static_cast<unsigned char>(named) < 0x80;
    return can_be ? std::optional{named} : std::nullopt;
}

std::vector<std::string> headings_of(std::string_view header, char delimiter) {
    std::vector<std::string> headings(1);
    bool quoted = false;
    for (const char c : header) {
        if (c == '"')
            quoted = !quoted;
        else if (c == delimiter && !quoted)
            headings.emplace_back();
        else
            headings.back() += ascii_lower(c);
    }
    for (auto& heading : headings) heading = trimmed_unseen(heading);
    return headings;
}

/// How well the headings under a delimiter fit: those that are needed, those that are known, how many there are.
std::tuple<std::size_t, std::size_t, std::size_t> fit(std::string_view header, char delimiter,
                                                      const BatchRequest& request) {
    const auto headings = headings_of(header, delimiter);
    const auto holds = [&headings](std::string_view heading) -> std::size_t {
        return std::find(headings.begin(), headings.end(), ascii_lower(heading)) != headings.end() ? 1 : 0;
    };
    std::size_t needed = 0, known = 0;
    for (const auto column : batch_columns()) {
        std::string_view heading = column;
        for (const auto& renamed : request.columns)
            if (renamed.column == column) heading = renamed.heading;
        const bool is_needed = column == name(Column::id) || column == name(Column::date);
        (is_needed ? needed : known) += holds(heading);
    }
    for (const auto& label : request.labels) known += holds(label.heading);
    return {needed, known, headings.size()};
}

char delimiter_of(std::string_view header, const BatchRequest& request) {
    constexpr std::array<char, 3> choices{',', ';', '\t'};
    return *std::max_element(choices.begin(), choices.end(), [&](char one, char other) {
        return fit(header, one, request) < fit(header, other, request);
    });
}

}  // namespace

std::optional<Opening> open_rows(InputLines& lines, const BatchRequest& request, const SourcePtr& source,
                                 Diagnostics& diagnostics) {
    Diagnostics unreadable;
    const auto start = lines.peek(row_limit, unreadable);
    for (const auto& fault : unreadable.all()) diagnostics.add(fault);
    if (unreadable.has_errors()) return std::nullopt;
    if (const auto* const other = signature_of(start)) {
        diagnostics.error(Code::workbook, {source, 1, 1, 0},
                          {other->name, shell_quoted(request.clients == "-" ? "FILE" : request.clients)});
        return std::nullopt;
    }
    if (looks_utf16(start)) {
        diagnostics.error(Code::invalid_utf8, {source, 1, 1, 0}, {encoding_of(start)});
        return std::nullopt;
    }
    if (start.starts_with(utf8_mark)) lines.skip(utf8_mark.size());
    const auto first_line = [&lines, &unreadable] {
        const auto text = lines.peek(row_limit, unreadable);
        return text.substr(0, text.find_first_of("\r\n"));
    };
    Opening opening;
    if (const auto named = named_delimiter(first_line())) {
        lines.take(opening.first_line, row_limit, unreadable);
        opening.delimiter = *named;
        return opening;
    }
    const auto text = lines.peek(row_limit, unreadable);
    const auto first = std::min(text.find_first_not_of("\r\n \t"), text.size());
    const auto header = text.substr(first);
    opening.delimiter = delimiter_of(header.substr(0, header.find_first_of("\r\n")), request);
    return opening;
}

}  // namespace smpcare::batch
