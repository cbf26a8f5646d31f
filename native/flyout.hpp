// Flyout tables: how long an interceptor needs to a point, as the window kernel reads it.
//
// A table lives in the frame of its site (east, north, up), which turns with the Earth, so that one
// table holds for every launch. Its coordinates, chosen to need no trigonometry:
//   bearing  pseudo-bearing in [0, 4): runs around the square |e| + |n| = 1, clockwise from north
//   ground   chord of the unit sphere between the site's vertical and the point's, 2 sin(angle/2)
//   height   distance from the centre of the sphere that touches the site, less its radius
// Bearing and ground are taken after the drift of a vertical flight by the Earth's rotation, a
// polynomial in height, is subtracted: without that the axis of the polar grid would lie beside the
// bundle of steep flights.
#pragma once

#include <cstdint>

namespace glasshield {

struct FlyoutGrid {
  int sheets;          // bearings, at 4 s / sheets
  int ground_cells;    // cells along ground and height; nodes are one more
  int height_cells;
  double ground_step;  // chord of the unit sphere
  double height_step;  // m
  double radius;       // m, of the sphere that touches the site
  double drift[4];     // east = h2 (d0 + h d1), north = h2 (d2 + h d3); 1/m and 1/m2
};

// Cells hold 8 coefficients of time [s]: c0 + c1 x + c2 y + c3 x y on the sheet below and the same
// of the difference to the sheet above; c0 is infinite where the table does not reach.
constexpr int flyout_coefficients = 8;

struct FlyoutTable {
  FlyoutGrid grid;
  const float* cells;  // sheets x ground_cells x height_cells x 8
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
  double tolerance;  // s: cells whose estimated interpolation error exceeds it are left out
  double* chart;     // scratch: kicks x times x azimuths x 4
  double* slices;    // scratch: sheets x kicks x times x 2
  float* fine;       // scratch: sheets x (2 ground_cells + 1) x (2 height_cells + 1)
  float* cells;      // answer: sheets x ground_cells x height_cells x 8
  double* errors;    // answer: sheets x 3: largest error kept [s], cells kept, cells left out
};

struct TimesJob {
  FlyoutTable table;
  const double* positions;  // n x 3, m, in the site's frame
  int64_t count;
  double* times;            // n, s; infinite where the table does not reach
};

}  // namespace glasshield
