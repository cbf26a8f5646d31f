// Arithmetic that gives the same bits on every processor: only operations that IEEE 754 rounds
// exactly, in a fixed order. No libm. Included once for each instruction set, inside a namespace
// of its own, so that the linker never mixes the builds.
#pragma once

#include <cmath>
#include <cstdint>

#include "flight.hpp"

// What stands inside a loop over lanes must not stay a call, or the loop stays scalar.
#define GLASSHIELD_INLINE [[gnu::always_inline]] inline

// What runs over the rows and columns of a small matrix is written out, or its elements stay in
// memory.
#if defined(__clang__)
#define GLASSHIELD_UNROLL _Pragma("unroll")
#else
#define GLASSHIELD_UNROLL _Pragma("GCC unroll 8")
#endif

namespace glasshield::GLASSHIELD_ISA {

template <class T>
GLASSHIELD_INLINE T square(T x) {
  return x * x;
}

// Rounds to the nearest integer by pushing the fraction out of the mantissa; |x| < 2^51.
GLASSHIELD_INLINE double nearest(double x) {
  constexpr double shift = 6755399441055744.0;  // 1.5 * 2^52
  return (x + shift) - shift;
}

struct SinCos {
  double sin, cos;
};

// Sine and cosine to about one unit in the last place for |x| < 1e5.
// Cody and Waite reduction to [-pi/4, pi/4]; polynomials of the Cephes library (Moshier, 1989).
GLASSHIELD_INLINE SinCos sincos(double x) {
  constexpr double two_over_pi = 0.63661977236758134308;
  constexpr double part1 = 2 * 7.85398125648498535156e-1;
  constexpr double part2 = 2 * 3.77489470793079817668e-8;
  constexpr double part3 = 2 * 2.69515142907905952645e-15;
  const double n = nearest(x * two_over_pi);
  const double r = ((x - n * part1) - n * part2) - n * part3;
  const double z = r * r;
  double s = 1.58962301576546568060e-10;
  s = s * z - 2.50507477628578072866e-8;
  s = s * z + 2.75573136213857245213e-6;
  s = s * z - 1.98412698295895385996e-4;
  s = s * z + 8.33333333332211858878e-3;
  s = s * z - 1.66666666666666307295e-1;
  s = r + r * z * s;
  double c = -1.13585365213876817300e-11;
  c = c * z + 2.08757008419747316778e-9;
  c = c * z - 2.75573141792967388112e-7;
  c = c * z + 2.48015872888517045348e-5;
  c = c * z - 1.38888888888730564116e-3;
  c = c * z + 4.16666666666665929218e-2;
  c = 1.0 - 0.5 * z + z * z * c;
  const double quadrant = n - 4.0 * nearest(n * 0.25);  // -2, -1, 0, 1 or 2
  // Chosen by multiplication: choices between values become branches, which stop vectors.
  const double odd = quadrant * quadrant == 1.0 ? 1.0 : 0.0;
  const double sine_sign = quadrant < -0.5 ? -1.0 : (quadrant > 1.5 ? -1.0 : 1.0);
  const double cosine_sign = quadrant > 0.5 ? -1.0 : (quadrant < -1.5 ? -1.0 : 1.0);
  return {sine_sign * (odd * c + (1.0 - odd) * s), cosine_sign * (odd * s + (1.0 - odd) * c)};
}

inline double dot(const double* a, const double* b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
inline double norm(const double* a) { return std::sqrt(dot(a, a)); }
inline void cross(const double* a, const double* b, double* out) {
  out[0] = a[1] * b[2] - a[2] * b[1];
  out[1] = a[2] * b[0] - a[0] * b[2];
  out[2] = a[0] * b[1] - a[1] * b[0];
}

// One accepted step: the motion inside it is the quintic through position, velocity and
// acceleration at both ends.
struct Step {
  double t0, dt;
  double y0[6], y1[6];
  double a0[3], a1[3];
};

inline void position_at(const Step& step, double s, double* out) {
  const double s3 = s * s * s;
  const double g0 = s3 * (10.0 + s * (-15.0 + 6.0 * s));
  const double h1 = s + s3 * (-6.0 + s * (8.0 - 3.0 * s));
  const double g1 = s3 * (-4.0 + s * (7.0 - 3.0 * s));
  const double h2 = 0.5 * (s * s + s3 * (-3.0 + s * (3.0 - s)));
  const double g2 = 0.5 * s3 * (1.0 + s * (-2.0 + s));
  const double dt = step.dt;
  for (int c = 0; c < 3; ++c) {
    out[c] = (1.0 - g0) * step.y0[c] + g0 * step.y1[c] +
             dt * (h1 * step.y0[c + 3] + g1 * step.y1[c + 3]) +
             dt * dt * (h2 * step.a0[c] + g2 * step.a1[c]);
  }
}

inline void velocity_at(const Step& step, double s, double* out) {
  const double s2 = s * s;
  const double g0 = s2 * (30.0 + s * (-60.0 + 30.0 * s));
  const double h1 = 1.0 + s2 * (-18.0 + s * (32.0 - 15.0 * s));
  const double g1 = s2 * (-12.0 + s * (28.0 - 15.0 * s));
  const double h2 = 0.5 * (2.0 * s + s2 * (-9.0 + s * (12.0 - 5.0 * s)));
  const double g2 = 0.5 * s2 * (3.0 + s * (-8.0 + 5.0 * s));
  const double dt = step.dt;
  for (int c = 0; c < 3; ++c) {
    out[c] = g0 * (step.y1[c] - step.y0[c]) / dt + h1 * step.y0[c + 3] + g1 * step.y1[c + 3] +
             dt * (h2 * step.a0[c] + g2 * step.a1[c]);
  }
}

// The fraction of the step at which `f` crosses zero, given that it changes sign: regula falsi
// with the Illinois rule, which keeps the bracket and does not stall.
template <class Function>
inline double crossing(Function&& f, double f0, double f1) {
  double a = 0.0, b = 1.0, s = 1.0;
  for (int i = 0; i < 30 && f1 != f0; ++i) {
    s = (a * f1 - b * f0) / (f1 - f0);
    const double value = f(s);
    if (value == 0.0 || std::fabs(b - a) < 1e-13) break;
    if ((value < 0.0) == (f1 < 0.0)) {
      b = s;
      f1 = value;
      f0 *= 0.5;
    } else {
      a = b;
      f0 = f1;
      b = s;
      f1 = value;
    }
  }
  return s;
}

}  // namespace glasshield::GLASSHIELD_ISA
