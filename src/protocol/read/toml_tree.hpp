#pragma once

#include <smpcare/date.hpp>
#include <smpcare/diagnostics.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::protocol {

/// Where something stands in the one file being read: a Span without its source.
struct Place {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t length = 0;
};

enum class TomlType { text, number, flag, date, list, table, fraction, time, date_time };

struct TomlEntry;

/// A TOML value and its place, in our own words, so that only toml_reader.cpp knows toml++.
struct TomlValue {
    TomlType type = TomlType::table;
    bool flag = false;
    bool plus = false;  ///< the number was written with `+`, which TOML takes and we do not
    Place place;        ///< of a table: its header
    long long number = 0;
    Date date;
    std::string text;
    std::vector<TomlValue> list;
    std::vector<TomlEntry> table;  ///< in the order of the file
};

struct TomlEntry {
    std::string key;
    Place place;  ///< of the key
    TomlValue value;
};

/// A term: src/format/words says `whole-number` as "a whole number".
Term term_of(TomlType type);

}  // namespace smpcare::protocol
