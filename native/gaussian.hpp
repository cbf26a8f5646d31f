// Normal distributions over a few numbers: kept as a mean and the upper triangle of a covariance,
// row by row; for one of them (T = double) or eight at once (T = Pack).
#pragma once

#include "pack.hpp"
#include "tracker.hpp"

namespace glasshield::GLASSHIELD_ISA {

constexpr int triangle(int n) { return n * (n + 1) / 2; }

// Where the element of row i and column j stands in the upper triangle of an n x n matrix.
constexpr int at(int n, int i, int j) {
  return i <= j ? i * n - i * (i - 1) / 2 + (j - i) : j * n - j * (j - 1) / 2 + (i - j);
}

template <int N, class T>
struct Gaussian {
  T x[N];
  T p[triangle(N)];
};

// p = f p f^T. The last of seven states changes by itself alone: its row of f has nothing but the
// element on the diagonal.
template <int N, class T>
GLASSHIELD_INLINE void carry(const T (&f)[N][N], T (&p)[triangle(N)]) {
  constexpr int full = N == 7 ? 6 : N;
  T half[full][N];
  GLASSHIELD_UNROLL for (int i = 0; i < full; ++i)
    GLASSHIELD_UNROLL for (int j = 0; j < N; ++j) {
      T sum = f[i][0] * p[at(N, 0, j)];
      GLASSHIELD_UNROLL for (int k = 1; k < N; ++k) sum += f[i][k] * p[at(N, k, j)];
      half[i][j] = sum;
    }
  GLASSHIELD_UNROLL for (int i = 0; i < full; ++i)
    GLASSHIELD_UNROLL for (int j = i; j < full; ++j) {
      T sum = half[i][0] * f[j][0];
      GLASSHIELD_UNROLL for (int k = 1; k < N; ++k) sum += half[i][k] * f[j][k];
      p[at(N, i, j)] = sum;
    }
  if constexpr (N == 7) {
    const T last = f[6][6];
    GLASSHIELD_UNROLL for (int i = 0; i < full; ++i) p[at(7, i, 6)] = half[i][6] * last;
    p[at(7, 6, 6)] = last * p[at(7, 6, 6)] * last;
  }
}

// The lower triangle l of p = l l^T; a pivot that rounding has pushed below zero counts as tiny.
template <int N, class T>
GLASSHIELD_INLINE void cholesky(const T (&p)[triangle(N)], T (&l)[N][N]) {
  for (int j = 0; j < N; ++j) {
    T pivot = p[at(N, j, j)];
    for (int k = 0; k < j; ++k) pivot -= l[j][k] * l[j][k];
    l[j][j] = root(larger(pivot, filled<T>(1e-300)));
    const T inverse = 1.0 / l[j][j];
    for (int i = j + 1; i < N; ++i) {
      T sum = p[at(N, i, j)];
      for (int k = 0; k < j; ++k) sum -= l[i][k] * l[j][k];
      l[i][j] = sum * inverse;
      l[j][i] = filled<T>(0.0);
    }
  }
}

// What a measurement of D numbers is expected to be, before its own noise.
template <int D, int N, class T>
struct Expected {
  T z[D];
  T s[triangle(D)];  // covariance that the state's brings
  T c[N][D];         // covariance of state and measurement
};

// How far a measurement lies from what was expected: its Mahalanobis distance squared, and the
// determinant of the innovation's covariance.
template <class T>
struct Distance {
  T squared, determinant;
};

// By s = l d l^T, which needs no roots.
template <int D, class T>
GLASSHIELD_INLINE Distance<T> distance(const T (&s)[triangle(D)], const T (&innovation)[D]) {
  T l[D][D], y[D], pivots[D];
  T squared = filled<T>(0.0), determinant = filled<T>(1.0);
  for (int j = 0; j < D; ++j) {
    T scaled[D] = {}, pivot = s[at(D, j, j)];
    y[j] = innovation[j];
    for (int k = 0; k < j; ++k) {
      y[j] -= l[j][k] * y[k];
      scaled[k] = l[j][k] * pivots[k];
      pivot -= scaled[k] * l[j][k];
    }
    pivots[j] = pivot;
    const T inverse = 1.0 / pivot;
    determinant *= pivot;
    squared += y[j] * y[j] * inverse;
    for (int i = j + 1; i < D; ++i) {
      T sum = s[at(D, i, j)];
      for (int k = 0; k < j; ++k) sum -= scaled[k] * l[i][k];
      l[i][j] = sum * inverse;
    }
  }
  return {squared, determinant};
}

// What is taken in: the mean innovation and how much of the innovation's covariance it removes.
// One detection for certain: the innovation itself and `removed` = s.
template <int D, class T>
struct Evidence {
  T innovation[D];
  T removed[triangle(D)];
};

// The distribution after a measurement: x + K v and P - K B K^T, with K = C S^-1.
template <int D, int N, class T>
GLASSHIELD_INLINE void condition(Gaussian<N, T>& g, const T (&c)[N][D], const T (&s)[triangle(D)],
                                 const Evidence<D, T>& evidence) {
  T l[D][D], gain[N][D];
  cholesky<D>(s, l);
  T inverse[D];
  for (int d = 0; d < D; ++d) inverse[d] = 1.0 / l[d][d];
  for (int i = 0; i < N; ++i) {
    T y[D];
    for (int d = 0; d < D; ++d) {
      T sum = c[i][d];
      for (int k = 0; k < d; ++k) sum -= l[d][k] * y[k];
      y[d] = sum * inverse[d];
    }
    for (int d = D - 1; d >= 0; --d) {
      T sum = y[d];
      for (int k = d + 1; k < D; ++k) sum -= l[k][d] * gain[i][k];
      gain[i][d] = sum * inverse[d];
    }
  }
  for (int i = 0; i < N; ++i) {
    T half[D];
    for (int d = 0; d < D; ++d) {
      g.x[i] += gain[i][d] * evidence.innovation[d];
      half[d] = gain[i][0] * evidence.removed[at(D, 0, d)];
      for (int k = 1; k < D; ++k) half[d] += gain[i][k] * evidence.removed[at(D, k, d)];
    }
    for (int j = i; j < N; ++j) {
      T sum = half[0] * gain[j][0];
      for (int d = 1; d < D; ++d) sum += half[d] * gain[j][d];
      g.p[at(N, i, j)] -= sum;
    }
  }
}

// The points at which a distribution is looked at instead of being made linear: two along each
// column of the covariance's root. With weight on the middle for the covariance alone (alpha = 1,
// beta = 2, kappa = 0) they are those of the unscented filter; without it, of the cubature filter.
// Source: Julier and Uhlmann 2004, Proc. IEEE 92 (3), 401-422; Arasaratnam and Haykin 2009, IEEE
// Trans. Automatic Control 54 (6), 1254-1269.
template <int N, class T>
GLASSHIELD_INLINE void sigma_points(const Gaussian<N, T>& g, T (&points)[2 * N][N]) {
  T l[N][N];
  cholesky<N>(g.p, l);
  const double spread = std::sqrt(static_cast<double>(N));
  for (int k = 0; k < N; ++k)
    for (int i = 0; i < N; ++i) {
      const T offset = i >= k ? spread * l[i][k] : filled<T>(0.0);
      points[k][i] = g.x[i] + offset;
      points[N + k][i] = g.x[i] - offset;
    }
}

constexpr double unscented_middle = 2.0;  // 1 - alpha^2 + beta

// Mean and covariance of sigma points.
template <int N, class T>
GLASSHIELD_INLINE void average(const T (&points)[2 * N][N], const T (&centre)[N], Filter filter,
                               Gaussian<N, T>& g) {
  constexpr double weight = 0.5 / N;
  for (int i = 0; i < N; ++i) {
    T sum = points[0][i] - centre[i];
    for (int k = 1; k < 2 * N; ++k) sum += points[k][i] - centre[i];
    g.x[i] = centre[i] + weight * sum;
  }
  const double middle = filter == Filter::ukf ? unscented_middle : 0.0;
  for (int i = 0; i < N; ++i)
    for (int j = i; j < N; ++j) {
      T sum = middle * (centre[i] - g.x[i]) * (centre[j] - g.x[j]);
      for (int k = 0; k < 2 * N; ++k)
        sum += weight * (points[k][i] - g.x[i]) * (points[k][j] - g.x[j]);
      g.p[at(N, i, j)] = sum;
    }
}

}  // namespace glasshield::GLASSHIELD_ISA
