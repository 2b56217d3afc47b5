#include "format/handout/handout.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/handout/parts/glosses.hpp"
#include "format/handout/parts/messages.hpp"
#include "format/handout/parts/short_dates.hpp"
#include "say/changes.hpp"
#include "say/dates.hpp"
#include "say/lists.hpp"
#include "say/phrases.hpp"
#include "say/repeats.hpp"
#include "say/steps.hpp"

namespace smpcare::format {

namespace {

std::vector<NamedText> head_of(const say::Speaker& speaker) {
    const auto& words = speaker.words;
    const auto& plan = speaker.plan;
    std::vector<NamedText> head;
    const auto name = one_line(plan.client_name), id = one_line(plan.client_id);
    const bool both = !name.empty() && !id.empty();
    if (both)
        head.push_back({std::string(words.handout.client), words::fill(words.common.noted, name, id)});
    else if (!name.empty() || !id.empty())
        head.push_back({std::string(words.handout.client), name + id});
    for (const auto& [key, text] : plan.labels) head.push_back({one_line(key), one_line(text)});
    for (auto& line : say::session_lines(speaker)) head.push_back({std::move(line.name), std::move(line.dates)});
    if (plan.more_sessions == Truth::yes)
        head.push_back({std::string(words.common.to_come), std::string(words.common.ends_wait)});
    return head;
}

/// What the clinic changed, in its own words; where it gave none, that it did.
std::vector<NamedText> advice_of(const say::Speaker& speaker) {
    const auto& texts = speaker.words.handout;
    std::vector<NamedText> lines;
    std::string wordless;
    for (const auto& item : speaker.plan.items) {
        const auto& rule = speaker.rule(item.rule);
        const auto advice = say::own_advice(speaker.protocol(), rule);
        if (!advice.changed) continue;
        auto reason = joined(advice.reasons, speaker.words.common.separator);
        if (advice.dropped)
            reason = reason.empty() ? std::string(texts.left_out) : words::fill(texts.left_out_for, reason);
        if (reason.empty())
            join(wordless, ", ", say::listed_name(rule));
        else
            lines.push_back({one_line(rule.title), std::move(reason)});
    }
    if (!wordless.empty()) lines.push_back({std::string(texts.own_days), std::move(wordless)});
    return lines;
}

std::string reviewed_line(const Protocol& protocol, const words::Words& words) {
    const auto name = one_line(protocol.reviewed_by);
    if (name.empty()) return std::string(words.handout.not_reviewed);
    if (!protocol.reviewed) return words::fill(words.handout.reviewed_by, name);
    return words::fill(words.handout.reviewed_by_on, name, say::day_month_year(*protocol.reviewed, words));
}

/// With a last day that the page tells for an example.
std::string until_means(const say::Speaker& speaker, const std::vector<Lane>& lanes) {
    const auto& texts = speaker.words.handout;
    auto last = speaker.plan.sessions.front();
    for (const auto& lane : lanes)
        if (lane.days.size() == 1) last = lane.days.front().end.value_or(last);
    return words::fill(texts.until_means, words::fill(texts.until, step_date(speaker, last)));
}

/// The lists of page 1, where each hard word is explained once.
void explain(Handout& handout, const words::Words& words) {
    Glosses glosses(words);
    for (auto& lane : handout.lanes)
        for (auto& name : lane.names) name = glosses.explained(name);
    for (auto& row : handout.steps)
        for (auto& part : row.parts) part.names = glosses.explained(part.names);
}

/// Whether two pages have no room for it. A third sheet then takes what goes over, and no page is left half empty.
bool is_long(const Handout& handout) {
    constexpr std::size_t most_sessions = 2, most_entries = 95;
    std::size_t entries = 0;
    for (const auto& group : handout.groups) entries += group.entries.size();
    return handout.sessions > most_sessions || entries > most_entries;
}

/// A copy without an id, whose title names nothing.
bool is_neutral(const Protocol& protocol) { return protocol.id.empty(); }

void add_head(Handout& handout, const say::Speaker& speaker) {
    const auto& protocol = speaker.protocol();
    handout.title = is_neutral(protocol) ? one_line(protocol.title) : std::string(speaker.words.handout.page_title);
    handout.clinic = one_line(protocol.clinic.name);
    handout.address = one_line(protocol.clinic.address);
    handout.web = web_of(protocol.clinic);
    handout.head = head_of(speaker);
    handout.client = one_line(speaker.plan.client_name.empty() ? speaker.plan.client_id : speaker.plan.client_name);
    handout.sessions = speaker.plan.sessions.size();
    handout.calls = call_rows(speaker);
    handout.summary = one_line(protocol.summary);
    handout.foot = {std::string(speaker.words.common.not_advice), reviewed_line(protocol, speaker.words)};
    if (!is_neutral(protocol))
        handout.foot.push_back(words::fill(speaker.words.handout.rules_title, one_line(protocol.title)));
    handout.foot.push_back(say::rules_line(protocol, speaker.words));
}

}  // namespace

Handout make_handout(const say::Speaker& speaker, const Style& style) {
    Handout handout;
    add_head(handout, speaker);
    const auto found = steps(speaker.plan);
    const bool shows_today = style.today && say::is_within(speaker.plan, *style.today);
    if (shows_today) handout.now = now_of(speaker, found, *style.today);
    handout.messages = page_messages(speaker, shows_today ? style.today : std::nullopt);
    handout.first_days = first_days(speaker, found);
    handout.lanes = lanes_of(speaker);
    handout.until_means = until_means(speaker, handout.lanes);
    handout.steps = step_rows(speaker, found);
    handout.visits = visits(speaker);
    explain(handout, speaker.words);
    Marks marks;
    handout.groups = groups_of(speaker, marks);
    handout.flows = is_long(handout);
    handout.marks = marks.lines(speaker.words);
    handout.own_advice = advice_of(speaker);
    for (const auto& notice : speaker.plan.notices)
        if (!is_for_practitioners(notice.code)) handout.notices.push_back(one_line(message(notice, style.language)));
    // Only notices count days here; all else has dates.
    if (!handout.notices.empty()) handout.foot.push_back(say::day_line(speaker.protocol(), speaker.words));
    return handout;
}

}  // namespace smpcare::format
