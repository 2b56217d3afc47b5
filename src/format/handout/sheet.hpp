#pragma once

#include "format/handout/handout.hpp"
#include "format/handout/weeks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace smpcare::format {

/// One client's part of a page of HTML, written from top to bottom.
class Sheet {
public:
    /// `id` begins every id; `alone`: the only client, whose parts are the page's landmarks.
    Sheet(const words::Words& spoken, std::string id, bool alone) : words(spoken), id_(std::move(id)), alone_(alone) {}

    void line(std::string_view text) { out_.append(text).append("\n"); }
    void append(std::string_view text) { out_.append(text); }
    /// <section class="NAME">; with `heading` an <h2> that names it. `behind` is HTML for the heading's line.
    void open_section(std::string_view name, std::string_view heading, std::string_view behind = {});
    void close_section() { line("</section>"); }
    [[nodiscard]] std::string id_of(std::string_view name) const { return id_ + std::string(name); }
    [[nodiscard]] bool alone() const { return alone_; }
    std::string take() { return std::move(out_); }

    const words::Words& words;

private:
    std::string id_;
    bool alone_;
    std::string out_;
};

/// What a page of HTML shows beside its words.
struct Pictures {
    std::string logo;  ///< a data URL or ""
    Weeks weeks;
};

/// A name, number or address as HTML; it may be written in either direction.
std::string link_of(const Contact& contact);
/// Page 1: what matters most, whom to call, the day, what to do first, what to avoid and until when, and the steps.
void add_page_one(Sheet& sheet, const Handout& handout, const Pictures& pictures);
/// Page 2: each rule in its group, the clinic's own advice, and lines to sign on.
void add_page_two(Sheet& sheet, const Handout& handout);

}  // namespace smpcare::format
