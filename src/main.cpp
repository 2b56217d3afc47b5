#include "cli/app.hpp"

int main(int argc, char** argv) { return smpcare::cli::run(argc, argv); }
