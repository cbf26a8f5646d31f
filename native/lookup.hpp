// Reading a flyout table. Included once for each instruction set, inside its namespace.
#pragma once

#include <cmath>
#include <limits>

#include "flyout.hpp"

namespace glasshield::GLASSHIELD_ISA {

// What the coordinates of a table need, in the precision in which they are computed.
template <class Real>
struct FlyoutFrame {
  Real radius, drift[4];

  explicit FlyoutFrame(const FlyoutGrid& grid) : radius(static_cast<Real>(grid.radius)) {
    for (int i = 0; i < 4; ++i) drift[i] = static_cast<Real>(grid.drift[i]);
  }
};

template <class Real>
struct FlyoutPoint {
  Real east, north;      // m, after the drift is subtracted
  Real ground2, height;  // the table's coordinates; the chord squared
};

template <class Real>
inline FlyoutPoint<Real> flyout_point(const FlyoutFrame<Real>& frame, Real e, Real n, Real u) {
  const Real axial = frame.radius + u;
  const Real r = std::sqrt(e * e + n * n + axial * axial);
  const Real height = r - frame.radius;
  const Real h2 = height * height;
  FlyoutPoint<Real> point;
  point.east = e - h2 * (frame.drift[0] + height * frame.drift[1]);
  point.north = n - h2 * (frame.drift[2] + height * frame.drift[3]);
  // 2 (1 - cos) without its cancellation.
  point.ground2 = Real(2) * (point.east * point.east + point.north * point.north) /
                  (r * (r + axial));
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

// Where in a table a point lies: the cell's place in memory and the place inside the cell.
struct FlyoutPlace {
  int cell;           // index of the cell; 0 when outside
  float x, y, z;      // fractions along ground, height and bearing
  bool inside;
};

inline FlyoutPlace flyout_place(const FlyoutGrid& grid, float ground_scale, float height_scale,
                                float sheet_scale, const FlyoutPoint<float>& point) {
  const float along = std::sqrt(point.ground2) * ground_scale;
  const float up = point.height * height_scale;
  const float around = pseudo_bearing(point.east, point.north) * sheet_scale;
  FlyoutPlace place;
  place.inside = (along < static_cast<float>(grid.ground_cells)) & (up >= 0.0f) &
                 (up < static_cast<float>(grid.height_cells));
  const float a = place.inside ? along : 0.0f;
  const float b = place.inside ? up : 0.0f;
  const int i = static_cast<int>(a);
  const int j = static_cast<int>(b);
  // Rounding can put a bearing just below north on the last sheet's far edge.
  const int last = grid.sheets - 1;
  const int turned = static_cast<int>(around);
  const int s = turned > last ? last : turned;
  place.x = a - static_cast<float>(i);
  place.y = b - static_cast<float>(j);
  place.z = around - static_cast<float>(s);
  place.cell = (s * grid.ground_cells + i) * grid.height_cells + j;
  return place;
}

inline float flyout_time(const float* cell, float x, float y, float z) {
  const float xy = x * y;
  const float below = (cell[0] + cell[1] * x) + (cell[2] * y + cell[3] * xy);
  const float change = (cell[4] + cell[5] * x) + (cell[6] * y + cell[7] * xy);
  return below + change * z;
}

}  // namespace glasshield::GLASSHIELD_ISA
