// Turns a fan of flights (kick x azimuth x time -> position) into a table (position -> time).
//
// For each bearing of the table, the fan is cut where its flights pass over that bearing: what is
// left is a sheet, a grid of kick x time laid over the plane of ground range and height. The sheet
// is drawn, triangle by triangle, on a grid twice as fine as the table, keeping the least time. The
// extra nodes then say how wrong interpolation inside each cell would be.
#include <cmath>
#include <limits>

#include "flyout_isa.hpp"
#include "lookup.hpp"

namespace glasshield::GLASSHIELD_ISA {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr float unreached = std::numeric_limits<float>::infinity();

struct Direction {
  double east, north;
};

// The unit vector at a pseudo-bearing.
Direction direction(double bearing) {
  const double around = bearing < 2.0 ? bearing - 1.0 : 3.0 - bearing;
  double east = bearing < 1.0 ? bearing : (bearing < 3.0 ? 2.0 - bearing : bearing - 4.0);
  double north = -around;
  const double size = std::sqrt(east * east + north * north);
  return {east / size, north / size};
}

// The cubic through four evenly spaced values, between the second and the third.
inline double cubic(const double* v, double f) {
  const double a = f - 1.0, b = f - 2.0, c = f + 1.0;
  return -f * a * b / 6.0 * v[0] + c * a * b / 2.0 * v[1] - c * f * b / 2.0 * v[2] +
         c * f * a / 6.0 * v[3];
}

// Where the cubic through `v` is zero between its two middle values, which differ in sign.
double zero_of(const double* v) {
  double low = 0.0, high = 1.0, at_low = v[1], at_high = v[2], f = 0.5;
  for (int i = 0; i < 12; ++i) {
    f = (low * at_high - high * at_low) / (at_high - at_low);
    const double value = cubic(v, f);
    if (value == 0.0) break;
    if ((value < 0.0) == (at_high < 0.0)) {
      high = f;
      at_high = value;
      at_low *= 0.5;
    } else {
      low = f;
      at_low = value;
      at_high *= 0.5;
    }
  }
  return f;
}

// One sample of the fan in the table's coordinates.
enum ChartColumn : int { chart_east, chart_north, chart_ground, chart_height, chart_columns };

// The samples of one kick and time, one for each launch azimuth.
const double* ring(const InvertJob& job, int kick, int time) {
  return job.chart + (int64_t{kick} * job.fan.times + time) * job.fan.azimuths * chart_columns;
}

struct Crossing {
  double across[4];  // m, to the right of the bearing
  double ahead[4];   // m, along the bearing
  double ground[4], height[4];
};

// The four flights around azimuth a + 1/2; false unless all are there and the middle two lie on
// different sides of the bearing, ahead of the site.
bool cross_between(const double* samples, int azimuths, int a, Direction along, Crossing& found) {
  for (int i = 0; i < 4; ++i) {
    const double* p = samples + chart_columns * ((a + azimuths - 1 + i) % azimuths);
    found.across[i] = p[chart_east] * along.north - p[chart_north] * along.east;
    found.ahead[i] = p[chart_east] * along.east + p[chart_north] * along.north;
    found.ground[i] = p[chart_ground];
    found.height[i] = p[chart_height];
    if (!(found.height[i] == found.height[i])) return false;
    if (i == 2 && ((found.across[1] < 0.0) == (found.across[2] < 0.0) ||
                   found.ahead[1] + found.ahead[2] <= 0.0)) {
      return false;
    }
  }
  return true;
}

// The place (ground, height) where the flights of one kick pass over a bearing at one time.
void cut(const InvertJob& job, int kick, int time, double bearing, double* out) {
  out[0] = out[1] = nothing;
  const double* samples = ring(job, kick, time);
  if (kick == 0) {  // straight up, whatever the azimuth
    if (samples[chart_height] == samples[chart_height]) out[0] = 0.0;
    out[1] = samples[chart_height];
    return;
  }
  const int n = job.fan.azimuths;
  const Direction along = direction(bearing);
  const int near = static_cast<int>(bearing * 0.25 * n);
  for (int i = 0; i < n; ++i) {
    // Outward from the azimuth that would be right if the Earth stood still.
    const int a = (near + (i % 2 ? -(i + 1) / 2 : i / 2) + n) % n;
    Crossing found;
    if (!cross_between(samples, n, a, along, found)) continue;
    const double f = zero_of(found.across);
    if (cubic(found.ahead, f) <= 0.0) continue;
    out[0] = cubic(found.ground, f);
    out[1] = cubic(found.height, f);
    return;
  }
}

struct Corner {
  double x, y, time;
};

// Draws the least time of triangles on one sheet's fine grid.
class Canvas {
 public:
  Canvas(float* nodes, int columns, int rows) : nodes_(nodes), columns_(columns), rows_(rows) {}

