#include "format/renderers.hpp"
#include "format/words/words.hpp"

#include <smpcare/format.hpp>

#include <algorithm>
#include <array>

namespace smpcare {

std::span<const Format> formats() {
    static constexpr auto no_day = nullptr;
    static constexpr auto no_answer = nullptr;
    static const std::array table{
        Format{"text", words::english.formats.text, plan_as_text, day_as_text, answer_as_text, false,
               explanation_as_text, latest_as_text, difference_as_text, findings_as_text},
        Format{"json", words::english.formats.json, plan_as_json, day_as_json, answer_as_json, false,
               explanation_as_json, latest_as_json, difference_as_json, findings_as_json},
        Format{"csv", words::english.formats.csv, plan_as_csv, no_day, no_answer},
        Format{"ics", words::english.formats.ics, plan_as_ics, no_day, no_answer},
        Format{"html", words::english.formats.html, plan_as_html, no_day, no_answer, true},
        Format{"md", words::english.formats.md, plan_as_md, no_day, no_answer, true},
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
