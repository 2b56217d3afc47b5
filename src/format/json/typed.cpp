#include "format/json/typed.hpp"

#include "base/code_points.hpp"
#include "base/unseen.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace smpcare::format {

namespace {

Term term_of(Json::value_t type) {
    switch (type) {
        case Json::value_t::object:
            return Term::object;
        case Json::value_t::array:
            return Term::list;
        case Json::value_t::boolean:
            return Term::true_or_false;
        default:
            return Term::text;
    }
}

bool is_null(const Json& object, const char* key) {
    return !object.is_object() || !object.contains(key) || object[key].is_null();
}

}  // namespace

bool TypedJson::parse(Json& document) {
    std::vector<std::set<std::string>> keys;
    std::string twice;
    const auto watch = [&](int, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::object_start) keys.emplace_back();
        if (event == Json::parse_event_t::object_end) keys.pop_back();
        if (event == Json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second)
            twice = value.get<std::string>();
        return true;
    };
    if (looks_utf16(source_->text)) {
        diagnostics_.error(Code::invalid_utf8, whole(*source_), {encoding_of(source_->text)});
        return false;
    }
    try {
        document = Json::parse(source_->text.view(), watch);
    } catch (const Json::parse_error& fault) {
        const auto byte = std::min(fault.byte > 0 ? fault.byte - 1 : 0, source_->text.view().size());
        const bool cut_off = source_->text.view().find_first_not_of(" \t\r\n", byte) == std::string_view::npos;
        diagnostics_.error(Code::not_json, place_of(source_, byte), {cut_off ? Term::cut_off : Term::out_of_place});
        return false;
    } catch (const Json::exception&) {
        diagnostics_.error(Code::not_json, whole(*source_), {Term::huge_number});
        return false;
    }
    if (twice.empty()) return true;
    diagnostics_.error(Code::duplicate_key, whole(*source_), {twice});
    return false;
}

void TypedJson::refuse(const std::string& path, Arg wanted) {
    if (good_) diagnostics_.error(Code::not_a_plan, whole(*source_), {path, std::move(wanted)});
    good_ = false;
}

const Json& TypedJson::member(const Json& object, const std::string& path, const char* key, Json::value_t type) {
    static const Json none[] = {Json::object(), Json::array(), Json(""), Json(false)};
    if (object.is_object() && object.contains(key) && object[key].type() == type) return object[key];
    refuse(path + key, term_of(type));
    return *std::find_if(std::begin(none), std::end(none), [type](const Json& one) { return one.type() == type; });
}

std::string TypedJson::text(const Json& object, const std::string& path, const char* key) {
    return member(object, path, key, Json::value_t::string).get<std::string>();
}

std::string TypedJson::text_or_empty(const Json& object, const std::string& path, const char* key) {
    return is_null(object, key) ? std::string() : text(object, path, key);
}

std::optional<int> TypedJson::number_or_none(const Json& object, const std::string& path, const char* key) {
    if (is_null(object, key)) return std::nullopt;
    const auto& value = object[key];
    constexpr int most = 100'000;
    if (value.is_number_integer() && value >= 0 && value <= most) return value.get<int>();
    refuse(path + key, Term::whole_number);
    return std::nullopt;
}

std::vector<std::string> TypedJson::texts(const Json& object, const std::string& path, const char* key) {
    std::vector<std::string> all;
    each(object, path, key, [&](const Json& value, const std::string& at) {
        if (!value.is_string()) return refuse(at, Term::text);
        all.push_back(value.get<std::string>());
    });
    return all;
}

std::vector<std::string> TypedJson::texts(const Json& object, const std::string& path, const char* key,
                                          const char* inner) {
    std::vector<std::string> all;
    each(object, path, key,
         [&](const Json& value, const std::string& at) { all.push_back(text(value, at + '/', inner)); });
    return all;
}

Date TypedJson::date(const Json& value, const std::string& path) {
    const auto day = value.is_string() ? parse_date(value.get<std::string>()) : std::nullopt;
    if (!day) refuse(path, Term::iso_date);
    return day.value_or(first_date);
}

}  // namespace smpcare::format
