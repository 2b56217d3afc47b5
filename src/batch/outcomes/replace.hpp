#pragma once

#include <smpcare/batch.hpp>

namespace smpcare::batch {

/// What a run may replace where it writes. `update` says that the files there came from earlier runs, so it allows no
/// less than `replace`; whoever can see that a file did not come from one still refuses (Rejects, Worker::read_sent).
inline Replace may_replace(const BatchRequest& request) {
    return request.update ? Replace::regular_file : request.replace;
}

}  // namespace smpcare::batch
