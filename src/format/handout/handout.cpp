#include "format/handout/handout.hpp"

#include "base/safe_text.hpp"
#include "say/dates.hpp"
#include "say/lists.hpp"
#include "say/repeats.hpp"

#include <algorithm>
#include <array>

namespace smpcare::format {

namespace {

constexpr std::array order{Kind::expect, Kind::warn, Kind::avoid, Kind::ask, Kind::limit, Kind::do_, Kind::visit};

/// One number and nothing else; its spaces and brackets are left out. Where a text may be two numbers there is no
/// link: a stroke parts them, few digits with a gap are two emergency numbers, and no number has more than 15.
std::string phone_link(std::string_view text) {
    constexpr std::size_t fewest = 3, fewest_in_groups = 7, most = 15;
    constexpr std::string_view trunk = "(0)";  // dialled only at home, so never behind a country's number
    std::string number;
    std::size_t gaps = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool abroad = number.starts_with('+') && text.substr(i).starts_with(trunk);
        if (abroad)
            i += trunk.size() - 1;
        else if (('0' <= text[i] && text[i] <= '9') || (text[i] == '+' && number.empty()))
            number += text[i];
        else if (std::string_view(" -.()").find(text[i]) != std::string_view::npos)
            ++gaps;
        else
            return {};
    }
    const auto digits = number.size() - (number.starts_with('+') ? 1 : 0);
    const bool one = (gaps > 0 ? fewest_in_groups : fewest) <= digits && digits <= most;
    return one ? "tel:" + number : std::string();
}

bool holds_only(std::string_view text, std::string_view further) {
    return std::all_of(text.begin(), text.end(), [&](char c) {
        const bool letter = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
        return letter || further.find(c) != std::string_view::npos;
    });
}

std::string mail_link(std::string_view text) {
    const bool good = std::count(text.begin(), text.end(), '@') == 1 && holds_only(text, "@.-_+");
    return good ? "mailto:" + std::string(text) : std::string();
}

std::string web_link(std::string_view text) {
    const bool web = text.starts_with("https://") || text.starts_with("http://");
    return web && holds_only(text, ":/.-_~?=&%#+,;@") ? std::string(text) : std::string();
}

void add_phones(std::vector<Contact>& contacts, const std::vector<std::string>& numbers) {
    for (const auto& number : numbers) {
        const auto text = one_line(number);
        contacts.push_back({text, phone_link(text)});
    }
}

std::vector<ContactLine> contacts_of(const Clinic& clinic, const words::Words& words) {
    ContactLine call{std::string(words.handout.call), {}};
    add_phones(call.contacts, clinic.phone);
    const auto mail = one_line(clinic.email), web = one_line(clinic.url);
    if (!mail.empty()) call.contacts.push_back({mail, mail_link(mail)});
    if (!web.empty()) call.contacts.push_back({web, web_link(web)});
    std::vector<ContactLine> lines{std::move(call)};
    ContactLine emergency{std::string(words.handout.emergency), {}};
    add_phones(emergency.contacts, clinic.emergency);
    if (!emergency.contacts.empty()) lines.push_back(std::move(emergency));
    return lines;
}

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

std::vector<Contact> calls_of(const Clinic& clinic, Help help) {
    std::vector<Contact> calls;
    if (help == Help::emergency) add_phones(calls, clinic.emergency);
    if (help == Help::practitioner) add_phones(calls, clinic.phone);
    return calls;
}

HandoutEntry entry_of(const say::Speaker& speaker, const Rule& rule) {
    HandoutEntry entry{one_line(rule.title), {}, {}, one_line(rule.detail)};
    if (rule.help) {
        entry.notes.emplace_back(speaker.words.phrases.help[static_cast<std::size_t>(*rule.help)]);
        entry.calls = calls_of(speaker.protocol().clinic, *rule.help);
    }
    auto frequency = say::frequency_phrase(speaker.words, rule);
    if (!frequency.empty()) entry.notes.push_back(std::move(frequency));
    return entry;
}

HandoutList list_of(const say::Speaker& speaker, Kind kind) {
    const auto heading = speaker.words.common.headings[static_cast<std::size_t>(kind)];
    HandoutList list{kind, std::string(heading), {}};
    auto& groups = list.groups;
    for (const auto* item : say::items_of(speaker, kind)) {
        auto dates = say::date_lines(speaker, *item);
        auto notes = say::note_lines(speaker, *item);
        const auto same = [&](const HandoutGroup& group) { return group.dates == dates && group.notes == notes; };
        // Signs keep their order, the most urgent first.
        const auto first = kind == Kind::warn && !groups.empty() ? groups.end() - 1 : groups.begin();
        auto group = std::find_if(first, groups.end(), same);
        if (group == groups.end()) group = groups.insert(group, {std::move(dates), std::move(notes), {}});
        group->entries.push_back(entry_of(speaker, speaker.rule(item->rule)));
    }
    return list;
}

HandoutNow::List now_list(const say::Speaker& speaker, const DayView& view, Kind kind) {
    const auto heading = speaker.words.common.headings[static_cast<std::size_t>(kind)];
    HandoutNow::List list{kind, std::string(heading), {}};
    for (const auto& group : say::by_end(speaker, view.in_force, kind)) {
        HandoutUntil line{say::end_phrase(speaker.words, group), {}};
        for (const auto* entry : group.entries) line.titles.push_back(one_line(speaker.rule(entry->rule).title));
        list.lines.push_back(std::move(line));
    }
    return list;
}

HandoutNow now_of(const say::Speaker& speaker, Date today) {
    const auto& words = speaker.words;
    const auto view = day_view(speaker.plan, today);
    HandoutNow now;
    now.heading = view.session == 0 ? words::fill(words.handout.now_not_started, say::not_started_line(speaker, today))
                                    : words::fill(words.handout.now, say::long_date(today, words), view.session,
                                                  say::told_day(speaker.protocol(), view.day));
    for (const Kind kind : restricting_kinds) {
        auto list = now_list(speaker, view, kind);
        if (!list.lines.empty()) now.lists.push_back(std::move(list));
    }
    if (now.lists.empty() && view.session > 0) now.free = words.plan.today_free;
    if (!view.next) {
        now.next_heading = words.day.next_none;
        return now;
    }
    now.next_heading = words::fill(words.day.next, say::long_date(view.next->date, words));
    const auto add = [&](std::string_view pattern, const std::vector<Change>& changes) {
        if (!changes.empty()) now.next.push_back(words::fill(pattern, say::titles_of(speaker, changes)));
    };
    add(words.day.next_ends, view.next->ends);
    add(words.day.next_starts, view.next->starts);
    return now;
}

}  // namespace

Handout make_handout(const say::Speaker& speaker, const Style& style) {
    const auto& protocol = speaker.protocol();
    Handout handout;
    handout.title = one_line(protocol.title);
    handout.clinic = one_line(protocol.clinic.name);
    handout.address = one_line(protocol.clinic.address);
    handout.contacts = contacts_of(protocol.clinic, speaker.words);
    handout.head = head_of(speaker);
    if (style.today && say::is_within(speaker.plan, *style.today)) handout.now = now_of(speaker, *style.today);
    for (const Kind kind : order) {
        auto list = list_of(speaker, kind);
        if (!list.groups.empty()) handout.lists.push_back(std::move(list));
    }
    for (const auto& notice : speaker.plan.notices)
        if (!is_for_practitioners(notice.code)) handout.notices.push_back(one_line(message(notice, style.language)));
    for (auto& line : say::silent_changes(speaker)) handout.notices.push_back(std::move(line));
    handout.not_advice = speaker.words.common.not_advice;
    handout.rules = say::rules_line(protocol, speaker.words);
    return handout;
}

}  // namespace smpcare::format
