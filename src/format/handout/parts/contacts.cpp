#include "format/handout/parts/contacts.hpp"

#include "base/safe_text.hpp"
#include "base/text.hpp"
#include "format/handout/parts/names.hpp"
#include "format/handout/parts/short_dates.hpp"
#include "say/lists.hpp"

#include <algorithm>

namespace smpcare::format {

namespace {

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

std::vector<Contact> phones(const std::vector<std::string>& numbers) {
    std::vector<Contact> contacts;
    for (const auto& number : numbers) {
        const auto text = one_line(number);
        contacts.push_back({text, phone_link(text)});
    }
    return contacts;
}

std::vector<Contact> contacts_of(const Clinic& clinic, Help help) {
    if (help == Help::emergency) return phones(clinic.emergency);
    if (help == Help::doctor) return {};
    auto contacts = phones(clinic.phone);
    const auto mail = one_line(clinic.email);
    if (!mail.empty()) contacts.push_back({mail, mail_link(mail)});
    if (contacts.empty() && !clinic.url.empty()) contacts.push_back(web_of(clinic));
    return contacts;
}

struct SignLine {
    std::string dates;
    std::vector<std::string> names;
};

/// What a client may see or feel by itself for whoever must act on it; what only the practitioner looks at by its
/// title.
std::vector<std::string> names_of(const say::Speaker& speaker, const Rule& rule) {
    if (rule.help == Help::practitioner || rule.signs.empty()) return {in_a_list(one_line(rule.title))};
    std::vector<std::string> names;
    for (const auto sign : rule.signs) names.push_back(in_a_list(one_line(speaker.protocol().signs[sign].title)));
    return names;
}

std::vector<SignLine> sign_lines(const say::Speaker& speaker, Help help) {
    std::vector<SignLine> lines;
    for (const auto* item : say::items_of(speaker, Kind::warn)) {
        const auto& rule = speaker.rule(item->rule);
        if (help_of(rule) != help) continue;
        auto dates = sign_dates(speaker, *item);
        join(dates, speaker.words.common.separator, say::condition_phrase(speaker, rule, item->unknown));
        const auto same = [&](const SignLine& line) { return line.dates == dates; };
        auto line = std::find_if(lines.begin(), lines.end(), same);
        if (line == lines.end()) line = lines.insert(line, {std::move(dates), {}});
        for (auto& name : names_of(speaker, rule))
            if (std::find(line->names.begin(), line->names.end(), name) == line->names.end())
                line->names.push_back(std::move(name));
    }
    return lines;
}

CallRow row_of(const say::Speaker& speaker, Help help) {
    const auto& words = speaker.words;
    const auto at = static_cast<std::size_t>(help);
    CallRow row{std::string(words.today.call[at]), std::string(words.today.whom[at]), {}, false, {}, {}};
    row.contacts = contacts_of(speaker.protocol().clinic, help);
    row.to_write = help != Help::doctor && row.contacts.empty();
    auto lines = sign_lines(speaker, help);
    std::stable_partition(lines.begin(), lines.end(), [](const SignLine& line) { return line.dates.empty(); });
    if (help == Help::practitioner) {
        if (lines.empty() || !lines.front().dates.empty()) lines.insert(lines.begin(), SignLine{});
        lines.front().names.insert(lines.front().names.begin(), std::string(words.today.any_doubt));
    }
    for (const auto& line : lines) {
        const auto names = joined(line.names, words.common.separator);
        if (line.dates.empty()) row.each = line.names;
        row.signs.push_back(line.dates.empty() ? names : words::fill(words.common.labelled, line.dates, names));
        if (!line.dates.empty()) row.each.push_back(row.signs.back());
    }
    return row;
}

}  // namespace

Contact web_of(const Clinic& clinic) {
    const auto web = one_line(clinic.url);
    return {web, web_link(web)};
}

std::vector<CallRow> call_rows(const say::Speaker& speaker) {
    std::vector<CallRow> rows;
    for (const Help help : {Help::emergency, Help::doctor, Help::practitioner}) {
        auto row = row_of(speaker, help);
        const bool says_something = help == Help::practitioner || !row.contacts.empty() || !row.signs.empty();
        if (says_something) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace smpcare::format
