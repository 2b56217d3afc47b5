#include "format/calendar/title/phrases.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace smpcare::calendar {

void Phrase::add(Asked thing) {
    const auto known = std::find_if(things.begin(), things.end(),
                                    [&](const Asked& other) { return other.name->plain == thing.name->plain; });
    if (known == things.end())
        things.push_back(thing);
    else
        known->asked += thing.asked;
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

constexpr std::size_t most_names = 5;  // of one phrase
constexpr std::size_t many_names = 3;  // more of them weigh less than to say that there are others
constexpr std::string_view between_names = ", ";

/// The wording of a phrase, while there is room for it.
enum class Length { usual, brief, bare };

bool may_be_left_out(Weight weight) { return weight == Weight::still || weight == Weight::beside; }

/// What a title tells of a phrase: `shown` names, the first of them that at `from`.
struct Part {
    const Phrase* phrase;
    Length length;
    std::size_t from, shown;

    [[nodiscard]] bool is_whole() const { return shown == phrase->things.size() || may_be_left_out(phrase->weight); }
    [[nodiscard]] bool says_or() const { return phrase->any_will_do && shown > 1; }
    [[nodiscard]] const Pattern& pattern() const {
        return *std::array{phrase->pattern, phrase->brief, phrase->bare}[static_cast<std::size_t>(length)];
    }
    [[nodiscard]] const Name& name(std::size_t i) const {
        const auto& thing = phrase->things[i];
        return *std::array{thing.name, thing.brief, thing.bare}[static_cast<std::size_t>(length)];
    }
};

int width_of(const Prepared& prepared, const Part& part) {
    int width = part.pattern().width();
    for (auto i = part.from; i < part.from + part.shown; ++i) width += part.name(i).width;
    const auto gaps = static_cast<int>(part.shown) - (part.says_or() ? 2 : 1);
    width += gaps * static_cast<int>(between_names.size());
    return part.says_or() ? width + prepared.patterns.or_title.width() : width;
}

/// "a, b allowed again"
void add_part(std::string& out, const Prepared& prepared, const Part& part) {
    const auto end = part.from + part.shown;
    std::string names, listed;
    for (auto i = part.from; i < end - (part.says_or() ? 1 : 0); ++i)
        names.append(i == part.from ? "" : between_names).append(part.name(i).plain);
    if (part.says_or())
        prepared.patterns.or_title.fill(listed, {names, part.name(end - 1).plain});
    else
        listed = std::move(names);
    part.pattern().fill(out, {listed});
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
    std::size_t names = most_names;  ///< of each phrase, at most
    Length length = Length::usual;
};

constexpr auto lengths = std::array{Length::usual, Length::brief, Length::bare};

/// The best first.
constexpr auto tries = [] {
    std::array<Try, most_names * lengths.size()> all{};
    std::size_t at = 0;
    for (auto names = most_names; names > 0; --names)
        for (const auto length : lengths) all[at++] = {names, length};
    return all;
}();

/// That there is more, in as many words as have room.
const Name& unsaid_in(const Prepared& prepared, int room) {
    const auto& texts = prepared.unsaid;
    const auto found = std::find_if(texts.begin(), texts.end(), [&](const Name& text) { return text.width <= room; });
    return found == texts.end() ? texts.back() : *found;
}

/// A title on its way: what it tells, while there is room.
class Title {
public:
    Title(const Prepared& prepared, int room, Try how) : prepared_(&prepared), room_(room), how_(how) {}

    void add(const std::vector<Phrase>& phrases) {
        for (const auto& phrase : phrases) {
            const auto part = part_of(phrase);
            if (!part) {
                if (!may_be_left_out(phrase.weight)) whole_ = false;
                continue;
            }
            parts_.push_back(*part);
            has_first_ |= &phrase == &phrases.front();
            whole_ &= part->is_whole();
            ++told_[static_cast<std::size_t>(phrase.weight)];
            skipped_ += static_cast<int>(part->from);
            if (!may_be_left_out(phrase.weight)) names_ += static_cast<int>(part->shown);
            if (phrase.weight == Weight::main) main_names_ += static_cast<int>(std::min(part->shown, many_names));
        }
    }
    /// Says that there is more, in what room is left besides that of the shortest way.
    void add_unsaid() { unsaid_ = &unsaid_in(*prepared_, room_ + prepared_->unsaid.back().width); }

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
        if (unsaid_ != nullptr) out += unsaid_->plain;
        return out;
    }

private:
    [[nodiscard]] int of(Weight weight) const { return told_[static_cast<std::size_t>(weight)]; }
    /// What is still forbidden goes before a second thing that is allowed, which would be read as all that is left.
    [[nodiscard]] std::array<int, 10> rank() const {
        return {int{has_first_}, of(Weight::main),   int{unsaid_ == nullptr}, -skipped_, of(Weight::still),
                main_names_,     of(Weight::beside), says_there_is_more(),    names_,    of(Weight::eased)};
    }
    /// In words, rather than by "…".
    [[nodiscard]] int says_there_is_more() const { return int{unsaid_ != &prepared_->unsaid.back()}; }

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
        const Part part{&phrase, how_.length, from, shown};
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
    std::array<int, 4> told_{};     ///< phrases by weight
    const Name* unsaid_ = nullptr;  ///< how it ends where it does not tell everything
    int names_ = 0;                 ///< of what changes
    int main_names_ = 0;            ///< of what must be told
    int skipped_ = 0;               ///< names that people ask about more than those told
    bool has_first_ = false;        ///< the phrase that matters most
    bool whole_ = true;             ///< nothing that changes is left unsaid
};

/// The title that tells most; of those that tell as much the one with more names, in longer words.
Title best_of(const Prepared& prepared, const std::vector<Phrase>& phrases, int room, bool is_all) {
    std::optional<Title> best;
    for (const auto& how : tries) {
        if (is_all) {
            Title title(prepared, room, how);
            title.add(phrases);
            if (title.tells(phrases.size())) return title;
            if (title.is_whole() && (!best || best->tells_less_than(title))) best = std::move(title);
        }
        Title title(prepared, room - prepared.unsaid.back().width, how);
        title.add(phrases);
        title.add_unsaid();
        if (!best || best->tells_less_than(title)) best = std::move(title);
    }
    return *best;
}

}  // namespace

std::string fitted(const Prepared& prepared, const std::vector<Phrase>& phrases, int room, bool is_all) {
    if (phrases.empty()) return std::string(prepared.words.event.nothing_title);
    const auto best = best_of(prepared, phrases, room, is_all);
    if (best.tells_change()) return best.text();
    auto text = counted(prepared, phrases.front());
    return text.append(unsaid_in(prepared, room - display_width(text)).plain);
}

}  // namespace smpcare::calendar
