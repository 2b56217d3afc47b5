#include "format/handout/html_page.hpp"
#include "format/handout/html_text.hpp"
#include "format/handout/svg_timeline.hpp"
#include "format/renderers.hpp"
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

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t number = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
    return number;
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

TEST_CASE("a handout's lists, in order, with their dates and conditions") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    const auto body = body_of(plan_as_html(plan, Style{}));
    constexpr std::array order{"id=\"pexpect\"", "id=\"pwarn\"",  "id=\"pavoid\"",    "id=\"plimit\"",
                               "id=\"pdo\"",     "id=\"pvisit\"", "id=\"ptimeline\"", "id=\"psignatures\""};
    std::size_t last = 0;
    for (const auto* id : order) {
        CAPTURE(id);
        const auto at = body.find(id);
        REQUIRE(at != std::string::npos);
        CHECK(last < at);
        last = at;
    }
    CHECK(holds(body,
                "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\"><span>from Sun 22 Nov 2026 (day 0) until and "
                "including Tue 22 Dec 2026 (day 30)</span> <span class=\"note\">counts from session 1</span> "
                "<span class=\"note\">if you have no session before then</span></th><td role=\"cell\"><ul>\n"
                "<li><strong>Swimming in a pool</strong></li>\n</ul></td></tr>"));
    CHECK(holds(body,
                "<p class=\"call\"><strong>Call</strong>: "
                "<a href=\"tel:+442079460000\"><bdi>+44 20 7946 0000</bdi></a></p>"));
    CHECK(holds(body, "<dt><bdi>Client</bdi></dt><dd><bdi>Ana Example (A-17)</bdi></dd>"));
    CHECK(holds(body, "Rules: small, version 1.2.0, fingerprint 0123456789ab"));
    CHECK_FALSE(holds(body, "class=\"now\""));
}

TEST_CASE("today stands first where somebody said which day it is") {
    const auto protocol = small_protocol();
    const auto plan = small_plan(protocol);
    Style style;
    style.today = day("2026-11-27");
    const auto body = body_of(plan_as_html(plan, style));
    CHECK(holds(body, "<h2 id=\"pnow\">Friday 27 November 2026: session 1, day 5</h2>"));
    CHECK(holds(body, "<h3>Next change: Saturday 28 November 2026</h3>"));
    CHECK(body.find("class=\"now\"") < body.find("class=\"expect\""));
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

TEST_CASE("without a contact there is a line to write on") {
    auto protocol = small_protocol();
    protocol.clinic = {};
    CHECK(holds(plan_as_html(small_plan(protocol), Style{}),
                "<strong>Call</strong>: (write it here) <span class=\"blank\">"));
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
