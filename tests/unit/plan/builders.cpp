#include "unit/plan/builders.hpp"
#include "base/civil.hpp"
#include "unit/told.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace smpcare::testing {
namespace {

using Words = std::vector<std::string>;

Words split_at(const std::string& text, char separator) {
    Words parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        if (!part.empty()) parts.push_back(part);
    return parts;
}

std::pair<std::string, std::string> halves(const std::string& text, std::string_view separator) {
    const auto at = text.find(separator);
    if (at == std::string::npos) throw std::runtime_error("'" + text + "' lacks '" + std::string(separator) + "'");
    return {text.substr(0, at), text.substr(at + separator.size())};
}

template <typename Enum, std::size_t size>
Enum enum_of(const std::string& word, const std::pair<std::string_view, Enum> (&table)[size]) {
    for (const auto& [text, value] : table)
        if (text == word) return value;
    throw std::runtime_error("unknown word '" + word + "'");
}

constexpr std::pair<std::string_view, Kind> kinds[] = {
    {"avoid", Kind::avoid},   {"ask", Kind::ask},     {"limit", Kind::limit}, {"do", Kind::do_},
    {"expect", Kind::expect}, {"visit", Kind::visit}, {"warn", Kind::warn}};
constexpr std::pair<std::string_view, CountFrom> counts[] = {
    {"each", CountFrom::each}, {"first", CountFrom::first}, {"last", CountFrom::last}};
constexpr std::pair<std::string_view, Truth> truths[] = {
    {"no", Truth::no}, {"yes", Truth::yes}, {"unknown", Truth::unknown}};
constexpr std::pair<std::string_view, Code> codes[] = {
    {"no-session", Code::no_session},
    {"too-many-sessions", Code::too_many_sessions},
    {"duplicate-session", Code::duplicate_session},
    {"date-out-of-range", Code::date_out_of_range},
    {"unknown-fact", Code::unknown_fact},
    {"contradicting-fact", Code::contradicting_fact},
    {"unknown-event", Code::unknown_event},
    {"observation-orphan", Code::observation_orphan},
    {"observation-too-early", Code::observation_too_early},
    {"planned-not-positive", Code::planned_not_positive},
    {"planned-too-few", Code::planned_too_few},
    {"window-out-of-range", Code::window_out_of_range},
    {"sessions-close", Code::sessions_close},
    {"rule-vanished", Code::rule_vanished},
};

template <typename Enum, std::size_t size>
std::string word_of(Enum wanted, const std::pair<std::string_view, Enum> (&table)[size]) {
    for (const auto& [text, value] : table)
        if (value == wanted) return std::string(text);
    throw std::runtime_error("a value without a word");
}

/// The index of `id` in `list`, which gets it where it is new.
template <typename Entry>
std::size_t indexed(std::vector<Entry>& list, const std::string& id) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].id == id) return i;
    Entry entry;
    entry.id = entry.title = id;
    list.push_back(entry);
    return list.size() - 1;
}

template <typename Entry>
std::vector<std::size_t> all_indexed(std::vector<Entry>& list, const std::string& ids) {
    std::vector<std::size_t> indexes;
    for (const auto& id : split_at(ids, ',')) indexes.push_back(indexed(list, id));
    return indexes;
}

/// `2026-11-22`, or `+5`: that many days after the first session.
Date read_date(const std::string& word, const Case& client) {
    if (word.front() == '+' || word.front() == '-') {
        if (client.sessions.empty()) throw std::runtime_error("'" + word + "' before any session");
        return client.sessions.front().date + Days{std::stoi(word)};
    }
    // Not parse_date: the tables hold dates out of range, too.
    std::istringstream stream(word);
    Date date;
    stream >> date::parse("%Y-%m-%d", date);
    if (!stream) throw std::runtime_error("'" + word + "' is no date");
    return date;
}

void read_rule_option(Protocol& protocol, Rule& rule, const std::string& word) {
    if (word == "vanished") {
        rule.vanished = true;
        return;
    }
    const auto [key, value] = halves(word, "=");
    if (key == "on")
        rule.activities = all_indexed(protocol.activities, value);
    else if (key == "count")
        rule.count_from = enum_of(value, counts);
    else if (key == "when")
        rule.when = all_indexed(protocol.facts, value);
    else if (key == "unless")
        rule.unless = all_indexed(protocol.facts, value);
    else if (key == "relevant")
        rule.relevant_to = all_indexed(protocol.facts, value);
    else if (key == "until")
        rule.until = indexed(protocol.events, value);
    else if (key == "target")
        rule.target = std::stoi(value);
    else
        throw std::runtime_error("unknown option '" + word + "'");
}

