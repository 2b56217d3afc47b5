# Files of their own kind (CSS, HTML, shell) become text in the program, so that editors and linters see them as what they
# are. `smpcare_embed(VARIABLE NAMESPACE FILE...)` leaves in VARIABLE a source that defines, for each file, a function of
# that namespace which returns the text: `std::string_view handout_css()` for handout.css. A room's own header declares it.
#
# Run as a script (`cmake -P`), it writes that source; a change of one of the files does so anew.
if(CMAKE_SCRIPT_MODE_FILE)
  cmake_minimum_required(VERSION 3.25)
  set(source "// Made by cmake/Embed.cmake.\n#include <string_view>\n\nnamespace ${NAMESPACE} {\n")
  foreach(file IN LISTS FILES)
    cmake_path(GET file FILENAME name)
    string(MAKE_C_IDENTIFIER ${name} name)
    file(READ ${file} text)
    string(APPEND source "\nstd::string_view ${name}();\n"
                         "std::string_view ${name}() {\n    return R\"smpcare(${text})smpcare\";\n}\n")
  endforeach()
  file(WRITE ${OUTPUT} "${source}\n}  // namespace ${NAMESPACE}\n")
  return()
endif()

function(smpcare_embed variable namespace)
  string(MAKE_C_IDENTIFIER ${variable} name)
  set(output ${PROJECT_BINARY_DIR}/generated/${name}.cpp)
  list(TRANSFORM ARGN PREPEND ${PROJECT_SOURCE_DIR}/)
  set(writer ${PROJECT_SOURCE_DIR}/cmake/Embed.cmake)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DNAMESPACE=${namespace} "-DFILES=${ARGN}" -P ${writer}
    DEPENDS ${ARGN} ${writer}
    VERBATIM)
  set(${variable} ${output} PARENT_SCOPE)
endfunction()

smpcare_embed(handout_source smpcare::format src/format/handout/handout.css src/format/handout/page.html)
smpcare_embed(print_source smpcare::files src/files/print.sh)
