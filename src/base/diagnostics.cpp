#include <smpcare/diagnostics.hpp>

#include "base/codes.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <tuple>
#include <utility>

namespace smpcare {

namespace {

/// These two speak of errors that were told, and are no doubts of their own.
bool speaks_of_errors(Code code) { return code == Code::more_faults || code == Code::broken_off; }

bool is_of(ArgKind kind, const Arg& arg) {
    switch (kind) {
        case ArgKind::text:
            return std::holds_alternative<std::string>(arg.value());
        case ArgKind::number:
            return std::holds_alternative<long long>(arg.value());
        case ArgKind::date:
            return std::holds_alternative<Date>(arg.value());
        case ArgKind::term:
            return std::holds_alternative<Arg::Phrase>(arg.value());
        case ArgKind::any:
            return true;
    }
    return false;
}

/// Codes that are chosen at run time may be given more than they tell. Asserted, so that a release asks for nothing.
[[maybe_unused]] bool fits(const Args& args, const CodeFacts& code) {
    return std::ssize(args) >= code.arity &&
           std::equal(code.kinds.begin(), code.kinds.begin() + code.arity, args.begin(), is_of);
}

}  // namespace

Arg told_name(const SourceText& source) {
    return source.kind == SourceKind::standard_input ? Arg{Term::standard_input} : Arg{source.name};
}

Arg told_place(const Span& span) {
    if (!span.source || span.line == 0) return span.source ? told_name(*span.source) : Arg{""};
    if (span.source->kind == SourceKind::named) return location(span);
    const auto within = std::to_string(span.line) + ':' + std::to_string(span.column);
    return {Term::place, {told_name(*span.source), within}};
}

bool NoticePolicy::tells(const Diagnostic& diagnostic) const {
    return !quiet || diagnostic.severity == Severity::error || says_what_was_freed(diagnostic.code) ||
           diagnostic.code == Code::more_faults;
}

void Diagnostics::error(Code code, Span span, Args args, std::string nearest) {
    add({Severity::error, code, std::move(span), std::move(args), std::move(nearest)});
}

void Diagnostics::warning(Code code, Span span, Args args) {
    add({Severity::warning, code, std::move(span), std::move(args), {}});
}

void Diagnostics::notice(Code code, Span span, Args args) {
    add({Severity::notice, code, std::move(span), std::move(args), {}});
}

void Diagnostics::add(Diagnostic diagnostic) {
    assert(fits(diagnostic.args, facts_of(diagnostic.code)));
    if (policy_.strict && diagnostic.severity == Severity::notice && !speaks_of_errors(diagnostic.code))
        diagnostic.severity = Severity::error;
    found_.push_back(std::move(diagnostic));
}

bool Diagnostics::accept(const std::vector<Diagnostic>& notices) {
    if (!policy_.strict) return true;
    for (const auto& notice : notices) add(notice);
    return notices.empty();
}

bool Diagnostics::has_errors() const {
    return std::any_of(found_.begin(), found_.end(), [](const auto& d) { return d.severity == Severity::error; });
}

void Diagnostics::sort_by_place() {
    std::vector<const SourceText*> order;
    const auto rank = [&order](const Diagnostic& d) {
        return std::find(order.begin(), order.end(), d.span.source.get()) - order.begin();
    };
    for (const auto& d : found_)
        if (std::find(order.begin(), order.end(), d.span.source.get()) == order.end())
            order.push_back(d.span.source.get());
    std::stable_sort(found_.begin(), found_.end(), [&rank](const auto& a, const auto& b) {
        return std::tuple(rank(a), a.span.line, a.span.column) < std::tuple(rank(b), b.span.line, b.span.column);
    });
}

}  // namespace smpcare
