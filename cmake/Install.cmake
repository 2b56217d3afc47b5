# What `cmake --install` puts where. Components: `runtime` is what people use, `development` what builds against the library.

# --- Program, manual, completions ---
if(SMPCARE_PROGRAM)
  install(TARGETS smpcare_program RUNTIME COMPONENT runtime)
  include(cmake/Manual.cmake)
  include(cmake/Completions.cmake)
endif()

# --- Rule files and schemas, to read, copy and check against ---
install(FILES ${rule_files} ${rule_schema} DESTINATION ${CMAKE_INSTALL_DATADIR}/smpcare/rules COMPONENT runtime)
install(DIRECTORY rules/examples rules/schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/smpcare/rules COMPONENT runtime)

# --- Library ---
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/smpcare)
install(TARGETS smpcare EXPORT smpcareTargets ARCHIVE COMPONENT development
        FILE_SET HEADERS COMPONENT development)
install(EXPORT smpcareTargets NAMESPACE smpcare:: DESTINATION ${package_folder} COMPONENT development)
include(CMakePackageConfigHelpers)
configure_package_config_file(cmake/smpcareConfig.cmake.in package/smpcareConfig.cmake INSTALL_DESTINATION ${package_folder})
# Before 1.0.0 each minor version may change the doors.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/package/smpcareConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/package/smpcareConfig.cmake ${PROJECT_BINARY_DIR}/package/smpcareConfigVersion.cmake
              cmake/smpcareLinked.cmake
        DESTINATION ${package_folder} COMPONENT development)

# --- pkg-config; the prefix is found from the file's own place, so that an installation can be moved ---
set(pc_folder ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
cmake_path(ABSOLUTE_PATH pc_folder BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX} OUTPUT_VARIABLE pc_place)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${pc_place} OUTPUT_VARIABLE up)
set(pc_prefix "\${pcfiledir}/${up}")
foreach(kind IN ITEMS LIBDIR INCLUDEDIR)
  set(pc_${kind} "\${prefix}/${CMAKE_INSTALL_${kind}}")
  if(IS_ABSOLUTE "${CMAKE_INSTALL_${kind}}")
    set(pc_${kind} "${CMAKE_INSTALL_${kind}}")
  endif()
endforeach()
set(pc_fmt " fmt")
if(SMPCARE_STATIC)
  set(pc_fmt "")  # compiled in
endif()
configure_file(cmake/smpcare.pc.in package/smpcare.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/package/smpcare.pc DESTINATION ${pc_folder} COMPONENT development)
