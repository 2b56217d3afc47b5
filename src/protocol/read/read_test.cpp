#include "protocol/read/read_draft.hpp"

namespace smpcare::protocol {
namespace {

void read_name(Fields& fields, Cell cell, TestDraft& test) {
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
            if (auto const day = fields.date({entry.key, value}))
                test.observed.push_back({{entry.key, fields.span(entry.place)}, *day, fields.span(value.place)});
        };
        if (entry.value.type != TomlType::list) add(entry.value);
        for (auto& value : entry.value.list) add(value);
    }
}

constexpr Key<TestDraft> test_keys[] = {
    {"name", optional, read_name},
    {"sessions", optional, read_sessions},  // its absence has a code of its own
    {"on", required, read_date<&TestDraft::on>},
    {"in_force", optional, read_mentions<&TestDraft::in_force>},
    {"not_in_force", optional, read_mentions<&TestDraft::not_in_force>},
    {"facts", optional, read_facts},
    {"observed", optional, read_observed},
    {"planned", optional, read_number<&TestDraft::planned>},
};

}  // namespace

void read_test(Fields& fields, TomlValue& table, TestDraft& test) {
    read_table<TestDraft>(fields, table, Term::test, test_keys, test);
    const auto& at = test.span;
    if (!test.sessions.written()) fields.error(Code::test_without_sessions, {at.line, at.column, at.length});
}

}  // namespace smpcare::protocol
