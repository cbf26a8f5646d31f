// Engagement windows: when can an interceptor of a site meet a target on its flight?
//
// For every pair of a battery and a target's sampled flight: the slack of a sample is how long
// before the last possible moment the interceptor could have been launched,
//     slack = sample time - flyout time to the sample - earliest launch,
// and minus infinity where a rule forbids an intercept. The window is where it is not negative.
// Samples come in blocks with a bounding sphere; a block that lies beyond what the flyout reaches
// in the time until the block's last sample is not looked at.
#include <cmath>
#include <limits>

#include "lookup.hpp"
#include "windows_isa.hpp"

namespace glasshield::GLASSHIELD_ISA {
namespace {

constexpr float never = -std::numeric_limits<float>::infinity();
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr int width = window_block;

// One battery and one target, in the precision in which they are compared.
struct Pair {
  const float* samples;
  const float* blocks;
  int stride, block_stride, sample_count, block_count;
  float step;
  const FlyoutTable* table;
  FlyoutFrame<float> frame;
  FlyoutScale scale;
  float site[3], axes[9];
  float min_height, max_height, max_ground2, last_time;
  bool needs_sensor;
  float burnout, commit, earliest;  // earliest: the later of commit and, if it counts, burnout
  double shot_interval;
  float reach[reach_lines][reach_columns];

  Pair(const WindowJob& job, int64_t index)
      : table(&job.tables[static_cast<int>(row(job, index)[battery_table])]),
        frame(table->grid),
        scale(table->grid) {
    const Targets& targets = job.targets;
    const int64_t flight = job.pairs[2 * index + 1];
    samples = targets.samples + flight * sample_columns * targets.stride;
    blocks = targets.blocks + flight * block_columns * targets.block_stride;
    stride = targets.stride;
    block_stride = targets.block_stride;
    sample_count = targets.counts[flight];
    block_count = (sample_count + width - 1) / width;
    step = static_cast<float>(targets.step);
    const double* battery = row(job, index);
    for (int c = 0; c < 3; ++c) site[c] = static_cast<float>(battery[battery_position + c]);
    for (int c = 0; c < 9; ++c) axes[c] = static_cast<float>(battery[battery_axes + c]);
    min_height = static_cast<float>(battery[battery_min_height]);
    max_height = static_cast<float>(battery[battery_max_height]);
    max_ground2 = static_cast<float>(battery[battery_max_ground] * battery[battery_max_ground]);
    last_time =
        static_cast<float>(targets.reentry[flight] - battery[battery_before_reentry]);
    needs_sensor = battery[battery_needs_sensor] != 0.0;
    const bool in_boost = battery[battery_in_boost] != 0.0;
    burnout = in_boost ? never : static_cast<float>(targets.burnout[flight]);
    commit = static_cast<float>(job.commit[index]);
    earliest = burnout > commit ? burnout : commit;
    shot_interval = battery[battery_shot_interval];
    const double* lines =
        job.reach + (table - job.tables) * (reach_lines * reach_columns);
    for (int l = 0; l < reach_lines; ++l)
      for (int c = 0; c < reach_columns; ++c)
        reach[l][c] = static_cast<float>(lines[l * reach_columns + c]);
  }

  float time(int sample) const { return static_cast<float>(sample) * step; }

