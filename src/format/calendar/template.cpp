#include "format/calendar/template.hpp"

#include <algorithm>

namespace smpcare::calendar {

/// Writes a template's text and marks its gaps.
class GapPen {
public:
    GapPen(Template& made, Date first) : made_(made), first_(first) {}

    void text(std::string_view text) { made_.text_ += text; }
    void uid(std::string_view name) {
        mark(Template::What::uid, made_.names_.size());
        made_.names_.emplace_back(name);
    }
    void stamp() { mark(Template::What::stamp, 0); }
    void date(Date day) { mark(Template::What::date, made_.day(day_number(first_, day))); }
    void sequence() { made_.text_ += '0'; }
    void description(std::string_view head) {
        mark(Template::What::description, made_.lines_.size());
        auto& line = made_.lines_.emplace_back();
        std::string before = "DESCRIPTION:";
        for (auto found = find_gap(head); found; found = find_gap(head)) {
            before += head.substr(0, found->at);
            const auto day = made_.day(found->gap.days);
            (found->gap.in_full ? made_.days_[day].has_long : made_.days_[day].has_short) = true;
            line.pieces.push_back({std::exchange(before, {}), day, found->gap.in_full});
            head.remove_prefix(found->end);
        }
        line.rest = before.append(head);
    }

private:
    void mark(Template::What what, std::size_t which) { made_.gaps_.push_back({made_.text_.size(), what, which}); }

    Template& made_;
    Date first_;
};

std::size_t Template::day(int days) {
    const auto known = std::find_if(days_.begin(), days_.end(), [&](const Day& each) { return each.days == days; });
    if (known != days_.end()) return static_cast<std::size_t>(known - days_.begin());
    auto& made = days_.emplace_back();
    made.days = days;
    return days_.size() - 1;
}

Template::Template(const Prepared& prepared, const Plan& plan, For gaps) : prepared_(&prepared) {
    GapPen pen(*this, plan.sessions.front());
    Walk walk(prepared, plan, gaps);
    std::vector<std::string> names;
    walk_plan(walk, names, [&](const Event& event) { write_event(pen, prepared, event); });
}

std::optional<Template> Template::of(const Prepared& prepared, const Plan& plan) {
    // A list is cut where it passes its limit, so what is the same with all dates long and all short is so with any.
    Template made(prepared, plan, For::long_gaps);
    const Template other(prepared, plan, For::short_gaps);
    if (made.text_ != other.text_ || made.gaps_ != other.gaps_ || made.lines_ != other.lines_) return std::nullopt;
    made.text_.shrink_to_fit();
    return made;
}

std::size_t Template::size() const {
    auto size = text_.capacity() + gaps_.capacity() * sizeof(Gap);
    for (const auto& name : names_) size += sizeof(std::string) + name.capacity();
    for (const auto& line : lines_) {
        size += sizeof line + line.rest.capacity();
        for (const auto& piece : line.pieces) size += sizeof piece + piece.before.capacity();
    }
    return size;
}

void Template::set_days(Date first) {
    // A morning's clients had their sessions on the same day.
    if (shown_from_ == first) return;
    shown_from_.reset();
    for (auto& day : days_) {
        const auto date = first + Days{day.days};
        for (auto* text : {&day.digits, &day.long_text, &day.short_text}) text->clear();
        add_date(day.digits, date);
        if (day.has_long) add_date_text(day.long_text, *prepared_, date, true);
        if (day.has_short) add_date_text(day.short_text, *prepared_, date, false);
    }
    shown_from_ = first;
}

void Template::fill_line(const Line& line, std::string& out) {
    unfolded_.clear();
    for (const auto& piece : line.pieces) {
        const auto& day = days_[piece.day];
        unfolded_.append(piece.before).append(piece.in_full ? day.long_text : day.short_text);
    }
    unfolded_ += line.rest;
    add_folded(out, unfolded_);
}

void Template::fill(const Plan& plan, std::string& out) {
    set_days(plan.sessions.front());
    const auto identities = identities_of(plan, prepared_->style.calendar.events);
    const auto stamp = new_stamp(prepared_->style, plan, nullptr);
    std::size_t done = 0;
    for (const auto& gap : gaps_) {
        out.append(text_, done, gap.at - done);
        done = gap.at;
        switch (gap.what) {
            case What::uid:
                identities.add(out, names_[gap.which]);
                break;
            case What::stamp:
                out += stamp;
                break;
            case What::date:
                out += days_[gap.which].digits;
                break;
            case What::description:
                fill_line(lines_[gap.which], out);
                break;
        }
    }
    out.append(text_, done);
}

}  // namespace smpcare::calendar

namespace smpcare {

CalendarTemplate::CalendarTemplate(std::unique_ptr<calendar::Template> made) : made_(std::move(made)) {}
CalendarTemplate::~CalendarTemplate() = default;

bool CalendarTemplate::append(const Plan& plan, std::string& out) {
    if (made_->events() == 0) return false;
    out += made_->prepared().head;
    if (made_->events() > 1) out += made_->prepared().name_lines;
    made_->fill(plan, out);
    out += calendar::file_foot;
    return true;
}

std::size_t CalendarTemplate::size() const { return made_->size(); }

bool CalendarTemplate::append_events(const Plan& plan, std::string& out) {
    made_->fill(plan, out);
    return made_->events() > 0;
}

}  // namespace smpcare
