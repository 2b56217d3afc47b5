// What a plan restricts, warns of and appoints stands on its handouts, whatever the client and the rules.

#include "format/renderers.hpp"
#include "say/steps.hpp"
#include "unit/effort.hpp"
#include "unit/format/fixture.hpp"
#include "unit/plan/random.hpp"

#include <smpcare/load.hpp>

#include <algorithm>
#include <vector>

using namespace format_fixture;

namespace {

// Lower case, and without what html and md put around texts.
std::string bare(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("&#39;")) {
            out += '\'';
            i += 4;
        } else if (text[i] == '\n' || text[i] == ' ') {
            if (!out.ends_with(' ')) out += ' ';
        } else if (text[i] != '\\') {
            out += static_cast<char>('A' <= text[i] && text[i] <= 'Z' ? text[i] + ('a' - 'A') : text[i]);
        }
    }
    return out;
}

// The texts for one item, of each of which one must be there.
std::vector<std::vector<std::string>> wanted(const Plan& plan, const Item& item) {
    const auto& rule = plan.protocol->rules[item.rule];
    if (rule.kind != Kind::warn || rule.help == Help::practitioner || rule.signs.empty())
        return {{rule.title, listed_name(rule)}};
    std::vector<std::vector<std::string>> all;
    for (const auto sign : rule.signs) all.push_back({plan.protocol->signs[sign].title});
    return all;
}

void check_pages(const Plan& plan) {
    const std::vector pages{bare(plan_as_html(plan, Style{})), bare(plan_as_md(plan, Style{}))};
    for (const auto& item : plan.items) {
        if (item.windows.empty()) continue;
        for (const auto& choices : wanted(plan, item)) {
            CAPTURE(choices.front());
            for (const auto& page : pages)
                CHECK(std::any_of(choices.begin(), choices.end(),
                                  [&](const auto& text) { return holds(page, bare(text)); }));
        }
    }
}

}  // namespace

TEST_CASE("each rule of the built-in protocols stands on both handouts") {
    for (const auto* id : {"smp-standard", "smp-cautious", "smp-scar", "smp-wash-early"}) {
        CAPTURE(id);
        Diagnostics found;
        const auto protocol = load_protocol(*built_in(id), found);
        REQUIRE(protocol);
        for (const auto& dates :
             {std::vector{"2026-11-22"}, {"2026-11-22", "2026-12-04"}, {"2026-01-10", "2026-02-01", "2026-12-01"}}) {
            Case client;
            for (const auto* date : dates) client.sessions.push_back({day(date), {}});
            const auto plan = make_plan(*protocol, client, Scope::listed, found);
            REQUIRE(plan);
            check_pages(*plan);
        }
    }
}

TEST_CASE("each rule of a random protocol stands on both handouts") {
    smpcare::testing::Dice dice(20261128);
    for (int round = 0; round < smpcare::testing::effort(300); ++round) {
        CAPTURE(round);
        const auto made = smpcare::testing::random_case(dice);
        Diagnostics found;
        const auto plan = make_plan(made.protocol, made.client, Scope::listed, found);
        if (plan) check_pages(*plan);
    }
}
