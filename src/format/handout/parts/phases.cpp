#include "format/handout/parts/phases.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/handout/parts/messages.hpp"
#include "format/handout/parts/short_dates.hpp"
#include "say/lists.hpp"
#include "say/steps.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace smpcare::format {

namespace {

constexpr std::array shown_first{Kind::do_, Kind::limit, Kind::ask};

/// Each name once, with its last day where it has one: "Dab with a damp cloth (until Wed 25 Nov)".
std::vector<std::string> with_dates(const say::Speaker& speaker, const std::vector<const Item*>& items, Kind kind) {
    std::vector<std::string> names, known;
    for (const auto* const item : items) {
        const auto& rule = speaker.rule(item->rule);
        auto alike = say::listed_name(rule);
        if (std::find(known.begin(), known.end(), alike) != known.end()) continue;
        known.push_back(std::move(alike));
        const auto dates = short_dates(speaker, *item, kind);
        const auto title = one_line(rule.title);
        names.push_back(dates == speaker.words.handout.always ? title
                                                              : words::fill(speaker.words.common.noted, title, dates));
    }
    return names;
}

/// What is new on a later session's day: what began with the first one is told of all of them.
Step without_first_days(Step step, const Step& first) {
    std::erase_if(step.begins, [&](const Step::Begin& begin) {
        return std::any_of(first.begins.begin(), first.begins.end(), [&](const Step::Begin& other) {
            return other.item == begin.item && other.kind == begin.kind;
        });
    });
    return step;
}

/// One name of a step, the days after a session on which it stands, and its dates.
struct Atom {
    int day;
    say::StepLine line;  // with this name alone
    std::vector<Date> dates;
};

bool same_line(const say::StepLine& one, const say::StepLine& other) {
    return one.label == other.label && one.text == other.text && one.note == other.note;
}

void add_atoms(std::vector<Atom>& atoms, int day, Date date, const say::StepLine& line) {
    for (const auto& name : line.names) {
        const auto same = [&](const Atom& atom) {
            return atom.day == day && atom.line.names.front() == name && same_line(atom.line, line);
        };
        auto atom = std::find_if(atoms.begin(), atoms.end(), same);
        if (atom == atoms.end()) atom = atoms.insert(atom, {day, {line.label, line.text, {name}, line.note}, {}});
        atom->dates.push_back(date);
    }
}

/// The lines that share their dates, in the order of labels.
struct DatedLines {
    int day;
    std::vector<Date> dates;
    std::vector<say::StepLine> lines;
};

std::vector<DatedLines> together(const std::vector<Atom>& atoms) {
    std::vector<DatedLines> rows;
    for (const auto& atom : atoms) {
        const auto same_dates = [&](const DatedLines& row) { return row.dates == atom.dates; };
        auto row = std::find_if(rows.begin(), rows.end(), same_dates);
        if (row == rows.end()) row = rows.insert(row, {atom.day, atom.dates, {}});
        const auto same = [&](const say::StepLine& line) { return same_line(line, atom.line); };
        const auto line = std::find_if(row->lines.begin(), row->lines.end(), same);
        if (line == row->lines.end())
            row->lines.push_back(atom.line);
        else
            line->names.push_back(atom.line.names.front());
    }
    return rows;
}

/// What is to be done, or may be done with care, says how: its name alone would not.
std::string with_how(const say::Speaker& speaker, say::StepLabel label, const std::string& name) {
    const bool cares = label == say::StepLabel::limit;
    if ((!cares && label != say::StepLabel::do_) || name.find('(') != std::string::npos) return name;
    for (const auto& item : speaker.plan.items) {
        const auto& rule = speaker.rule(item.rule);
        if (rule.kind != (cares ? Kind::limit : Kind::do_) || say::listed_name(speaker, item.rule) != name) continue;
        const auto how = cares ? say::how_named(rule) : say::frequency_phrase(speaker.words, rule);
        const auto thing = cares ? name : one_line(rule.title);
        return how.empty() ? thing : words::fill(speaker.words.common.noted, thing, how);
    }
    return name;
}

std::vector<StepPart> parts_of(const say::Speaker& speaker, std::vector<say::StepLine> lines) {
    // What a client may do again is what he looks for.
    const auto order = [](const say::StepLine& line) {
        return line.label == say::StepLabel::allowed ? -1 : static_cast<int>(line.label);
    };
    std::stable_sort(lines.begin(), lines.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    std::vector<StepPart> parts;
    for (const auto& line : lines) {
        if (line.label == say::StepLabel::session) continue;
        std::vector<std::string> listed;
        for (const auto& name : line.names) listed.push_back(in_a_list(with_how(speaker, line.label, name)));
        auto names = in_a_row(listed);
        if (!line.note.empty()) names = words::fill(speaker.words.common.noted, names, line.note);
        auto label = at_a_start(line.text);
        if (!parts.empty() && parts.back().label == label)
            parts.back().names.append(speaker.words.common.separator).append(names);
        else
            parts.push_back({std::move(label), std::move(names), line.label == say::StepLabel::allowed});
    }
    return parts;
}

/// That a later session begins all anew stands where its day comes.
void add_later_sessions(const say::Speaker& speaker, const std::vector<DatedLines>& placed,
                        std::vector<StepRow>& rows) {
    const auto& sessions = speaker.plan.sessions;
    if (sessions.size() == 1) return;
    const auto& texts = speaker.words.handout;
    StepRow row{{}, {{std::string(texts.new_session), std::string(texts.starts_again)}}};
    for (std::size_t i = 1; i < sessions.size(); ++i) row.dates.push_back(step_date(speaker, sessions[i]));
    const auto later =
        std::ranges::find_if(placed, [&](const DatedLines& lines) { return sessions[1] < lines.dates.front(); });
    rows.insert(rows.begin() + (later - placed.begin()), std::move(row));
}

}  // namespace

std::vector<StepPart> step_parts(const say::Speaker& speaker, const Step& step) {
    return parts_of(speaker, say::step_lines(speaker, step));
}

FirstDays first_days(const say::Speaker& speaker, const std::vector<Step>& steps) {
    const auto first = std::find_if(steps.begin(), steps.end(), [](const Step& step) { return step.session > 0; });
    FirstDays days{first_messages(speaker), {}};
    for (const Kind kind : shown_first) {
        std::vector<const Item*> items;
        for (const auto& begin : first->begins)
            if (begin.kind == kind) items.push_back(&speaker.plan.items[begin.item]);
        const auto label = speaker.words.common.headings[static_cast<std::size_t>(kind)];
        if (!items.empty()) days.lists.push_back({std::string(label), with_dates(speaker, items, kind)});
    }
    return days;
}

std::vector<std::string> visits(const say::Speaker& speaker) {
    std::vector<std::string> visits;
    for (const auto* const item : say::items_of(speaker, Kind::visit))
        visits.push_back(words::fill(speaker.words.common.noted, say::listed_name(speaker, item->rule),
                                     short_dates(speaker, *item, Kind::visit)));
    return visits;
}

std::vector<StepRow> step_rows(const say::Speaker& speaker, const std::vector<Step>& steps) {
    const auto& sessions = speaker.plan.sessions;
    const auto first = std::find_if(steps.begin(), steps.end(), [](const Step& step) { return step.session > 0; });
    std::vector<Atom> atoms;
    for (const auto& step : steps) {
        const auto session = std::upper_bound(sessions.begin(), sessions.end(), step.date) - sessions.begin();
        const auto begun = sessions[static_cast<std::size_t>(std::max<std::ptrdiff_t>(session, 1) - 1)];
        for (const auto& line : say::step_lines(speaker, step.session > 0 ? without_first_days(step, *first) : step))
            if (line.label != say::StepLabel::warn && line.label != say::StepLabel::visit)
                add_atoms(atoms, day_number(begun, step.date), step.date, line);
    }
    auto placed = together(atoms);
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.day, a.dates) < std::tuple(b.day, b.dates);
    });
    std::vector<StepRow> rows;
    for (auto& one : placed) {
        StepRow row{{}, parts_of(speaker, std::move(one.lines))};
        for (const auto date : one.dates) row.dates.push_back(step_date(speaker, date));
        rows.push_back(std::move(row));
    }
    add_later_sessions(speaker, placed, rows);
    return rows;
}

}  // namespace smpcare::format