 private:
  static const double* row(const WindowJob& job, int64_t index) {
    return job.batteries + int64_t{job.pairs[2 * index]} * battery_columns;
  }
};

// What is known of the samples of one block.
struct Look {
  alignas(64) float flyout[width];  // s; infinite beyond the reach
  alignas(64) int fails[width];     // a bit for each rule that forbids an intercept, but timing
};

void look(const Pair& pair, int block, Look& out) {
  alignas(64) int column[width], cell[width];
  alignas(64) float x[width], y[width], z[width], height[width], ceiling[width];
  const int base = block * width;
  const float* px = pair.samples + sample_x * pair.stride + base;
  const float* py = pair.samples + sample_y * pair.stride + base;
  const float* pz = pair.samples + sample_z * pair.stride + base;
  const float* altitude = pair.samples + sample_height * pair.stride + base;
  const float* seen = pair.samples + sample_seen * pair.stride + base;
  const FlyoutScale scale = pair.scale;
  const FlyoutFrame<float> frame = pair.frame;
  const float sx = pair.site[0], sy = pair.site[1], sz = pair.site[2];
  const float* m = pair.axes;
  const float needed = pair.needs_sensor ? 1.0f : 0.0f;
  for (int i = 0; i < width; ++i) {
    const float dx = px[i] - sx, dy = py[i] - sy, dz = pz[i] - sz;
    const float e = m[0] * dx + m[1] * dy + m[2] * dz;
    const float n = m[3] * dx + m[4] * dy + m[5] * dz;
    const float u = m[6] * dx + m[7] * dy + m[8] * dz;
    const FlyoutPoint<float> point = flyout_point(frame, e, n, u);
    const FlyoutColumn place = flyout_column(scale, point);
    column[i] = place.column;
    x[i] = place.x;
    z[i] = place.z;
    height[i] = point.height;
    const float axial = frame.radius + u, r = frame.radius + point.height;
    const float ground2 = 2.0f * (e * e + n * n) / (r * (r + axial));
    int fails = place.inside ? 0 : 1 << rule_reach;
    fails |= ground2 <= pair.max_ground2 ? 0 : 1 << rule_max_ground;
    fails |= altitude[i] >= pair.min_height ? 0 : 1 << rule_min_height;
    fails |= altitude[i] <= pair.max_height ? 0 : 1 << rule_max_height;
    fails |= pair.time(base + i) <= pair.last_time ? 0 : 1 << rule_before_reentry;
    fails |= seen[i] >= needed ? 0 : 1 << rule_sensor;
    out.fails[i] = fails;
  }
  const float* ceilings = pair.table->ceilings;
  for (int i = 0; i < width; ++i)
    ceiling[i] =
        flyout_ceiling(ceilings + int64_t{column[i]} * ceiling_coefficients, x[i], z[i]);
  for (int i = 0; i < width; ++i) {
    const FlyoutDepth place = flyout_depth(scale, height[i], ceiling[i]);
    cell[i] = column[i] * scale.depth_cells + place.cell;
    y[i] = place.y;
    out.fails[i] |= place.inside ? 0 : 1 << rule_reach;
  }
  const float* cells = pair.table->cells;
  for (int i = 0; i < width; ++i)
    out.flyout[i] = flyout_time(cells + int64_t{cell[i]} * flyout_coefficients, x[i], y[i], z[i]);
}

// The slack of the samples of one block. Samples after impact carry a height of minus infinity,
// which no rule allows.
int slack_of(const Pair& pair, int block, float* slack) {
  Look found;
  look(pair, block, found);
  const int base = block * width;
  int feasible = 0;
  for (int i = 0; i < width; ++i) {
    const float value = (pair.time(base + i) - found.flyout[i]) - pair.earliest;
    slack[i] = found.fails[i] == 0 ? value : never;
    feasible += slack[i] >= 0.0f ? 1 : 0;
  }
  return feasible;
}

// Which blocks might hold a feasible sample. Neighbours of such blocks are kept too: the edges of
// a window are interpolated with the sample beyond.
bool cull(const Pair& pair, bool really, int* keep) {
  const float* column = pair.blocks;
  const int n = pair.block_stride;
  const float* x = column + block_x * n;
  const float* y = column + block_y * n;
  const float* z = column + block_z * n;
  const float* radius = column + block_radius * n;
  const float* lowest = column + block_lowest * n;
  const float* highest = column + block_highest * n;
  const float* seen = column + block_seen * n;
  const float needed = pair.needs_sensor ? 1.0f : 0.0f;
  int any = 0;
  for (int row = 0; row < n; row += width)
    for (int i = 0; i < width; ++i) {
      const int b = row + i;
      const float dx = x[b] - pair.site[0], dy = y[b] - pair.site[1], dz = z[b] - pair.site[2];
      const float available = pair.time(b * width + (width - 1)) - pair.earliest;
      float reach = pair.reach[0][reach_offset] + pair.reach[0][reach_speed] * available;
      for (int l = 1; l < reach_lines; ++l) {
        const float line = pair.reach[l][reach_offset] + pair.reach[l][reach_speed] * available;
        reach = line < reach ? line : reach;
      }
      const float limit = reach + radius[b];
      const int kept = (limit > 0.0f) & (dx * dx + dy * dy + dz * dz <= limit * limit) &
                       (highest[b] >= pair.min_height) & (lowest[b] <= pair.max_height) &
                       (seen[b] >= needed) & (pair.time(b * width) <= pair.last_time);
      keep[b] = kept;
      any |= kept;
    }
  if (!really)
    for (int b = 0; b < pair.block_count; ++b) any |= keep[b] = 1;
  return any != 0;
}

bool look_at(const int* keep, int block, int block_count) {
  return keep[block] || (block > 0 && keep[block - 1]) ||
         (block + 1 < block_count && keep[block + 1]);
}

// Puts the samples together to a window.
class Window {
 public:
  explicit Window(const Pair& pair) : pair_(pair) {}

  void add(int block, const float* slack, int feasible) {
    if (block != last_block_ + 1) end_without_neighbour();
    last_block_ = block;
    samples_ += feasible;
    if (feasible == width && inside_) {
      widen(slack);
    } else if (feasible > 0 || inside_) {
      for (int i = 0; i < width; ++i) step(block * width + i, slack[i]);
    }
    before_ = slack[width - 1];
  }

