#include "format/handout/parts/phases.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/handout/parts/messages.hpp"
#include "format/handout/parts/short_dates.hpp"
#include "say/repeats.hpp"
#include "say/steps.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace smpcare::format {

namespace {

constexpr std::array shown_first{Kind::do_, Kind::avoid, Kind::ask, Kind::limit};

/// The last day before something changes after the session of `steps[at]`.
Date last_first_day(const say::Speaker& speaker, const std::vector<Step>& steps, std::size_t at) {
    constexpr Days week{6};
    return at + 1 < steps.size() ? steps[at + 1].date - Days{1} : speaker.plan.sessions.back() + week;
}

std::string first_dates(const say::Speaker& speaker, const std::vector<Step>& steps) {
    std::vector<std::string> spans;
    std::vector<say::Stand> stands;
    std::vector<std::pair<Date, Date>> days;
    for (std::size_t at = 0; at < steps.size(); ++at) {
        if (steps[at].session == 0) continue;
        days.emplace_back(steps[at].date, last_first_day(speaker, steps, at));
        stands.push_back({steps[at].session, 0, day_number(days.back().first, days.back().second), {}});
    }
    say::tell_repeats(spans, speaker.words, stands, [&](std::size_t at) {
        const auto& [first, last] = days[at];
        const auto start = step_date(speaker, first);
        spans.push_back(first == last ? start
                                      : words::fill(speaker.words.handout.span, start, step_date(speaker, last)));
    });
    return joined(spans, ", ");
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
        for (const auto& name : line.names) listed.push_back(in_a_list(name));
        auto names = in_a_row(listed);
        if (!line.note.empty()) names = words::fill(speaker.words.common.noted, names, line.note);
        parts.push_back({at_a_start(line.text), std::move(names)});
    }
    return parts;
}

}  // namespace

std::vector<StepPart> step_parts(const say::Speaker& speaker, const Step& step) {
    return parts_of(speaker, say::step_lines(speaker, step));
}

FirstDays first_days(const say::Speaker& speaker, const std::vector<Step>& steps) {
    const auto first = std::find_if(steps.begin(), steps.end(), [](const Step& step) { return step.session > 0; });
    FirstDays days{
        words::fill(speaker.words.handout.first_days_last, first_dates(speaker, steps)), first_messages(speaker), {}};
    for (const Kind kind : shown_first) {
        std::vector<std::size_t> rules;
        for (const auto& begin : first->begins)
            if (begin.kind == kind) rules.push_back(speaker.plan.items[begin.item].rule);
        const auto label = speaker.words.common.headings[static_cast<std::size_t>(kind)];
        if (!rules.empty()) days.lists.push_back({std::string(label), listed_names(speaker, rules)});
    }
    return days;
}

std::vector<StepRow> step_rows(const say::Speaker& speaker, const std::vector<Step>& steps) {
    const auto& sessions = speaker.plan.sessions;
    const auto first = std::find_if(steps.begin(), steps.end(), [](const Step& step) { return step.session > 0; });
    std::vector<Atom> atoms;
    for (const auto& step : steps) {
        const auto session = std::upper_bound(sessions.begin(), sessions.end(), step.date) - sessions.begin();
        const auto begun = sessions[static_cast<std::size_t>(std::max<std::ptrdiff_t>(session, 1) - 1)];
        for (const auto& line : say::step_lines(speaker, step.session > 0 ? without_first_days(step, *first) : step))
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
    return rows;
}

}  // namespace smpcare::format
