// What the flight kernel takes and gives: plain arrays, shared by the bindings and by every
// build of the compute code. Columns are doubles; one row is one vehicle, launch or flight.
#pragma once

#include <cstdint>

namespace glasshield {

constexpr int max_stages = 4;

// A vehicle, in one row.
enum VehicleColumn : int {
  vehicle_stages,                 // number of stages, 1 to max_stages
  vehicle_ballistic_coefficient,  // kg/m2, of what flies on after burnout
  vehicle_vertical_time,          // s, of vertical rise before the kick
  vehicle_pitch_ratio,            // 1/s: pitch rate = kick angle times this
  vehicle_pitch_start,            // s, end of the gravity turn
  vehicle_stage_columns,          // the first stage's columns start here
};
enum StageColumn : int {
  stage_ignition_time,  // s after launch
  stage_burn_time,      // s
  stage_ignition_mass,  // kg, of the whole stack when this stage ignites
  stage_mass_flow,      // kg/s
  stage_thrust,         // N
  stage_drag_area,      // m2, reference area
  stage_columns,
};
constexpr int vehicle_columns = vehicle_stage_columns + max_stages * stage_columns;

enum LaunchColumn : int {
  launch_vehicle,    // row of the vehicle
  launch_latitude,   // rad, geodetic
  launch_longitude,  // rad
  launch_height,     // m above the ellipsoid
  launch_azimuth,    // rad, clockwise from north
  launch_kick,       // rad
  launch_cutoff,     // s after launch; infinity for a full burn
  launch_columns,
};

// Positions and velocities are Earth-fixed; speeds are relative to the rotating Earth.
enum ResultColumn : int {
  result_status,
  result_flight_time,             // s
  result_impact_position,         // m, 3
  result_impact_velocity = 5,     // m/s, 3
  result_burnout_time = 8,        // s
  result_burnout_position,        // m, 3
  result_burnout_velocity = 12,   // m/s, 3
  result_apogee_time = 15,        // s
  result_apogee_position,         // m, 3
  result_reentry_time = 19,       // s, when the flight falls through the re-entry height
  result_reentry_position,        // m, 3
  result_reentry_velocity = 23,   // m/s, 3
  result_steps = 26,              // integration steps tried
  result_columns = 27,
};

enum Status : int {
  status_ok,
  status_no_liftoff,    // thrust does not exceed weight
  status_fell_back,     // hit the ground under power
  status_no_return,     // never comes back into the air within the time limit
  status_step_limit,    // the integrator gave up
  status_out_of_range,  // aim: the target lies beyond the longest flight
  status_too_near,      // aim: the target lies inside the shortest flight
  status_not_solved,    // aim: no convergence within the iterations allowed
};

// A table of cubics over uniform cells: cell i holds c0 + u (c1 + u (c2 + u c3)), u in [0, 1).
struct CubicTable {
  const double* coefficients;
  int cells;
  double step;
};

struct Earth {
  double mu;                   // m3/s2
  double semi_major;           // m
  double eccentricity_squared;
  double j2;
  double rotation;             // rad/s; zero for the non-rotating convention
  CubicTable air;              // over geopotential height: density, then sound speed
  CubicTable drag;             // over Mach number: 4 coefficients of the drag coefficient
};

struct Accuracy {
  double position;  // m, error allowed in one step
  double velocity;  // m/s, error allowed in one step
};

struct Samples {
  double step;         // s between samples
  int count;           // samples a flight; 0 for none
  double* positions;   // n x count x 3, Earth-fixed, m; NaN after impact
  double* velocities;  // the same for velocities, or null
};

struct FlyJob {
  const double* vehicles;
  const double* launches;
  double* results;
  int64_t count;
  Earth earth;
  Accuracy accuracy;
  Samples samples;
  double reentry_height;  // m
};

// A family of flights with one free parameter: points of (range on a non-rotating Earth, kick,
// cut-off) in order of growing range.
enum CurveColumn : int { curve_range, curve_kick, curve_cutoff, curve_columns };

enum AimColumn : int {
  aim_vehicle,
  aim_curve,      // row of the family
  aim_latitude,   // rad, of the launch
  aim_longitude,  // rad
  aim_height,     // m
  aim_target,     // m, Earth-fixed, 3
  aim_columns = 8,
};

// What an aim found beside its launch and flight.
enum AimedColumn : int {
  aimed_miss,       // m, from the impact to the target
  aimed_overshoot,  // m, how far beyond the target the last flight came down (negative: short)
  aimed_flights,    // flights flown
  aimed_columns,
};

struct AimJob {
  FlyJob fly;           // its vehicles, Earth and accuracy; its results hold the solved flights
  double* launches;     // n x launch_columns, the answer
  const double* aims;   // n x aim_columns
  const double* curves; // families x curve_points x curve_columns
  int curve_points;
  double* aimed;        // n x aimed_columns
  double tolerance;     // m
  int most_flights;     // flights allowed for one aim
};

// Free flight of inertial states for a fixed time, without air.
struct CoastJob {
  const double* states;  // n x 6, inertial, m and m/s
  double* results;       // n x 6
  int64_t count;
  double duration;       // s
  Earth earth;
  Accuracy accuracy;
  double fixed_step;     // s; zero for steps chosen by the error
  int order;             // 5 or 8
};

}  // namespace glasshield
