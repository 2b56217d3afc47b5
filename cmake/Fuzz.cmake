# The targets of tests/fuzz as libFuzzer programs; `scripts/fuzz` builds and runs them. Tests build them as replay programs.
option(SMPCARE_FUZZ "Build the libFuzzer programs (needs clang)" OFF)
if(SMPCARE_FUZZ)
  add_subdirectory(tests/fuzz)
endif()
