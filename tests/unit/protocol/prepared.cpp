// What was prepared while the program was built is what reading the text gives, member by member, and stays so under
// whatever is laid over it. A copy of a built-in's text is read as any file is.

#include "protocol/prepare/prepared.hpp"
#include "base/civil.hpp"
#include "protocol/prepare/members.hpp"
#include "protocol/resolve/layers.hpp"
#include "unit/effort.hpp"

#include <smpcare/style.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace smpcare;
using namespace smpcare::protocol;

namespace {

SourceText copy_of(std::string_view id) { return {std::string{id}, std::string{built_in(id)->text.view()}}; }

template <class T>
void same(const T& a, const T& b);

template <class T>
void same_entries(const T& a, const T& b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) same(a[i], b[i]);
}

template <class T>
void same_value(const std::vector<T>& a, const std::vector<T>& b) {
    same_entries(a, b);
}
template <class T>
void same_value(const std::optional<T>& a, const std::optional<T>& b) {
    REQUIRE(a.has_value() == b.has_value());
    if (a) same(*a, *b);
}
template <class A, class B>
void same_value(const std::pair<A, B>& a, const std::pair<A, B>& b) {
    same(a.first, b.first);
    same(a.second, b.second);
}
void same_value(const Span& a, const Span& b) {
    CHECK(location(a) == location(b));
    CHECK(a.length == b.length);
    REQUIRE((a.source == nullptr) == (b.source == nullptr));
    if (a.source) CHECK(line_of(*a.source, a.line) == line_of(*b.source, b.line));
}
void same_value(const OverrideDraft& a, const OverrideDraft& b) {
    same(static_cast<const RuleDraft&>(a), static_cast<const RuleDraft&>(b));
    same(static_cast<const OverrideFields&>(a), static_cast<const OverrideFields&>(b));
}

/// Two equal texts have equal members, whatever wrote them.
template <class T>
void same(const T& a, const T& b) {
    if constexpr (requires { same_value(a, b); })
        same_value(a, b);
    else if constexpr (requires { a == b; })
        CHECK((a == b));
    else
        std::apply(
            [&](const auto&... ours) {
                std::apply([&](const auto&... theirs) { (same(ours, theirs), ...); }, members_of(b));
            },
            members_of(a));
}

Draft draft_of(SourceText text) {
    Diagnostics found;
    auto chain = read_chain(std::move(text), {}, found);
    REQUIRE(chain);
    return std::move(chain->back().draft);
}

/// All that loading gives: the protocol, and what was found.
std::string loaded(LoadRequest request) {
    Diagnostics found;
    auto protocol = load_protocol(std::move(request), found);
    auto all = protocol ? packed(std::move(*protocol)) : std::string{"none"};
    for (const auto& fault : found.all()) all += '\n' + describe(fault, Style{});
    return all;
}

/// The same over the prepared built-in and over its text.
void same_over_both(std::string_view id, const std::vector<SourceText>& overrides,
                    const std::vector<std::vector<Setting>>& settings) {
    CHECK(loaded({*built_in(id), {}, overrides, settings}) == loaded({copy_of(id), {}, overrides, settings}));
}

Setting laid(const std::string& text) {
    Diagnostics found;
    return *parse_setting(text, whole("--set " + text), found);
}

}  // namespace

TEST_CASE("every built-in is prepared, and a copy of its text or another name for it is not taken for it") {
    REQUIRE(prepared().size() == built_ins().size());
    for (const auto& known : built_ins()) {
        CAPTURE(known.id);
        CHECK(prepared_of(*built_in(known.id)) != nullptr);
        CHECK(prepared_of(copy_of(known.id)) == nullptr);
        CHECK(prepared_of({"another", Text::looked_at(known.text)}) == nullptr);
        CHECK(prepared_of({std::string{known.id}, Text::looked_at(known.text.substr(1))}) == nullptr);
    }
}

