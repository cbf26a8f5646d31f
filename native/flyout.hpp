// Flyout tables: how long an interceptor needs to a point, as the window kernel reads it.
//
// A table lives in the frame of its site (east, north, up), which turns with the Earth, so that one
// table holds for every launch. Its coordinates, chosen to need no trigonometry:
//   bearing  pseudo-bearing in [0, 4): runs around the square |e| + |n| = 1, clockwise from north
//   ground   chord of the unit sphere between the site's vertical and the point's, 2 sin(angle/2)
//   depth    sqrt(1 - sqrt(1 - height/ceiling)), where the ceiling is the greatest height that the
//            interceptor reaches at that bearing and ground: 0 on the ground, 1 at the ceiling.
//            Under the ceiling, where the direct and the lofted flight merge, the flight time goes
//            with the square root of the distance to it; over depth it is smooth. The outer root
//            puts more rows where heights are small.
// Heights are distances from the centre of the sphere that touches the site, less its radius.
// Bearing and ground are taken after the drift of a vertical flight by the Earth's rotation is
// subtracted: without that the axis of the polar grid would lie beside the bundle of steep flights.
// The drift is a polynomial in 1 - sqrt(1 - height/apex), which grows evenly with time.
#pragma once

#include <cstdint>

namespace glasshield {

struct FlyoutGrid {
  int sheets;          // bearings, at 4 s / sheets
  int ground_cells;    // cells along ground and depth; nodes are one more
  int depth_cells;
  double ground_step;  // chord of the unit sphere
  double radius;       // m, of the sphere that touches the site
  double apex;         // m, of a vertical flight
  double drift[4];     // m: east = s2 (d0 + s d1), north = s2 (d2 + s d3), s grows from 0 to 1
};

// A value inside a cell is quadratic along the bearing, a + b z + c z (1 - z), where each of a, b
// and c is bilinear, c0 + c1 x + c2 y + c3 x y (for ceilings, without y). Cells hold the 12
// coefficients of the time [s], the first of them infinite where the table does not reach;
// ceilings hold 6 of a height [m]. Both are padded to fill cache lines.
constexpr int flyout_coefficients = 16;
constexpr int ceiling_coefficients = 8;

// The grid as the look-up computes with it.
template <class Real>
struct FlyoutFrame {
  Real radius, per_apex, drift[4];

  explicit FlyoutFrame(const FlyoutGrid& grid)
      : radius(static_cast<Real>(grid.radius)), per_apex(static_cast<Real>(1.0 / grid.apex)) {
    for (int i = 0; i < 4; ++i) drift[i] = static_cast<Real>(grid.drift[i]);
  }
};

struct FlyoutScale {
  int sheets, ground_cells, depth_cells;
  float per_ground, per_bearing, depths;

  explicit FlyoutScale(const FlyoutGrid& grid)
      : sheets(grid.sheets),
        ground_cells(grid.ground_cells),
        depth_cells(grid.depth_cells),
        per_ground(static_cast<float>(1.0 / grid.ground_step)),
        per_bearing(static_cast<float>(grid.sheets / 4.0)),
        depths(static_cast<float>(grid.depth_cells)) {}
};

struct FlyoutTable {
  FlyoutGrid grid;
  const float* cells;     // sheets x ground_cells x depth_cells x 16
  const float* ceilings;  // sheets x ground_cells x 8
};

// The fan of flights that a table is made from: positions in the site's frame at common times.
struct FlyoutFan {
  const double* positions;  // azimuths x kicks x times x 3, m; NaN where there is none
  int azimuths;             // evenly spaced clockwise from north
  int kicks;                // growing from zero: the first row flies straight up
  int times;
  double first_time;        // s after launch
  double time_step;         // s
};

struct InvertJob {
  FlyoutFan fan;
  FlyoutGrid grid;
  double top;        // m: no ceiling is higher
  double tolerance;  // s: cells whose estimated interpolation error exceeds it are left out
  double* chart;     // scratch: kicks x times x azimuths x 4
  double* slices;    // scratch: 2 sheets x kicks x times x 2
  double* branches;  // scratch: 2 sheets x (kicks + times) x 4
  float* tops;       // scratch: 2 sheets x (2 ground_cells + 1)
  float* fine;       // scratch: 2 sheets x (2 ground_cells + 1) x (2 depth_cells + 1)
  float* cells;      // answer: sheets x ground_cells x depth_cells x 16
  float* ceilings;   // answer: sheets x ground_cells x 8
  double* errors;    // answer: sheets x 3: largest error kept [s], cells kept, cells left out
};

struct TimesJob {
  FlyoutTable table;
  const double* positions;  // n x 3, m, in the site's frame
  int64_t count;
  double* times;            // n, s; infinite where the table does not reach
  double* room;             // n, m below the ceiling; NaN beyond the ground range of the table
};

}  // namespace glasshield
