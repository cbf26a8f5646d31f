// The phases of a flight. Each is one pass over the flights that are in it, so that its right-hand
// side holds what that phase needs and no more: powered flight in air, powered flight above it, free
// flight in air, free flight above it.
//
// Inertial frame: the Earth-fixed frame frozen at the moment of launch.
#pragma once

#include "flight_isa.hpp"
#include "integrate.hpp"
#include "surroundings.hpp"

namespace glasshield::GLASSHIELD_ISA {
namespace {

enum FlightPhase : int { boost_in_air, boost_above, free_in_air, free_above, phases, landed = phases };
enum Steering : int { vertical, turning, pitching };

constexpr double liftoff_margin_m = -1.0;      // powered flight below this has hit the ground
constexpr double air_margin_m = 500.0;         // a coast ends this far below the top of the air
constexpr double longest_flight_s = 6 * 3600.0;
constexpr double first_boost_step_s = 0.5;
constexpr double longest_boost_step_s = 12.0;
constexpr double longest_air_step_s = 10.0;
constexpr double first_coast_step_s = 60.0;

// What all phases share: the job, the flights and the queue of those that are in this phase.
template <int W>
class PhaseBase {
 public:
  PhaseBase(const FlyJob& job, FlightState* states, const int* queue, int queued, int64_t first)
      : job_(job), states_(states), queue_(queue), queued_(queued), first_(first) {}

  static double strictness(double) { return 1.0; }
  static constexpr int64_t most_steps = 5000;  // of one flight in one phase
  void add_steps(int flight, int64_t steps) { states_[flight].steps += static_cast<int>(steps); }
  void give_up(int flight) { fail(flight, status_step_limit); }
  void resume(Lanes<W>&, int) {}

 protected:
  const Earth& earth() const { return job_.earth; }
  const double* launch(int flight) const { return job_.launches + (first_ + flight) * launch_columns; }
  double* result(int flight) const { return job_.results + (first_ + flight) * result_columns; }
  const double* vehicle(int flight) const {
    return job_.vehicles + static_cast<int64_t>(launch(flight)[launch_vehicle]) * vehicle_columns;
  }

  // The next flight of the queue into lane i; false when there is none.
  bool take(Lanes<W>& lanes, int i) {
    if (taken_ == queued_) return false;
    const int flight = queue_[taken_++];
    const FlightState& state = states_[flight];
    lanes.flight[i] = flight;
    lanes.t[i] = state.t;
    for (int c = 0; c < 6; ++c) lanes.y[c][i] = state.y[c];
    return true;
  }

  Verdict leave(int flight, const Step& step, double t, int phase) {
    FlightState& state = states_[flight];
    for (int c = 0; c < 6; ++c) state.y[c] = step.y1[c];
    state.t = t;
    state.phase = phase;
    return Verdict::done;
  }

  Verdict fail(int flight, Status status) {
    result(flight)[result_status] = status;
    states_[flight].phase = landed;
    return Verdict::done;
  }

  // An inertial vector turned into the Earth-fixed frame of time t.
  void to_earth_fixed(double t, const double* inertial, double* fixed) const {
    const SinCos turn = sincos(earth().rotation * t);
    fixed[0] = turn.cos * inertial[0] + turn.sin * inertial[1];
    fixed[1] = turn.cos * inertial[1] - turn.sin * inertial[0];
    fixed[2] = inertial[2];
  }
  // Velocity relative to the rotating Earth, still along inertial axes.
  void relative_velocity(const double* position, const double* velocity, double* out) const {
    out[0] = velocity[0] + earth().rotation * position[1];
    out[1] = velocity[1] - earth().rotation * position[0];
    out[2] = velocity[2];
  }
  void record(double* row, int column, double t, const double* position,
              const double* velocity) const {
    double relative[3];
    relative_velocity(position, velocity, relative);
    to_earth_fixed(t, position, row + column);
    to_earth_fixed(t, relative, row + column + 3);
  }

  // Writes the samples that fall into the step up to its fraction `until`.
  void sample(int flight, const Step& step, double until) {
    const Samples& samples = job_.samples;
    FlightState& state = states_[flight];
    const double end = step.t0 + until * step.dt;
    while (state.next_sample < samples.count && state.next_sample * samples.step <= end) {
      const double t = state.next_sample * samples.step;
      const double s = step.dt > 0.0 ? (t - step.t0) / step.dt : 1.0;
      double position[3], velocity[3], relative[3];
      position_at(step, s, position);
      const int64_t at = ((first_ + flight) * samples.count + state.next_sample) * 3;
      to_earth_fixed(t, position, samples.positions + at);
      if (samples.velocities) {
        velocity_at(step, s, velocity);
        relative_velocity(position, velocity, relative);
        to_earth_fixed(t, relative, samples.velocities + at);
      }
      ++state.next_sample;
    }
  }

