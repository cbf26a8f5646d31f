// Turns a fan of flights (kick x azimuth x time -> position) into a table (position -> time).
//
// For each bearing of the table, the fan is cut where its flights pass over that bearing: what is
// left is, for each kick, a path in the plane of ground range and height. Where these paths cross
// one ground range, they do so at heights that grow from the shallowest flight to a greatest one,
// the ceiling, and fall again for still steeper ones, which come later. The shallow side, up to
// the ceiling, is the direct branch: height -> least time. Columns and rows are computed twice as
// finely as the table holds them; the extra ones say how wrong interpolation inside a cell is.
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

// The direct branch of one column: (sqrt(ceiling - height), time), the ceiling first.
struct Branch {
  double* points;
  int count;
  double ceiling;

  double root(int i) const { return points[2 * i]; }
  double time(int i) const { return points[2 * i + 1]; }
};

struct Pass {
  double height, time;
};

// Where the path of one kick first passes a ground range; NaN when it never does.
Pass pass_over(const InvertJob& job, const double* path, double ground) {
  const FlyoutFan& fan = job.fan;
  for (int t = 0; t + 1 < fan.times; ++t) {
    const double* p = path + 2 * t;
    if (!(p[0] <= ground && p[2] > ground)) continue;
    const double f = (ground - p[0]) / (p[2] - p[0]);
    return {p[1] + f * (p[3] - p[1]), fan.first_time + (t + f) * fan.time_step};
  }
  return {nothing, nothing};
}

// Straight up: the rising part of the first kick, backward from its highest point.
Branch column_above(const InvertJob& job, const double* path, double* points) {
  const FlyoutFan& fan = job.fan;
  int top = -1;
  for (int t = 0; t < fan.times; ++t)
    if (path[2 * t + 1] == path[2 * t + 1] && (top < 0 || path[2 * t + 1] > path[2 * top + 1]))
      top = t;
  Branch branch{points, 0, top < 0 ? 0.0 : path[2 * top + 1]};
  for (int t = top; t >= 0 && path[2 * t + 1] <= branch.ceiling; --t) {
    points[2 * branch.count] = std::sqrt(branch.ceiling - path[2 * t + 1]);
    points[2 * branch.count + 1] = fan.first_time + t * fan.time_step;
    ++branch.count;
  }
  return branch;
}

// The top of the parabola (height over time) through three passes.
// Flights that pass one ground range ever steeper pass it ever later, at heights near v t - g t2/2.
Pass vertex_of(const Pass& a, const Pass& b, const Pass& c) {
  const double left = (b.height - a.height) / (b.time - a.time);
  const double right = (c.height - b.height) / (c.time - b.time);
  const double bend = (right - left) / (c.time - a.time);
  if (!(bend < 0.0)) return b;
  const double time = 0.5 * (a.time + b.time - left / bend);
  return {a.height + (time - a.time) * (left + (time - b.time) * bend), time};
}

// The direct branch at one ground range, from the paths of all kicks on one sheet.
Branch column_at(const InvertJob& job, const double* sheet, double ground, double* points,
                 double* passes) {
  const int kicks = job.fan.kicks;
  const auto at = [&](int k) { return Pass{passes[2 * k], passes[2 * k + 1]}; };
  int top = 0;
  passes[0] = nothing;  // straight up never gets here
  for (int k = 1; k < kicks; ++k) {
    const Pass pass = pass_over(job, sheet + 2 * int64_t{k} * job.fan.times, ground);
    passes[2 * k] = pass.height;
    passes[2 * k + 1] = pass.time;
    if (pass.height == pass.height && (top == 0 || pass.height > at(top).height)) top = k;
  }
  Branch branch{points, 0, 0.0};
  if (top == 0) return branch;
  // The ceiling lies between flights. Steeper ones may not pass here at all, for the Earth turns
  // away under them as they fall, or pass too late: then the ceiling is where the parabola through
  // the steepest that do pass leads, as long as that is in time.
  Pass highest = at(top);
  if (top + 2 < kicks && at(top + 2).height < at(top + 1).height) {
    const bool between = at(top - 1).height == at(top - 1).height;
    const Pass vertex = between ? vertex_of(at(top - 1), at(top), at(top + 1))
                                : vertex_of(at(top), at(top + 1), at(top + 2));
    const double last = job.fan.first_time + (job.fan.times - 1) * job.fan.time_step;
    if (vertex.height >= highest.height && vertex.time <= last) highest = vertex;
  }
  const auto keep = [&](const Pass& pass) {
    points[2 * branch.count] = std::sqrt(highest.height - pass.height);
    points[2 * branch.count + 1] = pass.time;
    ++branch.count;
  };
  branch.ceiling = highest.height;
  keep(highest);
  // Shallower and shallower, that is, sooner and sooner; a flight next to the ceiling itself would
  // only repeat it. One that was not followed this far (grazing the air for long) is passed over.
  const double gap = 0.1 * (at(top).time - at(top + 1 < kicks ? top + 1 : top).time);
  double last = highest.height;
  for (int k = highest.time - at(top).time > gap ? top : top + 1; k < kicks; ++k) {
    if (!(at(k).height == at(k).height)) continue;
    if (at(k).height >= last) break;
    last = at(k).height;
    keep(at(k));
  }
  return branch;
}

