#pragma once

#include "protocol/read/draft.hpp"
#include "protocol/read/toml_tree.hpp"
#include "protocol/read/words_of_fields.hpp"

#include <smpcare/load.hpp>

#include <algorithm>
#include <array>
#include <bitset>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace smpcare::protocol {

/// Limits on lengths, in code points.
inline constexpr std::size_t most_keys = 64;  ///< of one kind of table
inline constexpr std::uint32_t id_limit = 64;
inline constexpr std::uint32_t line_limit = 200;        ///< titles, names, words
inline constexpr std::uint32_t url_limit = 500;         ///< addresses on the web
inline constexpr std::uint32_t paragraph_limit = 2000;  ///< `detail`

/// A value on its way into a draft, and the name of its field for messages.
struct Cell {
    std::string_view field;
    TomlValue& value;
};

/// Reads values of one file. Each function adds at most one fault a value and returns nothing where there was one.
class Fields {
public:
    Fields(SourcePtr source, Diagnostics& found) : source_(std::move(source)), found_(&found) {}

    [[nodiscard]] Span span(const Place& place) const { return {source_, place.line, place.column, place.length}; }
    void error(Code code, const Place& place, Args args = {}, std::string nearest = {}) {
        found_->error(code, span(place), std::move(args), std::move(nearest));
    }
    void wrong_type(Cell cell, const Arg& wanted);
    /// An entry of the list `cell.field` has another type than its list wants.
    void wrong_entry(Cell cell, const Arg& wanted);
    /// The same reader with its own faults thrown away.
    [[nodiscard]] Fields muted(Diagnostics& scratch) const {
        auto quiet = *this;
        quiet.found_ = &scratch;
        return quiet;
    }

    /// The file says by which form of rule files it is to be read. What it uses of a higher one is one fault a file.
    void set_schema(int schema) { schema_ = schema; }
    [[nodiscard]] int schema() const { return schema_; }
    void needs_schema(int wanted, std::string_view what, const Place& place);

    std::optional<std::string> line(Cell cell, std::uint32_t limit = line_limit);
    std::optional<std::string> paragraph(Cell cell);
    std::optional<std::string> url(Cell cell);
    std::optional<std::string> id(Cell cell);
    /// Whether a table's own name is an id.
    void check_id(const std::string& id, const Place& place);
    std::optional<int> number(Cell cell, int least = 0);
    std::optional<bool> flag(Cell cell);
    std::optional<Date> date(Cell cell);
    std::optional<Mentions> mentions(Cell cell);
    /// One text, or since schema 2 a list of them.
    std::optional<Mentions> one_or_more(Cell cell);
    std::optional<Boundary> duration(Cell cell);
    template <class E>
    std::optional<E> choice(Cell cell) {
        const auto word = choice_word(cell, words_of<E>());
        return word ? value_of<E>(*word) : std::nullopt;
    }

private:
    enum class Lines { one, many };
    std::optional<std::string> text(Cell cell, std::uint32_t limit, Lines lines);
    std::optional<std::string_view> choice_word(Cell cell, std::span<const std::string_view> allowed);

    SourcePtr source_;
    Diagnostics* found_;
    int schema_ = highest_schema;
    bool said_schema_ = false;
};

/// One field that a table may have.
template <class D>
struct Key {
    std::string_view name;
    bool required;
    void (*read)(Fields&, Cell, D&);
    int since = 1;  ///< the first schema that has it
};

inline constexpr bool required = true;
inline constexpr bool optional = false;

/// The rows' common work: unknown names with the nearest known one, and required ones that are missing.
class KeyCheck {
public:
    KeyCheck(Fields& fields, const Arg& owner, std::span<const std::string_view> names, const TomlValue& table);

    /// The row of `entry`; or the row that it was most likely meant for (`guessed`), or none. Reports a wrong name.
    struct Match {
        std::optional<std::size_t> row;
        bool guessed = false;
    };
    Match match(const TomlEntry& entry);
    [[nodiscard]] bool missing(std::size_t row) const { return !taken_[row]; }

private:
    Fields* fields_;
    const Arg* owner_;
    std::span<const std::string_view> names_;
    std::bitset<most_keys> taken_;
};

/// Reads a table by its keys; `owner` names it in messages ("a rule"). A misspelt field is read as the one it was
/// meant for, so that one slip is one message.
template <class D>
void read_table(Fields& fields, TomlValue& table, const Arg& owner, std::span<const Key<D>> keys, D& draft) {
    std::array<std::string_view, most_keys> names;
    std::transform(keys.begin(), keys.end(), names.begin(), [](const auto& key) { return key.name; });
    KeyCheck check{fields, owner, std::span{names}.first(keys.size()), table};
    for (auto& entry : table.table) {
        const auto found = check.match(entry);
        if (!found.row) continue;
        const auto& key = keys[*found.row];
        fields.needs_schema(key.since, key.name, entry.place);
        if constexpr (requires { draft.origins; })
            draft.origins.push_back({static_cast<Field>(*found.row), fields.span(entry.place)});
        Diagnostics scratch;
        auto quiet = fields.muted(scratch);
        key.read(found.guessed ? quiet : fields, {key.name, entry.value}, draft);
    }
    for (std::size_t row = 0; row < keys.size(); ++row) {
        if (!keys[row].required || !check.missing(row)) continue;
        const auto at = draft.span;
        fields.error(Code::missing_field, {at.line, at.column, at.length}, {keys[row].name, owner});
    }
}

/// --- Readers for tables of keys: one for a kind of value, made for a member of the draft ---

template <class D, class T>
D owner_of(T D::*);
template <auto member>
using Owner = decltype(owner_of(member));

template <auto member>
void read_line(Fields& fields, Cell cell, Owner<member>& draft) {
    draft.*member = {fields.line(cell), fields.span(cell.value.place)};
}
template <auto member>
void read_paragraph(Fields& fields, Cell cell, Owner<member>& draft) {
    draft.*member = {fields.paragraph(cell), fields.span(cell.value.place)};
}
template <auto member>
void read_url(Fields& fields, Cell cell, Owner<member>& draft) {
    draft.*member = {fields.url(cell), fields.span(cell.value.place)};
}
template <auto member, int least = 0>
void read_number(Fields& fields, Cell cell, Owner<member>& draft) {
    draft.*member = {fields.number(cell, least), fields.span(cell.value.place)};
}
template <auto member>
void read_flag(Fields& fields, Cell cell, Owner<member>& draft) {
    draft.*member = {fields.flag(cell), fields.span(cell.value.place)};
}
template <auto member>
void read_date(Fields& fields, Cell cell, Owner<member>& draft) {
    draft.*member = {fields.date(cell), fields.span(cell.value.place)};
}
template <auto member>
void read_mentions(Fields& fields, Cell cell, Owner<member>& draft) {
    draft.*member = {fields.mentions(cell), fields.span(cell.value.place)};
}
template <auto member>
void read_one_or_more(Fields& fields, Cell cell, Owner<member>& draft) {
    draft.*member = {fields.one_or_more(cell), fields.span(cell.value.place)};
}
template <auto member, class E>
void read_choice(Fields& fields, Cell cell, Owner<member>& draft) {
    draft.*member = {fields.choice<E>(cell), fields.span(cell.value.place)};
}

}  // namespace smpcare::protocol
