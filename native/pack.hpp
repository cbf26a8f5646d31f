// Eight numbers at once, written like one: what is said for `T` holds for a double and for a Pack.
// Only operations that IEEE 754 rounds exactly, in a fixed order: a lane's digits depend neither on
// the processor nor on the lanes beside it.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

#include "numerics.hpp"

namespace glasshield::GLASSHIELD_ISA {

constexpr int width = 8;
typedef double Pack __attribute__((vector_size(width * sizeof(double))));
typedef int64_t Whole __attribute__((vector_size(width * sizeof(int64_t))));

GLASSHIELD_INLINE double root(double x) { return std::sqrt(x); }
GLASSHIELD_INLINE Pack root(Pack x) {
  alignas(64) double lanes[width];
  std::memcpy(lanes, &x, sizeof x);
  for (int l = 0; l < width; ++l) lanes[l] = std::sqrt(lanes[l]);
  std::memcpy(&x, lanes, sizeof x);
  return x;
}

GLASSHIELD_INLINE double select(bool take, double yes, double no) { return take ? yes : no; }
GLASSHIELD_INLINE Pack select(Whole take, Pack yes, Pack no) { return take ? yes : no; }

GLASSHIELD_INLINE bool any(Whole taken) {
  int64_t some = 0;
  for (int l = 0; l < width; ++l) some |= taken[l];
  return some != 0;
}
GLASSHIELD_INLINE bool all(Whole taken) {
  int64_t every = -1;
  for (int l = 0; l < width; ++l) every &= taken[l];
  return every != 0;
}

template <class T>
GLASSHIELD_INLINE T filled(double x) {
  return T{} + x;
}
template <class T>
GLASSHIELD_INLINE T size_of(T x) {
  return select(x < 0.0, -x, x);
}
template <class T>
GLASSHIELD_INLINE T larger(T a, T b) {
  return select(a > b, a, b);
}
template <class T>
GLASSHIELD_INLINE T smaller(T a, T b) {
  return select(a < b, a, b);
}

// An angle brought to [-pi, pi].
template <class T>
GLASSHIELD_INLINE T wrapped(T angle) {
  constexpr double shift = 6755399441055744.0;  // as in `nearest`
  constexpr double turn = 6.283185307179586477;
  const T turns = (angle * (1.0 / turn) + shift) - shift;
  return angle - turns * turn;
}

// The angle of the point (x, y) from the x axis, to two units in the last place.
// The polynomial is the best one of its degree for the arc tangent up to tan(pi/8) (error 1e-18).
template <class T>
GLASSHIELD_INLINE T arc_tangent(T y, T x) {
  constexpr double quarter = 0.78539816339744830962, tiny = 1e-300;
  constexpr double c[] = {-0.017805397205419446, 0.03796525745386593,  -0.05035102456601552,
                          0.05846878297330872,   -0.06662951813629191, 0.07692045330902225,
                          -0.09090896809064027,  0.11111110744919658,  -0.14285714279250245,
                          0.19999999999940893,   -0.3333333333333312,  1.0};
  const T ax = size_of(x), ay = size_of(y);
  const T most = larger(larger(ax, ay), filled<T>(tiny)), least = smaller(ax, ay);
  const auto steep = least > most * 0.41421356237309504880;
  const T t = select(steep, least - most, least) / select(steep, least + most, most);
  const T z = t * t;
  T sum = filled<T>(c[0]);
  for (int k = 1; k < 12; ++k) sum = sum * z + c[k];
  T angle = t * sum + select(steep, filled<T>(quarter), filled<T>(0.0));
  angle = select(ay > ax, 2.0 * quarter - angle, angle);
  angle = select(x < 0.0, 4.0 * quarter - angle, angle);
  return select(y < 0.0, -angle, angle);
}

// The whole numbers behind floating-point bits and back, one or eight at a time.
GLASSHIELD_INLINE int64_t bits_of(double x) {
  int64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}
GLASSHIELD_INLINE Whole bits_of(Pack x) { return reinterpret_cast<Whole>(x); }
GLASSHIELD_INLINE double from_bits(int64_t bits) {
  double x;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}
GLASSHIELD_INLINE Pack from_bits(Whole bits) { return reinterpret_cast<Pack>(bits); }

// Whole numbers below 2^51 as they stand in the mantissa of what `shift` was added to.
constexpr double whole_shift = 6755399441055744.0;  // 1.5 * 2^52
constexpr int64_t whole_bits = 0x4338000000000000;  // the same, as bits

// e to the power of x, for x from -700 to 700 and as at these ends beyond them.
template <class T>
GLASSHIELD_INLINE T exponential(T x) {
  constexpr double inverse_ln2 = 1.4426950408889634074;
  constexpr double ln2_high = 0.693145751953125, ln2_low = 1.42860682030941723212e-6;
  const T inside = select(x > 700.0, filled<T>(700.0), select(x > -700.0, x, filled<T>(-700.0)));
  const T shifted = inside * inverse_ln2 + whole_shift, n = shifted - whole_shift;
  const T r = (inside - n * ln2_high) - n * ln2_low;
  T sum = filled<T>(1.0 / 6227020800.0);  // 1/13!, and on from there: the series ends below 1e-17
  constexpr double inverse[] = {1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0,
                                1.0 / 362880.0,    1.0 / 40320.0,    1.0 / 5040.0,
                                1.0 / 720.0,       1.0 / 120.0,      1.0 / 24.0,
                                1.0 / 6.0,         0.5,              1.0,
                                1.0};
  for (const double factor : inverse) sum = sum * r + factor;
  return sum * from_bits((bits_of(shifted) - whole_bits + 1023) << 52);
}

// The natural logarithm of a positive normal number.
// With s = (m - 1) / (m + 1), log m = s P(s^2) for m from 1/sqrt 2 to sqrt 2 (error 1e-20).
template <class T>
GLASSHIELD_INLINE T logarithm(T x) {
  constexpr double ln2_high = 0.693145751953125, ln2_low = 1.42860682030941723212e-6;
  constexpr double c[] = {0.13262103674021808, 0.13248763083460116, 0.1538716092613408,
                          0.18181773738016305, 0.2222222267692954,  0.2857142856881913,
                          0.40000000000007496, 0.6666666666666666,  2.0};
  const auto bits = bits_of(x);
  T m = from_bits((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
  const auto upper = m > 1.4142135623730951;
  m = select(upper, 0.5 * m, m);
  const T exponent = from_bits((bits >> 52) - 1023 + whole_bits) - whole_shift;
  const T e = exponent + select(upper, filled<T>(1.0), filled<T>(0.0));
  const T s = (m - 1.0) / (m + 1.0), z = s * s;
  T sum = filled<T>(c[0]);
  for (int k = 1; k < 9; ++k) sum = sum * z + c[k];
  return e * ln2_high + (s * sum + e * ln2_low);
}

}  // namespace glasshield::GLASSHIELD_ISA
