#pragma once

namespace smpcare::cli {

/// Everything main does; returns the exit status.
int run(int argc, char** argv);

}  // namespace smpcare::cli
