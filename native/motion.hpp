// How what a tracker follows moves: free flight, boost and entry, with their Jacobians.
//
// Positions and velocities are Earth-fixed. Free flight has six states. Boost and entry have a
// seventh: the thrust acceleration along the velocity, which grows as propellant burns, and the
// inverse ballistic coefficient. Forward by the classical Runge-Kutta method in steps of ten
// seconds at most, two in boost and one in entry (where drag changes within seconds); the transition matrix
// of a step is the third-order series of the exponential of the Jacobian in its middle.
#pragma once

#include "environment.hpp"
#include "gaussian.hpp"
#include "tracker.hpp"

namespace glasshield::GLASSHIELD_ISA {

// Thrust acceleration grows as propellant burns, but no faster than at this: no missile pulls more.
// What is less than nothing (boost taking a fall for its own) does not grow at all.
constexpr double most_thrust_m_s2 = 200.0;

// Drag takes no more of the velocity than this in a second and, its coefficient being uncertain,
// adds no more: a plunge through the densest air stays within what steps of a second can follow.
constexpr double most_braking_1_s = 2.0, least_braking_1_s = -0.5;

template <class T>
GLASSHIELD_INLINE T clipped(T x, double low, double high) {
  return smaller(larger(x, filled<T>(low)), filled<T>(high));
}
constexpr double potential_radius = 6356766.0;  // m, of the standard's geopotential height

constexpr int states_of(Model model) { return model == Model::coast ? 6 : 7; }

constexpr double longest_step_s(Model model) {
  return model == Model::coast ? 10.0 : model == Model::boost ? 2.0 : 1.0;
}

// Density of the air and its change with height, eight or one at a time.
template <class T>
struct Air {
  T density, slope;
};

GLASSHIELD_INLINE Air<double> air_at(const CubicTable& table, double height) {
  const double share = potential_radius / (potential_radius + height);
  const double level = share * height / table.step;
  const int cell = cell_of(level, table.cells);
  const double u = level - cell;
  const double* c = table.coefficients + 8 * cell;
  const bool inside = (level < table.cells) & (level >= 0.0);
  const double density = c[0] + u * (c[1] + u * (c[2] + u * c[3]));
  const double slope = (c[1] + u * (2.0 * c[2] + u * 3.0 * c[3])) / table.step * share * share;
  return {inside ? density : (level < 0.0 ? c[0] : 0.0), inside ? slope : 0.0};
}
// Most of a flight is above all air: nothing is looked up where no lane has any.
GLASSHIELD_INLINE Air<Pack> air_at(const CubicTable& table, Pack height) {
  const Pack share = potential_radius / (potential_radius + height);
  const Pack level = share * height / table.step;
  const Whole below = level < 0.0, inside = (level < static_cast<double>(table.cells)) & ~below;
  Air<Pack> air{select(below, filled<Pack>(table.coefficients[0]), Pack{}), Pack{}};
  if (!any(inside)) return air;
  alignas(64) double lanes[5][width];  // four coefficients, and how far into the cell
  for (int l = 0; l < width; ++l) {
    const int cell = cell_of(level[l], table.cells);
    for (int k = 0; k < 4; ++k) lanes[k][l] = table.coefficients[8 * cell + k];
    lanes[4][l] = level[l] - cell;
  }
  Pack c[5];
  std::memcpy(c, lanes, sizeof c);
  const Pack u = c[4];
  const Pack density = c[0] + u * (c[1] + u * (c[2] + u * c[3]));
  const Pack slope = (c[1] + u * (2.0 * c[2] + u * 3.0 * c[3])) / table.step * share * share;
  return {select(inside, density, air.density), select(inside, slope, Pack{})};
}

// Beyond this distance from the centre of the Earth there is no air.
inline double air_ends_at(const Earth& earth) {
  const double top = earth.air.cells * earth.air.step;  // geopotential
  return earth.semi_major + potential_radius * top / (potential_radius - top) + 1.0;
}

// Height above the ellipsoid along the geocentric radius (see `height` in environment.hpp).
template <class T>
GLASSHIELD_INLINE T height_of(const Earth& earth, T z, T r) {
  const double e2 = earth.eccentricity_squared;
  const double b2 = square(earth.semi_major) * (1.0 - e2);
  return r - root(b2 / (1.0 - e2 * (1.0 - square(z / r))));
}

// How that height changes with the place: mostly along the radius.
template <int N, class T>
GLASSHIELD_INLINE void steepest(const Earth& earth, const T (&x)[N], T r, T (&up)[3]) {
  const double e2 = earth.eccentricity_squared;
  const T sine = x[2] / r, flat = 1.0 - e2 * (1.0 - sine * sine);
  const T ground = root(square(earth.semi_major) * (1.0 - e2) / flat);
  const T sink = ground / flat * e2 * sine / r;
  for (int c = 0; c < 3; ++c) up[c] = x[c] / r * (1.0 - sink * sine);
  up[2] += sink;
}

// Below this speed thrust fades with it: a track that begins has a velocity of zero, which has no
// direction, and a covariance that a steep change of direction would blow up.
constexpr double slowest_m_s = 100.0;

// What acts at one state: the acceleration and the rate of the seventh state.
template <int N, class T>
struct Rates {
  T acceleration[3];
  T seventh;
};

template <Model M, int N, class T>
GLASSHIELD_INLINE Rates<N, T> rates(const Earth& earth, const Motion& motion, const T (&x)[N]) {
  Rates<N, T> out;
  const T r = root(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
  gravity<T>(earth, x[0], x[1], x[2], 1.0 / r, &out.acceleration[0], &out.acceleration[1],
             &out.acceleration[2]);
  const double w = earth.rotation;
  out.acceleration[0] += w * w * x[0] + 2.0 * w * x[4];
  out.acceleration[1] += w * w * x[1] - 2.0 * w * x[3];
  out.seventh = filled<T>(0.0);
  if constexpr (M != Model::coast) {
    const T speed = root(x[3] * x[3] + x[4] * x[4] + x[5] * x[5]);
    T push;
    if constexpr (M == Model::boost) {
      push = x[6] / larger(speed, filled<T>(slowest_m_s));
      out.seventh = square(clipped(x[6], 0.0, most_thrust_m_s2)) / motion.exhaust_speed;
    } else {
      const T braking = 0.5 * air_at(earth.air, height_of(earth, x[2], r)).density * speed * x[6];
      push = -clipped(braking, least_braking_1_s, most_braking_1_s);
    }
    for (int c = 0; c < 3; ++c) out.acceleration[c] += push * x[3 + c];
  }
  return out;
}

// Partial derivatives of the acceleration: by position, by velocity, by the seventh state; and of
// the seventh state's rate by itself.
template <class T>
struct Partials {
  T by_position[3][3], by_velocity[3][3], by_seventh[3], seventh;
};

template <Model M, int N, class T>
GLASSHIELD_INLINE void partials(const Earth& earth, const Motion& motion, const T (&x)[N],
                                Partials<T>& out) {
  const T r = root(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
  const T inverse2 = 1.0 / (r * r);
  const T central = -earth.mu * inverse2 / r;
  const T j2 = 1.5 * earth.j2 * square(earth.semi_major) * inverse2;
  const T sine2 = x[2] * x[2] * inverse2;
  const double w = earth.rotation;
  const T plane = central * inverse2 * (-3.0 - 5.0 * j2 + 35.0 * j2 * sine2);
  const T polar = central * inverse2 * (-3.0 - 15.0 * j2 + 35.0 * j2 * sine2);
  const T diagonal = central * (1.0 + j2 * (1.0 - 5.0 * sine2)) + w * w;
  out.by_position[0][0] = diagonal + plane * x[0] * x[0];
  out.by_position[1][1] = diagonal + plane * x[1] * x[1];
  out.by_position[0][1] = out.by_position[1][0] = plane * x[0] * x[1];
  out.by_position[0][2] = out.by_position[2][0] = polar * x[0] * x[2];
  out.by_position[1][2] = out.by_position[2][1] = polar * x[1] * x[2];
  out.by_position[2][2] = central * (1.0 + j2 * (3.0 - 5.0 * sine2)) +
                          (polar - 10.0 * j2 * central * inverse2) * x[2] * x[2];
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) out.by_velocity[i][j] = filled<T>(0.0);
    out.by_seventh[i] = filled<T>(0.0);
  }
  out.seventh = filled<T>(0.0);
  if constexpr (M != Model::coast) {
    const T moving = root(x[3] * x[3] + x[4] * x[4] + x[5] * x[5]);
    const T speed = larger(moving, filled<T>(slowest_m_s));
    if constexpr (M == Model::boost) {
      const T along = x[6] / speed;
      const T turning = select(moving > slowest_m_s, -along / (speed * speed), filled<T>(0.0));
      for (int i = 0; i < 3; ++i) {
        for (int j = 0; j < 3; ++j) out.by_velocity[i][j] = turning * x[3 + i] * x[3 + j];
        out.by_velocity[i][i] += along;
        out.by_seventh[i] = x[3 + i] / speed;
      }
      const auto growing = (x[6] > 0.0) & (x[6] < most_thrust_m_s2);
      out.seventh = select(growing, 2.0 * x[6] / motion.exhaust_speed, filled<T>(0.0));
    } else {
      const Air<T> air = air_at(earth.air, height_of(earth, x[2], r));
      const T braking = 0.5 * air.density * moving * x[6];
      const auto within = (braking > least_braking_1_s) & (braking < most_braking_1_s);
      const T held = clipped(braking, least_braking_1_s, most_braking_1_s);
      // Outside the bounds braking does not change with anything.
      const T half = select(within, filled<T>(-0.5), filled<T>(0.0));
      const T turning = half * air.density * x[6] / speed;
      const T fall = half * air.slope * x[6] * moving;
      const T lighter = half * air.density * moving;
      T up[3];
      steepest(earth, x, r, up);
      for (int i = 0; i < 3; ++i) {
        for (int j = 0; j < 3; ++j) {
          out.by_velocity[i][j] = turning * x[3 + i] * x[3 + j];
          out.by_position[i][j] += fall * x[3 + i] * up[j];
        }
        out.by_velocity[i][i] -= held;
        out.by_seventh[i] = lighter * x[3 + i];
      }
    }
  }
  out.by_velocity[0][1] += 2.0 * w;
  out.by_velocity[1][0] -= 2.0 * w;
}

// One Runge-Kutta step; `middle` is the state half way, as the third stage sees it.
template <Model M, int N, class T>
GLASSHIELD_INLINE void advance(const Earth& earth, const Motion& motion, T h, T (&x)[N],
                               T (&middle)[N]) {
  constexpr double reach[] = {0.5, 0.5, 1.0}, weight[] = {1.0, 2.0, 2.0, 1.0};
  T stage[N], sum[N];
  for (int i = 0; i < N; ++i) {
    stage[i] = x[i];
    sum[i] = filled<T>(0.0);
  }
  for (int k = 0; k < 4; ++k) {
    const Rates<N, T> here = rates<M>(earth, motion, stage);
    T slope[N];
    for (int c = 0; c < 3; ++c) {
      slope[c] = stage[3 + c];
      slope[3 + c] = here.acceleration[c];
    }
    if constexpr (N == 7) slope[6] = here.seventh;
    for (int i = 0; i < N; ++i) {
      sum[i] += weight[k] * slope[i];
      if (k < 3) stage[i] = x[i] + reach[k] * h * slope[i];
      if (k == 1) middle[i] = stage[i];
    }
  }
  for (int i = 0; i < N; ++i) x[i] += h * (1.0 / 6.0) * sum[i];
}

template <class T>
GLASSHIELD_INLINE void product(const T (&a)[3][3], const T (&b)[3][3], T (&out)[3][3]) {
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j)
      out[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
}

// exp(A h) to the third order, where A = (0 1 0; G D c; 0 0 k) in blocks of position, velocity and
// the seventh state.
template <Model M, int N, class T>
GLASSHIELD_INLINE void transition(const Earth& earth, const Motion& motion, const T (&middle)[N],
                                  T h, T (&f)[N][N]) {
  Partials<T> a;
  partials<M>(earth, motion, middle, a);
  const auto &g = a.by_position, &d = a.by_velocity;
  T dg[3][3], dd[3][3], square_v[3][3], third_p[3][3], third_v[3][3], gg[3][3], ddg[3][3];
  product(d, g, dg);
  product(d, d, dd);
  product(g, g, gg);
  product(d, dg, ddg);
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j) square_v[i][j] = g[i][j] + dd[i][j];
  product(g, d, third_p);
  product(d, square_v, third_v);
  const T h2 = 0.5 * h * h, h3 = h2 * h * (1.0 / 3.0);
  GLASSHIELD_UNROLL for (int i = 0; i < 3; ++i)
    GLASSHIELD_UNROLL for (int j = 0; j < 3; ++j) {
      const double same = i == j ? 1.0 : 0.0;
      f[i][j] = same + h2 * g[i][j] + h3 * dg[i][j];
      f[i][3 + j] = h * same + h2 * d[i][j] + h3 * square_v[i][j];
      f[3 + i][j] = h * g[i][j] + h2 * dg[i][j] + h3 * (gg[i][j] + ddg[i][j]);
      f[3 + i][3 + j] =
          same + h * d[i][j] + h2 * square_v[i][j] + h3 * (third_p[i][j] + third_v[i][j]);
    }
  if constexpr (N == 7) {
    const auto& c = a.by_seventh;
    const T k = a.seventh;
    T second[3];
    for (int i = 0; i < 3; ++i)
      second[i] = d[i][0] * c[0] + d[i][1] * c[1] + d[i][2] * c[2] + k * c[i];
    for (int i = 0; i < 3; ++i) {
      const T third = g[i][0] * c[0] + g[i][1] * c[1] + g[i][2] * c[2] + d[i][0] * second[0] +
                      d[i][1] * second[1] + d[i][2] * second[2] + k * k * c[i];
      f[i][6] = h2 * c[i] + h3 * second[i];
      f[3 + i][6] = h * c[i] + h2 * second[i] + h3 * third;
      f[6][i] = f[6][3 + i] = filled<T>(0.0);
    }
    f[6][6] = 1.0 + k * (h + k * (h2 + k * h3));
  }
}

