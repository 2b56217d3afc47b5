# The libraries that end up in a program with smpcare in it, as smpcare::csv, smpcare::utf8proc and smpcare::nettle.
# Our own build uses this file, and the installed CMake package does.
set(smpcare_linked_missing "")
foreach(library IN ITEMS csv utf8proc nettle)
  string(TOUPPER ${library} LIBRARY)
  find_library(SMPCARE_${LIBRARY}_LIBRARY ${library})
  mark_as_advanced(SMPCARE_${LIBRARY}_LIBRARY)
  if(NOT SMPCARE_${LIBRARY}_LIBRARY)
    list(APPEND smpcare_linked_missing ${library})
  elseif(NOT TARGET smpcare::${library})
    add_library(smpcare::${library} UNKNOWN IMPORTED)
    set_target_properties(smpcare::${library} PROPERTIES IMPORTED_LOCATION ${SMPCARE_${LIBRARY}_LIBRARY})
  endif()
endforeach()
