cmake_minimum_required(VERSION 3.25)
# Writes OUTPUT: a table of the texts of FILES, each under its name without the ending, and the texts SCHEMA and TEMPLATE.
set(rows "")
foreach(file IN LISTS FILES)
  get_filename_component(id ${file} NAME_WE)
  file(READ ${file} text)
  string(APPEND rows "    {\"${id}\", R\"smpcare_rules(${text})smpcare_rules\"},\n")
endforeach()
file(READ ${SCHEMA} schema)
file(READ ${TEMPLATE} template)
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT
"// Made by cmake/WriteBuiltIns.cmake from rules/*.toml.
#include <smpcare/load.hpp>

namespace smpcare {

std::span<const BuiltIn> built_ins() {
    static constexpr BuiltIn table[] = {
@rows@    };
    return table;
}

std::string_view rule_file_schema() {
    return R\"smpcare_rules(@schema@)smpcare_rules\";
}

std::string_view new_rule_file() {
    return R\"smpcare_rules(@template@)smpcare_rules\";
}

}  // namespace smpcare
")