  static double climb(const double* y) { return dot(y, y + 3); }

  // Notes the highest point when the flight turns from climbing to falling inside the step.
  void note_apogee(int flight, const Step& step) {
    const double before = climb(step.y0), after = climb(step.y1);
    if (!(before > 0.0 && after <= 0.0)) return;
    const double s = crossing(
        [&](double fraction) {
          double y[6];
          position_at(step, fraction, y);
          velocity_at(step, fraction, y + 3);
          return climb(y);
        },
        before, after);
    double top[3];
    position_at(step, s, top);
    const double above = height(earth(), top);
    FlightState& state = states_[flight];
    if (above <= state.apogee) return;
    state.apogee = above;
    double* row = result(flight);
    row[result_apogee_time] = step.t0 + s * step.dt;
    to_earth_fixed(row[result_apogee_time], top, row + result_apogee_position);
  }

  // The fraction of the step at which the flight crosses a height.
  double height_crossing(const Step& step, double level) const {
    return crossing(
        [&](double s) {
          double position[3];
          position_at(step, s, position);
          return height(earth(), position) - level;
        },
        height(earth(), step.y0) - level, height(earth(), step.y1) - level);
  }

  // The geometric height of the table's end.
  double air_top() const {
    const double potential = earth().air.cells * earth().air.step;
    return potential_radius_m * potential / (potential_radius_m - potential);
  }

  const FlyJob& job_;
  FlightState* states_;
  const int* queue_;
  int queued_;
  int64_t first_;
  int taken_ = 0;
};

// Powered flight: vertical rise, kick, gravity turn, constant pitch rate, cut-off.
template <int W, bool InAir>
class Boost : public PhaseBase<W> {
  using Base = PhaseBase<W>;
  using Base::earth;
  using Base::states_;

 public:
  using Base::Base;

  // A gravity turn magnifies the errors of its first seconds, so less is allowed there.
  static double strictness(double t) {
    const double ease = square(240.0 / (t + 6.0));
    return ease > 1.0 ? ease : 1.0;
  }

  bool load(Lanes<W>& lanes, int i) {
    if (!this->take(lanes, i)) return false;
    segment(lanes, i);
    return true;
  }

  void acceleration(const double (&t)[W], const double (&y)[6][W],
                    double (&out)[3][W]) const {
    Surroundings<W> here;
    look_around<InAir>(earth(), y, here, out);
    alignas(64) double resistance[W] = {}, force[3][W];  // locals, which alias nothing
    if constexpr (InAir) drag_coefficients(earth(), here, resistance);
    for (int i = 0; i < W; ++i) {
      const double inverse_mass = 1.0 / (mass_[i] - flow_[i] * (t[i] - since_[i]));
      const double drag =
          -0.5 * here.density[i] * here.speed[i] * resistance[i] * area_[i] * inverse_mass;
      const double push = thrust_[i] * inverse_mass;
      const double along = push * turn_[i] / (here.speed[i] + 1e-30) + drag;
      const SinCos pitch = sincos(rate_[i] * (t[i] - pitch_since_[i]));
      const double fixed = push * (1.0 - turn_[i]);
      const double from = fixed * pitch.cos, to = fixed * pitch.sin;
      force[0][i] = along * here.velocity[0][i] + from * from_[0][i] + to * to_[0][i];
      force[1][i] = along * here.velocity[1][i] + from * from_[1][i] + to * to_[1][i];
      force[2][i] = along * here.velocity[2][i] + from * from_[2][i] + to * to_[2][i];
    }
    for (int c = 0; c < 3; ++c)
      for (int i = 0; i < W; ++i) out[c][i] += force[c][i];
  }

