# Warnings for our own code only; errors for developers only, so that a new compiler never breaks a user's build.
add_library(smpcare_warnings INTERFACE)
target_compile_options(smpcare_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion
                       -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
                       $<$<CXX_COMPILER_ID:GNU>:-Wshadow=$<IF:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>,local,global>>
                       $<$<CXX_COMPILER_ID:Clang>:-Wno-overlength-strings;-Wreserved-identifier;-Wreserved-macro-identifier>
                       $<$<BOOL:${SMPCARE_DEV}>:-Werror>)
