#include "protocol/prepare/prepared.hpp"

#include "protocol/prepare/walk.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

namespace smpcare::protocol {
namespace {

/// Seven bits a byte, the lowest first; the eighth says that more follow.
constexpr unsigned bits = 7;
constexpr std::uint64_t more = 1U << bits;

constexpr auto extents = static_cast<std::size_t>(Extent::whole) + 1;

/// So that small numbers are short, those below zero too: 0, -1, 1, -2 …
constexpr std::uint64_t folded(long long number) {
    const auto sign = number < 0 ? ~std::uint64_t{0} : 0;
    return static_cast<std::uint64_t>(number) << 1U ^ sign;
}
constexpr long long unfolded(std::uint64_t number) {
    return static_cast<long long>(number >> 1U ^ (~(number & 1U) + 1U));
}

class Packer {
public:
    void number(long long number) {
        auto rest = folded(number);
        for (; rest >= more; rest >>= bits) body_ += static_cast<char>(rest % more + more);
        body_ += static_cast<char>(rest);
    }

    void text(const std::string& text) {
        number(static_cast<long long>(text.size()));
        body_ += text;
    }

    /// Sources count from 1 in the order in which they are met; 0 is none.
    void span(const Span& span) {
        const auto known = std::find(sources_.begin(), sources_.end(), span.source);
        number(span.source ? known - sources_.begin() + 1 : 0);
        if (!span.source) return;
        if (known == sources_.end()) sources_.push_back(span.source);
        for (const auto part : {span.line, span.column, span.length}) number(part);
    }

    template <class Walk>
    void for_extent(Extent extent, const Walk& walk) {
        auto& part = parts_[static_cast<std::size_t>(extent)];
        std::swap(body_, part);
        walk();
        std::swap(body_, part);
    }

    /// The names of the sources, then all that was shown: a text for each extent.
    [[nodiscard]] std::string all() const {
        Packer all;
        all.number(static_cast<long long>(sources_.size()));
        for (const auto& source : sources_) all.text(source->name);
        all.text(body_);
        for (std::size_t i = 1; i < extents; ++i) all.text(parts_[i]);
        return all.body_;
    }

private:
    std::string body_;
    std::array<std::string, extents> parts_;  ///< of each extent but the first
    std::vector<SourcePtr> sources_;
};

class Unpacker {
public:
    Unpacker(std::string_view packed, const SourcePtr& known, Extent extent) : at_(packed.data()), extent_(extent) {
        long long count = 0;
        number(count);
        for (std::string name; count > 0; --count) {
            text(name);
            sources_.push_back(known && known->name == name ? known : source(name));
        }
        for (auto& part : parts_) {
            number(count);
            part = at_;
            at_ += count;
        }
        at_ = parts_.front();
    }

    void number(long long& number) {
        std::uint64_t byte = static_cast<unsigned char>(*at_++);
        auto read = byte % more;
        for (unsigned shift = bits; byte >= more; shift += bits) {
            byte = static_cast<unsigned char>(*at_++);
            read |= byte % more << shift;
        }
        number = unfolded(read);
    }

    void text(std::string& text) {
        long long size = 0;
        number(size);
        text = std::string(at_, static_cast<std::size_t>(size));
        at_ += size;
    }

    template <class Walk>
    void for_extent(Extent extent, const Walk& walk) {
        if (extent > extent_) return;
        auto& part = parts_[static_cast<std::size_t>(extent)];
        std::swap(at_, part);
        walk();
        std::swap(at_, part);
    }

    void span(Span& span) {
        const auto source = part();
        if (source == 0) return;
        span.source = sources_[source - 1];
        span.line = part();
        span.column = part();
        span.length = part();
    }

private:
    static SourcePtr source(const std::string& name) {
        return std::make_shared<const SourceText>(built_in(name).value_or(SourceText{name, {}}));
    }

    std::uint32_t part() {
        long long read = 0;
        number(read);
        return static_cast<std::uint32_t>(read);
    }

    const char* at_;
    std::array<const char*, extents> parts_{};  ///< what is read next of each extent but the first
    Extent extent_;
    std::vector<SourcePtr> sources_;
};

template <class T>
std::string pack(T& thing) {
    Packer packer;
    walk(packer, thing);
    return packer.all();
}

template <class T>
T unpack(std::string_view packed, const SourcePtr& source, Extent extent) {
    Unpacker unpacker{packed, source, extent};
    T thing;
    walk(unpacker, thing);
    return thing;
}

}  // namespace

const Prepared* prepared_of(const SourceText& text) {
    const auto known = built_ins();
    const auto all = prepared();
    const auto is_it = [bytes = text.text.view(), &text](const BuiltIn& entry) {
        return entry.text.data() == bytes.data() && entry.text.size() == bytes.size() && entry.id == text.name;
    };
    const auto at = static_cast<std::size_t>(std::find_if(known.begin(), known.end(), is_it) - known.begin());
    return at < all.size() ? &all[at] : nullptr;
}

std::string packed(Draft draft) { return pack(draft); }
std::string packed(Protocol protocol) { return pack(protocol); }

Draft unpacked_draft(std::string_view packed, const SourcePtr& source) {
    return unpack<Draft>(packed, source, Extent::whole);
}
Protocol unpacked_protocol(std::string_view packed, Extent extent) { return unpack<Protocol>(packed, nullptr, extent); }

}  // namespace smpcare::protocol
