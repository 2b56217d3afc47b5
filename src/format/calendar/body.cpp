#include "format/calendar/body.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <numeric>

namespace smpcare::calendar {

void NameLine::add(std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

std::string NameLine::text(const Prepared& prepared, std::size_t shown) const {
    if (names.empty()) return {};
    std::string listed;
    for (std::size_t i = 0; i < shown; ++i) join(listed, prepared.patterns.separator, names[i]);
    if (shown < names.size()) {
        const auto left = std::to_string(names.size() - shown);
        const auto front = std::exchange(listed, {});
        if (shown > 0)
            prepared.patterns.and_more.fill(listed, {front, left});
        else
            listed = names.size() == 1 ? std::string(prepared.words.event.one_thing)
                                       : words::fill(prepared.words.event.things, left);
    }
    std::string out;
    label->fill(out, {listed});
    return out.append(newline);
}

namespace {

std::string text_of(const Prepared& prepared, const std::vector<NameLine>& lines) {
    std::string out;
    for (const auto& line : lines) out += line.text(prepared);
    return out;
}

/// The lines in at most `room` characters if there is any way; names are taken from the end.
std::string cut_to(const Prepared& prepared, const std::vector<NameLine>& lines, std::size_t room) {
    std::vector<std::size_t> shown;
    for (const auto& line : lines) shown.push_back(line.names.size());
    while (true) {
        std::string out;
        for (std::size_t i = 0; i < lines.size(); ++i) out += lines[i].text(prepared, shown[i]);
        const auto last = std::find_if(shown.rbegin(), shown.rend(), [](std::size_t count) { return count > 0; });
        if (last == shown.rend() || told_size(out) <= room) return out;
        --*last;
    }
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

void add_block(std::vector<Block>& blocks, std::string text) {
    if (!text.empty()) blocks.push_back({std::move(text), {}});
}

}  // namespace

Fitted fitted(const Prepared& prepared, const Body& body) {
    Room room(body_limit);
    for (const auto* text : {&body.kept, &body.begins}) room.take(told_size(*text));
    room.take(prepared.foot.size);

    auto allowed = text_of(prepared, body.allowed);
    auto off = body.off;
    const bool all = room.has(told_size(allowed) + told_size(off) + told_size(body.normal));
    if (!room.has(told_size(allowed) + told_size(off))) {
        const auto taken = told_size(allowed);
        off = cut_to(prepared, body.off_names, room.has(taken) ? room.left() - taken : 0);
        if (!room.has(taken + told_size(off)))
            allowed = cut_to(prepared, body.allowed, room.has(told_size(off)) ? room.left() - told_size(off) : 0);
    }
    room.take(told_size(allowed) + told_size(off) + (all ? told_size(body.normal) : 0));

    Fitted made;
    add_block(made.blocks, body.kept);
    add_block(made.blocks, allowed + body.begins + off);
    if (all) add_block(made.blocks, body.normal);
    for (std::size_t i = 0; all && i < body.whys.size(); ++i) {
        const auto& why = *body.whys[i];
        if (!room.has(why.size)) continue;
        room.take(why.size);
        made.blocks.push_back({{}, why.folded});
        made.whys.push_back(i);
    }
    made.blocks.push_back({{}, prepared.foot.folded});
    return made;
}

}  // namespace smpcare::calendar
