#include "say/answer.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/steps.hpp"

#include <algorithm>
#include <optional>

namespace smpcare::say {

namespace {

/// The one rule that decides, if one alone does.
const Rule* deciding_rule(const Speaker& speaker, const Answer& answer) {
    std::optional<std::size_t> rule;
    const auto take = [&](std::size_t index) {
        if (rule && *rule != index) return false;
        rule = index;
        return true;
    };
    for (const auto& sign : answer.signs)
        for (const auto& warning : sign.call)
            if (sign.verdict == Verdict::call &&
                speaker.rule(warning.rule).help.value_or(Help::practitioner) == sign.help && !take(warning.rule))
                return nullptr;
    if (answer.verdict != Verdict::call)
        for (const auto& one : answer.activities)
            for (const auto& reason : one.because)
                if (!take(reason.rule)) return nullptr;
    return rule ? &speaker.rule(*rule) : nullptr;
}

/// Things with the same reason go together.
void join_alike(std::vector<AnswerRow>& reasons) {
    for (auto one = reasons.begin(); one != reasons.end(); ++one) {
        const auto is_alike = [&](const AnswerRow& other) { return other.text == one->text; };
        for (auto other = one + 1; (other = std::find_if(other, reasons.end(), is_alike)) != reasons.end();) {
            join(one->name, ", ", other->name);
            other = reasons.erase(other);
        }
    }
}

/// "sweating: Sweat stings. sauna, hot tub: Heat makes you sweat.": of the rules that bar or limit things. A name that
/// is the only one goes without saying.
std::string whys_of_things(const Speaker& speaker, const Answer& answer) {
    std::vector<AnswerRow> reasons;
    for (const auto& one : answer.activities)
        for (const auto& reason : one.because) {
            const auto why = one_line(speaker.rule(reason.rule).why);
            const auto name = bare_name(listed_name(speaker, reason.rule));
            const auto same = [&](const AnswerRow& other) { return other.name == name; };
            auto row = std::find_if(reasons.begin(), reasons.end(), same);
            if (row == reasons.end()) row = reasons.insert(row, {name, {}});
            if (row->text.find(why) == std::string::npos) join(row->text, " ", why);
        }
    std::erase_if(reasons, [](const AnswerRow& reason) { return reason.text.empty(); });
    join_alike(reasons);
    if (reasons.empty()) return {};
    const auto named = [&](const AnswerRow& reason) {
        return words::fill(speaker.words.common.labelled, reason.name, reason.text);
    };
    return words::fill(speaker.words.answer.why,
                       reasons.size() == 1 ? reasons.front().text : joined(reasons, " ", named));
}

/// A detail that says the why in its own words stands alone.
std::string why_and_detail(const Rule& rule) {
    auto why = one_line(rule.why);
    const auto detail = one_line(rule.detail);
    const bool said = detail.find(std::string_view(why).substr(0, why.rfind('.'))) != std::string::npos;
    if (said && !why.empty()) return detail;
    join(why, " ", detail);
    return why;
}

/// Of each rule that has a say: its title, and what it says of itself.
std::vector<std::string> whys_of(const Speaker& speaker, const Answer& answer) {
    std::vector<std::string> whys;
    const auto add = [&](std::size_t index) {
        const auto& rule = speaker.rule(index);
        const auto told = why_and_detail(rule);
        auto why = words::fill(speaker.words.common.labelled, one_line(rule.title), told);
        if (!told.empty() && std::find(whys.begin(), whys.end(), why) == whys.end()) whys.push_back(std::move(why));
    };
    for (const auto& sign : answer.signs) {
        for (const auto& expected : sign.expected) add(expected.rule);
        for (const auto& warning : sign.call) add(warning.rule);
    }
    for (const auto& one : answer.activities) {
        for (const auto& reason : one.because) add(reason.rule);
        for (const auto& rule : one.also) add(rule.rule);
    }
    return whys;
}

}  // namespace

Reasons reasons_of(const Speaker& speaker, const Answer& answer) {
    Reasons reasons{{}, {}, whys_of(speaker, answer)};
    if (const auto* rule = deciding_rule(speaker, answer)) {
        const auto labelled = [&](const std::string& text) {
            return text.empty() ? text : words::fill(speaker.words.answer.why, text);
        };
        reasons.why = labelled(one_line(rule->why));
        reasons.detail = labelled(why_and_detail(*rule));
    } else if (answer.signs.empty()) {
        reasons.why = whys_of_things(speaker, answer);
    }
    return reasons;
}

}  // namespace smpcare::say
