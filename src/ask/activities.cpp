#include <smpcare/ask.hpp>
#include <smpcare/nearest.hpp>

#include "base/typed.hpp"

#include <algorithm>

namespace smpcare {

namespace {

bool separates(char byte) { return byte == '-' || byte == '_' || byte == ' ' || (byte >= '\t' && byte <= '\r'); }

/// The form in which names are compared: folded, every run of separators one space, none at the ends.
std::string comparable(std::string_view text) {
    std::string result;
    for (const char byte : folded(text))
        if (!separates(byte))
            result += byte;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

bool answers_to(const Activity& activity, const std::string& wanted) {
    return comparable(activity.id) == wanted || comparable(activity.title) == wanted ||
           std::any_of(activity.words.begin(), activity.words.end(),
                       [&](const std::string& word) { return comparable(word) == wanted; });
}

}  // namespace

std::vector<std::size_t> find_activities(const Protocol& protocol, std::string_view asked) {
    const std::string wanted = comparable(asked);
    std::vector<std::size_t> found;
    if (wanted.empty()) return found;
    for (std::size_t i = 0; i < protocol.activities.size(); ++i)
        if (answers_to(protocol.activities[i], wanted)) found.push_back(i);
    return found;
}

std::string nearest_activity(const Protocol& protocol, std::string_view asked) {
    std::vector<std::string_view> names;
    for (const Activity& activity : protocol.activities) {
        names.push_back(activity.id);
        names.push_back(activity.title);
        names.insert(names.end(), activity.words.begin(), activity.words.end());
    }
    return nearest(asked, names);
}

}  // namespace smpcare
