# The completions of each shell, as the program itself writes them, in the folders where the shells look for a vendor's.
if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
  message(STATUS "No completions: the program cannot run here")
  return()
endif()
set(smpcare_bash_file bash-completion/completions/smpcare)
set(smpcare_zsh_file zsh/vendor-completions/_smpcare)
set(smpcare_fish_file fish/vendor_completions.d/smpcare.fish)

set(scripts "")
foreach(shell IN ITEMS bash zsh fish)
  set(script ${PROJECT_BINARY_DIR}/package/completions/${smpcare_${shell}_file})
  cmake_path(GET script PARENT_PATH script_folder)
  file(MAKE_DIRECTORY ${script_folder})
  add_custom_command(
    OUTPUT ${script}
    COMMAND smpcare_program completion ${shell} > ${script}
    DEPENDS smpcare_program)
  list(APPEND scripts ${script})
  cmake_path(GET smpcare_${shell}_file PARENT_PATH folder)
  install(FILES ${script} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder} COMPONENT runtime)
endforeach()
add_custom_target(smpcare_completions ALL DEPENDS ${scripts})
