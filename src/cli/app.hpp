#pragma once

#include <functional>

namespace smpcare::cli {

/// What `work` gives. One line says what it threw, where it did; the status is then 3, as where a file fails.
int guarded(const std::function<int()>& work);

/// Everything main does; returns the exit status.
int run(int argc, char** argv);

}  // namespace smpcare::cli
