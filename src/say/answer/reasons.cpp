#include "say/answer/answer.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "say/answer/road.hpp"
#include "say/steps.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace smpcare::say {

namespace {

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

/// Of the rules that bar or limit things: "sweating: Sweat stings. sauna, hot tub: Heat makes you sweat." A name that
/// is the only one goes without saying.
std::string whys_of_things(const Speaker& speaker, const Answer& answer) {
    std::vector<AnswerRow> reasons;
    for (const auto& one : answer.activities)
        for (const auto& reason : one.because) {
            const auto why = one_line(speaker.rule(reason.rule).why);
            const auto name = split_name(listed_name(speaker, reason.rule)).what;
            const auto same = [&](const AnswerRow& other) { return other.name == name; };
            auto row = std::find_if(reasons.begin(), reasons.end(), same);
            if (row == reasons.end()) row = reasons.insert(row, {name, {}});
            if (row->text.find(why) == std::string::npos) join(row->text, " ", why);
        }
    std::erase_if(reasons, [](const AnswerRow& reason) { return reason.text.empty(); });
    join_alike(reasons);
    if (reasons.size() == 1) return reasons.front().text;
    return joined(reasons, " ", [&](const AnswerRow& reason) {
        return words::fill(speaker.words.common.labelled, reason.name, reason.text);
    });
}

/// The rules that say what to do instead, each once.
std::vector<const Rule*> guides_of(const Speaker& speaker, const Answer& answer) {
    std::vector<const Rule*> guides;
    for (const auto& one : answer.activities) {
        const auto* guide = guide_of(answer, one);
        const auto* rule = guide == nullptr ? nullptr : &speaker.rule(guide->rule);
        if (rule != nullptr && std::find(guides.begin(), guides.end(), rule) == guides.end()) guides.push_back(rule);
    }
    return guides;
}

/// Of signs: what is normal, or whom to call.
std::vector<const Rule*> rules_of_signs(const Speaker& speaker, const Answer& answer) {
    std::vector<const Rule*> rules;
    for (const auto& sign : answer.signs) {
        for (const auto& expected : sign.expected)
            if (answer.verdict == Verdict::normal && expected.covers(answer.from))
                rules.push_back(&speaker.rule(expected.rule));
        for (const auto& warning : sign.call)
            if (sign.verdict == Verdict::call && sign.help == speaker.rule(warning.rule).help)
                rules.push_back(&speaker.rule(warning.rule));
    }
    return rules;
}

/// What the details say beside the why. A question goes with the sentence that answers it.
std::vector<std::string> sentences_of(const Rule& rule) {
    const auto detail = one_line(rule.detail);
    std::vector<std::string> sentences;
    for (std::size_t begin = 0, at = 0; at < detail.size(); ++at) {
        const bool is_last = at + 1 == detail.size();
        if (!is_last && (detail[at] != '.' || detail[at + 1] != ' ')) continue;
        sentences.push_back(detail.substr(begin, at + 1 - begin));
        begin = at + 2;
    }
    const auto why = one_line(rule.why);
    const auto said = std::string_view(why).substr(0, why.rfind('.'));
    std::erase_if(sentences, [&](const std::string& sentence) {
        return !said.empty() && sentence.find(said) != std::string::npos;
    });
    return sentences;
}

void add_new(std::vector<std::string>& sentences, const std::string& sentence) {
    if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end()) sentences.push_back(sentence);
}

/// The first sentence of each, then the second of each, and so on.
void add_in_turn(std::vector<std::string>& sentences, const std::vector<const Rule*>& rules, std::size_t most_of_each) {
    std::vector<std::vector<std::string>> told;
    for (const auto* rule : rules) told.push_back(sentences_of(*rule));
    for (std::size_t i = 0; i < most_of_each; ++i)
        for (const auto& of_rule : told)
            if (i < of_rule.size()) add_new(sentences, of_rule[i]);
}

constexpr std::size_t most_of_each = 2, all_of_it = 20;

std::vector<std::string> how_to(const Speaker& speaker, const Answer& answer) {
    std::vector<std::string> sentences;
    add_in_turn(sentences, rules_of_signs(speaker, answer), all_of_it);
    if (answer.verdict == Verdict::call) return sentences;
    auto rules = guides_of(speaker, answer);
    for (const auto& one : answer.activities)
        for (const auto& reason : one.because) {
            const auto* rule = &speaker.rule(reason.rule);
            if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
        }
    add_in_turn(sentences, rules, rules.size() == 1 ? all_of_it : most_of_each);
    return sentences;
}

std::string why_of(const Speaker& speaker, const Answer& answer) {
    std::vector<std::string> whys;
    const auto add = [&](std::string why) {
        if (!why.empty() && std::find(whys.begin(), whys.end(), why) == whys.end()) whys.push_back(std::move(why));
    };
    for (const auto* rule : rules_of_signs(speaker, answer)) add(one_line(rule->why));
    if (answer.verdict != Verdict::call)
        for (const auto* rule : guides_of(speaker, answer)) add(one_line(rule->why));
    return joined(whys, " ");
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
    const bool calls = answer.verdict == Verdict::call;
    return {why_of(speaker, answer), calls ? std::string() : whys_of_things(speaker, answer), how_to(speaker, answer),
            whys_of(speaker, answer)};
}

}  // namespace smpcare::say
