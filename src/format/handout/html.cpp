#include "base/safe_text.hpp"
#include "format/handout/html_page.hpp"
#include "format/handout/html_text.hpp"
#include "format/handout/sheet.hpp"
#include "format/handout/weeks.hpp"
#include "format/renderers.hpp"
#include "say/discreet.hpp"

namespace smpcare::format {

namespace {

std::string sheet_of(const say::Speaker& speaker, const Style& style, std::string id, bool alone) {
    const auto handout = make_handout(speaker, style);
    const Pictures pictures{picture_url(speaker.protocol().clinic.logo_bytes),
                            Weeks(speaker, handout.lanes, handout.now ? style.today : std::nullopt)};
    Sheet sheet(speaker.words, std::move(id), alone);
    add_page_one(sheet, handout, pictures);
    add_page_two(sheet, handout);
    return sheet.take();
}

std::string title_of(const Plan& plan, const words::Words& words) {
    auto title = one_line(plan.protocol->title);
    const auto name = one_line(plan.client_name.empty() ? plan.client_id : plan.client_name);
    return name.empty() ? title : words::fill(words.handout.title, title, name);
}

}  // namespace

std::string plan_as_html(const Plan& plan, const Style& style) {
    const auto& words = words::of(style.language);
    const say::Speaker speaker{plan, words};
    return html_page(title_of(plan, words), sheet_of(speaker, style, "p", true), style);
}

std::string plans_as_html(std::span<const Plan> plans, const Style& style) {
    const auto& words = words::of(style.language);
    std::string body = "<main>\n";
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const say::DiscreetCopy shown(plans[i], style);
        const say::Speaker speaker{shown.plan(), words};
        body += client_begins;
        body += sheet_of(speaker, style, words::fill("p{}-", i + 1), false);
        body += "</article>\n";
    }
    return html_page(words.handout.all, body + "</main>\n", style);
}

}  // namespace smpcare::format
