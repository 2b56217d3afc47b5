#include "protocol/prepare/prepared.hpp"

/// No built-in is prepared: in the program that prepares them, and where that one cannot run.
std::span<const smpcare::protocol::Prepared> smpcare::protocol::prepared() { return {}; }
