#include "format/handout/html_page.hpp"
#include "format/handout/html_text.hpp"
#include "format/renderers.hpp"
#include "say/discreet.hpp"
#include "unit/format/fixture.hpp"

#include <array>

using namespace format_fixture;

namespace {

std::string body_of(const std::string& page) {
    const auto at = page.find("<body>");
    return page.substr(at);
}

std::string between(const std::string& text, std::string_view start, std::string_view end) {
    const auto from = text.find(start) + start.size();
    return text.substr(from, text.find(end, from) - from);
}

// With what only schema 2 has.
Protocol led_protocol() {
    auto protocol = small_protocol();
    protocol.summary = "Tiny wounds.";
    protocol.rules[0].headline = "Keep it dry for now.";
    protocol.rules[0].why = "The wounds must close first.";
    protocol.rules[0].instead = {1};
    return protocol;
}

}  // namespace

TEST_CASE("everything that means something to html is written as an entity") {
    CHECK(escaped("<a href=\"x\" b='y'>&amp;</a>") == "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
    CHECK(element("p", "1 < 2") == "<p>1 &lt; 2</p>");
}

TEST_CASE("the policy allows exactly one style sheet, and pictures only where the sheet holds some") {
    // printf 'p{}' | openssl dgst -sha256 -binary | base64
    CHECK(content_policy("p{}") ==
          "default-src 'none'; style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='; "
          "base-uri 'none'; form-action 'none'");
    CHECK(holds(content_policy("p{b:url(data:,)}"), "img-src data:"));
}

TEST_CASE("a page's policy names the sheet that stands in it") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    Style style;
    style.css = "h1 { color: #123; }\n";
    const auto page = plan_as_html(plan, style);
    const auto sheet = between(page, "<style>", "</style>");
    CHECK(sheet.ends_with("h1 { color: #123; }\n\n"));
    CHECK(holds(page, "content=\"" + content_policy(sheet) + "\""));
}

TEST_CASE("the parts of a handout, in order, each with a heading of the next level") {
    const auto protocol = led_protocol();
    const auto body = body_of(plan_as_html(small_plan(protocol), Style{}));
    constexpr std::array order{"<h1>Caring for your scalp after micropigmentation (SMP)</h1>",
                               "<p class=\"message\">Keep it dry for now.</p>",
                               "<h2 id=\"pcall\">Whom to call</h2>",
                               "<strong>Why:</strong> Tiny wounds.",
                               "<h2 id=\"pweeks\">What to avoid, and until when</h2>",
                               "<h2 id=\"psteps\">What changes, day by day</h2>",
                               "<h2 id=\"prules\">All rules, with the reasons</h2>",
                               "<h3 class=\"avoid\" id=\"pavoid\">",
                               "<h3 class=\"limit\" id=\"plimit\">",
                               "<h3 class=\"do\" id=\"pdo\">",
                               "<h3 class=\"expect\" id=\"pexpect\">",
                               "<h3 class=\"visit\" id=\"pvisit\">",
                               "<h2 id=\"psignatures\">",
                               "Not medical advice"};
    std::size_t last = 0;
    for (const auto* part : order) {
        CAPTURE(part);
        const auto at = body.find(part);
        REQUIRE(at != std::string::npos);
        CHECK(last < at);
        last = at;
    }
    CHECK_FALSE(holds(body, "class=\"now\""));
}