  void limit(const double (&y)[6][W], const double (&a)[6][W], double (&step)[W],
             int64_t (&attention)[W]) const {
    const double top = this->air_top();
    const int64_t sampling = this->job_.samples.count > 0;
    const double e2 = earth().eccentricity_squared;
    const double b2 = square(earth().semi_major) * (1.0 - e2);
    for (int i = 0; i < W; ++i) {
      step[i] = step[i] < longest_boost_step_s ? step[i] : longest_boost_step_s;
      const Vertical now =
          vertical_motion(b2, e2, y[0][i], y[1][i], y[2][i], y[3][i], y[4][i], y[5][i], a[3][i],
                          a[4][i], a[5][i]);
      if constexpr (InAir) step[i] = up_to_kink(step[i], now.above, now.rise, now.lift);
      const int64_t leaves = InAir ? now.above > top : now.above < top;
      attention[i] = sampling | leaves | (now.rise <= 0.0);
    }
  }

  Verdict decide(Lanes<W>& lanes, int i, const Step& step, double t, double&) {
    const int flight = lanes.flight[i];
    this->note_apogee(flight, step);
    this->sample(flight, step, 1.0);
    const double above = height(earth(), step.y1);
    if (above < liftoff_margin_m) return this->fail(flight, status_fell_back);
    if (t >= end_[i]) {
      double* row = this->result(flight);
      row[result_burnout_time] = t;
      this->record(row, result_burnout_position, t, step.y1, step.y1 + 3);
      return this->leave(flight, step, t, above < this->air_top() ? free_in_air : free_above);
    }
    if (t >= lanes.stop[i]) return Verdict::refresh;
    // Only between two breaks, so that a break is always met by the phase that set it.
    if (InAir && above > this->air_top()) return this->leave(flight, step, t, boost_above);
    if (!InAir && above < this->air_top() - air_margin_m)
      return this->leave(flight, step, t, boost_in_air);
    return Verdict::go_on;
  }

  // At a break: turn over if it is the kick, choose the stage, set the next break.
  void resume(Lanes<W>& lanes, int i) { segment(lanes, i); }

 private:
  void segment(Lanes<W>& lanes, int i) {
    const int flight = lanes.flight[i];
    const double* car = this->vehicle(flight);
    const double* launch = this->launch(flight);
    FlightState& state = states_[flight];
    const double t = lanes.t[i];
    steer(lanes, i, car, launch, state);

    const int stages = static_cast<int>(car[vehicle_stages]);
    const double cutoff = launch[launch_cutoff];
    const double* last = car + vehicle_stage_columns + (stages - 1) * stage_columns;
    const double burnt_out = last[stage_ignition_time] + last[stage_burn_time];
    end_[i] = cutoff < burnt_out ? cutoff : burnt_out;
    double stop = end_[i];
    const auto before = [&](double moment) { stop = moment > t && moment < stop ? moment : stop; };
    before(car[vehicle_vertical_time]);
    before(car[vehicle_pitch_start]);
    const double* burning = nullptr;
    const double* coming = last;
    for (int s = stages - 1; s >= 0; --s) {
      const double* stage = car + vehicle_stage_columns + s * stage_columns;
      const double out = stage[stage_ignition_time] + stage[stage_burn_time];
      before(stage[stage_ignition_time]);
      before(out);
      if (t < out) coming = stage;
      if (t >= stage[stage_ignition_time] && t < out) burning = stage;
    }
    mass_[i] = coming[stage_ignition_mass];
    area_[i] = coming[stage_drag_area];
    since_[i] = burning ? burning[stage_ignition_time] : t;
    flow_[i] = burning ? burning[stage_mass_flow] : 0.0;
    thrust_[i] = burning ? burning[stage_thrust] : 0.0;
    lanes.stop[i] = stop;
    lanes.step[i] = first_boost_step_s;
  }

  void steer(Lanes<W>& lanes, int i, const double* car, const double* launch, FlightState& state) {
    const double t = lanes.t[i];
    if (state.steering == vertical && t >= car[vehicle_vertical_time]) {
      kick(lanes, i, launch[launch_kick], state);
      state.steering = turning;
    }
    if (state.steering == turning && t >= car[vehicle_pitch_start]) {
      begin_pitch(lanes, i, state);
      state.steering = pitching;
    }
    turn_[i] = state.steering == turning ? 1.0 : 0.0;
    const bool fixed = state.steering == vertical;
    rate_[i] = fixed ? 0.0 : launch[launch_kick] * car[vehicle_pitch_ratio];
    pitch_since_[i] = fixed || car[vehicle_pitch_start] < car[vehicle_vertical_time]
                          ? car[vehicle_vertical_time]
                          : car[vehicle_pitch_start];
    for (int c = 0; c < 3; ++c) {
      from_[c][i] = fixed ? state.up[c] : state.pitch_from[c];
      to_[c][i] = fixed ? 0.0 : state.pitch_to[c];
    }
  }

