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

// Beyond any rounding of distances in single precision, and beyond what heights above the
// ellipsoid and above a sphere differ in a bound (m).
constexpr float slightly_more = 1.00001f, nearby = 5e4f;

// One battery and one target.
struct Pair {
  const Battery& battery;
  const float* samples;
  const float* blocks;
  int block_stride, sample_count, block_count;
  float step;
  float last_time;
  float burnout, commit, earliest;  // earliest: the later of commit and, if it counts, burnout

  Pair(const WindowJob& job, int64_t index) : battery(job.batteries[job.pairs[2 * index]]) {
    const Targets& targets = job.targets;
    const int64_t flight = job.pairs[2 * index + 1];
    samples = targets.samples + flight * targets.sample_blocks * sample_columns * width;
    blocks = targets.blocks + flight * block_columns * targets.block_stride;
    block_stride = targets.block_stride;
    sample_count = targets.counts[flight];
    block_count = (sample_count + width - 1) / width;
    step = static_cast<float>(targets.step);
    last_time = static_cast<float>(targets.reentry[flight]) - battery.before_reentry;
    burnout = battery.in_boost ? never : static_cast<float>(targets.burnout[flight]);
    commit = static_cast<float>(job.commit[index]);
    earliest = burnout > commit ? burnout : commit;
  }

  float time(int sample) const { return static_cast<float>(sample) * step; }
};

// The samples of one block, in the coordinates of the battery's table.
struct Look {
  alignas(64) int column[width], fails[width];  // fails: a bit for each rule that is broken
  alignas(64) float x[width], z[width], height[width];
  alignas(64) float flyout[width];  // s; infinite beyond the reach
};

// Where the samples lie, and which rules of place they break. Returns how many break none.
int place(const Pair& pair, int block, Look& __restrict__ out) {
  const int base = block * width;
  const Battery& battery = pair.battery;
  const float* samples = pair.samples + int64_t{block} * sample_columns * width;
  const float* px = samples + sample_x * width;
  const float* py = samples + sample_y * width;
  const float* pz = samples + sample_z * width;
  const float* altitude = samples + sample_height * width;
  const float* seen = samples + sample_seen * width;
  const FlyoutScale scale = battery.scale;
  const FlyoutFrame<float> frame = battery.frame;
  const float sx = battery.site[0], sy = battery.site[1], sz = battery.site[2];
  float m[9];
  for (int c = 0; c < 9; ++c) m[c] = battery.axes[c];
  const float max_ground2 = battery.max_ground2, last_time = pair.last_time, step = pair.step;
  const float min_height = battery.min_height, max_height = battery.max_height;
  const float needed = battery.needs_sensor ? 1.0f : 0.0f;
  int left = 0;
  for (int i = 0; i < width; ++i) {
    const float dx = px[i] - sx, dy = py[i] - sy, dz = pz[i] - sz;
    const float e = m[0] * dx + m[1] * dy + m[2] * dz;
    const float n = m[3] * dx + m[4] * dy + m[5] * dz;
    const float u = m[6] * dx + m[7] * dy + m[8] * dz;
    const FlyoutPoint<float> point = flyout_point(frame, e, n, u);
    const FlyoutColumn found = flyout_column(scale, point);
    out.column[i] = found.column;
    out.x[i] = found.x;
    out.z[i] = found.z;
    out.height[i] = point.height;
    const float ground2 = (e * e + n * n) * point.per_square;
    int fails = found.inside ? 0 : 1 << rule_reach;
    fails |= ground2 <= max_ground2 ? 0 : 1 << rule_max_ground;
    fails |= altitude[i] >= min_height ? 0 : 1 << rule_min_height;
    fails |= altitude[i] <= max_height ? 0 : 1 << rule_max_height;
    fails |= static_cast<float>(base + i) * step <= last_time ? 0 : 1 << rule_before_reentry;
    fails |= seen[i] >= needed ? 0 : 1 << rule_sensor;
    out.fails[i] = fails;
    left += fails == 0 ? 1 : 0;
  }
  return left;
}