// The cubic (Lagrange) through the branch's points around a root; NaN beyond its lowest point.
double time_at(const Branch& branch, double root) {
  int i = 0;
  while (i + 1 < branch.count && branch.root(i + 1) < root) ++i;
  if (i + 1 >= branch.count) return nothing;
  const int first = i == 0 ? 0 : (i + 2 < branch.count ? i - 1 : branch.count - 4);
  if (branch.count < 4 || first < 0) {
    const double f = (root - branch.root(i)) / (branch.root(i + 1) - branch.root(i));
    return branch.time(i) + f * (branch.time(i + 1) - branch.time(i));
  }
  double sum = 0.0;
  for (int a = first; a < first + 4; ++a) {
    double weight = branch.time(a);
    for (int b = first; b < first + 4; ++b)
      if (b != a) weight *= (root - branch.root(b)) / (branch.root(a) - branch.root(b));
    sum += weight;
  }
  return sum;
}

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

namespace {

Branch column_of(const InvertJob& job, int sheet, int half_column) {
  const double* paths = job.slices + int64_t{sheet} * job.fan.kicks * job.fan.times * 2;
  const int room = job.fan.kicks + job.fan.times;
  double* points = job.branches + int64_t{sheet} * room * 4;
  return half_column == 0 ? column_above(job, paths, points)
                          : column_at(job, paths, 0.5 * half_column * job.grid.ground_step, points,
                                      points + 2 * room);
}

// The ceilings of one sheet's columns, then the times in them. Between the columns of the table
// the ceiling is a straight line, as the look-up has it.
void fill_sheet(const InvertJob& job, int sheet) {
  const int columns = 2 * job.grid.ground_cells + 1, rows = 2 * job.grid.depth_cells + 1;
  float* tops = job.tops + int64_t{sheet} * columns;
  float* times = job.fine + int64_t{sheet} * columns * rows;
  for (int c = 0; c < columns; c += 2) {
    const double top = column_of(job, sheet, c).ceiling;
    tops[c] = static_cast<float>(top < job.top ? (top > 0.0 ? top : 0.0) : job.top);
  }
  for (int c = 1; c < columns; c += 2) tops[c] = 0.5f * (tops[c - 1] + tops[c + 1]);
  for (int c = 0; c < columns; ++c) {
    const Branch branch = column_of(job, sheet, c);
    for (int r = 0; r < rows; ++r) {
      const double depth = 0.5 * r / job.grid.depth_cells, room = 1.0 - depth * depth;
      const double height = tops[c] * (1.0 - room * room);
      // Between columns, the table's ceiling may lie a hair above the true one.
      const double under = branch.ceiling - height;
      const double time = branch.count > 1 ? time_at(branch, under > 0.0 ? std::sqrt(under) : 0.0)
                                           : nothing;
      const bool reached = time == time && under > -1e-3 * branch.ceiling;
      times[int64_t{c} * rows + r] = reached ? static_cast<float>(time) : unreached;
    }
  }
}

// Writes the coefficients of a + b x + c y + d x y through four corners (x grows first).
void bilinear(const float* corner, float* out) {
  out[0] = corner[0];
  out[1] = corner[1] - corner[0];
  out[2] = corner[2] - corner[0];
  out[3] = (corner[3] - corner[2]) - (corner[1] - corner[0]);
}

// The three sheets of one cell: below, half-way and above, and what they say of it.
struct Stack {
  float value[3][4];  // at the corners: below, change, bow
  float error;        // largest deviation from interpolation on any of the three
  bool reached;
};

Stack stack_of(const float* const* sheets, int64_t at, int rows) {
  const int64_t corners[4] = {at, at + 2 * rows, at + 2, at + 2 * rows + 2};
  Stack stack{};
  float sum = 0.0f;
  for (int c = 0; c < 4; ++c) {
    const float below = sheets[0][corners[c]], half = sheets[1][corners[c]];
    const float above = sheets[2][corners[c]];
    stack.value[0][c] = below;
    stack.value[1][c] = above - below;
    stack.value[2][c] = 4.0f * half - 2.0f * (below + above);
    sum += below + half + above;
  }
  stack.reached = sum < unreached;
  for (int i = 0; i < 3; ++i) {
    const float error = plane_error(sheets[i] + at, rows);
    if (!(error <= stack.error)) stack.error = error;  // NaN and infinity stay
  }
  return stack;
}

}  // namespace

