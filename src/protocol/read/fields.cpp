#include "protocol/read/fields.hpp"

#include "base/code_points.hpp"
#include "base/text.hpp"
#include "base/typed.hpp"
#include "protocol/read/words_of_fields.hpp"

#include <smpcare/nearest.hpp>

namespace smpcare::protocol {
namespace {

/// The first control character that a text may not hold; code points below U+0020, U+007F and U+0080 to U+009F.
std::optional<unsigned> control_in(std::string_view text, bool newlines_allowed) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\n' && newlines_allowed) continue;
        if (byte < 0x20 || byte == 0x7F) return byte;
        if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0)
            return static_cast<unsigned char>(text[i + 1]);
    }
    return std::nullopt;
}

Arg spelled(unsigned character) {
    auto code = smpcare::fill("U+{:04X}", character);
    if (character == '\n') return {Term::new_line, {std::move(code)}};
    if (character == '\t') return {Term::tab, {std::move(code)}};
    return code;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

}  // namespace

void Fields::wrong_type(Cell cell, const Arg& wanted) {
    error(Code::wrong_type, cell.value.place, {cell.field, wanted, term_of(cell.value.type)});
}

void Fields::wrong_entry(Cell cell, const Arg& wanted) {
    error(Code::wrong_type, cell.value.place,
          {cell.field, wanted, Arg{Term::list_holding, {term_of(cell.value.type)}}});
}

std::optional<std::string> Fields::text(Cell cell, std::uint32_t limit, Lines lines) {
    auto& value = cell.value;
    std::string field{cell.field};
    if (value.type != TomlType::text) {
        wrong_type(cell, Term::text);
        return std::nullopt;
    }
    if (is_blank(value.text)) {
        error(Code::empty_text, value.place, {std::move(field)});
        return std::nullopt;
    }
    if (const auto bad = control_in(value.text, lines == Lines::many)) {
        error(Code::control_character, value.place, {std::move(field), spelled(*bad)});
        return std::nullopt;
    }
    if (value.text.size() > limit && code_points(value.text) > limit) {
        error(Code::text_too_long, value.place, {std::move(field), limit});
        return std::nullopt;
    }
    return std::move(value.text);
}

std::optional<std::string> Fields::line(Cell cell, std::uint32_t limit) { return text(cell, limit, Lines::one); }

std::optional<std::string> Fields::paragraph(Cell cell) {
    auto found = text(cell, paragraph_limit, Lines::many);
    // The line end before a closing """ belongs to the writing, not to what is said.
    if (found) found->erase(found->find_last_not_of(" \n") + 1);
    return found;
}

std::optional<std::string> Fields::url(Cell cell) {
    auto found = text(cell, url_limit, Lines::one);
    if (!found) return found;
    const bool known = found->starts_with("https://") || found->starts_with("http://");
    if (known && found->find_first_of(" \"<>") == std::string::npos) return found;
    error(Code::bad_value, cell.value.place, {*found, cell.field, Term::web_address});
    return std::nullopt;
}

void Fields::check_id(const std::string& id, const Place& place) {
    const bool fits = !id.empty() && id.size() <= id_limit && has_id_letters(id);
    if (!fits) error(Code::bad_id, place, {id});
}

std::optional<std::string> Fields::id(Cell cell) {
    auto found = text(cell, paragraph_limit, Lines::one);
    // A bad id stays known, so that what refers to it is no second fault.
    if (found) check_id(*found, cell.value.place);
    return found;
}

std::optional<int> Fields::number(Cell cell, int least) {
    const auto& value = cell.value;
    const auto field = std::string{cell.field};
    if (value.type != TomlType::number)
        wrong_type(cell, Term::whole_number);
    else if (value.plus)
        error(Code::plus_sign, value.place, {smpcare::fill("+{}", value.number), field});
    else if (value.number < 0)
        error(Code::negative_number, value.place, {value.number, field});
    else if (value.number > days_limit)
        error(Code::number_too_large, value.place, {value.number, field, days_limit});
    else if (value.number < least)
        error(Code::bad_value, value.place, {std::to_string(value.number), field, Arg{Term::at_least, {least}}});
    else
        return static_cast<int>(value.number);
    return std::nullopt;
}

std::optional<bool> Fields::flag(Cell cell) {
    if (cell.value.type == TomlType::flag) return cell.value.flag;
    wrong_type(cell, Term::true_or_false);
    return std::nullopt;
}

