#include "format/calendar/title/phrases.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace smpcare::calendar {

void Phrase::add(const Name& name, int asked) {
    const auto known =
        std::find_if(things.begin(), things.end(), [&](const Asked& thing) { return thing.name->plain == name.plain; });
    if (known == things.end())
        things.push_back({&name, asked});
    else
        known->asked += asked;
}

void sort_by_asked(std::vector<Phrase>& phrases, std::size_t from) {
    const auto more = [](const Asked& a, const Asked& b) { return a.asked > b.asked; };
    const auto first = phrases.begin() + static_cast<std::ptrdiff_t>(from);
    const auto is_empty = [](const Phrase& phrase) { return phrase.things.empty(); };
    phrases.erase(std::remove_if(first, phrases.end(), is_empty), phrases.end());
    for (auto phrase = first; phrase != phrases.end(); ++phrase)
        if (phrase->things.size() > 1) std::stable_sort(phrase->things.begin(), phrase->things.end(), more);
    if (phrases.end() - first > 1)
        std::stable_sort(first, phrases.end(),
                         [&](const Phrase& a, const Phrase& b) { return more(a.things.front(), b.things.front()); });
}

namespace {

constexpr std::size_t most_names = 3;  // of one phrase

/// Where not all has room, first the numbers of other names get short, then the phrases too.
enum class Length { usual, brief_numbers, brief, bare };

/// "a, b and 4 more", of `shown` names, and in brief "a, b +4"; "a, b or 4 more" of what is enough by itself. The first
/// name told is the one at `from`.
std::string listed(const Prepared& prepared, const Phrase& phrase, std::size_t from, std::size_t shown, Length length) {
    const auto& patterns = prepared.patterns;
    const auto& things = phrase.things;
    const bool all = shown == things.size(), any = phrase.any_will_do && shown > 1;
    const auto names = [&](std::size_t count) {
        std::string out;
        for (std::size_t i = from; i < from + count; ++i)
            out.append(i == from ? "" : ", ").append(things[i].name->plain);
        return out;
    };
    if (all && !any) return names(shown);
    std::string out;
    if (all) {
        patterns.or_title.fill(out, {names(shown - 1), things.back().name->plain});
        return out;
    }
    const auto& pattern = length != Length::usual ? patterns.others_title
                          : phrase.any_will_do    ? patterns.or_more_title
                                                  : patterns.and_more_title;
    pattern.fill(out, {names(shown), std::to_string(things.size() - shown)});
    return out;
}

/// How many things it is about, where not even one name has room.
std::string counted(const Prepared& prepared, const Phrase& phrase) {
    std::string number, out;
    if (phrase.things.size() == 1)
        number = prepared.words.event.one_thing;
    else
        prepared.patterns.things.fill(number, {std::to_string(phrase.things.size())});
    phrase.pattern->fill(out, {number});
    return out;
}

/// A title on its way: phrases with their names, while they have room.
class Title {
public:
    Title(const Prepared& prepared, int room, Length length) : prepared_(&prepared), room_(room), length_(length) {}

    /// With as many of its names as have room, at most `most`, and the number of the others; in the end with
    /// one that has room, where the first ones have none.
    bool add(const Phrase& phrase, std::size_t most) {
        for (auto shown = std::min(most, phrase.things.size()); shown > 0; --shown)
            if (add(phrase, 0, shown)) return true;
        for (std::size_t from = 1; most == 1 && length_ == Length::bare && from < phrase.things.size(); ++from)
            if (add(phrase, from, 1)) return true;
        return false;
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    bool add(const Phrase& phrase, std::size_t from, std::size_t shown) {
        std::string part;
        if (!text_.empty()) part = prepared_->words.event.title_separator;
        const std::array patterns{phrase.pattern, phrase.pattern, phrase.brief, phrase.bare};
        patterns[static_cast<std::size_t>(length_)]->fill(part, {listed(*prepared_, phrase, from, shown, length_)});
        const int width = display_width(part);
        if (width > room_) return false;
        room_ -= width;
        text_ += part;
        return true;
    }

    const Prepared* prepared_;
    int room_;
    Length length_;
    std::string text_;
};

/// A title and how many of its phrases it tells.
struct Candidate {
    std::string text{};
    std::array<std::ptrdiff_t, 3> told{-1, -1, -1};  ///< by weight
    bool has_first = false;                          ///< the phrase that matters most

    [[nodiscard]] std::ptrdiff_t of(Weight weight) const { return told[static_cast<std::size_t>(weight)]; }
    [[nodiscard]] std::ptrdiff_t changes() const { return of(Weight::main) + of(Weight::eased); }
    [[nodiscard]] bool tells_less_than(const Candidate& other) const {
        if (has_first != other.has_first) return other.has_first;
        if (of(Weight::main) != other.of(Weight::main)) return of(Weight::main) < other.of(Weight::main);
        return of(Weight::still) < other.of(Weight::still);
    }
};

Candidate tried(const Prepared& prepared, const std::vector<Phrase>& phrases, std::size_t names, Length length,
                int room) {
    Title title(prepared, room, length);
    Candidate made{{}, {0, 0, 0}};
    for (const auto& phrase : phrases) {
        if (!title.add(phrase, names)) continue;
        ++made.told[static_cast<std::size_t>(phrase.weight)];
        made.has_first |= &phrase == &phrases.front();
    }
    made.text = title.text();
    return made;
}

Candidate best_of(const Prepared& prepared, const std::vector<Phrase>& phrases, int room) {
    Candidate best;
    for (const auto length : {Length::usual, Length::brief_numbers, Length::brief, Length::bare}) {
        for (auto names = most_names; names > 0; --names) {
            auto candidate = tried(prepared, phrases, names, length, room);
            const bool is_whole = candidate.changes() + candidate.of(Weight::still) == std::ssize(phrases);
            if (best.tells_less_than(candidate)) best = std::move(candidate);
            if (is_whole) return best;
        }
    }
    return best;
}

}  // namespace

std::string fitted(const Prepared& prepared, const std::vector<Phrase>& phrases, int room, bool is_all) {
    if (phrases.empty()) return std::string(prepared.words.event.nothing_title);
    const auto changes = std::count_if(phrases.begin(), phrases.end(),
                                       [](const Phrase& phrase) { return phrase.weight != Weight::still; });
    if (is_all) {
        const auto whole = best_of(prepared, phrases, room);
        if (whole.changes() == changes) return whole.text;
    }
    const std::string_view unsaid = prepared.words.event.unsaid;
    auto best = best_of(prepared, phrases, room - display_width(unsaid));
    if (best.changes() < 1) best.text = counted(prepared, phrases.front());
    return best.text.append(unsaid);
}

}  // namespace smpcare::calendar
