// Falls to the ground in the Earth-fixed frame: gravity with J2, the turning Earth, and drag.
//
// The classical Runge-Kutta method, each fall with its own step: long in space, shortened towards
// the air, and in it short against the scale height of the density and the time in which drag takes
// the speed. Eight falls at once; none knows of the others.
#include "falls_isa.hpp"

#include <algorithm>

#include "motion.hpp"

namespace glasshield::GLASSHIELD_ISA {
namespace {

constexpr double coast_step_s = 20.0, air_step_s = 2.0, least_step_s = 0.05;
constexpr double air_top_m = 130e3, scale_height_m = 7e3;
constexpr double share_of_scale_height = 0.3, share_of_drag_time = 0.3;
constexpr double least_fall_m_s = 1.0, least_drag_1_s = 1e-9;
constexpr double near_m = 1e-6;
constexpr int secants = 4;
constexpr int64_t most_steps = 200000;  // of a fall; two hours in the least steps are fewer

// Eight falls under way.
struct Falling {
  Pack y[6], drag, height, since;
  Whole open;
  int64_t row[width];
  int64_t sample[width];  // the next one
};

Pack density_at(const LogAir& air, Pack height) {
  const Pack level = (height - air.bottom) / air.step;
  alignas(64) double below[width], above[width], share[width];
  for (int l = 0; l < width; ++l) {
    const int64_t row = cell_of(level[l], static_cast<int>(air.rows) - 1);
    below[l] = air.logarithm[row];
    above[l] = air.logarithm[row + 1];
    share[l] = level[l] - static_cast<double>(row);
  }
  Pack low, high, part;
  std::memcpy(&low, below, sizeof low);
  std::memcpy(&high, above, sizeof high);
  std::memcpy(&part, share, sizeof part);
  return exponential(low + clipped(part, 0.0, 1.0) * (high - low));
}

GLASSHIELD_INLINE Pack size_of_three(const Pack* a) {
  return root(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
}

GLASSHIELD_INLINE Pack height_at(const Earth& earth, const Pack* position) {
  return height_of(earth, position[2], size_of_three(position));
}

// How states change.
// Source: Vallado 2013, Fundamentals of Astrodynamics, section 3.7 (rotating frame), eq. 8-30.
void rates(const FallJob& job, const Pack (&y)[6], Pack drag, Pack (&out)[6]) {
  const Earth& earth = job.earth;
  const Pack r = size_of_three(y), speed = size_of_three(y + 3);
  for (int c = 0; c < 3; ++c) out[c] = y[c + 3];
  gravity<Pack>(earth, y[0], y[1], y[2], 1.0 / r, &out[3], &out[4], &out[5]);
  const double w = earth.rotation;
  out[3] += w * w * y[0] + 2.0 * w * y[4];
  out[4] += w * w * y[1] - 2.0 * w * y[3];
  const Pack braking = 0.5 * drag * density_at(job.air, height_of(earth, y[2], r)) * speed;
  for (int c = 3; c < 6; ++c) out[c] -= braking * y[c];
}

// One step of the classical Runge-Kutta method of order 4.
void step(const FallJob& job, const Pack (&y)[6], Pack drag, Pack span, Pack (&out)[6]) {
  Pack at[6], change[6], total[6];
  rates(job, y, drag, total);
  for (int c = 0; c < 6; ++c) at[c] = y[c] + 0.5 * span * total[c];
  rates(job, at, drag, change);
  for (int c = 0; c < 6; ++c) {
    at[c] = y[c] + 0.5 * span * change[c];
    total[c] += 2.0 * change[c];
  }
  rates(job, at, drag, change);
  for (int c = 0; c < 6; ++c) {
    at[c] = y[c] + span * change[c];
    total[c] += 2.0 * change[c];
  }
  rates(job, at, drag, change);
  for (int c = 0; c < 6; ++c) out[c] = y[c] + span / 6.0 * (total[c] + change[c]);
}

// The next step of each fall.
Pack span_of(const FallJob& job, const Falling& f) {
  const Pack speed = size_of_three(f.y + 3);
  const Pack climb = (f.y[0] * f.y[3] + f.y[1] * f.y[4] + f.y[2] * f.y[5]) / size_of_three(f.y);
  const Pack sinking = larger(size_of(climb), filled<Pack>(least_fall_m_s));
  const Pack coasting = clipped((f.height - air_top_m) / sinking, air_step_s, coast_step_s);
  const Pack slowing = 1.0 / larger(density_at(job.air, f.height) * f.drag * speed,
                                    filled<Pack>(least_drag_1_s));
  Pack in_air = smaller(share_of_scale_height * scale_height_m / sinking, filled<Pack>(air_step_s));
  in_air = larger(smaller(in_air, share_of_drag_time * slowing), filled<Pack>(least_step_s));
  return select(f.height > air_top_m, coasting, in_air);
}

// When within its last step each fall touches the ground, by secants, and its state there.
Pack touched(const FallJob& job, const Falling& f, Pack span, Pack (&landed)[6]) {
  Pack early{}, early_height = f.height, share = span;
  for (int k = 0; k < secants; ++k) {
    const Pack share_height = height_at(job.earth, landed), apart = early_height - share_height;
    const Whole moves = size_of(apart) > near_m;
    const Pack ahead = (share - early) * share_height / select(moves, apart, filled<Pack>(1.0));
    early = share;
    early_height = share_height;
    const Pack next = larger(smaller(select(moves, share + ahead, share), span), Pack{});
    share = next;
    step(job, f.y, f.drag, share, landed);
  }
  return share;
}

// Places of one fall within a step, up to a time of it, by Hermite's cubic.
void put_samples(const FallSamples& samples, Falling& f, int l, const Pack (&after)[6], double span,
                 double until) {
  double* to = samples.states + f.row[l] / samples.every * samples.count * 6;
  for (; f.sample[l] < samples.count; ++f.sample[l]) {
    const double along = f.sample[l] * samples.step - f.since[l];
    if (!(along <= until)) return;
    const double s = along / span;
    double* out = to + f.sample[l] * 6;
    for (int c = 0; c < 3; ++c) {
      const double a = f.y[c][l], b = after[c][l];
      const double u = f.y[c + 3][l] * span, v = after[c + 3][l] * span;
      const double bend = 3.0 * (b - a) - 2.0 * u - v, twist = 2.0 * (a - b) + u + v;
      out[c] = a + s * (u + s * (bend + s * twist));
      out[c + 3] = (u + s * (2.0 * bend + 3.0 * s * twist)) / span;
    }
  }
}

void begin(const FallJob& job, int64_t first, int64_t last, Falling& f) {
  f.since = Pack{};
  for (int l = 0; l < width; ++l) {
    const int64_t row = std::min(first + l, last - 1);  // those that are missing stay closed
    for (int c = 0; c < 6; ++c) f.y[c][l] = job.states[row * 6 + c];
    f.drag[l] = job.drag[row];
    f.row[l] = row;
    f.sample[l] = 0;
    f.open[l] = first + l < last ? -1 : 0;
    for (int c = 0; c < ended_columns; ++c) job.ended[row * ended_columns + c] = NAN;
    if (job.samples.count == 0 || row % job.samples.every != 0) continue;
    double* to = job.samples.states + row / job.samples.every * job.samples.count * 6;
    std::fill(to, to + job.samples.count * 6, NAN);
  }
  f.height = height_at(job.earth, f.y);
}

void put_ended(const FallJob& job, const Falling& f, int l, double share,
               const Pack (&landed)[6]) {
  double* out = job.ended + f.row[l] * ended_columns;
  out[0] = f.since[l] + share;
  for (int c = 0; c < 6; ++c) out[c + 1] = landed[c][l];
}

void advance(const FallJob& job, Falling& f) {
  const Pack span = span_of(job, f);
  Pack after[6], landed[6];
  step(job, f.y, f.drag, span, after);
  const Pack after_height = height_at(job.earth, after);
  const Whole down = f.open & (after_height <= 0.0);
  Pack share = span;
  if (any(down)) {
    for (int c = 0; c < 6; ++c) landed[c] = after[c];
    share = select(down, touched(job, f, span, landed), span);
    for (int l = 0; l < width; ++l)
      if (down[l]) put_ended(job, f, l, share[l], landed);
  }
  if (job.samples.count > 0)
    for (int l = 0; l < width; ++l)
      if (f.open[l] && f.row[l] % job.samples.every == 0)
        put_samples(job.samples, f, l, after, span[l], share[l]);
  f.since = f.since + span;
  f.open = f.open & ~down & (f.since < job.longest);
  for (int c = 0; c < 6; ++c) f.y[c] = select(f.open, after[c], f.y[c]);
  f.height = select(f.open, after_height, f.height);
}

}  // namespace

// The falls [first, last).
void fall_range(const FallJob& job, int64_t first, int64_t last) {
  for (int64_t row = first; row < last; row += width) {
    Falling f;
    begin(job, row, last, f);
    for (int64_t k = 0; k < most_steps && any(f.open); ++k) advance(job, f);
  }
}

}  // namespace glasshield::GLASSHIELD_ISA