// What the noise of the motion adds to the covariance over a step.
template <Model M, int N, class T>
GLASSHIELD_INLINE void add_noise(const Motion& motion, T h, T (&p)[triangle(N)]) {
  const double q = motion.noise[static_cast<int>(M)];
  const T size = size_of(h);
  for (int c = 0; c < 3; ++c) {
    p[at(N, c, c)] += q * size * size * size * (1.0 / 3.0);
    p[at(N, c, 3 + c)] += q * 0.5 * size * h;
    p[at(N, 3 + c, 3 + c)] += q * size;
  }
  if constexpr (N == 7) p[at(N, 6, 6)] += motion.seventh_noise[static_cast<int>(M)] * size;
}

// The distribution dt later; backward where dt is below zero, with the same growth of uncertainty.
template <Model M, int N, class T>
GLASSHIELD_INLINE void step_distribution(const Earth& earth, const Motion& motion, Filter filter,
                                         T h, Gaussian<N, T>& g) {
  T middle[N] = {};
  if (filter == Filter::ekf) {
    T f[N][N];
    advance<M>(earth, motion, h, g.x, middle);
    transition<M>(earth, motion, middle, h, f);
    carry<N>(f, g.p);
  } else {
    T points[2 * N][N];
    sigma_points<N>(g, points);
    T centre[N];
    for (int i = 0; i < N; ++i) centre[i] = g.x[i];
    advance<M>(earth, motion, h, centre, middle);
    for (auto& point : points) advance<M>(earth, motion, h, point, middle);
    average<N>(points, centre, filter, g);
  }
  add_noise<M, N>(motion, h, g.p);
}

