# Everything comes from the system's packages; nothing is downloaded. Debian 12's package names stand beside each.
if(SMPCARE_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
  foreach(library IN ITEMS CSV UTF8PROC NETTLE)
    if(SMPCARE_${library}_LIBRARY MATCHES "[.]so$")
      unset(SMPCARE_${library}_LIBRARY CACHE)  # of a build folder that was not static before
    endif()
  endforeach()
endif()
find_package(fmt 9 REQUIRED CONFIG)                    # libfmt-dev
find_package(date 3 REQUIRED CONFIG)                   # libhowardhinnant-date-dev
find_package(nlohmann_json 3.11 REQUIRED CONFIG)       # nlohmann-json3-dev
find_path(TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED) # libtomlplusplus-dev
find_path(CSV_INCLUDE csv.h REQUIRED)                  # libcsv-dev
find_path(UTF8PROC_INCLUDE utf8proc.h REQUIRED)        # libutf8proc-dev
find_path(NETTLE_INCLUDE nettle/sha2.h REQUIRED)       # nettle-dev
include(cmake/smpcareLinked.cmake)                     # the libraries of these three
if(smpcare_linked_missing)
  message(FATAL_ERROR "smpcare needs these libraries, which were not found: ${smpcare_linked_missing}")
endif()
if(SMPCARE_PROGRAM)
  find_package(CLI11 2.1 REQUIRED CONFIG)              # libcli11-dev
endif()

add_library(dep_fmt INTERFACE IMPORTED)
add_library(dep_toml INTERFACE IMPORTED)
add_library(dep_json INTERFACE IMPORTED)
add_library(dep_csv INTERFACE IMPORTED)
add_library(dep_utf8proc INTERFACE IMPORTED)
add_library(dep_nettle INTERFACE IMPORTED)

# Debian has no static libfmt, and a shared toml++ costs start-up time: both are used header-only.
set(smpcare_fmt $<IF:$<BOOL:${SMPCARE_STATIC}>,fmt::fmt-header-only,fmt::fmt>)
target_link_libraries(dep_fmt INTERFACE ${smpcare_fmt})
target_include_directories(dep_toml SYSTEM INTERFACE ${TOMLPLUSPLUS_INCLUDE})
target_link_libraries(dep_json INTERFACE nlohmann_json::nlohmann_json)
target_include_directories(dep_csv SYSTEM INTERFACE ${CSV_INCLUDE})
target_include_directories(dep_utf8proc SYSTEM INTERFACE ${UTF8PROC_INCLUDE})
target_include_directories(dep_nettle SYSTEM INTERFACE ${NETTLE_INCLUDE})
