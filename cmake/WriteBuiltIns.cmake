cmake_minimum_required(VERSION 3.25)
# Writes OUTPUT: a table of the texts of FILES, each under its name without the ending.
set(rows "")
foreach(file IN LISTS FILES)
  get_filename_component(id ${file} NAME_WE)
  file(READ ${file} text)
  string(APPEND rows "    {\"${id}\", R\"smpcare_rules(${text})smpcare_rules\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT
"// Made by cmake/WriteBuiltIns.cmake from rules/*.toml.
#include <smpcare/load.hpp>

namespace smpcare {

std::span<const BuiltIn> built_ins() {
    static constexpr BuiltIn table[] = {
@rows@    };
    return table;
}

}  // namespace smpcare
")
