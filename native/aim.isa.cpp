// Aiming: the azimuth and the point of a family of flights whose impact is the target.
//
// Two unknowns, two misses, on the rotating Earth. Both unknowns are scaled to metres of expected
// effect, so the first Jacobian is the identity; Broyden's good method (Broyden 1965) corrects it
// with what each flight shows. All open aims of a block fly together.
#include "flight_isa.hpp"

#include "numerics.hpp"

namespace glasshield::GLASSHIELD_ISA {
namespace {

constexpr int pinned_flights = 3;     // flights at the end of the family before it is given up
constexpr double least_lever = 2e-3;  // of the Earth's radius: targets nearly overhead or antipodal
constexpr double longest_turn = 0.3;  // rad of azimuth changed in one flight
constexpr double longest_stride = 0.3;  // of the family's width changed in one flight
constexpr double least_answer = 0.05, most_answer = 20.0;  // metres of miss for a metre of change

// The angle whose sine and cosine are given, in [0, pi]: Newton's method on this kernel's own
// sine, so that every processor finds the same bits.
double angle_of(double sine, double cosine) {
  double angle = cosine > 0.0 ? sine : 3.141592653589793 - sine;
  for (int i = 0; i < 6; ++i) {
    const SinCos at = sincos(angle);
    angle -= at.sin * cosine - at.cos * sine;
  }
  return angle;
}

const double* family(const AimJob& job, const double* aim) {
  return job.curves + static_cast<int64_t>(aim[aim_curve]) * job.curve_points * curve_columns;
}
double least_range(const double* curve) { return curve[curve_range]; }
double most_range(const AimJob& job, const double* curve) {
  return curve[(job.curve_points - 1) * curve_columns + curve_range];
}

// Kick and cut-off of the family's flight with this range.
void look_up(const AimJob& job, const double* curve, double range, double* kick, double* cutoff) {
  int low = 0, high = job.curve_points - 1;
  while (high - low > 1) {
    const int middle = (low + high) / 2;
    (curve[middle * curve_columns + curve_range] <= range ? low : high) = middle;
  }
  const double* a = curve + low * curve_columns;
  const double* b = curve + high * curve_columns;
  const double part = (range - a[curve_range]) / (b[curve_range] - a[curve_range]);
  *kick = a[curve_kick] + part * (b[curve_kick] - a[curve_kick]);
  *cutoff = a[curve_cutoff] + part * (b[curve_cutoff] - a[curve_cutoff]);
}

double within(double x, double low, double high) { return x < low ? low : (x > high ? high : x); }

// Where the launch stands, from its geodetic coordinates, as a unit vector from the centre.
void direction(const Earth& earth, const double* aim, double* out) {
  const SinCos latitude = sincos(aim[aim_latitude]), longitude = sincos(aim[aim_longitude]);
  const double flat = (1.0 - earth.eccentricity_squared) * latitude.sin;
  const double size = std::sqrt(square(latitude.cos) + square(flat));
  out[0] = latitude.cos * longitude.cos / size;
  out[1] = latitude.cos * longitude.sin / size;
  out[2] = flat / size;
}

void begin(const AimJob& job, int64_t row, AimState& state) {
  const double* aim = job.aims + row * aim_columns;
  const Earth& earth = job.fly.earth;
  const double* curve = family(job, aim);
  double to[3], normal[3];
  const double* from = state.from;
  direction(earth, aim, state.from);
  const double distance = norm(aim + aim_target);
  for (int c = 0; c < 3; ++c) to[c] = aim[aim_target + c] / distance;
  cross(from, to, normal);
  const double sine = norm(normal);
  for (int c = 0; c < 3; ++c) state.left[c] = sine > 0.0 ? normal[c] / sine : 0.0;
  cross(state.left, from, state.ahead);
  state.angle = angle_of(sine, dot(from, to));
  const SinCos longitude = sincos(aim[aim_longitude]), latitude = sincos(aim[aim_latitude]);
  const double east[3] = {-longitude.sin, longitude.cos, 0.0};
  const double north[3] = {-latitude.sin * longitude.cos, -latitude.sin * longitude.sin,
                           latitude.cos};
  const double e = dot(state.ahead, east), n = dot(state.ahead, north);
  const double size = std::sqrt(e * e + n * n);
  const double from_north = size > 0.0 ? angle_of(std::fabs(e) / size, n / size) : 0.0;
  state.azimuth = e < 0.0 ? -from_north : from_north;
  state.lever = earth.semi_major * (sine > least_lever ? sine : least_lever);
  state.range = within(state.angle * distance, least_range(curve), most_range(job, curve));
  state.jacobian[0] = state.jacobian[3] = 1.0;
  state.jacobian[1] = state.jacobian[2] = 0.0;
  state.pinned = 0;
  state.flights = 0;
  state.open = sine > 0.0;
}

void write_launch(const AimJob& job, int64_t row, const AimState& state, double* launch) {
  const double* aim = job.aims + row * aim_columns;
  launch[launch_vehicle] = aim[aim_vehicle];
  launch[launch_latitude] = aim[aim_latitude];
  launch[launch_longitude] = aim[aim_longitude];
  launch[launch_height] = aim[aim_height];
  launch[launch_azimuth] = state.azimuth;
  look_up(job, family(job, aim), state.range, launch + launch_kick, launch + launch_cutoff);
}

// How far the impact lies beyond the target along the track, and to the left of it, as arcs.
void misses(const Earth& earth, const AimState& state, const double* impact, double* residual) {
  const double size = norm(impact);
  const double c = dot(impact, state.from) / size, s = dot(impact, state.ahead) / size;
  const double flat = std::sqrt(c * c + s * s);
  const double angle = angle_of(std::fabs(s) / flat, c / flat);
  residual[0] = earth.semi_major * ((s < 0.0 ? -angle : angle) - state.angle);
  residual[1] = earth.semi_major * dot(impact, state.left) / size;
}

// Learns from the flight just flown how the misses answer to the unknowns. What it learns near the
// end of a family can be nonsense (a longer flight that falls shorter): then it starts afresh.
void learn(AimState& state, const double* unknown, const double* residual) {
  if (state.flights > 1) {
    const double d0 = unknown[0] - state.unknown[0], d1 = unknown[1] - state.unknown[1];
    const double size = d0 * d0 + d1 * d1;
    if (size > 0.0) {
      double* j = state.jacobian;
      const double e0 = residual[0] - state.residual[0] - (j[0] * d0 + j[1] * d1);
      const double e1 = residual[1] - state.residual[1] - (j[2] * d0 + j[3] * d1);
      j[0] += e0 * d0 / size;
      j[1] += e0 * d1 / size;
      j[2] += e1 * d0 / size;
      j[3] += e1 * d1 / size;
      const bool sound = j[0] > least_answer && j[3] > least_answer && j[0] < most_answer &&
                         j[3] < most_answer;
      if (!sound) {
        j[0] = j[3] = 1.0;
        j[1] = j[2] = 0.0;
      }
    }
  }
  for (int c = 0; c < 2; ++c) {
    state.unknown[c] = unknown[c];
    state.residual[c] = residual[c];
  }
}

// The next pair of unknowns; counts how often the family's end stands in the way.
void move(const AimJob& job, const double* curve, AimState& state) {
  const double* j = state.jacobian;
  const double* r = state.residual;
  const double determinant = j[0] * j[3] - j[1] * j[2];
  const bool singular = std::fabs(determinant) < 1e-2;
  const double along = singular ? -r[0] : (j[1] * r[1] - j[3] * r[0]) / determinant;
  const double aside = singular ? -r[1] : (j[2] * r[0] - j[0] * r[1]) / determinant;
  const double stride = longest_stride * (most_range(job, curve) - least_range(curve));
  const double wanted = state.range + within(along, -stride, stride);
  state.range = within(wanted, least_range(curve), most_range(job, curve));
  state.pinned = wanted == state.range ? 0 : state.pinned + 1;
  state.azimuth -= within(aside / state.lever, -longest_turn, longest_turn);
}

// Judges a flight: solved, given up, or another try.
void judge(const AimJob& job, int64_t row, AimState& state, const double* result) {
  const double* aim = job.aims + row * aim_columns;
  const double* curve = family(job, aim);
  double* aimed = job.aimed + row * aimed_columns;
  double* out = job.fly.results + row * result_columns;
  ++state.flights;
  for (int c = 0; c < result_columns; ++c) out[c] = result[c];
  aimed[aimed_flights] = state.flights;
  const bool last = state.flights >= job.most_flights;
  if (static_cast<int>(result[result_status]) != status_ok) {
    // A flight that failed says only that it was too bold: halfway back to the shortest.
    state.range = 0.5 * (state.range + least_range(curve));
    state.open = !last && state.range > least_range(curve) * 1.0001;
    return;
  }
  double miss[3];
  for (int c = 0; c < 3; ++c)
    miss[c] = result[result_impact_position + c] - aim[aim_target + c];
  aimed[aimed_miss] = norm(miss);
  double residual[2];
  misses(job.fly.earth, state, result + result_impact_position, residual);
  aimed[aimed_overshoot] = residual[0];
  if (aimed[aimed_miss] <= job.tolerance) {
    state.open = false;
    return;
  }
  const double unknown[2] = {state.range, -state.lever * state.azimuth};
  learn(state, unknown, residual);
  const bool at_most = state.range == most_range(job, curve);
  move(job, curve, state);
  if (state.pinned >= pinned_flights) {
    const bool beyond = at_most && residual[0] < 0.0, near = !at_most && residual[0] > 0.0;
    out[result_status] = beyond ? status_out_of_range : (near ? status_too_near : status_not_solved);
    state.open = false;
  } else if (last) {
    out[result_status] = status_not_solved;
    state.open = false;
  }
}

}  // namespace

// Solves the aims [first, last), for which the workspace has room.
void aim_range(const AimJob& job, int64_t first, int64_t last, const Workspace& work, int lanes) {
  const int count = static_cast<int>(last - first);
  for (int k = 0; k < count; ++k) {
    begin(job, first + k, work.aims[k]);
    double* out = job.fly.results + (first + k) * result_columns;
    for (int c = 0; c < result_columns; ++c) out[c] = NAN;
    out[result_status] = status_too_near;  // what an aim at the launch point itself is left with
    for (int c = 0; c < aimed_columns; ++c) job.aimed[(first + k) * aimed_columns + c] = NAN;
  }
  FlyJob fly = job.fly;
  fly.launches = work.launches;
  fly.results = work.results;
  fly.samples.count = 0;
  for (int round = 0; round < job.most_flights; ++round) {
    int open = 0;
    for (int k = 0; k < count; ++k) {
      if (!work.aims[k].open) continue;
      write_launch(job, first + k, work.aims[k], work.launches + open * launch_columns);
      work.open[open++] = k;
    }
    if (open == 0) break;
    fly_range(fly, 0, open, work, lanes);
    for (int n = 0; n < open; ++n) {
      const int k = work.open[n];
      const double* launch = work.launches + n * launch_columns;
      for (int c = 0; c < launch_columns; ++c)
        job.launches[(first + k) * launch_columns + c] = launch[c];
      judge(job, first + k, work.aims[k], work.results + n * result_columns);
    }
  }
}

}  // namespace glasshield::GLASSHIELD_ISA