  void finish(double* window, int32_t* tally) {
    end_without_neighbour();
    const bool found = samples_ > 0;
    window[window_open] = found ? open_ : nothing;
    window[window_close] = found ? close_ : nothing;
    window[window_first_launch] = found ? least_ + double{pair_.earliest} : nothing;
    window[window_last_launch] = found ? greatest_ + double{pair_.earliest} : nothing;
    tally[tally_samples] = samples_;
    tally[tally_parts] = parts_;
    tally[tally_shots] = shots_;
  }

 private:
  void widen(const float* slack) {
    for (int i = 0; i < width; ++i) {
      lane_least_[i] = slack[i] < lane_least_[i] ? slack[i] : lane_least_[i];
      lane_greatest_[i] = slack[i] > lane_greatest_[i] ? slack[i] : lane_greatest_[i];
    }
    end_ = pair_.time(last_block_ * width + (width - 1));
  }

  void step(int sample, float slack) {
    const float time = pair_.time(sample);
    const int lane = sample % width;
    if (slack >= 0.0f) {
      if (!inside_) begin(time, slack);
      lane_least_[lane] = slack < lane_least_[lane] ? slack : lane_least_[lane];
      lane_greatest_[lane] = slack > lane_greatest_[lane] ? slack : lane_greatest_[lane];
      end_ = time;
      end_slack_ = slack;
    } else if (inside_) {
      end(slack);
    }
    before_ = slack;
  }

  void begin(float time, float slack) {
    inside_ = true;
    ++parts_;
    for (int i = 0; i < width; ++i) {
      lane_least_[i] = slack;
      lane_greatest_[i] = slack;
    }
    float start = time;
    if (before_ > never) {  // the slack alone closes it: it opens where the slack is zero
      start = time - pair_.step * (slack / (slack - before_));
      lane_least_[0] = 0.0f;
    }
    if (parts_ == 1) open_ = start;
  }

  void end(float after) {
    inside_ = false;
    float stop = end_;
    if (after > never) {
      stop = end_ + pair_.step * (end_slack_ / (end_slack_ - after));
      lane_least_[0] = 0.0f;
    }
    close_ = stop;
    float least = lane_least_[0], greatest = lane_greatest_[0];
    for (int i = 1; i < width; ++i) {
      least = lane_least_[i] < least ? lane_least_[i] : least;
      greatest = lane_greatest_[i] > greatest ? lane_greatest_[i] : greatest;
    }
    if (parts_ == 1 || least < least_) least_ = least;
    if (parts_ == 1 || greatest > greatest_) greatest_ = greatest;
    const double intervals = (double{greatest} - double{least}) / pair_.shot_interval;
    const int shots = 1 + (intervals < 1e6 ? static_cast<int>(intervals) : 1000000);
    shots_ = shots > shots_ ? shots : shots_;
  }

  void end_without_neighbour() {
    if (inside_) end(never);
    before_ = never;
  }

