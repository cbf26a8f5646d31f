// How a track begins: at one detection, with a prior velocity, or at two.
#pragma once

#include <algorithm>

#include "gates.hpp"

namespace glasshield::GLASSHIELD_ISA {

// Position and its covariance from range and angles; the line of sight.
inline void place(const StationRow& station, const Plot& one, Gaussian<6, double>& out,
                  double (&along)[3]) {
  const SinCos a = sincos(one.z[q_azimuth]), e = sincos(one.z[q_elevation]);
  const double r = one.z[q_range];
  const double sight[3] = {e.cos * a.sin, e.cos * a.cos, e.sin};
  const double by[3][3] = {{sight[0], r * e.cos * a.cos, -r * e.sin * a.sin},
                           {sight[1], -r * e.cos * a.sin, -r * e.sin * a.cos},
                           {sight[2], 0.0, r * e.cos}};
  double turned[3][3];
  for (int c = 0; c < 3; ++c) {
    along[c] = 0.0;
    for (int k = 0; k < 3; ++k) along[c] += station.axes[k][c] * sight[k];
    out.x[c] = station.origin[c] + r * along[c];
    for (int q = 0; q < 3; ++q) {
      turned[c][q] = 0.0;
      for (int k = 0; k < 3; ++k) turned[c][q] += station.axes[k][c] * by[k][q];
    }
  }
  for (int i = 0; i < 3; ++i)
    for (int j = i; j < 3; ++j) {
      double sum = 0.0;
      for (int q = 0; q < 3; ++q) sum += turned[i][q] * one.variance[q] * turned[j][q];
      out.p[at(6, i, j)] = sum;
    }
}

// The distribution after one detection of D quantities; the range rate, where there is one, settles
// the velocity along the line of sight.
template <int D>
void start_at(const StationRow& station, const Plot& one, double speed_sigma,
              Gaussian<6, double>& start) {
  double along[3];
  place(station, one, start, along);
  for (int i = 0; i < 3; ++i) {
    start.x[3 + i] = 0.0;
    for (int j = 0; j < 3; ++j) start.p[at(6, i, 3 + j)] = 0.0;
    for (int j = i; j < 3; ++j) start.p[at(6, 3 + i, 3 + j)] = i == j ? square(speed_sigma) : 0.0;
  }
  if constexpr (D == 4) {
    const double known = std::min(one.variance[3], square(speed_sigma)) - square(speed_sigma);
    for (int i = 0; i < 3; ++i) {
      start.x[3 + i] = one.z[3] * along[i];
      for (int j = i; j < 3; ++j) start.p[at(6, 3 + i, 3 + j)] += known * along[i] * along[j];
    }
  }
}

// The distribution after a second detection, dt later: velocity from the two points, and what
// gravity adds to it from their middle on.
inline void start_between(const Earth& earth, const double (&first)[3],
                          const double (&first_covariance)[triangle(3)], double dt,
                          Gaussian<6, double>& now) {
  const double r = std::sqrt(square(now.x[0]) + square(now.x[1]) + square(now.x[2]));
  double pull[3];
  gravity<double>(earth, now.x[0], now.x[1], now.x[2], 1.0 / r, &pull[0], &pull[1], &pull[2]);
  for (int i = 0; i < 3; ++i) {
    now.x[3 + i] = (now.x[i] - first[i]) / dt + 0.5 * pull[i] * dt;
    for (int j = 0; j < 3; ++j) now.p[at(6, i, 3 + j)] = now.p[at(6, i, j)] / dt;
    for (int j = i; j < 3; ++j)
      now.p[at(6, 3 + i, 3 + j)] =
          (now.p[at(6, i, j)] + first_covariance[at(3, i, j)]) / square(dt);
  }
}

// All motions of one lane set to a distribution, with their own first guesses. Where the velocity
// comes from two points, thrust has added to it from their middle on: `since` is that time, or zero.
template <class Tracks>
void set_lane(const Motion& motion, const Gaussian<6, double>& start, double time, double since,
              int l, Block<Tracks>& block) {
  block.time[l] = time;
  block.tracks.each([&]<Model M>(auto& g, Pack& weight) {
    constexpr int n = states_of(M), m = static_cast<int>(M);
    weight[l] = 1.0 / Tracks::count;
    for (int i = 0; i < 6; ++i) {
      g.x[i][l] = start.x[i];
      for (int j = i; j < 6; ++j) g.p[at(n, i, j)][l] = start.p[at(6, i, j)];
    }
    if constexpr (n == 7) {
      g.x[6][l] = motion.seventh[m];
      for (int i = 0; i < 6; ++i) g.p[at(7, i, 6)][l] = 0.0;
      g.p[at(7, 6, 6)][l] = square(motion.seventh_sigma[m]);
    }
    if constexpr (M == Model::boost) {
      const double* v = start.x + 3;
      const double speed = std::sqrt(square(v[0]) + square(v[1]) + square(v[2]));
      const double gain = since / std::max(speed, slowest_m_s);  // of velocity, for each m/s2
      const double variance = square(motion.seventh_sigma[m]);
      for (int i = 0; i < 3; ++i) {
        g.x[3 + i][l] += gain * v[i] * motion.seventh[m];
        g.p[at(7, 3 + i, 6)][l] = gain * v[i] * variance;
        for (int j = i; j < 3; ++j)
          g.p[at(7, 3 + i, 3 + j)][l] += gain * v[i] * gain * v[j] * variance;
      }
    }
  });
}

}  // namespace glasshield::GLASSHIELD_ISA
