// What surrounds W lanes of flights: gravity, moving air, and where the air has kinks.
#pragma once

#include "environment.hpp"

namespace glasshield::GLASSHIELD_ISA {
namespace {

// Geometric heights at which the standard atmosphere changes its lapse rate (11, 20, 32 and 47 km
// of geopotential; the two above carry no weight): a step across one would lose its order there.
constexpr double kinks_m[] = {11019.07, 20063.12, 32161.91, 47350.09};
constexpr double beside_kink_m = 2.0;

// The step, cut so that it ends at the next kink on the way, at the present climb and its change.
GLASSHIELD_INLINE double up_to_kink(double step, double above, double rise, double lift) {
  const double sign = rise < 0.0 ? -1.0 : 1.0;
  double way = 1e9;
  for (const double kink : kinks_m) {
    const double distance = sign * (kink - above);
    way = (distance > beside_kink_m) & (distance < way) ? distance : way;
  }
  const double pace = sign * rise, change = 2.0 * sign * lift * way + pace * pace;
  const double cut = 2.0 * way / (pace + std::sqrt(change > 0.0 ? change : 0.0) + 1e-3);
  return cut < step ? cut : step;
}

// Height above the ellipsoid, rate of climb and its change at one inertial state.
struct Vertical {
  double above, rise, lift;
};
GLASSHIELD_INLINE Vertical vertical_motion(double b2, double e2, double px, double py, double pz,
                                           double vx, double vy, double vz, double ax, double ay,
                                           double az) {
  const double r = std::sqrt(px * px + py * py + pz * pz);
  const double inverse_r = 1.0 / r;
  const double sine = pz * inverse_r;
  const double rise = (px * vx + py * vy + pz * vz) * inverse_r;
  const double turn = (vx * vx + vy * vy + vz * vz - rise * rise) * inverse_r;
  return {r - std::sqrt(b2 / (1.0 - e2 * (1.0 - sine * sine))), rise,
          (px * ax + py * ay + pz * az) * inverse_r + turn};
}

// The radius with which the standard turns geometric into geopotential height. The table is even
// in the latter, so that the kinks of the atmosphere fall on the edges of its cells.
constexpr double potential_radius_m = 6356766.0;

// What surrounds the lanes.
template <int W>
struct Surroundings {
  alignas(64) double velocity[3][W];  // relative to the rotating air, inertial axes
  alignas(64) double speed[W];
  alignas(64) double density[W];
  alignas(64) double sound[W];
};

// The cubics of each lane's cell, side by side: the only part of a right-hand side that is not a
// loop over vectors, kept apart so that the rest is.
template <int W, int Columns>
inline void gather(const double* table, const int (&cell)[W], double (&out)[Columns][W]) {
  for (int i = 0; i < W; ++i)
    for (int k = 0; k < Columns; ++k) out[k][i] = table[cell[i] * Columns + k];
}

// Gravity into `out`; velocity relative to the air; in air also its density and speed of sound.
template <bool InAir, int W>
inline void look_around(const Earth& earth, const double (&y)[6][W], Surroundings<W>& here,
                        double (&out)[3][W]) {
  const Earth world = earth;  // a copy, which the stores below cannot touch
  const double e2 = world.eccentricity_squared;
  const double b2 = square(world.semi_major) * (1.0 - e2);
  const double inverse_step = 1.0 / world.air.step;
  alignas(64) double level[W];
  alignas(64) int cell[W];
  for (int i = 0; i < W; ++i) {
    const double px = y[0][i], py = y[1][i], pz = y[2][i];
    const double r = std::sqrt(px * px + py * py + pz * pz);
    const double inverse_r = 1.0 / r;
    gravity(world, px, py, pz, inverse_r, &out[0][i], &out[1][i], &out[2][i]);
    const double ux = y[3][i] + world.rotation * py;
    const double uy = y[4][i] - world.rotation * px;
    const double uz = y[5][i];
    here.velocity[0][i] = ux;
    here.velocity[1][i] = uy;
    here.velocity[2][i] = uz;
    here.speed[i] = std::sqrt(ux * ux + uy * uy + uz * uz);
    const double sine2 = square(pz * inverse_r);
    const double above = r - std::sqrt(b2 / (1.0 - e2 * (1.0 - sine2)));
    level[i] = potential_radius_m * above / (potential_radius_m + above) * inverse_step;
  }
  if constexpr (InAir) {
    const int cells = world.air.cells;
    for (int i = 0; i < W; ++i) cell[i] = cell_of(level[i], cells);
    alignas(64) double c[8][W];
    gather(world.air.coefficients, cell, c);
    for (int i = 0; i < W; ++i) {
      const double u = level[i] - cell[i];
      const double inside = level[i] < cells ? 1.0 : 0.0;  // no air above the table
      here.density[i] = inside * (c[0][i] + u * (c[1][i] + u * (c[2][i] + u * c[3][i])));
      here.sound[i] = c[4][i] + u * (c[5][i] + u * (c[6][i] + u * c[7][i]));
    }
  } else {
    for (int i = 0; i < W; ++i) here.density[i] = 0.0;
  }
}

// Drag coefficients at the lanes' Mach numbers; beyond the table what they are at its end.
template <int W>
inline void drag_coefficients(const Earth& earth, const Surroundings<W>& here, double (&out)[W]) {
  const int cells = earth.drag.cells;
  const double inverse_step = 1.0 / earth.drag.step;
  alignas(64) double level[W], c[4][W];
  alignas(64) int cell[W];
  for (int i = 0; i < W; ++i) {
    const double mach = here.speed[i] / here.sound[i] * inverse_step;
    level[i] = mach < cells ? mach : cells;
    cell[i] = cell_of(level[i], cells);
  }
  gather(earth.drag.coefficients, cell, c);
  for (int i = 0; i < W; ++i) {
    const double u = level[i] - cell[i];
    out[i] = c[0][i] + u * (c[1][i] + u * (c[2][i] + u * c[3][i]));
  }
}

}  // namespace
}  // namespace glasshield::GLASSHIELD_ISA
