# The manual, compressed where the system keeps its own so.
file(GLOB system_pages LIST_DIRECTORIES false /usr/share/man/man1/*.gz /usr/share/man/man8/*.gz)
set(compress OFF)
if(system_pages OR EXISTS /etc/debian_version)
  set(compress ON)
endif()
option(SMPCARE_COMPRESS_MANUAL "Install the man pages as .gz" ${compress})
if(SMPCARE_COMPRESS_MANUAL)
  find_program(SMPCARE_GZIP gzip REQUIRED)
endif()

set(pages "")
foreach(page IN ITEMS smpcare.1 smpcare-rules.5)
  cmake_path(GET page EXTENSION LAST_ONLY section)
  string(SUBSTRING ${section} 1 -1 section)
  set(file ${PROJECT_SOURCE_DIR}/man/${page})
  if(SMPCARE_COMPRESS_MANUAL)
    set(file ${PROJECT_BINARY_DIR}/package/${page}.gz)
    add_custom_command(
      OUTPUT ${file}
      COMMAND ${CMAKE_COMMAND} -E copy ${PROJECT_SOURCE_DIR}/man/${page} ${PROJECT_BINARY_DIR}/package/${page}
      COMMAND ${SMPCARE_GZIP} -9nf ${PROJECT_BINARY_DIR}/package/${page}
      DEPENDS ${PROJECT_SOURCE_DIR}/man/${page}
      VERBATIM)
    list(APPEND pages ${file})
  endif()
  install(FILES ${file} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} COMPONENT runtime)
endforeach()
if(pages)
  add_custom_target(smpcare_manual ALL DEPENDS ${pages})
endif()
