# What the compiler knows of all units at once: two classes of one name, or a function that two units take for another.
# Objects hold nothing else, so that what is made of them can be linked in no other way.
if(SMPCARE_LINKED_AT_ONCE)
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
endif()

function(smpcare_link_at_once program)
  if(SMPCARE_LINKED_AT_ONCE)
    # GNU ld alone sees what is compared between units.
    target_link_options(${program} PRIVATE -fuse-ld=bfd -flto=auto -Wodr -Wlto-type-mismatch -Werror)
  endif()
endfunction()