TEST_CASE("an entry is the thing, its date and a line about it") {
    const auto protocol = led_protocol();
    const auto body = body_of(plan_as_html(small_plan(protocol), Style{}));
    CHECK(
        holds(body,
              "<li><p class=\"thing\"><span><strong>Getting the scalp wet</strong></span> <span class=\"date\">until "
              "Wed 25 Nov</span></p> <p class=\"why screen\">The wounds must close first.</p> <p "
              "class=\"detail screen\">No shower on the scalp, no rain, no sweat. A body shower is fine, with the head "
              "held back.</p> <p class=\"instead\">Instead: Rinse with lukewarm water (26\u201328 Nov)</p></li>"));
    CHECK(holds(body, "<strong>Shaving</strong>, if no scab remains</span> <span class=\"date\">3\u201313 Dec</span>"));
    CHECK(holds(body, "<strong>Swimming in a pool</strong></span> <span class=\"date\">until Tue 22 Dec\u2020</span>"));
    CHECK(holds(body, "<span>\u2020: if you have no session before then</span>"));
    CHECK(holds(body, "<dt><bdi>Client</bdi></dt> <dd><bdi>Ana Example (A-17)</bdi></dd>"));
    CHECK(holds(body, "Rules: small, version 1.2.0, fingerprint 0123456789ab"));
    CHECK(holds(body, "Not yet reviewed by a practitioner."));
}

TEST_CASE("a step says what is allowed again first, and has a box for its day") {
    const auto protocol = led_protocol();
    const auto body = body_of(plan_as_html(small_plan(protocol), Style{}));
    CHECK(holds(
        body,
        "<tr><th scope=\"row\"><span class=\"box\">Thu 26 Nov</span></th><td><strong "
        "class=\"label\">Allowed again:</strong> getting the scalp wet</td><td><strong>Do:</strong> rinse with "
        "lukewarm water (2 times a day). <strong>With care:</strong> dry shampoo (if: Hair is kept long)</td></tr>"));
    CHECK(holds(body, "<th scope=\"col\">Allowed again</th>"));
}

TEST_CASE("what is to be avoided stands by its last day beside its bar") {
    const auto protocol = led_protocol();
    const auto body = body_of(plan_as_html(small_plan(protocol), Style{}));
    CHECK(holds(body,
                "<li><span class=\"thing\">Getting the scalp wet</span> <span class=\"until\">until Wed 25 Nov</span> "
                "<svg class=\"days\" aria-hidden=\"true\">"));
    CHECK(holds(body, "\u201cuntil Wed 25 Nov\u201d: that day too"));
}

TEST_CASE("on a discreet page the title names nothing, on others the rule set stands at the foot") {
    const auto protocol = led_protocol();
    const auto plan = small_plan(protocol);
    CHECK(holds(plan_as_html(plan, Style{}), "<p>Small protocol.</p>\n<p>Rules: small"));
    Style style;
    style.discreet = true;
    const say::DiscreetCopy shown(plan, style);
    const auto body = body_of(plan_as_html(shown.plan(), style));
    CHECK(holds(body, "<h1>Care plan</h1>"));
    CHECK_FALSE(holds(body, "micropigmentation"));
}

TEST_CASE("whom to call, the most urgent first, and a line to write on where nobody gave a number") {
    auto protocol = led_protocol();
    protocol.clinic.emergency = {"112"};
    const auto body = body_of(plan_as_html(small_plan(protocol), Style{}));
    CHECK(holds(body,
                "<dt>Call now</dt>\n<dd><p class=\"whom\"><strong>emergency number</strong> "
                "<a href=\"tel:112\"><bdi>112</bdi></a></p></dd>"));
    CHECK(holds(body, "<strong>a doctor</strong></p> <ul class=\"signs\"><li>fever or chills</li></ul>"));
    CHECK(holds(body, "<strong>your practitioner</strong> <a href=\"tel:+442079460000\">"));
    CHECK(body.find("Call now") < body.find("Call today"));
    CHECK(body.find("Call today") < body.find("<dt>Ask</dt>"));
    protocol.clinic = {};
    CHECK(holds(plan_as_html(small_plan(protocol), Style{}), "<span class=\"hint\">(write the number here)</span>"));
}

