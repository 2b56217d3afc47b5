#include "protocol/read/names.hpp"

#include <array>

namespace smpcare::protocol {
namespace {

using namespace std::string_view_literals;

constexpr std::array kinds{"avoid"sv, "limit"sv, "do"sv, "expect"sv, "visit"sv, "warn"sv};
constexpr std::array counts{"each"sv, "first"sv, "last"sv};
constexpr std::array evidences{"strong"sv, "some"sv, "weak"sv, "custom"sv};
constexpr std::array helps{"practitioner"sv, "doctor"sv, "emergency"sv};
constexpr std::array truths{"no"sv, "yes"sv, "unknown"sv};
constexpr std::array fields{
    "id"sv,    "kind"sv,   "activities"sv, "title"sv,       "detail"sv,     "from"sv,  "through"sv,
    "floor"sv, "when"sv,   "unless"sv,     "relevant_to"sv, "count_from"sv, "until"sv, "times_per_day"sv,
    "every"sv, "target"sv, "help"sv,       "sources"sv,     "evidence"sv,   "drop"sv,  "accept_below_floor"sv,
    "reason"sv};

static_assert(kinds.size() == all_kinds.size());
static_assert(fields.size() == static_cast<std::size_t>(Field::reason) + 1);

template <class E>
std::string_view word(E value) {
    return words_of<E>()[static_cast<std::size_t>(value)];
}

}  // namespace

template <>
std::span<const std::string_view> words_of<Kind>() {
    return kinds;
}
template <>
std::span<const std::string_view> words_of<CountFrom>() {
    return counts;
}
template <>
std::span<const std::string_view> words_of<Evidence>() {
    return evidences;
}
template <>
std::span<const std::string_view> words_of<Help>() {
    return helps;
}
template <>
std::span<const std::string_view> words_of<Truth>() {
    return truths;
}
template <>
std::span<const std::string_view> words_of<Field>() {
    return fields;
}

}  // namespace smpcare::protocol

namespace smpcare {

using protocol::word;

std::string_view name(Kind kind) { return word(kind); }
std::string_view name(CountFrom count_from) { return word(count_from); }
std::string_view name(Evidence evidence) { return word(evidence); }
std::string_view name(Help help) { return word(help); }
std::string_view name(Truth truth) { return word(truth); }
std::string_view name(Field field) { return word(field); }

}  // namespace smpcare
