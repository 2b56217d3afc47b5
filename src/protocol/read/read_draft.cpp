#include "protocol/read/read_draft.hpp"

#include "protocol/read/rule_fields.hpp"

#include <smpcare/load.hpp>

namespace smpcare::protocol {
namespace {

const TomlEntry* find(const TomlValue& table, std::string_view key) {
    for (const auto& entry : table.table)
        if (entry.key == key) return &entry;
    return nullptr;
}

constexpr Key<HeadDraft> head_keys[] = {
    {"extends", optional, read_line<&HeadDraft::extends>},
    {"id", required,
     [](Fields& fields, Cell cell, HeadDraft& head) {
         head.id = {fields.id(cell), fields.span(cell.value.place)};
     }},
    {"title", required, read_line<&HeadDraft::title>},
    {"version", required, read_line<&HeadDraft::version>},
    {"language", required, read_line<&HeadDraft::language>},
    {"summary", optional, read_paragraph<&HeadDraft::summary>, 2},
    {"reviewed_by", optional, read_line<&HeadDraft::reviewed_by>, 2},
    {"reviewed", optional, read_date<&HeadDraft::reviewed>},
    {"series_gap", optional, read_number<&HeadDraft::series_gap>},
    {"min_gap", optional, read_number<&HeadDraft::min_gap>},
    {"day_one", optional, read_flag<&HeadDraft::day_one>},
};

constexpr Key<ClinicDraft> clinic_keys[] = {
    {"name", optional, read_line<&ClinicDraft::name>},
    {"phone", optional, read_one_or_more<&ClinicDraft::phone>},
    {"email", optional, read_line<&ClinicDraft::email>},
    {"address", optional, read_line<&ClinicDraft::address>},
    {"url", optional, read_url<&ClinicDraft::url>},
    {"emergency", optional, read_one_or_more<&ClinicDraft::emergency>},
    {"logo", optional, read_line<&ClinicDraft::logo>, 2},
};

constexpr Key<SourceDraft> source_keys[] = {
    {"title", optional, read_line<&SourceDraft::title>},
    {"url", optional, read_url<&SourceDraft::url>},
};

constexpr Key<ActivityDraft> activity_keys[] = {
    {"title", optional, read_line<&ActivityDraft::title>},
    {"words", optional, read_mentions<&ActivityDraft::words>},
    {"not_words", optional, read_mentions<&ActivityDraft::not_words>, 2},
    {"headline", optional, read_line<&ActivityDraft::headline>, 2},
};

constexpr Key<SignDraft> sign_keys[] = {
    {"title", optional, read_line<&SignDraft::title>},
    {"words", optional, read_mentions<&SignDraft::words>},
};

constexpr Key<FactDraft> fact_keys[] = {
    {"title", optional, read_line<&FactDraft::title>},
};

constexpr Key<EventDraft> event_keys[] = {
    {"title", optional, read_line<&EventDraft::title>},
    {"from", optional, read_number<&EventDraft::from>},
    {"by", required, read_number<&EventDraft::by>},
};

/// --- Tests ---

void read_test_name(Fields& fields, Cell cell, TestDraft& test) {
    test.span = fields.span(cell.value.place);
    test.name = {fields.line(cell), test.span};
}

void read_sessions(Fields& fields, Cell cell, TestDraft& test) {
    auto& given = test.sessions;
    given.span = fields.span(cell.value.place);
    if (cell.value.type != TomlType::list) {
        fields.wrong_type(cell, Term::list_of_dates);
        return;
    }
    if (cell.value.list.empty()) fields.error(Code::test_without_sessions, cell.value.place);
    std::vector<std::pair<Date, Span>> sessions;
    for (auto& entry : cell.value.list)
        if (entry.type != TomlType::date)
            fields.wrong_entry({cell.field, entry}, Term::list_of_dates);
        else if (const auto day = fields.date({cell.field, entry}))
            sessions.emplace_back(*day, fields.span(entry.place));
    if (sessions.size() == cell.value.list.size()) given.value = std::move(sessions);
}

/// `facts = { long-hair = "no" }`
void read_facts(Fields& fields, Cell cell, TestDraft& test) {
    if (cell.value.type != TomlType::table) {
        fields.wrong_type(cell, Term::table_of_facts);
        return;
    }
    for (auto& entry : cell.value.table)
        if (const auto truth = fields.choice<Truth>({entry.key, entry.value}))
            test.facts.push_back({{entry.key, fields.span(entry.place)}, *truth});
}

/// `observed = { scabs-gone = [2026-12-05] }`; one date needs no brackets.
void read_observed(Fields& fields, Cell cell, TestDraft& test) {
    if (cell.value.type != TomlType::table) {
        fields.wrong_type(cell, Term::table_of_observations);
        return;
    }
    for (auto& entry : cell.value.table) {
        const auto add = [&](TomlValue& value) {
            if (const auto day = fields.date({entry.key, value}))
                test.observed.push_back({{entry.key, fields.span(entry.place)}, *day, fields.span(value.place)});
        };
        if (entry.value.type != TomlType::list) add(entry.value);
        for (auto& value : entry.value.list) add(value);
    }
}

constexpr Key<TestDraft> test_keys[] = {
    {"name", optional, read_test_name},
    {"sessions", optional, read_sessions},  // its absence has a code of its own
    {"on", required, read_date<&TestDraft::on>},
    {"in_force", optional, read_mentions<&TestDraft::in_force>},
    {"not_in_force", optional, read_mentions<&TestDraft::not_in_force>},
    {"facts", optional, read_facts},
    {"observed", optional, read_observed},
    {"planned", optional, read_number<&TestDraft::planned>},
};

void read_test(Fields& fields, TomlValue& table, TestDraft& test) {
    read_table<TestDraft>(fields, table, Term::test, test_keys, test);
    const auto& at = test.span;
    if (!test.sessions.written()) fields.error(Code::test_without_sessions, {at.line, at.column, at.length});
}

/// --- Tables of tables, and the file ---

/// `[protocol]`, `[clinic]`
template <class D>
void read_single(Fields& fields, Cell cell, std::span<const Key<D>> keys, D& draft) {
    draft.span = fields.span(cell.value.place);
    const auto owner = '[' + std::string{cell.field} + ']';
    if (cell.value.type == TomlType::table)
        read_table<D>(fields, cell.value, owner, keys, draft);
    else
        fields.wrong_type(cell, {Term::table_written, {owner}});
}

/// What an extending file does not say, it takes from the file that it extends.
void read_head(Fields& fields, Cell cell, HeadDraft& head) {
    auto keys = std::to_array(head_keys);
    if (find(cell.value, "extends"))
        for (auto& key : keys) key.required = false;
    read_single<HeadDraft>(fields, cell, keys, head);
}

bool is_table_of_tables(Fields& fields, Cell cell) {
    if (cell.value.type == TomlType::table) return true;
    fields.wrong_type(cell, {Term::table_for_each, {'[' + std::string{cell.field} + ".some-name]"}});
    return false;
}

/// `[source.guide]`: a table of tables under their ids.
template <class D>
void read_named(Fields& fields, Cell cell, Term owner, std::span<const Key<D>> keys, std::vector<D>& drafts) {
    if (!is_table_of_tables(fields, cell)) return;
    drafts.reserve(cell.value.table.size());
    for (auto& entry : cell.value.table) {
        fields.check_id(entry.key, entry.place);
        auto& draft = drafts.emplace_back();
        draft.id = entry.key;
        draft.span = fields.span(entry.place);
        if (entry.value.type == TomlType::table)
            read_table<D>(fields, entry.value, owner, keys, draft);
        else
            fields.wrong_type({entry.key, entry.value},
                              {Term::table_written, {'[' + std::string{cell.field} + '.' + entry.key + ']'}});
    }
}

/// `[[rule]]`, `[[test]]`
template <class D>
void read_list(Fields& fields, Cell cell, void (*read)(Fields&, TomlValue&, D&), std::vector<D>& drafts) {
    const Arg wanted{Term::list_written, {"[[" + std::string{cell.field} + "]]"}};
    if (cell.value.type != TomlType::list) {
        fields.wrong_type(cell, wanted);
        return;
    }
    drafts.reserve(cell.value.list.size());
    for (auto& table : cell.value.list) {
        if (table.type != TomlType::table) {
            fields.wrong_type({cell.field, table}, wanted);
            continue;
        }
        auto& draft = drafts.emplace_back();
        draft.span = fields.span(table.place);
        read(fields, table, draft);
    }
}

/// `[override.swim-pool]`
void read_override_tables(Fields& fields, Cell cell, Draft& file) {
    if (!is_table_of_tables(fields, cell)) return;
    file.overrides.reserve(cell.value.table.size());
    for (auto& entry : cell.value.table) {
        if (entry.value.type != TomlType::table) {
            fields.wrong_type({entry.key, entry.value}, {Term::table_written, {"[override." + entry.key + ']'}});
            continue;
        }
        auto& draft = file.overrides.emplace_back();
        draft.rule = {entry.key, fields.span(entry.place)};
        draft.span = draft.rule.span;
        read_override(fields, entry.value, draft);
    }
}

void read_schema(Fields& fields, Cell cell, Draft& file) {
    file.schema = {fields.number(cell, 1), fields.span(cell.value.place)};
}

constexpr Key<Draft> file_keys[] = {
    {"schema", required, read_schema},
    {"protocol", required, [](Fields& f, Cell c, Draft& d) { read_head(f, c, d.head); }},
    {"clinic", optional, [](Fields& f, Cell c, Draft& d) { read_single<ClinicDraft>(f, c, clinic_keys, d.clinic); }},
    {"source", optional,
     [](Fields& f, Cell c, Draft& d) { read_named<SourceDraft>(f, c, Term::source, source_keys, d.sources); }},
    {"activity", optional,
     [](Fields& f, Cell c, Draft& d) { read_named<ActivityDraft>(f, c, Term::activity, activity_keys, d.activities); }},
    {"sign", optional, [](Fields& f, Cell c, Draft& d) { read_named<SignDraft>(f, c, Term::sign, sign_keys, d.signs); },
     2},
    {"fact", optional,
     [](Fields& f, Cell c, Draft& d) { read_named<FactDraft>(f, c, Term::fact, fact_keys, d.facts); }},
    {"event", optional,
     [](Fields& f, Cell c, Draft& d) { read_named<EventDraft>(f, c, Term::event, event_keys, d.events); }},
    {"rule", optional, [](Fields& f, Cell c, Draft& d) { read_list<RuleDraft>(f, c, read_rule, d.rules); }},
    {"override", optional, read_override_tables},
    {"test", optional, [](Fields& f, Cell c, Draft& d) { read_list<TestDraft>(f, c, read_test, d.tests); }},
};

/// What a file of overrides may hold of that.
constexpr Key<Draft> overrides_file[] = {
    {"schema", required, read_schema},
    {"override", optional, read_override_tables},
};

/// One fault that makes every other judgement of the file worthless.
bool refused(Fields& fields, const TomlValue& root) {
    const auto* const schema = find(root, "schema");
    if (schema && schema->value.type == TomlType::number && schema->value.number > highest_schema) {
        fields.error(Code::newer_schema, schema->value.place, {schema->value.number, highest_schema});
        return true;
    }
    if (schema && schema->value.type == TomlType::number && schema->value.number >= 1)
        fields.set_schema(static_cast<int>(schema->value.number));
    if (root.table.empty()) {
        fields.error(Code::missing_field, {}, {"schema", Term::rule_file});
        return true;
    }
    return false;
}

}  // namespace

std::optional<Draft> read_draft(Fields& fields, TomlValue& root) {
    if (refused(fields, root)) return std::nullopt;
    Draft draft;
    draft.span = fields.span({});
    read_table<Draft>(fields, root, Term::rule_file, file_keys, draft);
    const auto* const over = find(root, "override");
    if (over && !draft.head.extends.written()) {
        fields.error(Code::nothing_to_override, over->place, {"override"});
        draft.overrides.clear();
    }
    return draft;
}

std::optional<Draft> read_overrides(Fields& fields, TomlValue& root) {
    if (refused(fields, root)) return std::nullopt;
    std::erase_if(root.table, [&](const TomlEntry& entry) {
        const auto is_it = [&](const auto& key) { return key.name == entry.key; };
        if (std::ranges::any_of(overrides_file, is_it) || std::ranges::none_of(file_keys, is_it)) return false;
        fields.error(Code::only_overrides, entry.place, {entry.key});
        return true;
    });
    Draft draft;
    draft.span = fields.span({});
    read_table<Draft>(fields, root, Term::overrides_file, overrides_file, draft);
    return draft;
}

}  // namespace smpcare::protocol
