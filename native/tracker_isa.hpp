// The tracker of one instruction set, and its parts, as the bindings call them.
#pragma once

#include "dispatch.hpp"
#include "tracker.hpp"

namespace glasshield {

// One motion's prediction of many distributions, each over its own time.
struct PredictJob {
  Earth earth;
  Motion motion;
  Model model;
  Filter filter;
  int64_t count;
  const double* dt;  // count, s
  double* x;         // count x states, changed
  double* p;         // count x triangle of states, changed
};

// Many distributions conditioned each on a measurement of the same station.
struct UpdateJob {
  StationRow station;
  Kind kind;
  Filter filter;
  int64_t count;
  int states;            // 6 or 7
  const double* values;  // count x quantities
  const double* sigmas;  // count x quantities
  double* x;             // count x states, changed
  double* p;             // count x triangle of states, changed
  double* distance;      // count, Mahalanobis distances squared
};

}  // namespace glasshield

GLASSHIELD_DECLARE(std::unique_ptr<glasshield::Engine>, make_tracker,
                   std::shared_ptr<const glasshield::TrackerSettings>)
GLASSHIELD_DECLARE(void, predict_rows, const glasshield::PredictJob&)
GLASSHIELD_DECLARE(void, update_rows, const glasshield::UpdateJob&)
