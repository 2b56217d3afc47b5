#include "unit/plan/model.hpp"

#include <algorithm>

namespace smpcare::testing {
namespace {

/// The case, asked in loops.
class Oracle {
public:
    Oracle(const Protocol& protocol, const Case& client) : protocol_(protocol), client_(client) {
        std::set<Date> dates;
        for (const auto& session : client.sessions) dates.insert(session.date);
        sessions_.assign(dates.begin(), dates.end());
        int number = 0;
        for (std::size_t i = 0; i < sessions_.size(); ++i) {
            if (i > 0 && (sessions_[i] - sessions_[i - 1]).count() > protocol.series_gap) ++number;
            series_.push_back(number);
        }
    }

    const std::vector<Date>& sessions() const { return sessions_; }

    Truth truth(std::size_t fact) const {
        const std::string& id = protocol_.facts[fact].id;
        if (id == "more-sessions" && client_.planned) return *client_.planned > known() ? Truth::yes : Truth::no;
        for (const auto& answer : client_.facts)
            if (answer.fact == id) return answer.truth;
        return Truth::unknown;
    }

    bool more_to_come() const {
        if (client_.planned) return *client_.planned > known();
        for (std::size_t fact = 0; fact < protocol_.facts.size(); ++fact)
            if (protocol_.facts[fact].id == "more-sessions") return truth(fact) == Truth::yes;
        return false;
    }

    /// An appointment that the protocol has for those who have more sessions before them.
    bool brought_by_sessions(const Rule& rule) const {
        if (rule.kind != Kind::visit) return false;
        for (const auto* facts : {&rule.when, &rule.relevant_to})
            for (const std::size_t fact : *facts)
                if (protocol_.facts[fact].id == "more-sessions") return true;
        return false;
    }

    /// Days from session `i` to the latest observation that belongs to it.
    std::optional<int> seen_after(std::size_t i, std::size_t event) const {
        std::optional<int> latest;
        for (const auto& seen : client_.observed) {
            if (seen.event != protocol_.events[event].id) continue;
            std::optional<std::size_t> owner;
            for (std::size_t j = 0; j < sessions_.size(); ++j)
                if (sessions_[j] < seen.date) owner = j;
            const int after = day_number(sessions_[i], seen.date);
            if (owner == i && (!latest || after > *latest)) latest = after;
        }
        return latest;
    }

    bool counts(const Rule& rule, std::size_t i) const {
        if (rule.count_from == CountFrom::first) return i == 0 || series_[i - 1] != series_[i];
        if (rule.count_from == CountFrom::last) return i + 1 == series_.size() || series_[i + 1] != series_[i];
        return true;
    }

    /// Does session `i` put the rule in force on `day` by the rule's own days?
    bool own(const Rule& rule, std::size_t i, Date day) const {
        if (!counts(rule, i) || overtaken(rule, i, day)) return false;
        const int n = day_number(sessions_[i], day);
        if (rule.through) {
            int through = *rule.through;
            if (rule.until)
                if (const auto seen = seen_after(i, *rule.until)) through = std::max(through, *seen - 1);
            if (n > through) return false;
        }
        if (rule.count_from == CountFrom::last && without_gap(rule.kind)) {
            std::size_t first = i;
            while (first > 0 && series_[first - 1] == series_[i]) --first;
            return day_number(sessions_[first], day) >= rule.from;
        }
        return n >= rule.from;
    }

    /// Does session `i` keep the rule on as `limit` on `day`, waiting for its event?
    bool tail(const Rule& rule, std::size_t i, Date day) const {
        if (!rule.until || !rule.through || !counts(rule, i) || seen_after(i, *rule.until)) return false;
        const int n = day_number(sessions_[i], day);
        return n > *rule.through && n <= protocol_.events[*rule.until].by;
    }

    std::set<int> behind(const Rule& rule, std::size_t i) const {
        std::set<int> numbers;
        for (std::size_t j = 0; j < sessions_.size(); ++j) {
            const bool whole_series = rule.count_from == CountFrom::last && without_gap(rule.kind);
            if (j == i || (whole_series && series_[j] == series_[i])) numbers.insert(static_cast<int>(j) + 1);
        }
        return numbers;
    }

private:
    static bool without_gap(Kind kind) {
        return kind == Kind::avoid || kind == Kind::ask || kind == Kind::limit || kind == Kind::do_;
    }

    int known() const { return static_cast<int>(std::count(series_.begin(), series_.end(), series_.back())); }

    /// Is there a later session (or series) begun by `day`, where the rule looks only at the latest?
    bool overtaken(const Rule& rule, std::size_t i, Date day) const {
        if (rule.kind == Kind::avoid || rule.kind == Kind::ask || rule.kind == Kind::limit || rule.kind == Kind::visit)
            return false;
        for (std::size_t j = i + 1; j < sessions_.size(); ++j) {
            const bool rival = rule.count_from == CountFrom::each || series_[j] != series_[i];
            if (rival && sessions_[j] <= day) return true;
        }
        return false;
    }

