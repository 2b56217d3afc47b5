#include "batch/engine/shapes.hpp"

#include <algorithm>
#include <utility>

namespace smpcare::batch {
namespace {

/// A plan takes some 20 KB, the template of its calendar as much as the file; most batches hold a handful of shapes.
constexpr std::size_t most_shapes = 32;
constexpr std::size_t most_template_bytes = std::size_t{1} << 19;
/// A template costs as much as three calendars.
constexpr int uses_for_template = 4;

int reach_of(const Protocol& protocol) {
    int reach = 0;
    for (const auto& rule : protocol.rules) {
        reach = std::max({reach, rule.from, rule.through.value_or(0), rule.target.value_or(0)});
        if (rule.until) reach = std::max(reach, protocol.events[*rule.until].by);
    }
    return reach;
}

/// Texts end with a zero and numbers with a blank, so no two cases have one key.
void add_to(std::string& key, std::string_view text) { (key += text) += '\0'; }
void add_to(std::string& key, long number) { (key += std::to_string(number)) += ' '; }

/// Writes all that a plan depends on to `key`, but for what move_plan and name_client set anew: the date of the first
/// session, and who the client is. A case that differs in anything else must get another key, or it would get another
/// client's plan. So every member is bound: a new one does not compile until it is decided here.
void key_of(const Case& client, std::string& key) {
    const auto& [id, name, labels, sessions, planned, facts, observed, planned_span] = client;
    const auto first = sessions.front().date;
    key.clear();
    add_to(key, planned.value_or(-1));
    add_to(key, static_cast<long>(sessions.size()));
    for (const auto& [date, span] : sessions) add_to(key, day_number(first, date));
    add_to(key, static_cast<long>(facts.size()));
    for (const auto& [fact, truth, span] : facts) {
        add_to(key, fact);
        add_to(key, static_cast<long>(truth));
    }
    for (const auto& [event, date, span] : observed) {
        add_to(key, event);
        add_to(key, day_number(first, date));
    }
}

void name_client(Plan& plan, const Case& client) {
    plan.client_id = client.id;
    plan.client_name = client.name;
    plan.labels = client.labels;
}

void move_end(std::optional<Date>& date, Days days) {
    if (date) *date += days;
}

void move_window(Window& window, Days days) {
    auto& [kind, start, end, after_sessions, target] = window;
    start += days;
    move_end(end, days);
    move_end(target, days);
}

void move_cut(Cut& cut, Days days) {
    auto& [start, end, by] = cut;
    start += days;
    move_end(end, days);
}

void move_item(Item& item, Days days) {
    auto& [rule, unknown, provisional, declared, windows, cuts] = item;
    for (auto& window : declared) move_window(window, days);
    for (auto& window : windows) move_window(window, days);
    for (auto& cut : cuts) move_cut(cut, days);
}

}  // namespace

/// As in key_of, every member is bound, so that a new one with a date in it is not forgotten.
void move_plan(Plan& plan, Days days) {
    auto& [protocol, client_id, client_name, labels, sessions, series, planned, more_sessions, facts, answered,
           observed, items, notices] = plan;
    for (auto& date : sessions) date += days;
    for (auto& dates : observed)
        for (auto& date : dates) date += days;
    for (auto& item : items) move_item(item, days);
}

PlanShapes::PlanShapes(const Protocol& protocol, const CalendarWriter* calendar)
    : protocol_(protocol), reach_(reach_of(protocol)), calendar_(calendar) {
    // Iterators hold for as long as nothing is hashed anew.
    known_.reserve(most_shapes + 1);
}

const Plan* PlanShapes::make_new(const Case& client, std::string key, bool safe, Diagnostics& diagnostics) {
    auto made = make_plan(protocol_, client, Scope::listed, diagnostics);
    if (!made) return nullptr;
    // A notice about the client names the row that it was made for.
    if (!safe || made->notices.size() > protocol_.notices.size()) {
        single_ = std::move(made);
        return &*single_;
    }
    return keep(std::move(key), std::move(*made));
}

const Plan* PlanShapes::keep(std::string key, Plan plan) {
    if (kept_.size() == most_shapes) {
        const auto last = kept_[oldest_];
        if (last->second.calendar) template_bytes_ -= last->second.calendar->size();
        known_.erase(last);
    }
    const auto made = known_.emplace(std::move(key), Shape{std::move(plan), 1, nullptr}).first;
    if (kept_.size() < most_shapes)
        kept_.push_back(made);
    else
        kept_[std::exchange(oldest_, (oldest_ + 1) % most_shapes)] = made;
    return &made->second.plan;
}

void PlanShapes::use(Shape& shape) {
    const bool has_room = template_bytes_ + template_size_ <= most_template_bytes;
    if (++shape.uses == uses_for_template && calendar_ != nullptr && has_room) {
        shape.calendar = calendar_->make_template(shape.plan);
        template_size_ = shape.calendar ? shape.calendar->size() : 0;
        if (template_bytes_ + template_size_ > most_template_bytes)
            shape.calendar.reset();
        else
            template_bytes_ += template_size_;
    }
    calendar_at_hand_ = shape.calendar.get();
}

const Plan* PlanShapes::plan(const Case& client, Diagnostics& diagnostics) {
    calendar_at_hand_ = nullptr;
    bool safe = !client.sessions.empty();
    for (const auto& session : client.sessions) safe = safe && moved(session.date, reach_).has_value();
    for (const auto& seen : client.observed) safe = safe && in_range(seen.date);
    if (!safe) return make_new(client, {}, false, diagnostics);
    key_of(client, key_);
    const auto found = known_.find(key_);
    if (found == known_.end()) return make_new(client, key_, true, diagnostics);
    auto& shape = found->second;
    auto& plan = shape.plan;
    const auto first = std::min_element(client.sessions.begin(), client.sessions.end(),
                                        [](const auto& a, const auto& b) { return a.date < b.date; });
    move_plan(plan, first->date - plan.sessions.front());
    name_client(plan, client);
    use(shape);
    return &plan;
}

bool PlanShapes::append_calendar(const Plan& plan, std::string& out) {
    return calendar_at_hand_ != nullptr ? calendar_at_hand_->append(plan, out) : calendar_->append(plan, nullptr, out);
}

bool PlanShapes::append_events(const Plan& plan, std::string& out) {
    return calendar_at_hand_ != nullptr ? calendar_at_hand_->append_events(plan, out)
                                        : calendar_->append_events(plan, nullptr, out);
}

}  // namespace smpcare::batch