  void clear() {
    for (int64_t i = 0; i < int64_t{columns_} * rows_; ++i) nodes_[i] = unreached;
  }

  void draw(const Corner& a, const Corner& b, const Corner& c) {
    const double area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (!(std::fabs(area) > 1e-12)) return;
    const int x0 = from(least(a.x, b.x, c.x)), x1 = to(most(a.x, b.x, c.x), columns_);
    const int y0 = from(least(a.y, b.y, c.y)), y1 = to(most(a.y, b.y, c.y), rows_);
    const double inverse = 1.0 / area;
    for (int x = x0; x <= x1; ++x)
      for (int y = y0; y <= y1; ++y) {
        const double wb = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) * inverse;
        const double wc = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) * inverse;
        const double wa = 1.0 - wb - wc;
        if (wa < -edge || wb < -edge || wc < -edge) continue;
        const float time = static_cast<float>(wa * a.time + wb * b.time + wc * c.time);
        float& node = nodes_[int64_t{x} * rows_ + y];
        node = time < node ? time : node;
      }
  }

 private:
  static constexpr double edge = 1e-9;  // neighbours share edges: leave no seam between them

  static double least(double a, double b, double c) { return std::fmin(a, std::fmin(b, c)); }
  static double most(double a, double b, double c) { return std::fmax(a, std::fmax(b, c)); }
  static int from(double low) { return low > 0.0 ? static_cast<int>(std::ceil(low - edge)) : 0; }
  static int to(double high, int size) {
    if (high < 0.0) return -1;
    return high < size - 1 ? static_cast<int>(std::floor(high + edge)) : size - 1;
  }

  float* nodes_;
  int columns_, rows_;
};

// The largest deviation of the five nodes inside a cell from interpolation between its corners.
float plane_error(const float* corner, int rows) {
  const float a = corner[0], b = corner[2 * rows], c = corner[2], d = corner[2 * rows + 2];
  const float expected[5] = {0.5f * (a + b), 0.5f * (c + d), 0.5f * (a + c), 0.5f * (b + d),
                             0.25f * ((a + b) + (c + d))};
  const float found[5] = {corner[rows], corner[rows + 2], corner[1], corner[2 * rows + 1],
                          corner[rows + 1]};
  float worst = 0.0f;
  for (int i = 0; i < 5; ++i) {
    const float error = std::fabs(expected[i] - found[i]);
    if (!(error <= worst)) worst = error;  // NaN and infinity stay
  }
  return worst;
}

// The error of straight lines between two sheets, from the bend of the sheets around them.
float sheet_error(float before, float below, float above, float after) {
  const float low = std::fabs((before - below) - (below - above)) * 0.125f;
  const float high = std::fabs((below - above) - (above - after)) * 0.125f;
  const bool low_known = low < unreached, high_known = high < unreached;
  if (!low_known && !high_known) return unreached;
  if (!low_known) return high;
  return high_known && high > low ? high : low;
}

}  // namespace

// Takes the kicks first..last-1 of the fan into the table's coordinates.
void chart_fan(const InvertJob& job, int first, int last) {
  const FlyoutFan& fan = job.fan;
  const FlyoutFrame<double> frame(job.grid);
  for (int k = first; k < last; ++k)
    for (int t = 0; t < fan.times; ++t)
      for (int a = 0; a < fan.azimuths; ++a) {
        const double* p = fan.positions + 3 * ((int64_t{a} * fan.kicks + k) * fan.times + t);
        double* out = job.chart +
                      ((int64_t{k} * fan.times + t) * fan.azimuths + a) * chart_columns;
        const auto point = flyout_point(frame, p[0], p[1], p[2]);
        out[chart_east] = point.east;
        out[chart_north] = point.north;
        out[chart_ground] = std::sqrt(point.ground2);
        out[chart_height] = point.height;
      }
}

// Cuts the fan along the bearings first..last-1 and draws their sheets on the fine grid.
void cut_sheets(const InvertJob& job, int first, int last) {
  const FlyoutFan& fan = job.fan;
  const int columns = 2 * job.grid.ground_cells + 1, rows = 2 * job.grid.height_cells + 1;
  const double per_ground = 2.0 / job.grid.ground_step, per_height = 2.0 / job.grid.height_step;
  for (int s = first; s < last; ++s) {
    double* slice = job.slices + int64_t{s} * fan.kicks * fan.times * 2;
    const double bearing = 4.0 * s / job.grid.sheets;
    for (int k = 0; k < fan.kicks; ++k)
      for (int t = 0; t < fan.times; ++t) cut(job, k, t, bearing, slice + 2 * (k * fan.times + t));
    Canvas canvas(job.fine + int64_t{s} * columns * rows, columns, rows);
    canvas.clear();
    const auto corner = [&](int k, int t) {
      const double* p = slice + 2 * (k * fan.times + t);
      return Corner{p[0] * per_ground, p[1] * per_height, fan.first_time + t * fan.time_step};
    };
    for (int k = 0; k + 1 < fan.kicks; ++k)
      for (int t = 0; t + 1 < fan.times; ++t) {
        const Corner a = corner(k, t), b = corner(k + 1, t);
        const Corner c = corner(k, t + 1), d = corner(k + 1, t + 1);
        canvas.draw(a, b, c);  // a corner that is not there makes the area NaN: not drawn
        canvas.draw(b, c, d);
      }
  }
}