void read_rule(Protocol& protocol, const Words& words) {
    Rule rule;
    rule.id = rule.title = words.at(1);
    rule.kind = enum_of(words.at(2), kinds);
    const auto [from, through] = halves(words.at(3), "..");
    rule.from = std::stoi(from);
    if (through != "open") rule.through = std::stoi(through);
    for (std::size_t i = 4; i < words.size(); ++i) read_rule_option(protocol, rule, words[i]);
    protocol.rules.push_back(rule);
}

void read_event(Protocol& protocol, const Words& words) {
    Event& event = protocol.events[indexed(protocol.events, words.at(1))];
    const auto [from, by] = halves(words.at(2), "..");
    event.from = std::stoi(from);
    event.by = std::stoi(by);
}

void read_sessions(Case& client, const Words& words) {
    for (std::size_t i = 1; i < words.size(); ++i)
        client.sessions.push_back({read_date(words[i], client), whole("session " + std::to_string(i))});
}

void read_facts(Case& client, const Words& words) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto [fact, truth] = halves(words[i], "=");
        client.facts.push_back({fact, enum_of(truth, truths), whole("fact " + std::to_string(i))});
    }
}

void read_observed(Case& client, const Words& words) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto [event, date] = halves(words[i], "=");
        client.observed.push_back({event, read_date(date, client), whole("observed " + std::to_string(i))});
    }
}

/// An expected line with `+5` written as a date, as plans print it.
std::string read_expected(const Words& words, const Case& client) {
    Words written;
    for (std::size_t i = 1; i < words.size(); ++i) {
        std::string word = words[i];
        if (const auto dots = word.find(".."); dots != std::string::npos && word.front() == '+') {
            const std::string end = word.substr(dots + 2);
            word = iso(read_date(word.substr(0, dots), client)) + ".." +
                   (end == "open" ? end : iso(read_date(end, client)));
        } else if (word.front() == '+') {
            word = iso(read_date(word, client));
        }
        written.push_back(word);
    }
    return fmt::format("{}", fmt::join(written, " "));
}

using Reader = std::function<void(PlanCase&, const Words&)>;

const std::map<std::string, Reader>& readers() {
    static const std::map<std::string, Reader> table{
        {"rule", [](PlanCase& to, const Words& words) { read_rule(to.protocol, words); }},
        {"event", [](PlanCase& to, const Words& words) { read_event(to.protocol, words); }},
        {"fact", [](PlanCase& to, const Words& words) { indexed(to.protocol.facts, words.at(1)); }},
        {"series-gap", [](PlanCase& to, const Words& words) { to.protocol.series_gap = std::stoi(words.at(1)); }},
        {"min-gap", [](PlanCase& to, const Words& words) { to.protocol.min_gap = std::stoi(words.at(1)); }},
        {"sessions", [](PlanCase& to, const Words& words) { read_sessions(to.client, words); }},
        {"facts", [](PlanCase& to, const Words& words) { read_facts(to.client, words); }},
        {"observed", [](PlanCase& to, const Words& words) { read_observed(to.client, words); }},
        {"planned",
         [](PlanCase& to, const Words& words) {
             to.client.planned = std::stoi(words.at(1));
             to.client.planned_span = whole("planned");
         }},
        {"listed", [](PlanCase& to, const Words&) { to.scope = Scope::listed; }},
        {"=", [](PlanCase& to, const Words& words) { to.expected.push_back(read_expected(words, to.client)); }},
    };
    return table;
}

std::string days(Date start, std::optional<Date> end) { return iso(start) + ".." + (end ? iso(*end) : "open"); }

void add_item_lines(const Plan& plan, const Item& item, Words& lines) {
    const std::string& id = plan.protocol->rules[item.rule].id;
    for (const Window& window : item.windows) {
        lines.push_back(fmt::format("{} {} {} after {}", id, word_of(window.kind, kinds),
                                    days(window.start, window.end), fmt::join(window.after_sessions, " ")));
        if (window.target) lines.back() += " target " + iso(*window.target);
    }
    for (const Cut& cut : item.cuts) {
        lines.push_back(fmt::format("{} cut {} by", id, days(cut.start, cut.end)));
        for (const std::size_t rule : cut.by) lines.back() += " " + plan.protocol->rules[rule].id;
    }
    if (item.provisional) lines.push_back(id + " provisional");
    if (item.unknown.empty()) return;
    lines.push_back(id + " if");
    for (const std::size_t fact : item.unknown) lines.back() += " " + plan.protocol->facts[fact].id;
}

std::string fault_line(std::string_view head, const Diagnostic& fault) {
    std::string line = fmt::format("{} {}", head, word_of(fault.code, codes));
    for (const Arg& argument : fault.args) line += " " + told(argument);
    if (!fault.nearest.empty()) line += " nearest " + fault.nearest;
    if (fault.span.source) line += " at " + location(fault.span);
    return line;
}

