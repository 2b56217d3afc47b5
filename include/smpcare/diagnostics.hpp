#pragma once

/// Faults and notices as values. A step adds every one it finds and returns nothing where it cannot go on;
/// nothing in the library prints or throws for bad input. A diagnostic holds a code and its arguments;
/// the sentence is made by `describe` (format.hpp), so that a language is a table.

#include <smpcare/date.hpp>
#include <smpcare/source.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace smpcare {

/// One stable code a kind of fault. Its name is the enumerator's with `-` for `_`: `unknown-field`.
enum class Code {
#define SMPCARE_CODE(name, ...) name,
#include <smpcare/codes.def>
#undef SMPCARE_CODE
};

/// Words of ours in a message. Some hold other arguments.
enum class Term {
#define SMPCARE_TERM(name, holds) name,
#include <smpcare/terms.def>
#undef SMPCARE_TERM
};

/// What stands in a message: a text as it is, a number, a date, or a term. Which of them it is, the code's row says.
class Arg {
public:
    struct Phrase {
        Term term;
        std::vector<Arg> parts;
        bool operator==(const Phrase&) const = default;
    };
    using Value = std::variant<std::string, long long, Date, Phrase>;

    template <std::convertible_to<std::string_view> T>
    Arg(const T& text) : value_(std::string(std::string_view(text))) {}
    Arg(std::string&& text) : value_(std::move(text)) {}
    template <std::integral T>
    Arg(T number) : value_(static_cast<long long>(number)) {}
    Arg(Date date) : value_(date) {}
    Arg(Term term, std::vector<Arg> parts = {}) : value_(Phrase{term, std::move(parts)}) {}
    explicit Arg(Value&& value) : value_(std::move(value)) {}

    [[nodiscard]] const Value& value() const { return value_; }
    /// The text that it is; of anything else "".
    [[nodiscard]] std::string_view text() const {
        const auto* const text = std::get_if<std::string>(&value_);
        return text == nullptr ? std::string_view{} : *text;
    }
    bool operator==(const Arg&) const = default;

private:
    Value value_;
};

/// The name of a source, and a place in one, for a message: standard input is called what each language calls it.
Arg told_name(const SourceText& source);
Arg told_place(const Span& span);

/// {0}, {1} … of a message.
using Args = std::vector<Arg>;

/// A warning is a doubt about a rule file: the file works, but was it meant so?
enum class Severity { error, warning, notice };

/// Where else the same is found, by lines of the same source.
struct AlsoFound {
    std::size_t count = 0;
    std::vector<std::uint32_t> lines;  ///< of them, or of the first ones
};

struct Diagnostic {
    Severity severity = Severity::error;
    Code code{};
    Span span;
    Args args;
    /// The nearest right name, where there is one: becomes "did you mean '…'?".
    std::string nearest;
    AlsoFound also{};
};

/// Whether a notice says what was knowingly freed: it stands on every output, with `--quiet` too.
constexpr bool says_what_was_freed(Code code) { return code == Code::floor_accepted || code == Code::sign_accepted; }

/// Whether a notice is the practitioner's matter, and stands on no page for clients.
constexpr bool is_for_practitioners(Code code) { return code == Code::freed_without_reason; }

/// What becomes of a notice.
struct NoticePolicy {
    bool strict = false;  ///< a notice is an error
    bool quiet = false;   ///< a notice is not told

    /// Whether people are to hear of it. What was freed below a floor, and how many errors are not shown, is told
    /// always.
    [[nodiscard]] bool tells(const Diagnostic& diagnostic) const;
};

/// Collects what one run finds, in the order in which it was added.
class Diagnostics {
public:
    using Policy = NoticePolicy;
    explicit Diagnostics(Policy policy = {}) : policy_(policy) {}

    void error(Code code, Span span, Args args = {}, std::string nearest = {});
    void warning(Code code, Span span, Args args = {});
    void notice(Code code, Span span, Args args = {});
    /// Under a strict policy a notice is added as an error.
    void add(Diagnostic diagnostic);
    /// Whether these notices may stand. Under a strict policy none may: they are added, as errors.
    bool accept(const std::vector<Diagnostic>& notices);
    /// For all that is added from now on.
    void obey(Policy policy) { policy_ = policy; }
    [[nodiscard]] const Policy& policy() const { return policy_; }

    [[nodiscard]] bool has_errors() const;
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return found_; }

    /// By line and column within a source; sources stay in the order in which they came.
    void sort_by_place();

private:
    Policy policy_;
    std::vector<Diagnostic> found_;
};

}  // namespace smpcare