// Makes the coefficients of the cells between the bearings first..last and their next neighbours.
void fill_cells(const InvertJob& job, int first, int last) {
  const FlyoutGrid& grid = job.grid;
  const int rows = 2 * grid.height_cells + 1;
  const int64_t sheet_size = int64_t{2 * grid.ground_cells + 1} * rows;
  for (int s = first; s < last; ++s) {
    const float* sheets[4];
    for (int i = 0; i < 4; ++i)
      sheets[i] = job.fine + ((s + grid.sheets - 1 + i) % grid.sheets) * sheet_size;
    double worst = 0.0, kept = 0.0, left_out = 0.0;
    for (int i = 0; i < grid.ground_cells; ++i)
      for (int j = 0; j < grid.height_cells; ++j) {
        const int64_t at = int64_t{2 * i} * rows + 2 * j;
        const int64_t corners[4] = {at, at + 2 * rows, at + 2, at + 2 * rows + 2};
        float* cell = job.cells +
                      ((int64_t{s} * grid.ground_cells + i) * grid.height_cells + j) *
                          flyout_coefficients;
        float below[4], above[4], bend = 0.0f;
        for (int c = 0; c < 4; ++c) {
          below[c] = sheets[1][corners[c]];
          above[c] = sheets[2][corners[c]];
          const float error =
              sheet_error(sheets[0][corners[c]], below[c], above[c], sheets[3][corners[c]]);
          if (!(error <= bend)) bend = error;
        }
        const float low = plane_error(sheets[1] + at, rows);
        const float high = plane_error(sheets[2] + at, rows);
        const float error = bend + (low > high ? low : high);
        const bool reached = below[0] + below[1] + below[2] + below[3] < unreached &&
                             above[0] + above[1] + above[2] + above[3] < unreached;
        const bool keep = reached && low == low && high == high && error <= job.tolerance;
        const float change[4] = {above[0] - below[0], above[1] - below[1], above[2] - below[2],
                                 above[3] - below[3]};
        cell[0] = keep ? below[0] : unreached;
        cell[1] = keep ? below[1] - below[0] : 0.0f;
        cell[2] = keep ? below[2] - below[0] : 0.0f;
        cell[3] = keep ? (below[3] - below[2]) - (below[1] - below[0]) : 0.0f;
        cell[4] = keep ? change[0] : 0.0f;
        cell[5] = keep ? change[1] - change[0] : 0.0f;
        cell[6] = keep ? change[2] - change[0] : 0.0f;
        cell[7] = keep ? (change[3] - change[2]) - (change[1] - change[0]) : 0.0f;
        if (keep) {
          kept += 1.0;
          worst = error > worst ? error : worst;
        } else if (reached) {
          left_out += 1.0;
        }
      }
    job.errors[3 * s] = worst;
    job.errors[3 * s + 1] = kept;
    job.errors[3 * s + 2] = left_out;
  }
}

// The least flight times to points first..last-1.
void look_up_times(const TimesJob& job, int64_t first, int64_t last) {
  const FlyoutGrid& grid = job.table.grid;
  const FlyoutFrame<float> frame(grid);
  const float ground_scale = static_cast<float>(1.0 / grid.ground_step);
  const float height_scale = static_cast<float>(1.0 / grid.height_step);
  const float sheet_scale = static_cast<float>(grid.sheets / 4.0);
  for (int64_t i = first; i < last; ++i) {
    const double* p = job.positions + 3 * i;
    const bool known = p[0] == p[0] && p[1] == p[1] && p[2] == p[2];
    const auto point = flyout_point(frame, known ? static_cast<float>(p[0]) : 0.0f,
                                    known ? static_cast<float>(p[1]) : 0.0f,
                                    known ? static_cast<float>(p[2]) : 0.0f);
    const FlyoutPlace place = flyout_place(grid, ground_scale, height_scale, sheet_scale, point);
    const float* cell = job.table.cells + int64_t{place.cell} * flyout_coefficients;
    const float time = flyout_time(cell, place.x, place.y, place.z);
    job.times[i] = known && place.inside ? time : std::numeric_limits<double>::infinity();
  }
}

}  // namespace glasshield::GLASSHIELD_ISA
