#include "batch/outcomes/likes.hpp"

#include <algorithm>

namespace smpcare::batch {
namespace {

/// A file in which everything is wrong is told of in as many messages, and each with as many lines.
constexpr std::size_t most_kinds = 100, most_lines = 10;

/// Whether what it names, and not only where it stands, makes a fault another one: each has its own mend.
bool is_named(Code code) {
    switch (code) {
        case Code::unknown_rule:
        case Code::unknown_fact:
        case Code::unknown_event:
        case Code::unknown_language:
        case Code::unknown_field:
        case Code::bad_setting:
        case Code::duplicate_client:
        case Code::rows_disagree:
            return true;
        default:
            return false;
    }
}

bool are_like(const Diagnostic& one, const Diagnostic& other) {
    return one.code == other.code && one.severity == other.severity && one.span.column == other.span.column &&
           (!is_named(one.code) || one.args == other.args);
}

}  // namespace

void Likes::take(const Diagnostic& diagnostic) {
    const auto like = std::find_if(kinds_.begin(), kinds_.end(),
                                   [&diagnostic](const auto& kind) { return are_like(kind, diagnostic); });
    if (like == kinds_.end()) {
        if (kinds_.size() < most_kinds)
            kinds_.push_back(diagnostic);
        else if (diagnostic.severity == Severity::error)
            ++others_;
        return;
    }
    auto& also = like->also;
    if (diagnostic.span.line == (also.lines.empty() ? like->span.line : also.lines.back())) return;
    ++also.count;
    if (also.lines.size() < most_lines) also.lines.push_back(diagnostic.span.line);
}

void Likes::give(const std::function<void(const Diagnostic&)>& report) {
    for (const auto& kind : kinds_) report(kind);
    if (others_ > 0) report({Severity::notice, Code::more_faults, kinds_.front().span, {others_}, {}});
    kinds_.clear();
    others_ = 0;
}

}  // namespace smpcare::batch