// Entry where there is no air: free flight, with a seventh state that stays as it is. The digits are
// those of `step_distribution`, in which all that is left out here is multiplied by zero.
GLASSHIELD_INLINE void step_above_air(const Earth& earth, const Motion& motion, Pack h,
                                      Gaussian<7, Pack>& g) {
  Gaussian<6, Pack> free;
  Pack middle[6] = {}, f[6][6], with_seventh[6];
  GLASSHIELD_UNROLL for (int i = 0; i < 6; ++i) {
    free.x[i] = g.x[i];
    with_seventh[i] = g.p[at(7, i, 6)];
    GLASSHIELD_UNROLL for (int j = i; j < 6; ++j) free.p[at(6, i, j)] = g.p[at(7, i, j)];
  }
  advance<Model::coast>(earth, motion, h, free.x, middle);
  transition<Model::coast>(earth, motion, middle, h, f);
  carry<6>(f, free.p);
  GLASSHIELD_UNROLL for (int i = 0; i < 6; ++i) {
    g.x[i] = free.x[i];
    Pack sum = f[i][0] * with_seventh[0];
    GLASSHIELD_UNROLL for (int k = 1; k < 6; ++k) sum += f[i][k] * with_seventh[k];
    g.p[at(7, i, 6)] = sum;
    GLASSHIELD_UNROLL for (int j = i; j < 6; ++j) g.p[at(7, i, j)] = free.p[at(6, i, j)];
  }
  add_noise<Model::entry, 7>(motion, h, g.p);
}