std::optional<Date> Fields::date(Cell cell) {
    const auto& value = cell.value;
    if (value.type != TomlType::date) {
        wrong_type(cell, Term::date);
        return std::nullopt;
    }
    if (!in_range(value.date)) {
        error(Code::date_out_of_range, value.place, {value.date});
        return std::nullopt;
    }
    return value.date;
}

std::optional<Mentions> Fields::mentions(Cell cell) {
    if (cell.value.type != TomlType::list) {
        wrong_type(cell, Term::list_of_texts);
        return std::nullopt;
    }
    Mentions found;
    found.reserve(cell.value.list.size());
    for (auto& entry : cell.value.list)
        if (entry.type != TomlType::text)
            wrong_entry({cell.field, entry}, Term::list_of_texts);
        else if (auto text = line({cell.field, entry}))
            found.push_back({std::move(*text), span(entry.place)});

    std::vector<const Mention*> order(found.size());
    std::transform(found.begin(), found.end(), order.begin(), [](const auto& mention) { return &mention; });
    std::stable_sort(order.begin(), order.end(), [](auto a, auto b) { return a->text < b->text; });
    for (std::size_t i = 1; i < order.size(); ++i)
        if (order[i]->text == order[i - 1]->text)
            found_->error(Code::duplicate_entry, order[i]->span, {order[i]->text, cell.field});
    return found;
}

std::optional<Mentions> Fields::one_or_more(Cell cell) {
    if (cell.value.type == TomlType::list) {
        needs_schema(2, cell.field, cell.value.place);
        return mentions(cell);
    }
    auto text = line(cell);
    if (!text) return std::nullopt;
    return Mentions{{std::move(*text), span(cell.value.place)}};
}

void Fields::needs_schema(int wanted, std::string_view what, const Place& place) {
    if (wanted <= schema_ || said_schema_) return;
    said_schema_ = true;
    error(Code::needs_schema, place, {what, wanted});
}

std::optional<Boundary> Fields::duration(Cell cell) {
    const auto& value = cell.value;
    const auto found = parse_duration(value.text);
    if (!found) {
        error(Code::bad_duration, value.place, {value.text}, nearest_duration(value.text));
    } else if (found->days > days_limit) {
        error(Code::number_too_large, value.place, {value.text, cell.field, Arg{Term::limit_days, {days_limit}}});
        return std::nullopt;
    }
    return found;
}

std::optional<std::string_view> Fields::choice_word(Cell cell, std::span<const std::string_view> allowed) {
    if (cell.value.type != TomlType::text) {
        wrong_type(cell, Term::text);
        return std::nullopt;
    }
    const auto& word = cell.value.text;
    const auto found = std::find(allowed.begin(), allowed.end(), word);
    if (found != allowed.end()) return *found;
    error(Code::bad_value, cell.value.place, {word, cell.field, Arg{Term::choice, {allowed.begin(), allowed.end()}}},
          nearest(word, {allowed.begin(), allowed.end()}));
    return std::nullopt;
}

KeyCheck::KeyCheck(Fields& fields, const Arg& owner, std::span<const std::string_view> names, const TomlValue& table)
    : fields_(&fields), owner_(&owner), names_(names) {
    // Fields that stand there under their right name are no candidates for what a wrong one meant.
    for (const auto& entry : table.table) {
        const auto row = std::find(names_.begin(), names_.end(), entry.key);
        if (row != names_.end()) taken_[static_cast<std::size_t>(row - names_.begin())] = true;
    }
}

KeyCheck::Match KeyCheck::match(const TomlEntry& entry) {
    const auto exact = std::find(names_.begin(), names_.end(), entry.key);
    if (exact != names_.end()) return {static_cast<std::size_t>(exact - names_.begin()), false};

    std::vector<std::string_view> candidates;
    for (std::size_t row = 0; row < names_.size(); ++row)
        if (!taken_[row]) candidates.push_back(names_[row]);
    const auto meant = nearest(entry.key, candidates);
    fields_->error(Code::unknown_field, entry.place, {entry.key, *owner_}, meant);
    if (meant.empty()) return {};
    const auto row = static_cast<std::size_t>(std::find(names_.begin(), names_.end(), meant) - names_.begin());
    taken_[row] = true;
    return {row, true};
}

}  // namespace smpcare::protocol
