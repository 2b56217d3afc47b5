#include "format/calendar/body.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <numeric>

namespace smpcare::calendar {

void NameLine::add(std::string_view name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

namespace {

/// "a; b and 4 more", of the first `shown`.
void add_names(std::string& out, const NameLine& line, const Prepared& prepared, std::size_t shown) {
    const auto listed = [&] {
        for (std::size_t i = 0; i < shown; ++i) {
            if (i > 0) out += prepared.patterns.separator;
            out += line.names[i];
        }
    };
    if (shown == line.names.size()) return listed();
    const auto left = std::to_string(line.names.size() - shown);
    if (shown > 0)
        prepared.patterns.and_more.fill_with(out,
                                             [&](std::size_t which) { which == 0 ? listed() : void(out += left); });
    else if (line.names.size() == 1)
        out += prepared.words.event.one_thing;
    else
        out += words::fill(prepared.words.event.things, left);
}

}  // namespace

void NameLine::add_to(std::string& out, const Prepared& prepared, std::size_t shown) const {
    if (names.empty()) return;
    label->fill_with(out, [&](std::size_t) { add_names(out, *this, prepared, shown); });
    out += newline;
}

void Body::clear() {
    for (auto* text : {&kept, &begins, &off, &normal, &middle}) text->clear();
    allowed.clear();
    off_names.clear();
    whys.clear();
    pool_.release();
}

std::string_view Body::keep(const Pattern& pattern, std::initializer_list<std::string_view> arguments) {
    made_.clear();
    pattern.fill(made_, arguments);
    auto* const place = static_cast<char*>(pool_.allocate(made_.size(), 1));
    std::copy(made_.begin(), made_.end(), place);
    return {place, made_.size()};
}

namespace {

/// The lines in at most `room` characters if there is any way; names are taken from the end.
std::string cut_to(const Prepared& prepared, const std::vector<NameLine>& lines, std::size_t room) {
    std::vector<std::string> told(lines.size());
    std::size_t size = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].add_to(told[i], prepared);
        size += told_size(told[i]);
    }
    for (auto i = lines.size(); i-- > 0;)
        for (auto shown = lines[i].names.size(); shown > 0 && size > room;) {
            size -= told_size(told[i]);
            told[i].clear();
            lines[i].add_to(told[i], prepared, --shown);
            size += told_size(told[i]);
        }
    return joined(told, "");
}

/// What of a limit is left.
class Room {
public:
    explicit Room(std::size_t size) : left_(size) {}
    [[nodiscard]] bool has(std::size_t size) const { return size <= left_; }
    [[nodiscard]] std::size_t left() const { return left_; }
    void take(std::size_t size) { left_ -= std::min(size, left_); }

private:
    std::size_t left_;
};

/// The middle of the body, cut where that must be; whether all of it has room.
bool fit_middle(const Prepared& prepared, Body& body, Room& room) {
    auto& middle = body.middle;
    for (const auto& line : body.allowed) line.add_to(middle, prepared);
    const auto allowed = told_size(middle), off = told_size(body.off);
    if (room.has(allowed + off)) {
        room.take(allowed + off);
        middle.append(body.begins).append(body.off);
        return true;
    }
    const auto cut_off = cut_to(prepared, body.off_names, room.has(allowed) ? room.left() - allowed : 0);
    const auto left = told_size(cut_off);
    if (!room.has(allowed + left)) middle = cut_to(prepared, body.allowed, room.has(left) ? room.left() - left : 0);
    room.take(told_size(middle) + left);
    middle.append(body.begins).append(cut_off);
    return false;
}

/// What weighs, then the brief lines that must not be lost, then the full sentences of others, other brief lines, and
/// in the end what can wait.
class WhyFitter {
public:
    WhyFitter(const std::vector<Why>& whys, Room& room) : whys_(whys), room_(room), told_(whys.size()) {}

    void fit(Fitted& made) {
        place([](const Why& why) { return why.rank == 0; }, Told::full);
        place([](const Why& why) { return why.weighs; }, Told::full);
        place([](const Why& why) { return why.is_last; }, Told::brief);
        place([](const Why& why) { return why.rank <= 1; }, Told::full);
        place([](const Why&) { return true; }, Told::brief);
        place([](const Why& why) { return !why.can_wait; }, Told::full);
        place([](const Why&) { return true; }, Told::full);
        for (std::size_t i = 0; i < whys_.size(); ++i) {
            if (told_[i] == Told::nothing) continue;
            const bool full = told_[i] == Told::full;
            (full ? made.whys : made.briefs).push_back(i);
            made.blocks.push_back({{}, (full ? whys_[i].full : whys_[i].brief)->folded});
        }
    }

private:
    enum class Told { nothing, brief, full };

    [[nodiscard]] std::size_t size_of(std::size_t i, Told what) const {
        const auto* const text = what == Told::full ? whys_[i].full : whys_[i].brief;
        return what == Told::nothing || text == nullptr ? 0 : text->size;
    }

    /// Full sentences may have the room of their brief line.
    template <class Which>
    void place(const Which& which, Told what) {
        for (std::size_t i = 0; i < whys_.size(); ++i) {
            const auto taken = size_of(i, told_[i]), size = size_of(i, what);
            if (told_[i] >= what || size == 0 || !which(whys_[i])) continue;
            if (size > taken && !room_.has(size - taken)) continue;
            room_.take(size - std::min(size, taken));
            told_[i] = what;
        }
    }

    const std::vector<Why>& whys_;
    Room& room_;
    std::vector<Told> told_;
};

}  // namespace

void fit(const Prepared& prepared, Body& body, Fitted& made) {
    made.blocks.clear();
    made.whys.clear();
    made.briefs.clear();
    Room room(body_limit);
    for (const auto* text : {&body.kept, &body.begins}) room.take(told_size(*text));
    room.take(body.foot->size);
    const auto normal = told_size(body.normal);
    const bool all = fit_middle(prepared, body, room) && room.has(normal);
    if (all) room.take(normal);

    const auto add = [&](std::string_view text) {
        if (!text.empty()) made.blocks.push_back({text, {}});
    };
    add(body.kept);
    add(body.middle);
    if (all) add(body.normal);
    if (all) WhyFitter(body.whys, room).fit(made);
    made.blocks.push_back({{}, body.foot->folded});
}

}  // namespace smpcare::calendar
