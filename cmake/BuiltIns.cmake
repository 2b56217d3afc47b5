# rules/*.toml, their schema and the template of `rules new` become text in the program; smpcare_prepare_built_ins adds
# the protocols as the loader makes them of it. The generated files change when one of them does.
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

# Leaves in VARIABLE a source with the built-ins as data, written by a program that is linked with ROOMS. Where it cannot
# run, or would have to be linked at once for it, nothing is prepared, and the built-ins are read as any file is.
function(smpcare_prepare_built_ins variable rooms)
  if(SMPCARE_LINKED_AT_ONCE OR CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
    message(STATUS "Built-in protocols are read anew each time: no program prepares them")
    set(${variable} ${PROJECT_SOURCE_DIR}/src/unprepared.cpp PARENT_SCOPE)
    return()
  endif()
  add_executable(smpcare_prepare src/prepare.cpp src/unprepared.cpp)
  target_link_libraries(smpcare_prepare PRIVATE ${rooms} smpcare_warnings)
  set(output ${PROJECT_BINARY_DIR}/generated/prepared.cpp)
  add_custom_command(OUTPUT ${output} COMMAND smpcare_prepare ${output} DEPENDS smpcare_prepare VERBATIM)
  set(${variable} ${output} PARENT_SCOPE)
endfunction()
