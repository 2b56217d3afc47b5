#pragma once

#include <smpcare/diagnostics.hpp>

#include <functional>
#include <vector>

namespace smpcare::batch {

/// Faults and notices of rows, of which those of one kind are one: the first, with the lines of the others.
class Likes {
public:
    void take(const Diagnostic& diagnostic);
    /// Gives them out, in the order in which the first of each kind came.
    void give(const std::function<void(const Diagnostic&)>& report);

private:
    std::vector<Diagnostic> kinds_;
    std::size_t others_ = 0;  ///< errors beyond the kinds that are kept apart
};

}  // namespace smpcare::batch