// How long the interceptor needs to the samples.
void read_times(const Pair& pair, Look& out) {
  alignas(64) float ceiling[width], y[width];
  alignas(64) int cell[width];
  const FlyoutScale scale = pair.battery.scale;
  const float* ceilings = pair.battery.table->ceilings;
  for (int i = 0; i < width; ++i)
    ceiling[i] = flyout_ceiling(ceilings + int64_t{out.column[i]} * ceiling_coefficients,
                                out.x[i], out.z[i]);
  for (int i = 0; i < width; ++i) {
    const FlyoutDepth found = flyout_depth(scale, out.height[i], ceiling[i]);
    cell[i] = out.column[i] * scale.depth_cells + found.cell;
    y[i] = found.y;
    out.fails[i] |= found.inside ? 0 : 1 << rule_reach;
  }
  const float* cells = pair.battery.table->cells;
  for (int i = 0; i < width; ++i)
    out.flyout[i] = flyout_time(cells + int64_t{cell[i]} * flyout_coefficients, out.x[i], y[i],
                                out.z[i]);
}

// The slack of the samples of one block; returns how many are feasible. Samples after impact carry
// a height of minus infinity, which no rule allows.
int slack_of(const Pair& pair, int block, float* __restrict__ slack) {
  Look found;
  if (place(pair, block, found) == 0) {
    for (int i = 0; i < width; ++i) slack[i] = never;
    return 0;
  }
  read_times(pair, found);
  const int base = block * width;
  const float step = pair.step, earliest = pair.earliest;
  int feasible = 0;
  for (int i = 0; i < width; ++i) {
    const float time = static_cast<float>(base + i) * step;
    const float value = (time - found.flyout[i]) - earliest;
    const float kept = found.fails[i] == 0 ? value : never;
    slack[i] = kept;
    feasible += kept >= 0.0f ? 1 : 0;
  }
  return feasible;
}

