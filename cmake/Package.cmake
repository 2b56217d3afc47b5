# The Debian packages; `scripts/package` makes, checks and tries them. Two: `smpcare` is what people use and, being static,
# asks for nothing; `libsmpcare-dev` asks for the headers and libraries that building against it takes, which no client of
# a clinic should have to install.
set(CPACK_GENERATOR DEB)
set(CPACK_THREADS 1)  # the same bytes on every machine
set(CPACK_PACKAGE_VENDOR "The smpcare authors")
set(CPACK_PACKAGE_CONTACT "The smpcare authors <smpcare@localhost.invalid>" CACHE STRING "Who answers for the packages")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "recovery planner for scalp micropigmentation")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# --- smpcare ---
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME smpcare)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
"Aftercare sheets say: no swimming for 30 days. This program says which days,
for this client, after these sessions: what to avoid, what to do with care,
what is normal and whom to call, as text, calendar, handout, JSON or CSV, for
one client or for many.

It works offline and stores nothing. It is not medical advice.")

# --- libsmpcare-dev ---
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libsmpcare-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(linked libcsv-dev libutf8proc-dev nettle-dev)
if(NOT SMPCARE_STATIC)
  list(APPEND linked libfmt-dev)
endif()
list(JOIN linked ", " CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"The C++20 library behind the program smpcare, static, with its headers: rule
files, plans, questions to a plan, calendars and handouts as plain values, for
CMake and pkg-config.")

# --- What Debian wants beside them: who may copy it, what changed; then one time for every file ---
string(TIMESTAMP package_date "%a, %d %b %Y %H:%M:%S +0000" UTC)  # of SOURCE_DATE_EPOCH, where that is set
configure_file(cmake/debian/changelog.in package/debian/changelog @ONLY)
configure_file(cmake/debian/Finish.cmake.in package/debian/Finish.cmake @ONLY)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_BINARY_DIR}/package/debian/Finish.cmake)
include(CPack)
