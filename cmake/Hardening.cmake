# What compiler and linker can do against a fault that we overlooked. For the release build; a sanitizer's build guards
# itself. tests/package/hardening.py reads it back from the program.
option(SMPCARE_HARDEN "Compile and link with the compiler's hardening" OFF)
include(CheckCXXCompilerFlag)
add_library(smpcare_hardening INTERFACE)

if(SMPCARE_HARDEN)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  target_compile_options(smpcare_hardening INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS)
  # Not every processor or compiler has each of these.
  foreach(flag IN ITEMS -fstack-protector-strong -fstack-clash-protection -fcf-protection -mbranch-protection=standard)
    string(MAKE_C_IDENTIFIER "SMPCARE_HAS${flag}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
      target_compile_options(smpcare_hardening INTERFACE ${flag})
    endif()
  endforeach()
  # The same bytes wherever the checkout lies.
  target_compile_options(smpcare_hardening INTERFACE -ffile-prefix-map=${PROJECT_BINARY_DIR}=build
                         -ffile-prefix-map=${PROJECT_SOURCE_DIR}=.)
  target_link_options(smpcare_hardening INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack
                      $<$<NOT:$<BOOL:${SMPCARE_STATIC}>>:-pie>)
endif()