// Which blocks might hold a feasible sample. Neighbours of such blocks are kept too: the edges of
// a window are interpolated with the sample beyond.
bool cull(const Pair& pair, bool really, int* keep) {
  const Battery& battery = pair.battery;
  const int n = pair.block_stride;
  const float* x = pair.blocks + block_x * n;
  const float* y = pair.blocks + block_y * n;
  const float* z = pair.blocks + block_z * n;
  const float* radius = pair.blocks + block_radius * n;
  const float* lowest = pair.blocks + block_lowest * n;
  const float* highest = pair.blocks + block_highest * n;
  const float* seen = pair.blocks + block_seen * n;
  const float needed = battery.needs_sensor ? 1.0f : 0.0f;
  int any = 0;
  for (int row = 0; row < n; row += width)
    for (int i = 0; i < width; ++i) {
      const int b = row + i;
      const float dx = x[b] - battery.site[0], dy = y[b] - battery.site[1];
      const float dz = z[b] - battery.site[2];
      const float available = pair.time(b * width + (width - 1)) - pair.earliest;
      float reach = battery.reach[0][reach_offset] + battery.reach[0][reach_speed] * available;
      for (int l = 1; l < reach_lines; ++l) {
        const float line =
            battery.reach[l][reach_offset] + battery.reach[l][reach_speed] * available;
        reach = line < reach ? line : reach;
      }
      // What lies within the greatest ground range and below the block's highest sample is not
      // further away than this.
      const float top = battery.frame.radius + highest[b];
      const float cap2 = highest[b] * highest[b] + battery.frame.radius * top * battery.max_ground2;
      const float cap = std::sqrt(cap2 > 0.0f ? cap2 : 0.0f) * slightly_more + nearby;
      const float limit = (reach < cap ? reach : cap) + radius[b];
      const int kept = (limit > 0.0f) & (dx * dx + dy * dy + dz * dz <= limit * limit) &
                       (highest[b] >= battery.min_height) & (lowest[b] <= battery.max_height) &
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
    const double intervals = (double{greatest} - double{least}) / pair_.battery.shot_interval;
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
  place(pair, block, found);
  read_times(pair, found);
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

// The height above the ellipsoid along the geocentric radius, 6 m off at most at 1,000 km.
float ellipsoid_height(const PrepareJob& job, const double* p, double r) {
  const double sine = p[2] / r;
  const double b2 = job.semi_major * job.semi_major * (1.0 - job.eccentricity_squared);
  return static_cast<float>(
      r - std::sqrt(b2 / (1.0 - job.eccentricity_squared * (1.0 - sine * sine))));
}

// One block of one flight. Places past the impact repeat the flight's first position, at a height
// that no rule allows.
void prepare_samples(const PrepareJob& job, int64_t flight, int block, float* out) {
  const double* p = job.positions + flight * job.sample_count * 3;
  const uint8_t* seen = job.seen + flight * job.sample_count;
  for (int i = 0; i < width; ++i) {
    const int sample = block * width + i;
    const bool there = sample < job.counts[flight];
    const double* at = p + 3 * (there ? sample : 0);
    const double r = std::sqrt(at[0] * at[0] + at[1] * at[1] + at[2] * at[2]);
    for (int c = 0; c < 3; ++c) out[c * width + i] = static_cast<float>(at[c]);
    out[sample_height * width + i] = there ? ellipsoid_height(job, at, r) : never;
    out[sample_seen * width + i] = there && seen[sample] ? 1.0f : 0.0f;
  }
}

void bound_block(const PrepareJob& job, int64_t flight, int block, const float* samples) {
  float* out = job.blocks + flight * block_columns * job.block_stride + block;
  const int left = job.counts[flight] - block * width;
  const int count = left < width ? left : width;
  float centre[3] = {0.0f, 0.0f, 0.0f}, lowest = -never, highest = never, any = 0.0f;
  float radius = never;
  if (count > 0) {
    for (int c = 0; c < 3; ++c)
      centre[c] = 0.5f * (samples[c * width] + samples[c * width + count - 1]);
    float most = 0.0f;
    for (int i = 0; i < count; ++i) {
      float d2 = 0.0f;
      for (int c = 0; c < 3; ++c) {
        const float d = samples[c * width + i] - centre[c];
        d2 += d * d;
      }
      most = d2 > most ? d2 : most;
      const float h = samples[sample_height * width + i];
      lowest = h < lowest ? h : lowest;
      highest = h > highest ? h : highest;
      const float seen = samples[sample_seen * width + i];
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
    for (int block = 0; block < job.block_stride; ++block) {
      float* samples =
          job.samples + (flight * job.sample_blocks + block) * sample_columns * width;
      if (block < job.sample_blocks) prepare_samples(job, flight, block, samples);
      bound_block(job, flight, block, samples);
    }
  }
}

// The windows of pairs first..last-1.
void windows_range(const WindowJob& job, int64_t first, int64_t last) {
  alignas(64) int keep[window_most_blocks];
  alignas(64) float slack[width];
  for (int64_t index = first; index < last; ++index) {
    const Pair pair(job, index);
    double* answer = job.windows + index * window_columns;
    int32_t* tally = job.tallies + index * tally_columns;
    if (!(pair.earliest < -never) || !cull(pair, job.cull, keep)) {
      for (int c = 0; c < window_columns; ++c) answer[c] = nothing;
      for (int c = 0; c < tally_columns; ++c) tally[c] = 0;
      continue;
    }
    Window window(pair);
    for (int block = 0; block < pair.block_count; ++block) {
      if (!look_at(keep, block, pair.block_count)) continue;
      const int feasible = slack_of(pair, block, slack);
      window.add(block, slack, feasible);
    }
    window.finish(answer, tally);
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
