#include "say/discreet.hpp"

#include "say/changes.hpp"
#include "words/words.hpp"

namespace smpcare::say {

namespace {

std::vector<std::string> numbers_alone(std::vector<std::string> phones) {
    std::erase_if(phones, [](const std::string& phone) {
        return phone.find_first_not_of("0123456789 +-/.()") != std::string::npos;
    });
    return phones;
}

Clinic neutral_clinic(const Clinic& clinic) {
    Clinic neutral;
    neutral.phone = numbers_alone(clinic.phone);
    neutral.emergency = numbers_alone(clinic.emergency);
    return neutral;
}

}  // namespace

Protocol neutral_protocol(Protocol protocol, std::string_view title) {
    protocol.title = title;
    protocol.id.clear();
    protocol.version.clear();
    protocol.reviewed_by.clear();
    protocol.clinic = neutral_clinic(protocol.clinic);
    // A clinic's file can bear its name: lines and columns stay, options and ends of rules too.
    const auto nameless = std::make_shared<const SourceText>();
    for (auto& rule : protocol.rules) {
        for (auto& change : rule.changes) {
            change.author.clear();
            if (auto& cause = change.by; cause.kind == Cause::Kind::file && !written_in_built_in(cause))
                cause.span.source = nameless;
        }
    }
    return protocol;
}

DiscreetCopy::DiscreetCopy(const Plan& plan, const Style& style) : given_(plan) {
    if (!style.discreet) return;
    protocol_ = neutral_protocol(*plan.protocol, words::of(style.language).handout.neutral_title);
    copy_ = plan;
    copy_->protocol = &*protocol_;
    copy_->client_name.clear();
    copy_->labels.clear();
}

}  // namespace smpcare::say
