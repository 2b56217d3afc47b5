#pragma once

/// One walk over a draft or a protocol, for both directions: the form writes each value that the walk shows it, or
/// reads each into the place that it is shown. So neither direction can forget what the other one knows.

#include "protocol/prepare/members.hpp"
#include "protocol/read/draft.hpp"

#include <smpcare/load.hpp>

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace smpcare::protocol {

/// What a walk shows its values to: one that packs them, or one that unpacks them. `for_extent` gets a walk over what
/// only protocols of that extent have.
template <class F>
concept Form = requires(F form, long long& number, std::string& text, Span& span) {
    form.number(number);
    form.text(text);
    form.span(span);
    form.for_extent(Extent::whole, [] {});
};

/// The smallest extent that needs such values.
template <class T>
constexpr Extent extent_of = Extent::plan;
template <>
inline constexpr Extent extent_of<AskedWords> = Extent::questions;
template <>
inline constexpr Extent extent_of<std::vector<Origin>> = Extent::whole;
template <>
inline constexpr Extent extent_of<Published> = Extent::whole;
template <>
inline constexpr Extent extent_of<std::vector<RuleTest>> = Extent::whole;

template <Form F, class T>
void walk(F& form, T& value);

template <Form F, class T>
requires std::integral<T> || std::is_enum_v<T>
void walk_value(F& form, T& value) {
    auto number = static_cast<long long>(value);
    form.number(number);
    value = static_cast<T>(number);
}

template <Form F>
void walk_value(F& form, std::string& text) {
    form.text(text);
}

template <Form F>
void walk_value(F& form, Span& span) {
    form.span(span);
}

template <Form F>
void walk_value(F& form, Date& date) {
    auto days = static_cast<long long>(date.time_since_epoch().count());
    form.number(days);
    date = Date{Days{days}};
}

template <Form F, class T>
void walk_value(F& form, std::optional<T>& held) {
    bool is_held = held.has_value();
    walk(form, is_held);
    if (!is_held) return;
    if (!held) held.emplace();
    walk(form, *held);
}

template <Form F, class A, class B>
void walk_value(F& form, std::pair<A, B>& both) {
    walk(form, both.first);
    walk(form, both.second);
}

template <Form F, class... Kinds>
void walk_value(F& form, std::variant<Kinds...>& held) {
    auto kind = held.index();
    walk(form, kind);
    const auto one = [&]<class T>(std::in_place_type_t<T>, std::size_t number) {
        if (number != kind) return;
        if (held.index() != kind) held.template emplace<T>();
        walk(form, std::get<T>(held));
    };
    std::size_t number = 0;
    (one(std::in_place_type<Kinds>, number++), ...);
}

template <Form F>
void walk_value(F& form, Arg& arg) {
    auto value = arg.value();
    walk(form, value);
    arg = Arg{std::move(value)};
}

template <Form F, class T>
void walk_value(F& form, std::vector<T>& list) {
    auto size = list.size();
    walk(form, size);
    if constexpr (std::is_same_v<T, Arg>)
        list.resize(size, Arg{0});
    else
        list.resize(size);
    for (auto& entry : list) walk(form, entry);
}

template <Form F>
void walk_value(F& form, OverrideDraft& over) {
    walk(form, static_cast<RuleDraft&>(over));
    walk(form, static_cast<OverrideFields&>(over));
}

template <Form F, class T>
void walk_members(F& form, T& value) {
    if constexpr (requires { walk_value(form, value); })
        walk_value(form, value);
    else
        std::apply([&form](auto&... members) { (walk(form, members), ...); }, members_of(value));
}

template <Form F, class T>
void walk(F& form, T& value) {
    if constexpr (extent_of<T> == Extent::plan)
        walk_members(form, value);
    else
        form.for_extent(extent_of<T>, [&] { walk_members(form, value); });
}

}  // namespace smpcare::protocol