// Cuts the fan along the half sheets first..last-1 and fills their columns.
void cut_sheets(const InvertJob& job, int first, int last) {
  const FlyoutFan& fan = job.fan;
  for (int s = first; s < last; ++s) {
    double* slice = job.slices + int64_t{s} * fan.kicks * fan.times * 2;
    const double bearing = 2.0 * s / job.grid.sheets;
    for (int k = 0; k < fan.kicks; ++k)
      for (int t = 0; t < fan.times; ++t) cut(job, k, t, bearing, slice + 2 * (k * fan.times + t));
    fill_sheet(job, s);
  }
}

// Makes the coefficients of the cells between the sheets first..last-1 and their next neighbours.
void fill_cells(const InvertJob& job, int first, int last) {
  const FlyoutGrid& grid = job.grid;
  const int columns = 2 * grid.ground_cells + 1, rows = 2 * grid.depth_cells + 1;
  for (int s = first; s < last; ++s) {
    const float *sheets[3], *tops[3];
    for (int i = 0; i < 3; ++i) {
      const int64_t half = (2 * s + i) % (2 * grid.sheets);
      sheets[i] = job.fine + half * columns * rows;
      tops[i] = job.tops + half * columns;
    }
    double worst = 0.0, kept = 0.0, left_out = 0.0;
    for (int i = 0; i < grid.ground_cells; ++i) {
      const int64_t column = int64_t{s} * grid.ground_cells + i;
      float* ceiling = job.ceilings + column * ceiling_coefficients;
      for (int side = 0; side < 2; ++side) {
        const float below = tops[0][2 * (i + side)], half = tops[1][2 * (i + side)];
        const float above = tops[2][2 * (i + side)];
        const float value[3] = {below, above - below, 4.0f * half - 2.0f * (below + above)};
        for (int v = 0; v < 3; ++v)
          ceiling[2 * v + side] = side ? value[v] - ceiling[2 * v] : value[v];
      }
      ceiling[6] = ceiling[7] = 0.0f;
      for (int j = 0; j < grid.depth_cells; ++j) {
        const Stack stack = stack_of(sheets, int64_t{2 * i} * rows + 2 * j, rows);
        const bool keep = stack.reached && stack.error <= job.tolerance;
        float* cell = job.cells + (column * grid.depth_cells + j) * flyout_coefficients;
        for (int c = 0; c < flyout_coefficients; ++c) cell[c] = 0.0f;
        if (keep)
          for (int v = 0; v < 3; ++v) bilinear(stack.value[v], cell + 4 * v);
        else
          cell[0] = unreached;
        kept += keep ? 1.0 : 0.0;
        left_out += stack.reached && !keep ? 1.0 : 0.0;
        worst = keep && stack.error > worst ? stack.error : worst;
      }
    }
    job.errors[3 * s] = worst;
    job.errors[3 * s + 1] = kept;
    job.errors[3 * s + 2] = left_out;
  }
}

// The least flight times to points first..last-1.
void look_up_times(const TimesJob& job, int64_t first, int64_t last) {
  const FlyoutTable& table = job.table;
  const FlyoutFrame<float> frame(table.grid);
  const FlyoutScale scale(table.grid);
  for (int64_t i = first; i < last; ++i) {
    const double* p = job.positions + 3 * i;
    const bool known = p[0] == p[0] && p[1] == p[1] && p[2] == p[2];
    const auto point = flyout_point(frame, known ? static_cast<float>(p[0]) : 0.0f,
                                    known ? static_cast<float>(p[1]) : 0.0f,
                                    known ? static_cast<float>(p[2]) : 0.0f);
    const FlyoutColumn column = flyout_column(scale, point);
    const float ceiling = flyout_ceiling(
        table.ceilings + int64_t{column.column} * ceiling_coefficients, column.x, column.z);
    const FlyoutDepth depth = flyout_depth(scale, point.height, ceiling);
    const int64_t cell = int64_t{column.column} * scale.depth_cells + depth.cell;
    const float time =
        flyout_time(table.cells + cell * flyout_coefficients, column.x, depth.y, column.z);
    const bool reached = known && column.inside && depth.inside;
    job.times[i] = reached ? time : std::numeric_limits<double>::infinity();
    job.room[i] = known && column.inside ? ceiling - point.height : nothing;
  }
}

}  // namespace glasshield::GLASSHIELD_ISA
