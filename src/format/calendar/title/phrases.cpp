#include "format/calendar/title/phrases.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

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
constexpr std::string_view between_names = ", ";

/// The wording of a phrase, while there is room for it.
enum class Length { usual, brief, bare };

/// What a title tells of a phrase: `shown` names, the first of them that at `from`.
struct Part {
    const Phrase* phrase;
    const Pattern* pattern;
    std::size_t from, shown;
    bool counts;  ///< the other names

    [[nodiscard]] bool is_whole() const {
        return counts || shown == phrase->things.size() || phrase->weight == Weight::still;
    }
};

int digits_of(std::size_t number) { return number < 10 ? 1 : 1 + digits_of(number / 10); }

bool says_or(const Part& part) { return part.phrase->any_will_do && part.shown > 1; }

int width_of(const Prepared& prepared, const Part& part) {
    const auto& patterns = prepared.patterns;
    const auto& things = part.phrase->things;
    int width = part.pattern->width();
    for (auto i = part.from; i < part.from + part.shown; ++i) width += things[i].name->width;
    const auto gaps = static_cast<int>(part.shown) - (says_or(part) ? 2 : 1);
    width += gaps * static_cast<int>(between_names.size());
    if (says_or(part)) width += patterns.or_title.width();
    if (part.counts) width += patterns.and_more_title.width() + digits_of(things.size() - part.shown);
    return width;
}

/// "a, b and 4 more allowed again"
void add_part(std::string& out, const Prepared& prepared, const Part& part) {
    const auto& patterns = prepared.patterns;
    const auto& things = part.phrase->things;
    const auto end = part.from + part.shown;
    std::string names, listed;
    for (auto i = part.from; i < end - (says_or(part) ? 1 : 0); ++i)
        names.append(i == part.from ? "" : between_names).append(things[i].name->plain);
    if (says_or(part))
        patterns.or_title.fill(listed, {names, things[end - 1].name->plain});
    else if (part.counts)
        patterns.and_more_title.fill(listed, {names, std::to_string(things.size() - part.shown)});
    else
        listed = std::move(names);
    part.pattern->fill(out, {listed});
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

/// How a title is tried.
struct Try {
    bool counts = true;              ///< other names, rather than leaving them to "…"
    std::size_t names = most_names;  ///< of each phrase, at most
    Length length = Length::usual;
};

constexpr auto lengths = std::array{Length::usual, Length::brief, Length::bare};

/// The best first.
constexpr auto tries = [] {
    std::array<Try, 2 * most_names * lengths.size()> all{};
    std::size_t at = 0;
    for (const bool counts : {true, false})
        for (auto names = most_names; names > 0; --names)
            for (const auto length : lengths) all[at++] = {counts, names, length};
    return all;
}();

/// A title on its way: what it tells, while there is room.
class Title {
public:
    Title(const Prepared& prepared, int room, Try how) : prepared_(&prepared), room_(room), how_(how) {}

    void add(const std::vector<Phrase>& phrases) {
        for (const auto& phrase : phrases) {
            const auto part = part_of(phrase);
            if (!part) {
                if (phrase.weight != Weight::still) whole_ = false;
                continue;
            }
            parts_.push_back(*part);
            has_first_ |= &phrase == &phrases.front();
            whole_ &= part->is_whole();
            ++told_[static_cast<std::size_t>(phrase.weight)];
            skipped_ += static_cast<int>(part->from);
            if (phrase.weight != Weight::still) names_ += static_cast<int>(part->shown);
        }
    }

    [[nodiscard]] bool tells_change() const { return of(Weight::main) + of(Weight::eased) > 0; }
    [[nodiscard]] bool is_whole() const { return whole_; }
    /// Whether it tells this many phrases, and of all that changes.
    [[nodiscard]] bool tells(std::size_t phrases) const { return whole_ && parts_.size() == phrases; }
    [[nodiscard]] bool tells_less_than(const Title& other) const { return rank() < other.rank(); }
    [[nodiscard]] std::string text() const {
        std::string out;
        for (const auto& part : parts_) {
            if (!out.empty()) out += prepared_->words.event.title_separator;
            add_part(out, *prepared_, part);
        }
        return out;
    }

private:
    [[nodiscard]] int of(Weight weight) const { return told_[static_cast<std::size_t>(weight)]; }
    [[nodiscard]] std::array<int, 7> rank() const {
        return {int{has_first_}, of(Weight::main), of(Weight::still), -skipped_,
                names_,          int{whole_},      of(Weight::eased)};
    }

    /// With as many of its names as have room; in the end with one that has, where the first ones have none.
    std::optional<Part> part_of(const Phrase& phrase) {
        const auto count = phrase.things.size();
        for (auto shown = std::min(how_.names, count); shown > 0; --shown)
            if (const auto part = placed(phrase, 0, shown)) return part;
        for (std::size_t from = 1; how_.names == 1 && how_.length == Length::bare && from < count; ++from)
            if (const auto part = placed(phrase, from, 1)) return part;
        return std::nullopt;
    }

    std::optional<Part> placed(const Phrase& phrase, std::size_t from, std::size_t shown) {
        const std::array patterns{phrase.pattern, phrase.brief, phrase.bare};
        const bool has_others = shown < phrase.things.size();
        const bool counts = how_.counts && has_others && !phrase.any_will_do && phrase.weight != Weight::still;
        const Part part{&phrase, patterns[static_cast<std::size_t>(how_.length)], from, shown, counts};
        const int separator = parts_.empty() ? 0 : prepared_->separator_width;
        const int width = separator + width_of(*prepared_, part);
        if (width > room_) return std::nullopt;
        room_ -= width;
        return part;
    }

    const Prepared* prepared_;
    int room_;
    Try how_;
    std::vector<Part> parts_;
    std::array<int, 3> told_{};  ///< phrases by weight
    int names_ = 0;              ///< of what changes
    int skipped_ = 0;            ///< names that people ask about more than those told
    bool has_first_ = false;     ///< the phrase that matters most
    bool whole_ = true;          ///< nothing that changes is left unsaid
};

/// The title that tells most; of those that tell as much the one with more names, in longer words.
Title best_of(const Prepared& prepared, const std::vector<Phrase>& phrases, int room, bool is_all) {
    const int unsaid = prepared.unsaid_width;
    std::optional<Title> best;
    for (const auto& how : tries) {
        if (is_all && how.counts) {
            Title title(prepared, room, how);
            title.add(phrases);
            if (title.tells(phrases.size())) return title;
            if (title.is_whole() && (!best || best->tells_less_than(title))) best = std::move(title);
        }
        Title title(prepared, room - unsaid, how);
        title.add(phrases);
        if (!best || best->tells_less_than(title)) best = std::move(title);
    }
    return *best;
}

}  // namespace

std::string fitted(const Prepared& prepared, const std::vector<Phrase>& phrases, int room, bool is_all) {
    if (phrases.empty()) return std::string(prepared.words.event.nothing_title);
    const auto best = best_of(prepared, phrases, room, is_all);
    auto text = best.tells_change() ? best.text() : counted(prepared, phrases.front());
    if (!is_all || !best.is_whole()) text += prepared.words.event.unsaid;
    return text;
}

}  // namespace smpcare::calendar
