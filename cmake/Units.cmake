# The files of one folder are compiled together (CMAKE_UNITY_BUILD): what costs is the standard library, parsed and
# instantiated anew for each of them. Never across folders, so that each room still includes what it uses.
function(smpcare_units)
  foreach(source IN LISTS ARGN)
    cmake_path(GET source PARENT_PATH folder)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/src OUTPUT_VARIABLE unit)
    string(MAKE_C_IDENTIFIER ${unit} unit)
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${unit})
  endforeach()
endfunction()