    const Protocol& protocol_;
    const Case& client_;
    std::vector<Date> sessions_;
    std::vector<int> series_;
};

std::set<int> own_sessions(const Oracle& oracle, const Rule& rule, Date day) {
    std::set<int> numbers;
    for (std::size_t i = 0; i < oracle.sessions().size(); ++i)
        if (oracle.own(rule, i, day)) numbers.merge(oracle.behind(rule, i));
    return numbers;
}

std::set<int> tail_sessions(const Oracle& oracle, const Rule& rule, Date day) {
    std::set<int> numbers;
    for (std::size_t i = 0; i < oracle.sessions().size(); ++i)
        if (oracle.tail(rule, i, day)) numbers.insert(static_cast<int>(i) + 1);
    return numbers;
}

ModelDay declared_day(const Oracle& oracle, const Rule& rule, Date day) {
    ModelDay result;
    result.after = own_sessions(oracle, rule, day);
    std::set<int> waiting = tail_sessions(oracle, rule, day);
    if (!result.after.empty()) {
        result.kind = rule.kind;
        if (rule.kind == Kind::limit) result.after.merge(waiting);
    } else if (!waiting.empty()) {
        result.kind = Kind::limit;
        result.after = waiting;
    }
    return result;
}

bool same_window(const Oracle& oracle, const Rule& rule, const ModelDay& today, const ModelDay& tomorrow, Date day) {
    if (!today.kind || today.kind != tomorrow.kind) return false;
    if (rule.kind != Kind::visit) return true;
    for (std::size_t i = 0; i < oracle.sessions().size(); ++i)
        if (oracle.own(rule, i, day) && oracle.own(rule, i, day + Days{1})) return true;
    return false;
}

/// A window names the sessions behind any of its days.
void share_sessions(std::vector<ModelDay>& days) {
    for (std::size_t begin = 0; begin < days.size();) {
        std::size_t end = begin;
        std::set<int> all = days[begin].after;
        while (days[end].joined_to_next && end + 1 < days.size()) {
            ++end;
            all.insert(days[end].after.begin(), days[end].after.end());
        }
        for (std::size_t i = begin; i <= end; ++i) days[i].after = all;
        begin = end + 1;
    }
}

int strength(Kind kind) {
    if (kind == Kind::avoid) return 4;
    if (kind == Kind::ask) return 3;
    return kind == Kind::limit ? 2 : kind == Kind::do_ ? 1 : 0;
}

bool has(const std::vector<std::size_t>& list, std::size_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

void cut_day(const Protocol& protocol, Model& model, std::size_t rule, std::size_t day) {
    ModelDay& state = model.rules[rule].days[day];
    if (!state.kind) return;
    std::set<std::size_t> by;
    for (const std::size_t activity : protocol.rules[rule].activities) {
        bool beaten = false;
        for (std::size_t other = 0; other < model.rules.size(); ++other) {
            const ModelRule& rival = model.rules[other];
            if (!rival.in_plan || !rival.unknown.empty() || !rival.days[day].kind || strength(*state.kind) == 0)
                continue;
            if (strength(*rival.days[day].kind) <= strength(*state.kind)) continue;
            if (!has(protocol.rules[other].activities, activity)) continue;
            beaten = true;
            by.insert(other);
        }
        if (!beaten) state.activities.push_back(activity);
    }
    if (state.activities.empty()) state.by = by;
}

ModelRule model_rule(const Protocol& protocol, const Oracle& oracle, const Rule& rule, Scope scope) {
    ModelRule result;
    bool hidden = rule.vanished;
    for (const std::size_t fact : rule.when) hidden = hidden || oracle.truth(fact) == Truth::no;
    for (const std::size_t fact : rule.unless) hidden = hidden || oracle.truth(fact) == Truth::yes;
    if (scope == Scope::listed)
        for (const std::size_t fact : rule.relevant_to) hidden = hidden || oracle.truth(fact) == Truth::no;
    result.in_plan = !hidden;
    result.provisional =
        oracle.more_to_come() && rule.count_from == CountFrom::last && !oracle.brought_by_sessions(rule);
    for (std::size_t fact = 0; fact < protocol.facts.size(); ++fact)
        if (oracle.truth(fact) == Truth::unknown && (has(rule.when, fact) || has(rule.unless, fact)))
            result.unknown.push_back(fact);
    return result;
}

}  // namespace

Model model_of(const Protocol& protocol, const Case& client, Scope scope) {
    const Oracle oracle(protocol, client);
    Model model;
    model.sessions = oracle.sessions();
    model.first = oracle.sessions().front() - Days{3};
    const int length = std::max(144, day_number(model.first, oracle.sessions().back()) + 90);
    for (const Rule& rule : protocol.rules) {
        ModelRule result = model_rule(protocol, oracle, rule, scope);
        for (int i = 0; i < length; ++i)
            result.days.push_back(result.in_plan ? declared_day(oracle, rule, model.first + Days{i}) : ModelDay{});
        for (std::size_t i = 0; i + 1 < result.days.size(); ++i)
            result.days[i].joined_to_next =
                same_window(oracle, rule, result.days[i], result.days[i + 1], model.date(i));
        share_sessions(result.days);
        model.rules.push_back(std::move(result));
    }
    for (std::size_t rule = 0; rule < model.rules.size(); ++rule)
        for (std::size_t i = 0; i < model.size(); ++i) cut_day(protocol, model, rule, i);
    return model;
}

}  // namespace smpcare::testing
