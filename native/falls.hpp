// What the fall kernel takes and gives: free flights of states down to the ground.
#pragma once

#include "flight.hpp"

namespace glasshield {

// The logarithm of the density of the air over geometric height, straight between its rows and held
// beyond both ends.
struct LogAir {
  const double* logarithm;
  int64_t rows;
  double bottom;  // m
  double step;    // m
};

// Places on the way, of every so-many-th fall: sample k is `step` times k after the state.
struct FallSamples {
  double step;      // s
  int64_t count;    // of a fall; 0 for none
  int64_t every;    // falls 0, every, 2 every ... have samples
  double* states;   // falls x count x 6; NaN after landing
};

constexpr int ended_columns = 7;  // time (s), position (m), velocity (m/s); NaN where it lasts longer

struct FallJob {
  Earth earth;
  LogAir air;
  const double* states;  // n x 6, Earth-fixed, m and m/s
  const double* drag;    // n, inverse ballistic coefficients, m2/kg
  int64_t count;
  double longest;        // s, after which nothing is followed
  double* ended;         // n x ended_columns
  FallSamples samples;
};

}  // namespace glasshield