  // Turns the velocity relative to the air by the kick angle, in the plane of flight.
  void kick(Lanes<W>& lanes, int i, double angle, const FlightState& state) {
    double y[6], relative[3], sideways[3];
    for (int c = 0; c < 6; ++c) y[c] = lanes.y[c][i];
    this->relative_velocity(y, y + 3, relative);
    cross(state.normal, relative, sideways);
    const SinCos turn = sincos(angle);
    for (int c = 0; c < 3; ++c)
      lanes.y[c + 3][i] += (turn.cos - 1.0) * relative[c] + turn.sin * sideways[c];
  }

  void begin_pitch(const Lanes<W>& lanes, int i, FlightState& state) {
    double y[6], relative[3];
    for (int c = 0; c < 6; ++c) y[c] = lanes.y[c][i];
    this->relative_velocity(y, y + 3, relative);
    const double speed = norm(relative);
    for (int c = 0; c < 3; ++c) state.pitch_from[c] = relative[c] / speed;
    cross(state.normal, state.pitch_from, state.pitch_to);
    const double size = norm(state.pitch_to);
    for (int c = 0; c < 3; ++c) state.pitch_to[c] /= size;
  }

  alignas(64) double mass_[W] = {}, flow_[W] = {}, since_[W] = {}, thrust_[W] = {}, area_[W] = {};
  alignas(64) double turn_[W] = {}, rate_[W] = {}, pitch_since_[W] = {}, end_[W] = {};
  alignas(64) double from_[3][W] = {}, to_[3][W] = {};
};

// Free flight in air: entry, and the climb of short-range flights after burnout.
template <int W>
class FreeInAir : public PhaseBase<W> {
  using Base = PhaseBase<W>;
  using Base::earth;

 public:
  using Base::Base;

  bool load(Lanes<W>& lanes, int i) {
    if (!this->take(lanes, i)) return false;
    lanes.stop[i] = longest_flight_s;
    lanes.step[i] = 1.0;
    inverse_coefficient_[i] = 1.0 / this->vehicle(lanes.flight[i])[vehicle_ballistic_coefficient];
    return true;
  }

  void acceleration(const double (&)[W], const double (&y)[6][W],
                    double (&out)[3][W]) const {
    Surroundings<W> here;
    look_around<true>(earth(), y, here, out);
    for (int i = 0; i < W; ++i) {
      const double drag = -0.5 * here.density[i] * here.speed[i] * inverse_coefficient_[i];
      out[0][i] += drag * here.velocity[0][i];
      out[1][i] += drag * here.velocity[1][i];
      out[2][i] += drag * here.velocity[2][i];
    }
  }

  // No step may fall so far that it misses the air: at most a third of the way to the ground.
  void limit(const double (&y)[6][W], const double (&a)[6][W], double (&step)[W],
             int64_t (&attention)[W]) const {
    const int64_t sampling = this->job_.samples.count > 0;
    const double top = this->air_top();
    const double e2 = earth().eccentricity_squared;
    const double b2 = square(earth().semi_major) * (1.0 - e2);
    for (int i = 0; i < W; ++i) {
      const Vertical now =
          vertical_motion(b2, e2, y[0][i], y[1][i], y[2][i], y[3][i], y[4][i], y[5][i], a[3][i],
                          a[4][i], a[5][i]);
      const double fall = now.rise < 0.0 ? -now.rise : now.rise;
      const double room = (now.above > 0.0 ? now.above : 0.0) * 0.35 + 1000.0;
      const double longest = room / (fall + 1.0);
      step[i] = step[i] < longest ? step[i] : longest;
      step[i] = step[i] < longest_air_step_s ? step[i] : longest_air_step_s;
      step[i] = up_to_kink(step[i], now.above, now.rise, now.lift);
      attention[i] = sampling | (now.rise <= 0.0) | (now.above > top);
    }
  }

