#pragma once

#include <smpcare/calendar.hpp>
#include <smpcare/plan.hpp>

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace smpcare::batch {

/// Plans of one protocol, made by `make_plan` once for each shape of a case (the days between its dates, its facts)
/// and moved to the next client's dates: a plan depends on dates by their differences alone. A shape that comes often
/// also gets a template of its calendar. Only so many are kept, so memory does not grow with the clients.
class PlanShapes {
public:
    /// `calendar`, if any, must outlive this.
    explicit PlanShapes(const Protocol& protocol, const CalendarWriter* calendar = nullptr);

    /// The plan of `client`, good until the next call. Errors: those of make_plan.
    const Plan* plan(const Case& client, Diagnostics& diagnostics);
    /// Adds the calendar of that plan, or its events, as `calendar` would write them. False: it has none.
    bool append_calendar(const Plan& plan, std::string& out);
    bool append_events(const Plan& plan, std::string& out);
    /// Whether they are filled into a template.
    [[nodiscard]] bool has_template() const { return calendar_at_hand_ != nullptr; }

private:
    struct Shape {
        Plan plan;
        int uses = 1;
        std::unique_ptr<CalendarTemplate> calendar;
    };
    using Known = std::unordered_map<std::string, Shape>;
    const Plan* keep(std::string key, Plan plan);
    void use(Shape& shape);
    const Plan* make_new(const Case& client, std::string key, bool safe, Diagnostics& diagnostics);

    const Protocol& protocol_;
    int reach_ = 0;  ///< days after a session that no window passes
    std::string key_;
    const CalendarWriter* calendar_;
    Known known_;
    std::vector<Known::iterator> kept_;  ///< in the order in which they came, from the oldest on in a ring
    std::size_t oldest_ = 0;
    std::size_t template_bytes_ = 0;
    std::size_t template_size_ = 0;  ///< of the last one made; the next is much like it
    CalendarTemplate* calendar_at_hand_ = nullptr;
    std::optional<Plan> single_;
};

/// Every date of `plan` moved by `days`; none may leave the range.
void move_plan(Plan& plan, Days days);

}  // namespace smpcare::batch
