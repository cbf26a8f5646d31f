// Launch to impact: boost, coast and entry of many flights at once.
#include "phases.hpp"

namespace glasshield::GLASSHIELD_ISA {
namespace {

// The state on the launch pad, at rest on the rotating Earth.
void prepare(const FlyJob& job, int64_t row, FlightState& state) {
  const double* launch = job.launches + row * launch_columns;
  const Earth& earth = job.earth;
  const SinCos latitude = sincos(launch[launch_latitude]);
  const SinCos longitude = sincos(launch[launch_longitude]);
  const SinCos azimuth = sincos(launch[launch_azimuth]);
  const double normal_radius =
      earth.semi_major / std::sqrt(1.0 - earth.eccentricity_squared * square(latitude.sin));
  const double across = (normal_radius + launch[launch_height]) * latitude.cos;
  state.y[0] = across * longitude.cos;
  state.y[1] = across * longitude.sin;
  state.y[2] = (normal_radius * (1.0 - earth.eccentricity_squared) + launch[launch_height]) *
               latitude.sin;
  state.y[3] = -earth.rotation * state.y[1];
  state.y[4] = earth.rotation * state.y[0];
  state.y[5] = 0.0;
  const double east[3] = {-longitude.sin, longitude.cos, 0.0};
  const double north[3] = {-latitude.sin * longitude.cos, -latitude.sin * longitude.sin,
                           latitude.cos};
  state.up[0] = latitude.cos * longitude.cos;
  state.up[1] = latitude.cos * longitude.sin;
  state.up[2] = latitude.sin;
  double downrange[3];
  for (int c = 0; c < 3; ++c) downrange[c] = azimuth.sin * east[c] + azimuth.cos * north[c];
  cross(state.up, downrange, state.normal);
  for (int c = 0; c < 3; ++c) state.pitch_from[c] = state.pitch_to[c] = 0.0;
  state.t = 0.0;
  state.apogee = -1.0;
  state.phase = boost_in_air;
  state.steering = vertical;
  state.steps = 0;
  state.next_sample = 0;
}

void clear(const FlyJob& job, int64_t row) {
  double* result = job.results + row * result_columns;
  for (int c = 0; c < result_columns; ++c) result[c] = NAN;
}

bool lifts_off(const FlyJob& job, int64_t row) {
  const double* vehicle =
      job.vehicles +
      static_cast<int64_t>(job.launches[row * launch_columns + launch_vehicle]) * vehicle_columns;
  const double* stage = vehicle + vehicle_stage_columns;
  constexpr double standard_gravity_m_s2 = 9.80665;
  return stage[stage_thrust] > standard_gravity_m_s2 * stage[stage_ignition_mass];
}

template <int W, class Method, class Phase>
void pass(const FlyJob& job, FlightState* states, int* queue, int count, int64_t first, int which) {
  int queued = 0;
  for (int f = 0; f < count; ++f)
    if (states[f].phase == which) queue[queued++] = f;
  if (queued == 0) return;
  Phase phase(job, states, queue, queued, first);
  Integrator<W, Method, Phase> integrator(phase, job.accuracy);
  integrator.run();
}

template <int W>
void fly_lanes(const FlyJob& job, int64_t first, int count, FlightState* states, int* queue) {
  for (int f = 0; f < count; ++f) {
    clear(job, first + f);
    prepare(job, first + f, states[f]);
    if (lifts_off(job, first + f)) continue;
    job.results[(first + f) * result_columns + result_status] = status_no_liftoff;
    states[f].phase = landed;
  }
  // Twice covers every real flight: power in air, above it, coast, entry; a third round is for a
  // flight that dips back into the air under power.
  for (int round = 0; round < 3; ++round) {
    pass<W, DormandPrince5, Boost<W, true>>(job, states, queue, count, first, boost_in_air);
    pass<W, DormandPrince5, Boost<W, false>>(job, states, queue, count, first, boost_above);
    pass<W, DormandPrince5, FreeInAir<W>>(job, states, queue, count, first, free_in_air);
    pass<W, DormandPrince8, FreeAbove<W>>(job, states, queue, count, first, free_above);
  }
  pass<W, DormandPrince5, FreeInAir<W>>(job, states, queue, count, first, free_in_air);
  for (int f = 0; f < count; ++f) {
    double* row = job.results + (first + f) * result_columns;
    if (states[f].phase != landed) row[result_status] = status_no_return;
    row[result_steps] = states[f].steps;
    if (job.samples.count == 0) continue;
    const int64_t base = (first + f) * job.samples.count * 3;
    for (int64_t k = base + states[f].next_sample * 3; k < base + job.samples.count * 3; ++k) {
      job.samples.positions[k] = NAN;
      if (job.samples.velocities) job.samples.velocities[k] = NAN;
    }
  }
}

}  // namespace

// Flies the launches [first, last), for which the workspace has room, `lanes` at a time.
void fly_range(const FlyJob& job, int64_t first, int64_t last, const Workspace& work, int lanes) {
  const int count = static_cast<int>(last - first);
  switch (lanes) {
    case 1: return fly_lanes<1>(job, first, count, work.flights, work.queue);
    case 4: return fly_lanes<4>(job, first, count, work.flights, work.queue);
    case 16: return fly_lanes<16>(job, first, count, work.flights, work.queue);
    default: return fly_lanes<8>(job, first, count, work.flights, work.queue);
  }
}

}  // namespace glasshield::GLASSHIELD_ISA
