#include "format/renderers.hpp"
#include "words/words.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <array>

namespace smpcare {

using namespace format;

std::span<const Format> formats() {
    static constexpr auto& texts = words::english.formats;
    static const std::array table{
        Format{.name = "text",
               .description = texts.text,
               .plan = plan_as_text,
               .day = day_as_text,
               .answer = answer_as_text,
               .can_be_discreet = true,
               .explanation = explanation_as_text,
               .latest = latest_as_text,
               .difference = difference_as_text,
               .findings = findings_as_text},
        Format{.name = "json",
               .description = texts.json,
               .plan = plan_as_json,
               .day = day_as_json,
               .answer = answer_as_json,
               .explanation = explanation_as_json,
               .latest = latest_as_json,
               .difference = difference_as_json,
               .findings = findings_as_json},
        Format{.name = "csv", .description = texts.csv, .plan = plan_as_csv},
        Format{.name = "ics", .description = texts.ics, .plan = plan_as_ics, .can_be_discreet = true},
        Format{
            .name = "html", .description = texts.html, .plan = plan_as_html, .handout = true, .can_be_discreet = true},
        Format{.name = "md", .description = texts.md, .plan = plan_as_md, .handout = true, .can_be_discreet = true},
    };
    return table;
}

const Format* find_format(std::string_view name) {
    const auto all = formats();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Format& format) { return format.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::span<const std::string_view> languages() { return words::languages(); }

}  // namespace smpcare