TEST_CASE("a draft that was prepared is the one that is read, member by member") {
    for (const auto& known : built_ins()) {
        CAPTURE(known.id);
        const auto read = draft_of(copy_of(known.id));
        const auto source = std::make_shared<const SourceText>(copy_of(known.id));
        const auto& made = *prepared_of(*built_in(known.id));
        same(read, unpacked_draft(made.draft, source));
        CHECK(packed(read) == made.draft);
        CHECK(packed(unpacked_draft(made.draft, source)) == made.draft);
    }
}

TEST_CASE("a protocol that was prepared is the one that is loaded, member by member") {
    for (const auto& known : built_ins()) {
        CAPTURE(known.id);
        Diagnostics found;
        const auto read = load_protocol(copy_of(known.id), found);
        REQUIRE(read);
        const auto& made = *prepared_of(*built_in(known.id));
        same(*read, unpacked_protocol(made.protocol));
        CHECK(packed(*read) == made.protocol);
        CHECK(packed(unpacked_protocol(made.protocol)) == made.protocol);
    }
}

TEST_CASE("a protocol of a smaller extent lacks what that does not need, and nothing else") {
    for (const auto& known : built_ins()) {
        CAPTURE(known.id);
        const auto& made = *prepared_of(*built_in(known.id));
        auto rest = unpacked_protocol(made.protocol);
        rest.tests.clear();
        for (auto& rule : rest.rules) {
            rule.origins.clear();
            rule.published = {};
        }
        CHECK(packed(unpacked_protocol(made.protocol, Extent::questions)) == packed(rest));
        for (auto& activity : rest.activities) activity.words = activity.not_words = {};
        for (auto& sign : rest.signs) sign.words = {};
        CHECK(packed(unpacked_protocol(made.protocol, Extent::plan)) == packed(rest));
    }
}

TEST_CASE("all kinds of values come back as they were packed") {
    Protocol odd;
    odd.reviewed = date::year{1899} / 12 / 31;
    odd.series_gap = -1;
    odd.min_gap = 1 << 30;
    odd.title = std::string(300, 'x') + '\0' + "\xC3\xBC";
    odd.notices.push_back({Severity::notice,
                           Code::floor_accepted,
                           {},
                           {"text", -64, *odd.reviewed, Arg{Term::both, {"a", Arg{Term::text}}}},
                           "near",
                           {2, {1, 2}}});
    same(odd, unpacked_protocol(packed(odd)));
}

TEST_CASE("a setting over a built-in gives the same, and says the same, as over its text") {
    const auto rules = draft_of(copy_of("smp-standard")).rules;
    for (std::size_t i = 0; i < rules.size(); i += static_cast<std::size_t>(testing::stride(1))) {
        const auto& id = *rules[i].id.value;
        CAPTURE(id);
        for (const auto* const change : {".through=40", ".through+=2", ".from=1", ".title=Another", ".drop=true",
                                         ".floor=3", ".throughh=1", ".through=0"})
            same_over_both("smp-standard", {}, {{laid(id + change)}});
    }
    same_over_both("smp-standard", {}, {{laid("no-such-rule.through=3")}});
    same_over_both("smp-standard", {}, {{}});
}

TEST_CASE("files of overrides, and settings above them, give the same over a built-in as over its text") {
    const SourceText later{"later.toml", "schema = 2\n[override.swim-pool]\nthrough = 40\nreason = \"here\"\n"};
    const SourceText faulty{"faulty.toml", "schema = 2\n[override.keep-dry]\nthrough = 0\nthruogh = 1\n"};
    for (const auto& known : built_ins()) {
        CAPTURE(known.id);
        same_over_both(known.id, {later}, {});
        same_over_both(known.id, {later}, {{laid("swim-pool.through+=5")}, {laid("swim-pool.through-=1")}});
        same_over_both(known.id, {later, faulty}, {});
    }
}