  const Pair& pair_;
  bool inside_ = false;
  int last_block_ = -2;
  int samples_ = 0, parts_ = 0, shots_ = 0;
  float before_ = never;                    // slack of the sample before
  float end_ = 0.0f, end_slack_ = 0.0f;     // the last feasible sample
  double open_ = 0.0, close_ = 0.0;
  double least_ = 0.0, greatest_ = 0.0;     // slack over all parts
  alignas(64) float lane_least_[width] = {}, lane_greatest_[width] = {};  // over this part
};

// What all samples together say about the rules: see `explain_range`.
struct Verdict {
  int alone = 0;  // a bit for each rule that forbids some sample all alone
  int alive = 0;  // a bit for each rule after which, in order, some sample is left
};

void judge(const Pair& pair, int block, Verdict& verdict) {
  Look found;
  look(pair, block, found);
  const int base = block * width;
  for (int i = 0; i < width && base + i < pair.sample_count; ++i) {
    int fails = found.fails[i];
    const bool reached = found.flyout[i] < std::numeric_limits<float>::infinity();
    if (!reached) fails |= 1 << rule_reach;
    // Where the flyout does not reach, its time is unknown: only what even an instant flyout
    // would break counts.
    const bool timed = !(fails >> rule_reach & 1);
    const float launch = pair.time(base + i) - (timed ? found.flyout[i] : 0.0f);
    if (!(launch >= pair.burnout)) fails |= 1 << rule_burnout;
    if (!(launch >= pair.commit)) fails |= 1 << rule_commit;
    if ((fails & (fails - 1)) == 0) verdict.alone |= fails;
    for (int rule = 0; rule < rule_count; ++rule) {
      const int so_far = (2 << rule) - 1;
      if ((fails & so_far) == 0) verdict.alive |= 1 << rule;
    }
  }
}

float ellipsoid_radius(const PrepareJob& job, const double* p, double r) {
  const double sine = p[2] / r;
  const double b2 = job.semi_major * job.semi_major * (1.0 - job.eccentricity_squared);
  return static_cast<float>(
      r - std::sqrt(b2 / (1.0 - job.eccentricity_squared * (1.0 - sine * sine))));
}

void prepare_samples(const PrepareJob& job, int64_t flight) {
  const double* p = job.positions + flight * job.sample_count * 3;
  const uint8_t* seen = job.seen + flight * job.sample_count;
  float* out = job.samples + flight * sample_columns * job.stride;
  for (int i = 0; i < job.stride; ++i) {
    const bool there = i < job.counts[flight];
    const double* at = p + 3 * (there ? i : 0);
    const double r = std::sqrt(at[0] * at[0] + at[1] * at[1] + at[2] * at[2]);
    for (int c = 0; c < 3; ++c) out[c * job.stride + i] = static_cast<float>(at[c]);
    out[sample_height * job.stride + i] = there ? ellipsoid_radius(job, at, r) : never;
    out[sample_seen * job.stride + i] = there && seen[i] ? 1.0f : 0.0f;
  }
}

void bound_block(const PrepareJob& job, int64_t flight, int block) {
  const float* samples = job.samples + flight * sample_columns * job.stride;
  float* out = job.blocks + flight * block_columns * job.block_stride + block;
  const int first = block * width;
  const int last = first + width < job.counts[flight] ? first + width : job.counts[flight];
  float centre[3] = {0.0f, 0.0f, 0.0f}, lowest = -never, highest = never, any = 0.0f;
  float radius = never;
  if (first < last) {
    for (int c = 0; c < 3; ++c)
      centre[c] = 0.5f * (samples[c * job.stride + first] + samples[c * job.stride + last - 1]);
    float most = 0.0f;
    for (int i = first; i < last; ++i) {
      float d2 = 0.0f;
      for (int c = 0; c < 3; ++c) {
        const float d = samples[c * job.stride + i] - centre[c];
        d2 += d * d;
      }
      most = d2 > most ? d2 : most;
      const float h = samples[sample_height * job.stride + i];
      lowest = h < lowest ? h : lowest;
      highest = h > highest ? h : highest;
      const float seen = samples[sample_seen * job.stride + i];
      any = seen > any ? seen : any;
    }
    radius = std::sqrt(most) * 1.000001f + 4.0f;  // beyond any rounding here and in `cull`
  }
  for (int c = 0; c < 3; ++c) out[c * job.block_stride] = centre[c];
  out[block_radius * job.block_stride] = radius;
  out[block_lowest * job.block_stride] = lowest;
  out[block_highest * job.block_stride] = highest;
  out[block_seen * job.block_stride] = any;
}

}  // namespace

// Lays out the flights first..last-1 for the window kernel, with their blocks' bounds.
void prepare_range(const PrepareJob& job, int64_t first, int64_t last) {
  for (int64_t flight = first; flight < last; ++flight) {
    prepare_samples(job, flight);
    for (int block = 0; block < job.block_stride; ++block) bound_block(job, flight, block);
  }
}

// The windows of pairs first..last-1.
void windows_range(const WindowJob& job, int64_t first, int64_t last) {
  alignas(64) int keep[window_most_blocks];
  alignas(64) float slack[width];
  for (int64_t index = first; index < last; ++index) {
    const Pair pair(job, index);
    Window window(pair);
    if (pair.earliest < -never && cull(pair, job.cull, keep)) {
      for (int block = 0; block < pair.block_count; ++block) {
        if (!look_at(keep, block, pair.block_count)) continue;
        const int feasible = slack_of(pair, block, slack);
        window.add(block, slack, feasible);
      }
    }
    window.finish(job.windows + index * window_columns, job.tallies + index * tally_columns);
  }
}

// Why pairs first..last-1 have no window. First byte: a bit for each rule whose relaxation alone
// would open one. Second byte: the first rule, in order, that leaves no sample; `rule_count` when
// there is a window.
void explain_range(const WindowJob& job, int64_t first, int64_t last) {
  for (int64_t index = first; index < last; ++index) {
    const Pair pair(job, index);
    Verdict verdict;
    for (int block = 0; block < pair.block_count; ++block) judge(pair, block, verdict);
    int empty = 0;
    while (empty < rule_count && (verdict.alive >> empty & 1)) ++empty;
    job.closed_by[2 * index] = static_cast<uint8_t>(verdict.alone);
    job.closed_by[2 * index + 1] = static_cast<uint8_t>(empty);
  }
}

}  // namespace glasshield::GLASSHIELD_ISA
