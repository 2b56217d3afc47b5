#pragma once

/// A case as given → its parts checked and in order. Every function adds all the faults it finds.

#include "plan/timeline.hpp"

#include <vector>

namespace smpcare::plan {

/// The sessions in order, each once.
struct CaseSessions {
    std::vector<Session> sorted;
    bool complete = true;  ///< false: some session is missing here, so nothing else can be judged by them
};

/// Faults: no_session, too_many_sessions, date_out_of_range, duplicate_session.
CaseSessions settle_sessions(const Case& client, Diagnostics& diagnostics);

/// For each event the dates on which it was observed, ascending and each once.
/// Faults: unknown_event, date_out_of_range; where the sessions are complete, observation_orphan and
/// observation_too_early.
std::vector<std::vector<Date>> settle_observed(const Protocol& protocol, const Case& client,
                                               const CaseSessions& sessions, Diagnostics& diagnostics);

/// Fault: planned_not_positive.
void check_planned(const Case& client, Diagnostics& diagnostics);

/// `known` sessions stand in the latest series. Fault: planned_too_few.
void check_planned(const Case& client, int known, Diagnostics& diagnostics);

/// The notices sessions_close, one for each two neighbours that are too close.
void note_close_sessions(const Protocol& protocol, const std::vector<Session>& sorted, std::vector<Diagnostic>& to);

}  // namespace smpcare::plan