TEST_CASE("today stands before the lists where somebody said which day it is") {
    const auto protocol = led_protocol();
    const auto plan = small_plan(protocol);
    Style style;
    style.today = day("2026-11-27");
    const auto body = body_of(plan_as_html(plan, style));
    CHECK(holds(body, "<h2 id=\"pnow\">Friday 27 November 2026: session 1, day 5</h2>"));
    CHECK(holds(body, "<dt>Thu 3 Dec</dt><dd>With care: shaving (only if no scab remains)</dd>"));
    CHECK(body.find("class=\"now\"") < body.find("class=\"first\""));
    CHECK(holds(body, "<a href=\"#pnow\">Today</a>"));
}

TEST_CASE("of a clinic's change a client reads the reason, and no word of files and fields") {
    auto protocol = led_protocol();
    ValueChange change;
    change.field = Field::through;
    change.from = "3";
    change.to = "5";
    change.by.span = whole("clinic.toml");
    change.reason = "hard water here";
    protocol.rules[0].changes = {change};
    const auto body = body_of(plan_as_html(small_plan(protocol), Style{}));
    CHECK(holds(body, "<h3 class=\"texts advice\">Your clinic&#39;s own advice</h3>"));
    CHECK(holds(body, "<strong>Getting the scalp wet:</strong> <bdi>hard water here</bdi>"));
    CHECK_FALSE(holds(body, "clinic.toml"));
    CHECK_FALSE(holds(body, "through 5"));
}

TEST_CASE("a telephone link is one number, or there is none") {
    const auto link_to = [](std::string_view phone) {
        auto protocol = small_protocol();
        protocol.clinic.phone = {std::string(phone)};
        const auto page = plan_as_html(small_plan(protocol), Style{});
        const auto at = page.find("\"tel:");
        return at == std::string::npos ? "" : page.substr(at + 5, page.find('"', at + 5) - at - 5);
    };
    CHECK(link_to("112") == "112");
    CHECK(link_to("(020) 7946-0000") == "02079460000");
    CHECK(link_to("+44 (0)20 7946 0000") == "+442079460000");
    CHECK(link_to("+44 (0) 20 7946.0000") == "+442079460000");
    for (const auto* several :
         {"112 / 999", "112/999", "112, 999", "112 999", "112 or 999", "999-112", "+1 555 0100 +1 555 0101",
          "020 7946 0000 020 7946 0001", "555 0100 (mornings)", "++44 1", "12"}) {
        CAPTURE(several);
        CHECK(link_to(several).empty());
    }
}

TEST_CASE("no text of a user's becomes markup, and a link is one only where all of it is plain") {
    auto protocol = small_protocol();
    protocol.clinic.name = "<script>alert(1)</script>";
    protocol.clinic.phone = {"javascript:alert(1)"};
    protocol.clinic.email = "a@b\" onclick=\"x";
    protocol.clinic.url = "javascript:alert(2)";
    protocol.rules[0].title = "</style><img src=x>";
    protocol.rules[0].detail = "\u202eevil & <b>";
    auto plan = small_plan(protocol);
    plan.client_name = "<svg onload=x>";
    plan.labels = {{"\"><i>", "</dd>"}};
    const auto page = plan_as_html(plan, Style{});
    for (const auto* bad : {"<script", "<img", "<i>", "<b>", "<svg onload", "href=\"java", " onclick=\"", "\u202e"}) {
        CAPTURE(bad);
        CHECK_FALSE(holds(page, bad));
    }
    CHECK(count(page, "</style>") == 1);
    CHECK(holds(page, "<title>Small protocol: &lt;svg onload=x&gt;</title>"));
}

TEST_CASE("several clients on one page: ids are unique, one style sheet") {
    const auto protocol = small_protocol();
    const std::array plans{small_plan(protocol), small_plan(protocol)};
    const auto page = plans_as_html(plans, Style{});
    CHECK(count(page, "<article class=\"client\">") == 2);
    CHECK(count(page, "<style>") == 1);
    CHECK(count(page, "id=\"p1-avoid\"") == 1);
    CHECK(count(page, "id=\"p2-avoid\"") == 1);
    CHECK(count(page, "<main>") == 1);
}
