# Everything comes from the system's packages; nothing is downloaded. Debian 12's package names stand beside each.
if(SMPCARE_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
endif()
find_package(PkgConfig REQUIRED)                       # pkg-config
find_package(fmt 9 REQUIRED CONFIG)                    # libfmt-dev
find_package(CLI11 2.1 REQUIRED CONFIG)                # libcli11-dev
find_package(date 3 REQUIRED CONFIG)                   # libhowardhinnant-date-dev
find_package(nlohmann_json 3.11 REQUIRED CONFIG)       # nlohmann-json3-dev
find_path(TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED) # libtomlplusplus-dev
find_path(CSV_INCLUDE csv.h REQUIRED)                  # libcsv-dev
find_library(CSV_LIBRARY csv REQUIRED)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc) # libutf8proc-dev
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)        # nettle-dev

add_library(dep_fmt INTERFACE IMPORTED)
add_library(dep_toml INTERFACE IMPORTED)
add_library(dep_json INTERFACE IMPORTED)
add_library(dep_csv INTERFACE IMPORTED)
add_library(dep_utf8proc INTERFACE IMPORTED)
add_library(dep_nettle INTERFACE IMPORTED)

# Debian has no static libfmt, and a shared toml++ costs start-up time: both are used header-only.
target_link_libraries(dep_fmt INTERFACE $<IF:$<BOOL:${SMPCARE_STATIC}>,fmt::fmt-header-only,fmt::fmt>)
target_include_directories(dep_toml SYSTEM INTERFACE ${TOMLPLUSPLUS_INCLUDE})
target_link_libraries(dep_json INTERFACE nlohmann_json::nlohmann_json)
target_include_directories(dep_csv SYSTEM INTERFACE ${CSV_INCLUDE})
target_link_libraries(dep_csv INTERFACE ${CSV_LIBRARY})
target_link_libraries(dep_utf8proc INTERFACE PkgConfig::UTF8PROC)
target_link_libraries(dep_nettle INTERFACE PkgConfig::NETTLE)
