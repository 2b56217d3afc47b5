#include "protocol/read/rule_fields.hpp"

#include "base/text.hpp"
#include "protocol/read/boundaries.hpp"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

namespace smpcare::protocol {
namespace {

/// --- What a value is read by ---

std::optional<std::string> one_line(Fields& fields, Cell cell) { return fields.line(cell); }
std::optional<std::string> paragraph(Fields& fields, Cell cell) { return fields.paragraph(cell); }
std::optional<bool> flag(Fields& fields, Cell cell) { return fields.flag(cell); }
std::optional<Mentions> names(Fields& fields, Cell cell) { return fields.mentions(cell); }
template <int least>
std::optional<int> number(Fields& fields, Cell cell) {
    return fields.number(cell, least);
}
std::optional<Kind> kind_word(Fields& fields, Cell cell) {
    const auto kind = fields.choice<Kind>(cell);
    if (kind == Kind::ask) fields.needs_schema(2, name(*kind), cell.value.place);
    return kind;
}
template <class E>
std::optional<E> word(Fields& fields, Cell cell) {
    return fields.choice<E>(cell);
}

/// --- What is done with a member of the draft ---

template <auto draft, auto reader>
void read_member(Fields& fields, Cell cell, RuleDraft& rule) {
    rule.*draft = {reader(fields, cell), fields.span(cell.value.place)};
}

template <auto draft, auto reader>
void read_over(Fields& fields, Cell cell, OverrideDraft& over) {
    read_member<draft, reader>(fields, cell, over);
}

/// A field of overrides alone.
template <void (*read)(Fields&, Cell, OverrideFields&)>
void read_own(Fields& fields, Cell cell, OverrideDraft& over) {
    read(fields, cell, over);
}

template <auto member>
using Held = typename decltype((std::declval<RuleDraft&>().*member).value)::value_type;

std::string written(const std::string& text) { return text; }
std::string written(int number) { return std::to_string(number); }
std::string written(const Mentions& mentions) {
    return joined(mentions, ", ", [](const auto& mention) { return mention.text; });
}
template <auto draft>
std::string spelled(const RuleDraft& rule) {
    const auto& given = rule.*draft;
    return given.value ? written(*given.value) : std::string{};
}

template <auto draft>
void replace(RuleDraft& rule, OverrideDraft& over) {
    rule.*draft = std::move(over.*draft);
}

template <auto draft, auto target>
void store(RuleDraft& rule, Rule& made, const Directories&) {
    if ((rule.*draft).value) made.*target = std::move(*(rule.*draft).value);
}

template <auto draft, auto target>
void store_published(RuleDraft& rule, Rule& made, const Directories&) {
    if ((rule.*draft).value) made.published.*target = std::move(*(rule.*draft).value);
}

template <auto draft, auto target, auto directory>
void look_up(RuleDraft& rule, Rule& made, const Directories& known) {
    made.*target = (known.*directory).find(rule.*draft);
}

/// `guide:4` is section 4 of the source `guide`.
void store_sources(RuleDraft& rule, Rule& made, const Directories& known) {
    if (!rule.sources.value) return;
    for (const auto& [text, span] : *rule.sources.value) {
        const auto colon = text.find(':');
        if (colon + 1 == text.size())
            known.sources.faults().error(Code::bad_value, span, {text, "sources", Term::citation});
        else if (const auto source = known.sources.find(std::string_view{text}.substr(0, colon), span))
            made.sources.push_back({*source, colon == std::string::npos ? std::string{} : text.substr(colon + 1)});
    }
}

void store_until(RuleDraft& rule, Rule& made, const Directories& known) {
    if (rule.until.value) made.until = known.events.find(*rule.until.value, rule.until.span);
}

/// Directories look names up in the drafts' own ids, which stay where they are.
void store_id(RuleDraft& rule, Rule& made, const Directories&) { made.id = rule.id.or_else({}); }

void read_id(Fields& fields, Cell cell, RuleDraft& rule) {
    rule.span = fields.span(cell.value.place);
    rule.id = {fields.id(cell), rule.span};
}

template <auto end, bool duration_allowed>
void read_end(Fields& fields, Cell cell, RuleDraft& rule) {
    rule.*end = {read_boundary(fields, cell, duration_allowed), fields.span(cell.value.place)};
}

template <auto end, auto shift, bool duration_allowed>
void move_end(Fields& fields, Cell cell, OverrideDraft& over) {
    if (is_shift(cell.value))
        over.*shift = read_shift(fields, cell);
    else
        read_end<end, duration_allowed>(fields, cell, over);
}

/// --- Rows ---

/// A value as it is written.
template <auto draft, auto target, auto reader>
constexpr RuleField value(Field field) {
    return {.field = field, .read = read_member<draft, reader>, .store = store<draft, target>};
}

template <auto draft, auto target>
constexpr RuleField published(Field field) {
    return {.field = field, .read = read_member<draft, one_line>, .store = store_published<draft, target>};
}

/// A value as it is written, which an override may replace.
template <auto draft, auto target, auto reader>
constexpr RuleField replaceable(Field field) {
    auto row = value<draft, target, reader>(field);
    row.is_text = std::is_same_v<Held<draft>, std::string>;
    row.read_override = read_over<draft, reader>;
    row.spelled = spelled<draft>;
    row.replace = replace<draft>;
    return row;
}

/// Names of things defined elsewhere.
template <auto draft, auto target, auto directory>
constexpr RuleField mentions(Field field) {
    return {.field = field, .read = read_member<draft, names>, .store = look_up<draft, target, directory>};
}

/// The same, as a list that an override may replace.
template <auto draft>
constexpr RuleField list(RuleField row) {
    row.is_list = true;
    row.read_override = read_over<draft, names>;
    row.spelled = spelled<draft>;
    row.replace = replace<draft>;
    return row;
}

constexpr RuleField needed(RuleField row) {
    row.is_required = true;
    return row;
}

using D = RuleDraft;
using O = OverrideDraft;

constexpr RuleField table[] = {
    {.field = Field::id, .is_required = true, .read = read_id, .store = store_id},
    needed(value<&D::kind, &Rule::kind, kind_word>(Field::kind)),
    mentions<&D::activities, &Rule::activities, &Directories::activities>(Field::activities),
    needed(replaceable<&D::title, &Rule::title, one_line>(Field::title)),
    replaceable<&D::short_title, &Rule::short_title, one_line>(Field::short_title),
    replaceable<&D::why, &Rule::why, one_line>(Field::why),
    replaceable<&D::detail, &Rule::detail, paragraph>(Field::detail),
    replaceable<&D::headline, &Rule::headline, one_line>(Field::headline),
    {.field = Field::from, .read = read_end<&D::from, false>, .read_override = move_end<&D::from, &O::add_from, false>},
    {.field = Field::through,
     .read = read_end<&D::through, true>,
     .read_override = move_end<&D::through, &O::add_through, true>},
    replaceable<&D::floor, &Rule::floor, number<0>>(Field::floor),
    list<&D::instead>(mentions<&D::instead, &Rule::instead, &Directories::rules>(Field::instead)),
    mentions<&D::signs, &Rule::signs, &Directories::signs>(Field::signs),
    value<&D::asked_only, &Rule::asked_only, flag>(Field::asked_only),
    mentions<&D::when, &Rule::when, &Directories::facts>(Field::when),
    mentions<&D::unless, &Rule::unless, &Directories::facts>(Field::unless),
    mentions<&D::relevant_to, &Rule::relevant_to, &Directories::facts>(Field::relevant_to),
    value<&D::count_from, &Rule::count_from, word<CountFrom>>(Field::count_from),
    {.field = Field::until,
     .is_text = true,
     .read = read_member<&D::until, one_line>,
     .read_override = read_over<&D::until, one_line>,
     .spelled = spelled<&D::until>,
     .replace = replace<&D::until>,
     .store = store_until},
    replaceable<&D::times_per_day, &Rule::times_per_day, number<1>>(Field::times_per_day),
    replaceable<&D::every, &Rule::every, number<1>>(Field::every),
    replaceable<&D::target, &Rule::target, number<0>>(Field::target),
    value<&D::help, &Rule::help, word<Help>>(Field::help),
    {.field = Field::sources, .read = read_member<&D::sources, names>, .store = store_sources},
    value<&D::evidence, &Rule::evidence, word<Evidence>>(Field::evidence),
    published<&D::published_lowest, &Published::lowest>(Field::published_lowest),
    published<&D::published_usual, &Published::usual>(Field::published_usual),
    published<&D::published_highest, &Published::highest>(Field::published_highest),
    published<&D::basis, &Published::basis>(Field::basis),
    {.field = Field::drop, .read_override = read_own<read_flag<&O::drop>>},
    {.field = Field::accept_below_floor, .read_override = read_own<read_flag<&O::accept_below_floor>>},
    {.field = Field::reason, .is_text = true, .read_override = read_own<read_line<&O::reason>>},
    {.field = Field::author, .is_text = true, .read_override = read_own<read_line<&O::author>>},
    {.field = Field::decided, .read_override = read_own<read_date<&O::decided>>},
};

constexpr auto& facts = fields::rows;

/// Whether the table has a row for each field, in their order, and no more and no less than the field needs.
constexpr bool complete() {
    if (std::size(table) != std::size(facts)) return false;
    for (std::size_t i = 0; i < std::size(table); ++i) {
        const auto& row = table[i];
        const auto overriding = facts[i].overriding;
        if (row.field != static_cast<Field>(i)) return false;
        if (row.read.has_value() != (overriding != Overriding::only)) return false;
        if (row.read_override.has_value() != (overriding != Overriding::no)) return false;
    }
    return true;
}
static_assert(complete() && std::size(table) <= most_keys);

constexpr auto rule_field_count = static_cast<std::size_t>(
    std::count_if(std::begin(table), std::end(table), [](const auto& row) { return row.read.has_value(); }));

void refuse(Fields& fields, Cell cell, OverrideDraft&) {
    fields.error(Code::not_overridable, cell.value.place, {cell.field});
}

constexpr auto rule_keys = [] {
    std::array<Key<RuleDraft>, rule_field_count> keys{};
    for (std::size_t i = 0; i < keys.size(); ++i)
        keys[i] = {facts[i].name, table[i].is_required, *table[i].read, facts[i].since};
    return keys;
}();

constexpr auto override_keys = [] {
    std::array<Key<OverrideDraft>, std::size(table)> keys{};
    for (std::size_t i = 0; i < keys.size(); ++i)
        keys[i] = {facts[i].name, optional, table[i].read_override.value_or(refuse), facts[i].since};
    return keys;
}();

}  // namespace

std::span<const RuleField> rule_fields() { return table; }

void read_rule(Fields& fields, TomlValue& table_of_it, RuleDraft& rule) {
    rule.origins.reserve(table_of_it.table.size());
    read_table<RuleDraft>(fields, table_of_it, Term::rule, rule_keys, rule);
}

void read_override(Fields& fields, TomlValue& table_of_it, OverrideDraft& draft) {
    read_table<OverrideDraft>(fields, table_of_it, Term::override, override_keys, draft);
}

}  // namespace smpcare::protocol
