# rules/*.toml become text in the program. The generated file changes when a rule file does.
file(GLOB rule_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*.toml)
set(built_ins_source ${PROJECT_BINARY_DIR}/generated/built_ins.cpp)
add_custom_command(
  OUTPUT ${built_ins_source}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${built_ins_source} "-DFILES=${rule_files}" -P
          ${PROJECT_SOURCE_DIR}/cmake/WriteBuiltIns.cmake
  DEPENDS ${rule_files} ${PROJECT_SOURCE_DIR}/cmake/WriteBuiltIns.cmake
  VERBATIM)
