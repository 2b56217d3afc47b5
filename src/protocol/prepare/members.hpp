#pragma once

/// The members of any plain struct, in their order: what is written out and read back follows the struct itself, so
/// that a member more needs no line more.

#include <cstddef>
#include <tuple>
#include <type_traits>

namespace smpcare::protocol {

/// Stands for a value of any type while members are counted.
struct AnyValue {
    template <class T>
    operator T() const;  // NOLINT(google-explicit-constructor): that is what it is for
};

/// How many members the struct `T` has, which has no base.
template <class T, class... Before>
constexpr std::size_t member_count() {
    if constexpr (requires { T{Before{}..., AnyValue{}}; })
        return member_count<T, Before..., AnyValue>();
    else
        return sizeof...(Before);
}

/// A name for each of so many members; a struct of more wants a row more here and below.
#define SMPCARE_M1 m1
#define SMPCARE_M2 SMPCARE_M1, m2
#define SMPCARE_M3 SMPCARE_M2, m3
#define SMPCARE_M4 SMPCARE_M3, m4
#define SMPCARE_M5 SMPCARE_M4, m5
#define SMPCARE_M6 SMPCARE_M5, m6
#define SMPCARE_M7 SMPCARE_M6, m7
#define SMPCARE_M8 SMPCARE_M7, m8
#define SMPCARE_M9 SMPCARE_M8, m9
#define SMPCARE_M10 SMPCARE_M9, m10
#define SMPCARE_M11 SMPCARE_M10, m11
#define SMPCARE_M12 SMPCARE_M11, m12
#define SMPCARE_M13 SMPCARE_M12, m13
#define SMPCARE_M14 SMPCARE_M13, m14
#define SMPCARE_M15 SMPCARE_M14, m15
#define SMPCARE_M16 SMPCARE_M15, m16
#define SMPCARE_M17 SMPCARE_M16, m17
#define SMPCARE_M18 SMPCARE_M17, m18
#define SMPCARE_M19 SMPCARE_M18, m19
#define SMPCARE_M20 SMPCARE_M19, m20
#define SMPCARE_M21 SMPCARE_M20, m21
#define SMPCARE_M22 SMPCARE_M21, m22
#define SMPCARE_M23 SMPCARE_M22, m23
#define SMPCARE_M24 SMPCARE_M23, m24
#define SMPCARE_M25 SMPCARE_M24, m25
#define SMPCARE_M26 SMPCARE_M25, m26
#define SMPCARE_M27 SMPCARE_M26, m27
#define SMPCARE_M28 SMPCARE_M27, m28
#define SMPCARE_M29 SMPCARE_M28, m29
#define SMPCARE_M30 SMPCARE_M29, m30
#define SMPCARE_M31 SMPCARE_M30, m31
#define SMPCARE_M32 SMPCARE_M31, m32
#define SMPCARE_M33 SMPCARE_M32, m33
#define SMPCARE_M34 SMPCARE_M33, m34
#define SMPCARE_M35 SMPCARE_M34, m35
#define SMPCARE_M36 SMPCARE_M35, m36
#define SMPCARE_M37 SMPCARE_M36, m37
#define SMPCARE_M38 SMPCARE_M37, m38
#define SMPCARE_M39 SMPCARE_M38, m39
#define SMPCARE_M40 SMPCARE_M39, m40

#define SMPCARE_TIE(count)                 \
    if constexpr (members == (count)) {    \
        auto& [SMPCARE_M##count] = thing;  \
        return std::tie(SMPCARE_M##count); \
    } else

/// References to the members of `thing`.
template <class T>
constexpr auto members_of(T& thing) {
    constexpr auto members = member_count<std::remove_const_t<T>>();
    // clang-format off
    SMPCARE_TIE(1) SMPCARE_TIE(2) SMPCARE_TIE(3) SMPCARE_TIE(4) SMPCARE_TIE(5) SMPCARE_TIE(6)
    SMPCARE_TIE(7) SMPCARE_TIE(8) SMPCARE_TIE(9) SMPCARE_TIE(10) SMPCARE_TIE(11) SMPCARE_TIE(12)
    SMPCARE_TIE(13) SMPCARE_TIE(14) SMPCARE_TIE(15) SMPCARE_TIE(16) SMPCARE_TIE(17) SMPCARE_TIE(18)
    SMPCARE_TIE(19) SMPCARE_TIE(20) SMPCARE_TIE(21) SMPCARE_TIE(22) SMPCARE_TIE(23) SMPCARE_TIE(24)
    SMPCARE_TIE(25) SMPCARE_TIE(26) SMPCARE_TIE(27) SMPCARE_TIE(28) SMPCARE_TIE(29) SMPCARE_TIE(30)
    SMPCARE_TIE(31) SMPCARE_TIE(32) SMPCARE_TIE(33) SMPCARE_TIE(34) SMPCARE_TIE(35) SMPCARE_TIE(36)
    SMPCARE_TIE(37) SMPCARE_TIE(38) SMPCARE_TIE(39) SMPCARE_TIE(40)
    static_assert(members == 0, "a row more, above");
    // clang-format on
}

#undef SMPCARE_TIE

}  // namespace smpcare::protocol
