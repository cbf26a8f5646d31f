// Reading a flyout table. Included once for each instruction set, inside its namespace.
#pragma once

#include <cmath>
#include <limits>

#include "flyout.hpp"

namespace glasshield::GLASSHIELD_ISA {

template <class Real>
struct FlyoutPoint {
  Real east, north;  // m, after the drift is subtracted
  Real per_square;   // 1/m2: from a distance squared off the vertical to a chord squared
  Real ground2;      // chord squared
  Real height;       // m
};

template <class Real>
inline FlyoutPoint<Real> flyout_point(const FlyoutFrame<Real>& frame, Real e, Real n, Real u) {
  const Real axial = frame.radius + u;
  const Real r = std::sqrt(e * e + n * n + axial * axial);
  const Real height = r - frame.radius;
  const Real left = Real(1) - height * frame.per_apex;
  const Real above = left > Real(0) ? left : Real(0);
  const Real room = above < Real(1) ? above : Real(1);
  const Real s = Real(1) - std::sqrt(room);
  FlyoutPoint<Real> point;
  point.east = e - s * s * (frame.drift[0] + s * frame.drift[1]);
  point.north = n - s * s * (frame.drift[2] + s * frame.drift[3]);
  // 2 (1 - cos) without its cancellation.
  point.per_square = Real(2) / (r * (r + axial));
  point.ground2 = (point.east * point.east + point.north * point.north) * point.per_square;
  point.height = height;
  return point;
}

template <class Real>
inline Real pseudo_bearing(Real east, Real north) {
  const Real size = std::fabs(east) + std::fabs(north);
  const Real side = east / (size > Real(0) ? size : Real(1));
  const Real around = north >= Real(0) ? side : Real(2) - side;
  return around < Real(0) ? around + Real(4) : around;
}

// The look-up goes in three steps, so that loops over many points can take each step for all of
// them: arithmetic, a read of the ceiling, arithmetic, a read of the cell.
struct FlyoutColumn {
  int column;  // index of the column of cells; 0 when outside
  float x, z;  // fractions along ground and bearing
  bool inside;
};

inline FlyoutColumn flyout_column(const FlyoutScale& scale, const FlyoutPoint<float>& point) {
  const float along = std::sqrt(point.ground2) * scale.per_ground;
  const float around = pseudo_bearing(point.east, point.north) * scale.per_bearing;
  const bool inside = along < static_cast<float>(scale.ground_cells);
  const float a = inside ? along : 0.0f;
  const int i = static_cast<int>(a);
  // Rounding can put a bearing just west of north on the last sheet's far edge.
  const int turned = static_cast<int>(around);
  const int s = turned < scale.sheets ? turned : scale.sheets - 1;
  return {s * scale.ground_cells + i, a - static_cast<float>(i), around - static_cast<float>(s),
          inside};
}

inline float flyout_ceiling(const float* c, float x, float z) {
  const float bow = z * (1.0f - z);
  return (c[0] + c[1] * x) + ((c[2] + c[3] * x) * z + (c[4] + c[5] * x) * bow);
}

struct FlyoutDepth {
  int cell;  // index of the cell in its column; 0 when outside
  float y;   // fraction along depth
  bool inside;
};

inline FlyoutDepth flyout_depth(const FlyoutScale& scale, float height, float ceiling) {
  const bool inside = (height >= 0.0f) & (height <= ceiling) & (ceiling > 0.0f);
  const float room = inside ? 1.0f - height / (inside ? ceiling : 1.0f) : 1.0f;
  const float down = std::sqrt(1.0f - std::sqrt(room)) * scale.depths;
  const int turned = static_cast<int>(down);
  const int cell = turned < scale.depth_cells ? turned : scale.depth_cells - 1;
  return {cell, down - static_cast<float>(cell), inside};
}

inline float flyout_time(const float* c, float x, float y, float z) {
  const float bow = z * (1.0f - z);
  float v[4];
  for (int k = 0; k < 4; ++k) v[k] = c[k] + (c[4 + k] * z + c[8 + k] * bow);
  return (v[0] + v[1] * x) + (v[2] + v[3] * x) * y;
}

}  // namespace glasshield::GLASSHIELD_ISA
