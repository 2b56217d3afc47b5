#include "batch/engine/shapes.hpp"

#include <algorithm>
#include <utility>

namespace smpcare::batch {
namespace {

/// A plan takes some 20 KB, the template of its calendar as much as the file; most batches hold a handful of shapes.
constexpr std::size_t most_shapes = 32;
constexpr std::size_t most_template_bytes = std::size_t{1} << 18;
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

void append(std::string& key, std::string_view text, long number) {
    key += text;
    key += '\0';
    key += std::to_string(number);
    key += ' ';
}

/// All that a plan depends on, the date of the first session given aside.
void key_of(const Case& client, std::string& key) {
    const auto first = client.sessions.front().date;
    key.clear();
    append(key, "planned", client.planned.value_or(-1));
    for (const auto& session : client.sessions) append(key, "", day_number(first, session.date));
    for (const auto& answer : client.facts) append(key, answer.fact, static_cast<long>(answer.truth));
    for (const auto& seen : client.observed) append(key, seen.event, day_number(first, seen.date));
}

void name_client(Plan& plan, const Case& client) {
    plan.client_id = client.id;
    plan.client_name = client.name;
    plan.labels = client.labels;
}

void move_end(std::optional<Date>& date, Days days) {
    if (date) *date += days;
}

}  // namespace

void move_plan(Plan& plan, Days days) {
    const auto move_windows = [days](std::vector<Window>& windows) {
        for (auto& window : windows) {
            window.start += days;
            move_end(window.end, days);
            move_end(window.target, days);
        }
    };
    for (auto& date : plan.sessions) date += days;
    for (auto& dates : plan.observed)
        for (auto& date : dates) date += days;
    for (auto& item : plan.items) {
        move_windows(item.declared);
        move_windows(item.windows);
        for (auto& cut : item.cuts) {
            cut.start += days;
            move_end(cut.end, days);
        }
    }
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

}  // namespace smpcare::batch
