#include "protocol/resolve/windows.hpp"

#include "protocol/read/words_of_fields.hpp"

#include <algorithm>

namespace smpcare::protocol {
namespace {

/// One end of one rule's window: what `after` and `before` lean on. Each leans on at most one other.
struct End {
    enum class State { fresh, on_path, done };
    const Given<BoundaryDraft>* given = nullptr;
    Boundary boundary;
    std::optional<std::size_t> leans_on;  ///< number of another end
    State state = State::fresh;
    bool broken = false;
    std::optional<int> day;  ///< once done: nothing where it is open or broken
};

class Resolver {
public:
    Resolver(const Draft& draft, const Directory& rules, const Protocol& protocol, Diagnostics& found)
        : draft_(draft), rules_(rules), protocol_(protocol), found_(found), ends_(2 * draft.rules.size()) {
        for (std::size_t rule = 0; rule < draft.rules.size(); ++rule) {
            declare(from_of(rule), draft.rules[rule].from, {});
            declare(through_of(rule), draft.rules[rule].through, {Boundary::Base::open, 0, {}});
        }
    }

    void resolve() {
        for (std::size_t end = 0; end < ends_.size(); ++end) follow(end);
    }

    void store(Protocol& protocol) const {
        for (std::size_t i = 0; i < protocol.rules.size(); ++i) {
            auto& rule = protocol.rules[i];
            const auto &from = ends_[from_of(i)], &through = ends_[through_of(i)];
            rule.declared_from = from.boundary;
            rule.declared_through = through.boundary;
            rule.from = from.day.value_or(0);
            // Where the first day could not be told, the last one proves nothing.
            if (!from.broken) rule.through = through.day;
        }
    }

private:
    static std::size_t from_of(std::size_t rule) { return 2 * rule; }
    static std::size_t through_of(std::size_t rule) { return 2 * rule + 1; }
    static bool is_from(std::size_t end) { return end % 2 == 0; }
    [[nodiscard]] const std::string& rule_of(std::size_t end) const { return protocol_.rules[end / 2].id; }
    [[nodiscard]] std::string name_of(std::size_t end) const {
        return rule_of(end) + (is_from(end) ? ".from" : ".through");
    }

    void declare(std::size_t end, const Given<BoundaryDraft>& given, const Boundary& absent) {
        auto& made = ends_[end];
        made.given = &given;
        made.boundary = given.value ? given.value->boundary : absent;
        made.broken = given.broken();
        if (made.broken) made.boundary.base = Boundary::Base::day;
        if (made.boundary.base != Boundary::Base::after && made.boundary.base != Boundary::Base::before) return;
        const auto rule = rules_.find(made.boundary.rule, given.value->rule_span);
        made.broken = !rule;
        if (!rule) return;
        if (draft_.rules[*rule].overridden.dropped) return refuse_dropped(end, *rule);
        made.leans_on = made.boundary.base == Boundary::Base::after ? through_of(*rule) : from_of(*rule);
        check_last(end, *rule);
    }

    /// Where a series is not over, nobody knows its last session, and so no other rule may wait for it.
    void check_last(std::size_t end, std::size_t other) {
        const auto &ours = draft_.rules[end / 2].count_from, &theirs = draft_.rules[other].count_from;
        if (ours.broken() || ours.or_else(CountFrom::each) == CountFrom::last) return;
        if (theirs.value != CountFrom::last) return;
        found_.error(Code::leans_on_last, ends_[end].given->value->rule_span, {rule_of(end), rule_of(2 * other)});
    }

    [[nodiscard]] bool is_dropped(std::size_t end) const { return draft_.rules[end / 2].overridden.dropped; }

    void refuse_dropped(std::size_t end, std::size_t other) {
        ends_[end].broken = true;
        if (!is_dropped(end))
            found_.error(Code::leans_on_dropped, draft_.rules[other].overridden.window.span,
                         {rule_of(end), rule_of(2 * other)});
    }

    /// Goes from end to end until one is known, then computes backwards.
    void follow(std::size_t start) {
        std::vector<std::size_t> path;
        auto at = start;
        for (; ends_[at].state == End::State::fresh; at = *ends_[at].leans_on) {
            ends_[at].state = End::State::on_path;
            path.push_back(at);
            if (!ends_[at].leans_on) break;
        }
        if (path.empty()) return;
        if (ends_[at].state == End::State::on_path && ends_[at].leans_on) refuse_circle(path, at);
        for (; !path.empty(); path.pop_back()) compute(path.back());
    }

    void refuse_circle(const std::vector<std::size_t>& path, std::size_t at) {
        std::vector<std::size_t> circle(std::find(path.begin(), path.end(), at), path.end());
        const auto place = [this](std::size_t end) {
            const auto& span = ends_[end].given->span;
            return std::pair(span.line, span.column);
        };
        const auto first =
            std::min_element(circle.begin(), circle.end(), [&](auto a, auto b) { return place(a) < place(b); });
        std::rotate(circle.begin(), first, circle.end());
        std::string chain;
        for (const auto end : circle) {
            chain += name_of(end) + ", ";
            ends_[end].broken = true;
        }
        chain += name_of(circle.front());
        found_.error(Code::leans_on_itself, ends_[circle.front()].given->value->rule_span, {chain});
    }

    void compute(std::size_t number) {
        auto& end = ends_[number];
        end.state = End::State::done;
        if (end.broken || end.boundary.base == Boundary::Base::open) return;
        long long day = end.boundary.days;
        if (end.leans_on) {
            const auto& other = ends_[*end.leans_on];
            end.broken = other.broken;
            if (end.broken) return;
            if (!other.day) return refuse(number, Code::leans_on_open, {name_of(number), end.boundary.rule});
            day += *other.day + (end.boundary.base == Boundary::Base::after ? 1 : -1);
        }
        if (is_from(number) && day < 0) return refuse(number, Code::negative_number, {day, field_of(number)});
        if (day > days_limit) return refuse(number, Code::number_too_large, {day, field_of(number), days_limit});
        end.day = static_cast<int>(day);
    }

    static std::string field_of(std::size_t end) { return is_from(end) ? "from" : "through"; }

    void refuse(std::size_t end, Code code, Args args) {
        ends_[end].broken = true;
        if (is_dropped(end)) return;
        // Where an override made the fault, it is said there and not in the file that was right without it.
        Overridden::Last cause{0, ends_[end].given->value->rule_span};
        for (auto at = std::optional{end}; at; at = ends_[*at].leans_on)
            if (const auto& over = draft_.rules[*at / 2].overridden.window; over.layer > cause.layer) cause = over;
        found_.error(code, cause.span, std::move(args));
    }

    const Draft& draft_;
    const Directory& rules_;
    const Protocol& protocol_;
    Diagnostics& found_;
    std::vector<End> ends_;
};

}  // namespace

void resolve_windows(const Draft& draft, const Directory& rules, Protocol& protocol, Diagnostics& found) {
    Resolver resolver{draft, rules, protocol, found};
    resolver.resolve();
    resolver.store(protocol);
}

}  // namespace smpcare::protocol