  Verdict decide(Lanes<W>& lanes, int i, const Step& step, double t, double&) {
    const int flight = lanes.flight[i];
    this->note_apogee(flight, step);
    const double before = height(earth(), step.y0), after = height(earth(), step.y1);
    double* row = this->result(flight);
    const double reentry = this->job_.reentry_height;
    if (before >= reentry && after < reentry)
      row[result_reentry_time] =
          mark(row, result_reentry_position, step, this->height_crossing(step, reentry));
    if (after <= 0.0 && Base::climb(step.y1) < 0.0) {
      const double s = before > 0.0 ? this->height_crossing(step, 0.0) : 0.0;
      this->sample(flight, step, s);
      row[result_flight_time] = mark(row, result_impact_position, step, s);
      row[result_status] = status_ok;
      return this->leave(flight, step, t, landed);
    }
    this->sample(flight, step, 1.0);
    if (after > this->air_top() && Base::climb(step.y1) > 0.0)
      return this->leave(flight, step, t, free_above);
    if (t >= longest_flight_s) return this->fail(flight, status_no_return);
    return Verdict::go_on;
  }

 private:
  // Records where the flight is at a fraction of the step; returns the time.
  double mark(double* row, int column, const Step& step, double s) const {
    double position[3], velocity[3];
    position_at(step, s, position);
    velocity_at(step, s, velocity);
    const double t = step.t0 + s * step.dt;
    this->record(row, column, t, position, velocity);
    return t;
  }

  alignas(64) double inverse_coefficient_[W] = {};
};

// Free flight above the air, under central gravity and J2.
template <int W>
class FreeAbove : public PhaseBase<W> {
  using Base = PhaseBase<W>;
  using Base::earth;

 public:
  using Base::Base;

  bool load(Lanes<W>& lanes, int i) {
    while (this->take(lanes, i)) {
      // What never comes down is followed only as long as samples of it are wanted.
      const bool comes_down = returns(this->states_[lanes.flight[i]].y);
      lanes.stop[i] = comes_down ? longest_flight_s : last_sample_s();
      lanes.step[i] = first_coast_step_s;
      if (this->states_[lanes.flight[i]].t < lanes.stop[i]) return true;
      this->fail(lanes.flight[i], status_no_return);
    }
    return false;
  }

  void acceleration(const double (&)[W], const double (&y)[6][W],
                    double (&out)[3][W]) const {
    for (int i = 0; i < W; ++i) {
      const double px = y[0][i], py = y[1][i], pz = y[2][i];
      const double inverse_r = 1.0 / std::sqrt(px * px + py * py + pz * pz);
      gravity(earth(), px, py, pz, inverse_r, &out[0][i], &out[1][i], &out[2][i]);
    }
  }

  void limit(const double (&y)[6][W], const double (&)[6][W], double (&)[W],
             int64_t (&attention)[W]) const {
    const int64_t sampling = this->job_.samples.count > 0;
    for (int i = 0; i < W; ++i)
      attention[i] =
          sampling | (y[0][i] * y[3][i] + y[1][i] * y[4][i] + y[2][i] * y[5][i] <= 0.0);
  }

  // The coast ends in the uppermost air: a step that falls deeper is done again, shorter.
  Verdict decide(Lanes<W>& lanes, int i, const Step& step, double t, double& again) {
    const int flight = lanes.flight[i];
    const double top = this->air_top();
    const double after = height(earth(), step.y1);
    const bool falling = Base::climb(step.y1) < 0.0;
    if (falling && after < top - 2.0 * air_margin_m && height(earth(), step.y0) > top - air_margin_m) {
      again = step.dt * this->height_crossing(step, top - air_margin_m);
      return Verdict::redo;
    }
    this->note_apogee(flight, step);
    this->sample(flight, step, 1.0);
    if (falling && after < top) return this->leave(flight, step, t, free_in_air);
    if (t >= lanes.stop[i]) return this->fail(flight, status_no_return);
    return Verdict::go_on;
  }

 private:
  double last_sample_s() const {
    const Samples& samples = this->job_.samples;
    return samples.count > 0 ? samples.step * (samples.count - 1) : 0.0;
  }

  // Whether the osculating orbit comes down into the air.
  bool returns(const double* y) const {
    const double r = norm(y);
    const double energy = 0.5 * dot(y + 3, y + 3) - earth().mu / r;
    if (energy >= 0.0) return false;
    double momentum[3];
    cross(y, y + 3, momentum);
    const double parameter = dot(momentum, momentum) / earth().mu;
    const double e2 = 1.0 + 2.0 * energy * parameter / earth().mu;
    const double perigee = parameter / (1.0 + std::sqrt(e2 > 0.0 ? e2 : 0.0));
    return perigee < earth().semi_major;
  }
};

}  // namespace
}  // namespace glasshield::GLASSHIELD_ISA
