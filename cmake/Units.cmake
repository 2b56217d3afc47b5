# Files are compiled together (CMAKE_UNITY_BUILD): what costs is the standard library, parsed and instantiated anew for each
# of them. Those of one room, so that all of them compile little; where people work on them, those of one folder, so that an
# edit compiles little. What a unit may hide, such as an include that is missing, the build file by file finds.
set(SMPCARE_UNIT room CACHE STRING "What is compiled together: a room or a folder of src")
set_property(CACHE SMPCARE_UNIT PROPERTY STRINGS room folder)
set(smpcare_large_folders protocol/read protocol/resolve protocol/prepare format/calendar format/handout format/json)

function(smpcare_units)
  foreach(source IN LISTS ARGN)
    cmake_path(GET source PARENT_PATH folder)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/src OUTPUT_VARIABLE unit)
    if(SMPCARE_UNIT STREQUAL room)
      string(REGEX MATCH "^[^/]+(/[^/]+)?" parent ${unit})
      string(REGEX MATCH "^[^/]+" unit ${unit})
      if(parent IN_LIST smpcare_large_folders)
        set(unit ${parent})
      endif()
    endif()
    string(MAKE_C_IDENTIFIER ${unit} unit)
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${unit})
  endforeach()
endfunction()
