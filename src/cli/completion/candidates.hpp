#pragma once

/// What fits in one place of the command line, from the tables, the formats and the chosen protocol.

#include "cli/invocation.hpp"

#include <string>
#include <string_view>

namespace smpcare::cli {

/// One place of the command line and what fits there.
class Candidates {
public:
    /// `before` is what stands in the same word before the value, such as `--date=`; `typed` what is typed of it.
    Candidates(Invocation& call, std::string_view before, std::string_view typed)
        : call_(call), before_(before), typed_(typed) {}

    void commands();
    void options();
    /// What fits, of the words or the ending `among`.
    void add(ValueKind kind, std::string_view among);

    /// As completion.hpp has it.
    [[nodiscard]] std::string answer() const;

private:
    void word(std::string_view word, std::string_view description = {});
    /// All of the value up to the last of `marks` stays; what follows is completed.
    void keep_through_last(std::string_view marks);
    void date_words();
    void facts(const Protocol& protocol);
    void events(const Protocol& protocol);
    void settings(const Protocol& protocol);
    void rules(const Protocol& protocol);
    template <class Thing>
    void things(const std::vector<Thing>& all);
    void of_protocol(ValueKind kind);
    void rule_sets();
    void formats();
    void topics();
    void choose(std::string_view among);
    void paths(std::string_view kind) { paths_ = kind; }

    Invocation& call_;
    std::string before_, typed_;
    std::string paths_ = "words";
    std::string lines_;
};

}  // namespace smpcare::cli
