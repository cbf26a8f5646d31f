// The Earth around a flight: its shape, its pull, and cubic tables such as its air.
#pragma once

#include "numerics.hpp"

namespace glasshield::GLASSHIELD_ISA {

// The height above the ellipsoid along the geocentric radius. It differs from the geodetic height
// by less than 6e-6 of itself (0.6 m at 100 km) and not at all on the ground.
inline double height(const Earth& earth, const double* position) {
  const double r = norm(position);
  const double sine = position[2] / r;
  const double b2 = square(earth.semi_major) * (1.0 - earth.eccentricity_squared);
  return r - std::sqrt(b2 / (1.0 - earth.eccentricity_squared * (1.0 - sine * sine)));
}

// Central gravity and its J2 term at one inertial position.
// Source: Vallado, Fundamentals of Astrodynamics, 4th edition, equation 8-30.
template <class T>
GLASSHIELD_INLINE void gravity(const Earth& earth, T x, T y, T z, T inverse_r, T* out_x, T* out_y,
                               T* out_z) {
  const T sine2 = square(z * inverse_r);
  const T central = -earth.mu * inverse_r * inverse_r * inverse_r;
  const T j2 = 1.5 * earth.j2 * square(earth.semi_major * inverse_r);
  const T in_plane = central * (1.0 + j2 * (1.0 - 5.0 * sine2));
  const T polar = central * (1.0 + j2 * (3.0 - 5.0 * sine2));
  *out_x = in_plane * x;
  *out_y = in_plane * y;
  *out_z = polar * z;
}

GLASSHIELD_INLINE int cell_of(double u, int cells) {
  const double inside = u > 0.0 ? u : 0.0;  // also turns a NaN into the first cell
  const double last = cells - 1;
  return static_cast<int>(inside < last ? inside : last);
}

}  // namespace glasshield::GLASSHIELD_ISA
