#include "format/calendar/template.hpp"

#include <algorithm>
#include <utility>

namespace smpcare::calendar {

namespace {

/// Where in `all` the first stands that `is_it`; where none does, behind them, a new one made of `parts`.
template <class Things, class IsIt, class... Parts>
std::size_t place_in(Things& all, const IsIt& is_it, Parts... parts) {
    const auto known = std::find_if(all.begin(), all.end(), is_it);
    const auto place = static_cast<std::size_t>(known - all.begin());
    if (known == all.end()) all.push_back({parts...});
    return place;
}

}  // namespace

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
    void date(Date day) {
        const int days = day_number(first_, day);
        mark(Template::What::date, place_in(
                                       made_.digits_, [&](const auto& known) { return known.days == days; }, days));
    }
    void sequence() { made_.text_ += '0'; }
    void line(std::string_view name, std::string_view told) {
        const bool goes_on = name.empty();
        const auto whole = std::string(name).append(told);
        std::string_view text = whole;
        if (!find_gap(text)) return goes_on ? add_folded_on(made_.text_, text) : add_folded(made_.text_, text);
        mark(Template::What::line, made_.lines_.size());
        auto& line = made_.lines_.emplace_back(Template::Line{goes_on});
        for (auto found = find_gap(text); found; found = find_gap(text)) {
            const auto date = place_in(
                made_.in_words_, [&](const auto& known) { return known.gap == found->gap; }, found->gap);
            line.pieces.push_back({std::string(text.substr(0, found->at)), date});
            text.remove_prefix(found->end);
        }
        line.rest = text;
    }

private:
    void mark(Template::What what, std::size_t which) { made_.gaps_.push_back({made_.text_.size(), what, which}); }

    Template& made_;
    Date first_;
};

Template::Template(const Prepared& prepared, const Plan& plan) : prepared_(&prepared) {
    GapPen pen(*this, plan.sessions.front());
    Walk walk(prepared, plan, For::template_);
    std::vector<std::string> names;
    walk_plan(walk, names, [&](const Event& event) { write_event(pen, prepared, event); });
    text_.shrink_to_fit();
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

void Template::set_dates(Date first) {
    // A morning's clients had their sessions on the same day.
    if (shown_from_ == first) return;
    shown_from_.reset();
    for (auto& [days, text] : digits_) {
        text.clear();
        add_date(text, first + Days{days});
    }
    for (auto& [gap, text] : in_words_) {
        text.clear();
        add_gap_date(text, prepared_->words, first, gap);
    }
    shown_from_ = first;
}

void Template::fill_line(const Line& line, std::string& out) {
    unfolded_.clear();
    for (const auto& piece : line.pieces) unfolded_.append(piece.before).append(in_words_[piece.date].text);
    unfolded_ += line.rest;
    line.goes_on ? add_folded_on(out, unfolded_) : add_folded(out, unfolded_);
}

namespace {

void add_identity(std::string& out, std::string_view name, const UuidMaker& own, const UuidMaker& shared) {
    if (name.starts_with(shared_mark))
        shared.add(out, name.substr(1));
    else
        own.add(out, name);
}

}  // namespace

void Template::fill(const Plan& plan, std::string& out) {
    set_dates(plan.sessions.front());
    const auto identities = identities_of(plan, prepared_->style.calendar.events);
    const auto shared = shared_identities_of(plan);
    const auto stamp = new_stamp(prepared_->style, plan, nullptr);
    std::size_t done = 0;
    for (const auto& gap : gaps_) {
        out.append(text_, done, gap.at - done);
        done = gap.at;
        switch (gap.what) {
            case What::uid:
                add_identity(out, names_[gap.which], identities, shared);
                break;
            case What::stamp:
                out += stamp;
                break;
            case What::date:
                out += digits_[gap.which].text;
                break;
            case What::line:
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
