# rules/*.toml, their schema and the template of `rules new` become text in the program. The generated file changes
# when one of them does.
file(GLOB rule_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*.toml)
set(rule_schema ${PROJECT_SOURCE_DIR}/rules/smpcare-rules.schema.json)
set(rule_template ${PROJECT_SOURCE_DIR}/rules/templates/clinic.toml)
set(built_ins_source ${PROJECT_BINARY_DIR}/generated/built_ins.cpp)
add_custom_command(
  OUTPUT ${built_ins_source}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${built_ins_source} "-DFILES=${rule_files}"
          -DSCHEMA=${rule_schema} -DTEMPLATE=${rule_template} -P ${PROJECT_SOURCE_DIR}/cmake/WriteBuiltIns.cmake
  DEPENDS ${rule_files} ${rule_schema} ${rule_template} ${PROJECT_SOURCE_DIR}/cmake/WriteBuiltIns.cmake
  VERBATIM)
