#pragma once

/// Parts that the text outputs share.

#include "format/text/page.hpp"
#include "say/phrases.hpp"

namespace smpcare::format {

/// Rules in force that people must heed today or on the day asked about, grouped by the day they end and by their
/// conditions.
void add_by_end(Page& page, const say::Speaker& speaker, const std::vector<InForce>& in_force, Kind kind);

/// "Next change: …" with what ends and what begins then.
void add_next(Page& page, const say::Speaker& speaker, const std::optional<Changes>& next);

/// Clinic and whom to call.
void add_clinic(Page& page, const Protocol& protocol);

/// What was freed below a floor, and why.
void add_floors(Page& page, const Protocol& protocol);

/// Not medical advice; the rules that made this.
void add_foot(Page& page, const Protocol& protocol);

/// Client and labels.
void add_client(Page& page, const say::Speaker& speaker);

/// What sessions to come change, in one line; nothing where none is to come.
void add_sessions_to_come(Page& page, const Plan& plan);

}  // namespace smpcare::format