template <typename Entry>
std::string names(std::string_view key, const std::vector<std::size_t>& indexes, const std::vector<Entry>& entries) {
    if (indexes.empty()) return "";
    Words ids;
    for (const std::size_t index : indexes) ids.push_back(entries[index].id);
    return fmt::format(" {}={}", key, fmt::join(ids, ","));
}

std::string rule_line(const Protocol& protocol, const Rule& rule) {
    std::string line = fmt::format("rule {} {} {}..{}", rule.id, word_of(rule.kind, kinds), rule.from,
                                   rule.through ? std::to_string(*rule.through) : "open");
    line += names("on", rule.activities, protocol.activities);
    if (rule.count_from != CountFrom::each) line += " count=" + word_of(rule.count_from, counts);
    line += names("when", rule.when, protocol.facts) + names("unless", rule.unless, protocol.facts) +
            names("relevant", rule.relevant_to, protocol.facts);
    if (rule.until) line += " until=" + protocol.events[*rule.until].id;
    if (rule.target) line += " target=" + std::to_string(*rule.target);
    if (rule.vanished) line += " vanished";
    return line + "\n";
}

template <typename Entry>
std::size_t found(const std::vector<Entry>& entries, std::string_view id) {
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (entries[i].id == id) return i;
    throw std::runtime_error("no '" + std::string(id) + "'");
}

}  // namespace

std::size_t PlanCase::rule(std::string_view id) const { return found(protocol.rules, id); }
std::size_t PlanCase::activity(std::string_view id) const { return found(protocol.activities, id); }

PlanCase read_plan_case(std::string_view text) {
    PlanCase result;
    std::istringstream stream{std::string(text)};
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with("#")) {
            if (result.title.empty()) result.title = line.substr(std::min<std::size_t>(2, line.size()));
            continue;
        }
        const Words words = split_at(line, ' ');
        if (words.empty()) continue;
        const auto reader = readers().find(words.front());
        if (reader == readers().end()) throw std::runtime_error("cannot read '" + line + "'");
        reader->second(result, words);
    }
    return result;
}

std::vector<std::string> paragraphs(std::string_view text) {
    std::vector<std::string> found_paragraphs;
    std::istringstream stream{std::string(text)};
    std::string paragraph;
    for (std::string line; std::getline(stream, line);)
        if (!line.empty())
            paragraph += line + "\n";
        else if (!paragraph.empty())
            found_paragraphs.push_back(std::exchange(paragraph, {}));
    if (!paragraph.empty()) found_paragraphs.push_back(paragraph);
    return found_paragraphs;
}

std::string write_plan_case(const Protocol& protocol, const Case& client, Scope scope) {
    std::string text = fmt::format("series-gap {}\n", protocol.series_gap);
    for (const Fact& fact : protocol.facts) text += "fact " + fact.id + "\n";
    for (const Event& event : protocol.events) text += fmt::format("event {} {}..{}\n", event.id, event.from, event.by);
    for (const Rule& rule : protocol.rules) text += rule_line(protocol, rule);
    text += "sessions";
    for (const Session& session : client.sessions) text += " " + iso(session.date);
    text += "\nfacts";
    for (const FactAnswer& answer : client.facts) text += " " + answer.fact + "=" + word_of(answer.truth, truths);
    text += "\nobserved";
    for (const Observation& seen : client.observed) text += " " + seen.event + "=" + iso(seen.date);
    if (client.planned) text += fmt::format("\nplanned {}", *client.planned);
    if (scope == Scope::listed) text += "\nlisted";
    return text + "\n";
}

std::vector<std::string> plan_lines(const Plan& plan) {
    Words lines;
    for (const Item& item : plan.items) add_item_lines(plan, item, lines);
    for (const Diagnostic& notice : plan.notices) lines.push_back(fault_line("notice", notice));
    return lines;
}

std::vector<std::string> fault_lines(const Diagnostics& diagnostics) {
    Words lines;
    for (const Diagnostic& fault : diagnostics.all()) lines.push_back(fault_line("error", fault));
    return lines;
}

Plan plan_of(const PlanCase& given) {
    Diagnostics faults;
    auto plan = make_plan(given.protocol, given.client, given.scope, faults);
    if (!plan) throw std::runtime_error(fmt::format("no plan: {}", fmt::join(fault_lines(faults), "; ")));
    return *std::move(plan);
}

Date day(std::string_view iso_date) {
    const auto date = parse_date(iso_date);
    if (!date) throw std::runtime_error("'" + std::string(iso_date) + "' is no date");
    return *date;
}

}  // namespace smpcare::testing
