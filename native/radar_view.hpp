// What a radar is expected to measure of a state: range, azimuth, elevation and range rate, or some
// of them, with the Jacobian.
#pragma once

#include "gaussian.hpp"

namespace glasshield::GLASSHIELD_ISA {

constexpr double two_pi = 6.283185307179586477;

// Where each quantity stands in a measurement of D numbers; -1 where it has none.
constexpr int place_of(int d, Quantity quantity) {
  return d == 2 ? (quantity == q_azimuth ? 0 : quantity == q_elevation ? 1 : -1)
                : (quantity < d ? static_cast<int>(quantity) : -1);
}

// The measurement without noise, and its derivatives by position and (range rate) by velocity.
template <int D, class T>
struct Sight {
  T z[D];
  T by_position[D][3];
  T range_rate_by_velocity[3];  // the line of sight; used where D is 4
};

template <int D, bool WithJacobian, int N, class T>
GLASSHIELD_INLINE void look(const StationRow& station, const T (&x)[N], Sight<D, T>& out) {
  constexpr int range = place_of(D, q_range), azimuth = place_of(D, q_azimuth),
                elevation = place_of(D, q_elevation);
  T rel[3], enu[3];
  for (int c = 0; c < 3; ++c) rel[c] = x[c] - station.origin[c];
  for (int a = 0; a < 3; ++a)
    enu[a] = station.axes[a][0] * rel[0] + station.axes[a][1] * rel[1] +
             station.axes[a][2] * rel[2];
  const T level2 = larger(enu[0] * enu[0] + enu[1] * enu[1], filled<T>(1e-6));
  const T level = root(level2), r2 = level2 + enu[2] * enu[2], r = root(r2);
  const T inverse_r = 1.0 / r;
  out.z[azimuth] = arc_tangent(enu[0], enu[1]);
  out.z[elevation] = arc_tangent(enu[2], level);
  if constexpr (D >= 3) out.z[range] = r;
  if constexpr (D == 4) {
    out.z[3] = (rel[0] * x[3] + rel[1] * x[4] + rel[2] * x[5]) * inverse_r;
    for (int c = 0; c < 3; ++c) out.range_rate_by_velocity[c] = rel[c] * inverse_r;
  }
  if constexpr (WithJacobian) {
    const T around = 1.0 / level2, lift = 1.0 / (r2 * level);
    const T az[2] = {enu[1] * around, -enu[0] * around};
    const T el[3] = {-enu[0] * enu[2] * lift, -enu[1] * enu[2] * lift, level2 * lift};
    for (int c = 0; c < 3; ++c) {
      out.by_position[azimuth][c] = az[0] * station.axes[0][c] + az[1] * station.axes[1][c];
      out.by_position[elevation][c] = el[0] * station.axes[0][c] + el[1] * station.axes[1][c] +
                                      el[2] * station.axes[2][c];
      if constexpr (D >= 3) out.by_position[range][c] = rel[c] * inverse_r;
      if constexpr (D == 4)
        out.by_position[3][c] = (x[3 + c] - out.z[3] * rel[c] * inverse_r) * inverse_r;
    }
  }
}

// Whether a state is within a station's range and one of its sectors.
inline bool is_in_view(const StationRow& station, const double (&x)[6]) {
  Sight<3, double> sight;
  look<3, false>(station, x, sight);
  if (sight.z[q_range] > station.range) return false;
  for (const Sector& sector : station.sectors) {
    double turned = sight.z[q_azimuth] - sector.azimuth_from;
    turned -= two_pi * std::floor(turned / two_pi);
    if (turned <= sector.azimuth_width && sight.z[q_elevation] >= sector.elevation_min &&
        sight.z[q_elevation] <= sector.elevation_max)
      return true;
  }
  return false;
}

// The difference of two measurements; azimuths the short way round.
template <int D, class T>
GLASSHIELD_INLINE void difference(const T* a, const T* b, T* out) {
  constexpr int azimuth = place_of(D, q_azimuth);
  for (int d = 0; d < D; ++d) out[d] = a[d] - b[d];
  out[azimuth] = wrapped(out[azimuth]);
}

template <int D, int N, class T>
GLASSHIELD_INLINE void expect_by_jacobian(const StationRow& station, const Gaussian<N, T>& g,
                                          Expected<D, N, T>& out) {
  Sight<D, T> sight;
  look<D, true>(station, g.x, sight);
  for (int d = 0; d < D; ++d) out.z[d] = sight.z[d];
  for (int i = 0; i < N; ++i)
    for (int d = 0; d < D; ++d) {
      const auto& h = sight.by_position[d];
      T sum = g.p[at(N, i, 0)] * h[0] + g.p[at(N, i, 1)] * h[1] + g.p[at(N, i, 2)] * h[2];
      if (D == 4 && d == 3)
        for (int c = 0; c < 3; ++c) sum += g.p[at(N, i, 3 + c)] * sight.range_rate_by_velocity[c];
      out.c[i][d] = sum;
    }
  for (int a = 0; a < D; ++a)
    for (int b = a; b < D; ++b) {
      const auto& h = sight.by_position[a];
      T sum = h[0] * out.c[0][b] + h[1] * out.c[1][b] + h[2] * out.c[2][b];
      if (D == 4 && a == 3)
        for (int c = 0; c < 3; ++c) sum += sight.range_rate_by_velocity[c] * out.c[3 + c][b];
      out.s[at(D, a, b)] = sum;
    }
}

template <int D, int N, class T>
GLASSHIELD_INLINE void expect_by_points(const StationRow& station, const Gaussian<N, T>& g,
                                        Filter filter, Expected<D, N, T>& out) {
  T points[2 * N][N], seen[2 * N][D], mean[D], middle[D];
  sigma_points<N>(g, points);
  Sight<D, T> centre, sight;
  look<D, false>(station, g.x, centre);
  for (int d = 0; d < D; ++d) mean[d] = filled<T>(0.0);
  constexpr double weight = 0.5 / N;
  for (int k = 0; k < 2 * N; ++k) {
    look<D, false>(station, points[k], sight);
    difference<D>(sight.z, centre.z, seen[k]);
    for (int d = 0; d < D; ++d) mean[d] += weight * seen[k][d];
  }
  for (int d = 0; d < D; ++d) {
    out.z[d] = centre.z[d] + mean[d];
    middle[d] = -mean[d];
    for (int k = 0; k < 2 * N; ++k) seen[k][d] -= mean[d];
  }
  const double extra = filter == Filter::ukf ? unscented_middle : 0.0;
  for (int a = 0; a < D; ++a)
    for (int b = a; b < D; ++b) {
      T sum = extra * middle[a] * middle[b];
      for (int k = 0; k < 2 * N; ++k) sum += weight * seen[k][a] * seen[k][b];
      out.s[at(D, a, b)] = sum;
    }
  for (int i = 0; i < N; ++i)
    for (int d = 0; d < D; ++d) {
      T sum = filled<T>(0.0);  // the middle point has no deviation of its own
      for (int k = 0; k < 2 * N; ++k) sum += weight * (points[k][i] - g.x[i]) * seen[k][d];
      out.c[i][d] = sum;
    }
}

template <int D, int N, class T>
GLASSHIELD_INLINE void expect(const StationRow& station, const Gaussian<N, T>& g, Filter filter,
                              Expected<D, N, T>& out) {
  if (filter == Filter::ekf)
    expect_by_jacobian<D>(station, g, out);
  else
    expect_by_points<D>(station, g, filter, out);
}

}  // namespace glasshield::GLASSHIELD_ISA
