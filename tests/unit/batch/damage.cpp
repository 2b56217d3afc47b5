#include "unit/batch/fixture.hpp"
#include "unit/effort.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <regex>
#include <set>
#include <string>
#include <vector>

using namespace smpcare;
using namespace smpcare::test;

namespace {

struct Person {
    std::string id, name;
    std::vector<std::string> dates;
};

/// Ids of which some begin another, a name that needs quotes, a cell of two dates.
const std::vector<Person>& people() {
    static const std::vector<Person> all{
        {"k1", "Ana", {"2026-01-02"}},
        {"k10", "Bo Lee", {"2026-01-03", "2026-02-03"}},
        {"k11", "Lee, Cem", {"2026-01-04"}},
        {"k2", "D\xC3\xB6rte", {"2026-01-05"}},
        {"k20", "Eve \"E\" Y", {"2026-01-06"}},
        {"K3", "Flo", {"2026-01-07", "2026-03-07"}},
        {"k100", "Gus; G\ti", {"2026-01-08"}},
        {"k4", "Hal", {"2026-01-09"}},
        {"k5",
         "I\xC3\xB1"
         "es",
         {"2026-01-10"}},
        {"k6", "Jo", {"2026-01-11", "2026-02-11"}},
    };
    return all;
}

std::string quoted(const std::string& cell, char delimiter) {
    if (cell.find_first_of(std::string{"\"\n"} + delimiter) == std::string::npos) return cell;
    return '"' + std::regex_replace(cell, std::regex{"\""}, "\"\"") + '"';
}

using Table = std::vector<std::vector<std::string>>;

Table sound_table(char delimiter) {
    Table table{{"id", "date", "name"}};
    for (const auto& person : people()) {
        std::string dates;
        for (const auto& date : person.dates) dates += (dates.empty() ? "" : " ") + date;
        table.push_back({person.id, dates, quoted(person.name, delimiter)});
    }
    return table;
}

std::string text_of(const Table& table, char delimiter, std::string_view end) {
    std::string text;
    for (const auto& row : table) {
        for (const auto& cell : row) text += cell + delimiter;
        text.pop_back();
        text += end;
    }
    return text;
}

/// Damages one file, each time in one way.
class Damager {
public:
    explicit Damager(std::uint32_t seed) : random_(seed) {}

    std::string damaged() {
        const char delimiter = std::string_view{",;\t"}[below(3)];
        auto table = sound_table(delimiter);
        if (const auto kind = below(10); kind < 5) {
            damage_cells(table, kind);
            return text_of(table, delimiter, line_end());
        } else {
            auto text = text_of(table, delimiter, line_end());
            damage_text(text, delimiter, kind);
            return text;
        }
    }

private:
    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>{0, end - 1}(random_); }
    std::string_view line_end() { return below(2) == 0 ? "\n" : "\r\n"; }

    void damage_cells(Table& table, std::size_t kind) {
        auto& row = table[below(table.size())];
        auto& cell = row[below(row.size())];
        const auto at = below(cell.size() + 1);
        constexpr std::string_view strange[] = {"\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\0", "\x1B", "\xFC", "'",
                                                "="};
        switch (kind) {
            case 0:
                cell = below(2) == 0 ? cell.substr(0, at) : cell.substr(at);
                break;
            case 1:
                std::swap(cell, row[below(row.size())]);
                break;
            case 2:
                row.insert(row.begin() + static_cast<std::ptrdiff_t>(below(row.size())), cell);
                break;
            case 3:
                table.push_back(row);
                break;
            default:
                cell.insert(at, strange[below(std::size(strange))]);
                break;
        }
    }

    void damage_text(std::string& text, char delimiter, std::size_t kind) {
        constexpr std::size_t lost = 5, quote = 6, latin = 7, wide = 8;
        const std::string signs = std::string{"\"\n"} + delimiter;
        if (kind == lost) {
            if (const auto at = text.find_first_of(signs, below(text.size())); at != std::string::npos)
                text.erase(at, 1);
        } else if (kind == quote) {
            text.insert(below(text.size()), 1, signs[below(signs.size())]);
        } else if (kind == latin) {
            text = std::regex_replace(text, std::regex{"\xC3(.)"}, "\xE4");
        } else if (kind == wide) {
            std::string twice;
            for (const char c : text) (twice += c) += '\0';
            text = twice;
        } else {
            text.resize(below(text.size()));
        }
    }

    std::mt19937 random_;
};

/// Whether what was planned can be of the person: their id and name or none of anybody's, and of their dates some.
bool can_be_of(const Person& person, const std::string& id, const std::string& name, const std::string& dates) {
    const auto& all = people();
    const bool id_of_other =
        std::any_of(all.begin(), all.end(), [&](const auto& p) { return p.id == id && p.id != person.id; });
    const bool name_of_other =
        std::any_of(all.begin(), all.end(), [&](const auto& p) { return p.name == name && p.id != person.id; });
    bool dates_of_it = !dates.empty();
    for (std::size_t at = 0; at < dates.size(); at += 13)
        dates_of_it = dates_of_it && std::find(person.dates.begin(), person.dates.end(), dates.substr(at + 1, 10)) !=
                                         person.dates.end();
    return !id_of_other && !name_of_other && dates_of_it;
}

constexpr std::string_view rules = R"(
schema = 1
[protocol]
id = "x"
title = "X"
version = "1"
language = "en"
[activity.swim]
title = "Swim"
words = ["swim"]
[[rule]]
id = "swim"
kind = "avoid"
activities = ["swim"]
title = "Swim"
through = 7
sources = []
)";

}  // namespace

TEST_CASE("one client's mistakes stay theirs: of a damaged file, each row is right or refused") {
    const std::regex plan{
        R"re("client":\{"id":("[^"]*"|null),"name":("(?:[^"\\]|\\.)*"|null).*?"sessions":\[([^\]]*)\])re"};
    const auto unquoted = [](std::string text) {
        text = text == "null" ? "" : text.substr(1, text.size() - 2);
        return std::regex_replace(text, std::regex{R"(\\(["\\]))"}, "$1");
    };
    const BatchFolder folder;
    std::size_t planned = 0, refused = 0;
    const auto cases = static_cast<std::uint32_t>(testing::effort(10'000));
    for (std::uint32_t seed = 1; seed <= cases; ++seed) {
        BatchRequest request;
        const auto text = Damager{seed}.damaged();
        request.clients = folder.with("clients.csv", text);
        request.rules.text = {"x.toml", std::string{rules}};
        request.formats = {find_format("json")};
        request.target = BatchTarget::stream;
        const auto result = run(request);
        if (result.summary) refused += result.summary->refused;
        for (std::sregex_iterator one{result.output.begin(), result.output.end(), plan}, end; one != end; ++one) {
            ++planned;
            const auto id = unquoted((*one)[1].str()), name = unquoted((*one)[2].str()), dates = (*one)[3].str();
            const auto& all = people();
            const bool right =
                std::any_of(all.begin(), all.end(), [&](const auto& p) { return can_be_of(p, id, name, dates); });
            INFO("seed ", seed, ": ", id, " | ", name, " | ", dates, "\n", text);
            REQUIRE(right);
        }
    }
    CHECK(planned > cases);
    CHECK(refused > cases / 10);
}
