// The flight kernels of one instruction set, as the bindings and the aim call them.
#pragma once

#include "dispatch.hpp"
#include "flight.hpp"

namespace glasshield {

// What is known of one flight between two phases.
struct FlightState {
  double y[6];           // inertial, m and m/s
  double t;              // s after launch
  double up[3];          // inertial, the launch point's vertical at launch
  double normal[3];      // inertial, of the plane of flight: up x downrange
  double pitch_from[3];  // thrust direction when the constant pitch rate began
  double pitch_to[3];    // where it turns to: pitch_from turned by 90 degrees
  double apogee;         // m, the highest so far
  int phase;
  int steering;
  int steps;
  int next_sample;
};

// What is known of one aim between two flights.
struct AimState {
  double from[3];      // Earth-fixed unit vectors: the launch,
  double ahead[3];     // along the track there,
  double left[3];      // and to the left of the track
  double angle;        // rad from launch to target at the Earth's centre
  double lever;        // m of sideways motion for a radian of azimuth
  double azimuth;      // rad
  double range;        // m on a non-rotating Earth: the family's parameter
  double unknown[2];   // the two unknowns in metres of expected effect, at the last flight
  double residual[2];  // m, of the last flight
  double jacobian[4];
  int pinned;          // flights in a row at an end of the family
  int flights;
  bool open;
};

// Room for one thread's work on a block of flights.
struct Workspace {
  FlightState* flights;
  AimState* aims;
  int* queue;
  int* open;
  double* launches;
  double* results;
};

}  // namespace glasshield

GLASSHIELD_DECLARE(void, fly_range, const FlyJob&, int64_t, int64_t, const Workspace&, int)
GLASSHIELD_DECLARE(void, aim_range, const AimJob&, int64_t, int64_t, const Workspace&, int)
GLASSHIELD_DECLARE(void, coast_range, const CoastJob&, int64_t, int64_t, int)
