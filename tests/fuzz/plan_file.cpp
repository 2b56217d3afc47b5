// A plan as JSON that `diff` is given, compared with a real one and with itself.

#include "fuzz/fuzz.hpp"

#include <smpcare/ask.hpp>

using namespace smpcare;
using namespace smpcare::fuzz;

namespace {

const RecordedPlan& real_plan() {
    static const RecordedPlan recorded = [] {
        Diagnostics found;
        const auto text = find_format("json")->plan(*plan_of(frozen()), {});
        return *read_plan_file({"real.json", text}, found);
    }();
    return recorded;
}

void require_told_apart(const RecordedPlan& before, const RecordedPlan& after) {
    const auto difference = compare(before, after);
    for (const auto& format : formats()) {
        if (format.difference == nullptr) continue;
        const auto text = format.difference(difference, {});
        require(!invalid_utf8_at(text), "an output is UTF-8");
    }
    require_safe(find_format("text")->difference(difference, {}), "a difference is safe to print");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Diagnostics found;
    const auto recorded = read_plan_file({"plan.json", std::string{text_of(data, size)}}, found);
    require_told(!recorded, found, "a plan or an error");
    if (!recorded) return 0;
    for (const auto session : recorded->sessions) require(in_range(session), "a session in range");
    require(!compare(*recorded, *recorded).any(), "a plan is as itself");
    require_told_apart(*recorded, real_plan());
    require_told_apart(real_plan(), *recorded);
    return 0;
}
