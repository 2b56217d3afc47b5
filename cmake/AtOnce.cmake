# What the compiler knows of all units at once: two classes of one name, or a function that two units take for another.
# Objects stay what they are beside it, so that tests are linked one by one, as fast as ever.
if(SMPCARE_LINKED_AT_ONCE)
  add_compile_options(-flto=auto -ffat-lto-objects)
endif()

function(smpcare_link_at_once program)
  if(SMPCARE_LINKED_AT_ONCE)
    # GNU ld alone sees what is compared between units.
    target_link_options(${program} PRIVATE -fuse-ld=bfd -flto=auto -Wodr -Wlto-type-mismatch -Werror)
  endif()
endfunction()