// Whether a step stays above all air, with room to spare for what gravity adds to the velocity.
inline bool above_air(const Earth& earth, Pack h, const Pack (&x)[7]) {
  const Pack r = root(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
  const Pack speed = root(x[3] * x[3] + x[4] * x[4] + x[5] * x[5]);
  return all(r - 2.0 * size_of(h) * (speed + slowest_m_s) > air_ends_at(earth));
}

// How many equal steps cover a time.
inline double steps_for(Model model, double dt) {
  return std::ceil(std::fabs(dt) / longest_step_s(model));
}

template <Model M, int N>
inline void predict(const Earth& earth, const Motion& motion, Filter filter, double dt,
                    Gaussian<N, double>& g) {
  const double steps = steps_for(M, dt);
  for (int k = 0; k < steps; ++k) step_distribution<M>(earth, motion, filter, dt / steps, g);
}

// Not inlined: its code is long, and is wanted in two places.
template <Model M, int N>
[[gnu::noinline]] void step_lanes(const Earth& earth, const Motion& motion, Filter filter, Pack h,
                                  Gaussian<N, Pack>& g) {
  step_distribution<M>(earth, motion, filter, h, g);
}

// Lanes that need fewer steps than others stand still meanwhile.
template <Model M, int N>
inline void predict(const Earth& earth, const Motion& motion, Filter filter, Pack dt,
                    Gaussian<N, Pack>& g) {
  Pack steps{};
  double most = 0.0;
  for (int l = 0; l < width; ++l) {
    steps[l] = steps_for(M, dt[l]);
    most = steps[l] > most ? steps[l] : most;
  }
  const Pack h = dt / larger(steps, filled<Pack>(1.0));
  for (int k = 0; k < most; ++k) {
    const Whole moving = steps > static_cast<double>(k);
    if (!all(moving)) {
      const Gaussian<N, Pack> before = g;
      step_lanes<M>(earth, motion, filter, select(moving, h, Pack{}), g);
      // Sigma points would round what stands still.
      for (int i = 0; i < N; ++i) g.x[i] = select(moving, g.x[i], before.x[i]);
      for (int i = 0; i < triangle(N); ++i) g.p[i] = select(moving, g.p[i], before.p[i]);
      continue;
    }
    if constexpr (M == Model::entry) {
      if (filter == Filter::ekf && above_air(earth, h, g.x)) {
        step_above_air(earth, motion, h, g);
        continue;
      }
    }
    step_lanes<M>(earth, motion, filter, h, g);
  }
}

}  // namespace glasshield::GLASSHIELD_ISA
