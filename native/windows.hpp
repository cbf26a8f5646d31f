// What the window kernel takes and gives: plain arrays, shared by the bindings and by every build
// of the compute code.
#pragma once

#include <cstdint>

#include "flyout.hpp"

namespace glasshield {

// Samples are looked at in blocks, and blocks in rows of the same length: 16 floats fill the
// widest registers.
constexpr int window_block = 16;
constexpr int window_most_blocks = 1024;

enum SampleColumn : int {
  sample_x,  // m, Earth-fixed
  sample_y,
  sample_z,
  sample_height,  // m above the ellipsoid; minus infinity after impact
  sample_seen,    // 1 where a sensor sees the target
  sample_columns,
};

// What bounds the samples of one block.
enum BlockColumn : int {
  block_x,  // m, centre of a sphere around the positions, Earth-fixed
  block_y,
  block_z,
  block_radius,   // m; minus infinity where the block is empty
  block_lowest,   // m, least and greatest height above the ellipsoid
  block_highest,
  block_seen,     // 1 when a sensor sees any of its samples
  block_columns,
};

// Target flights, sampled every `step` seconds from launch, as the kernel reads them.
struct Targets {
  const float* samples;      // n x sample_blocks x sample_columns x window_block
  const float* blocks;       // n x block_columns x block_stride
  const int32_t* counts;     // n, samples before impact
  const double* burnout;     // n, s after launch
  const double* reentry;     // n, s after launch
  int64_t count;
  int sample_blocks;         // blocks of samples for each flight
  int block_stride;          // the same, rounded up to a multiple of window_block
  double step;               // s
};

struct PrepareJob {
  const double* positions;   // n x sample_count x 3, Earth-fixed, m
  const uint8_t* seen;       // n x sample_count
  const int32_t* counts;
  int64_t count;
  int sample_count;
  int sample_blocks, block_stride;
  double semi_major;         // m
  double eccentricity_squared;
  float* samples;            // answers, shaped as in Targets
  float* blocks;
};

enum BatteryColumn : int {
  battery_table,              // which table
  battery_position,           // m, Earth-fixed, 3
  battery_axes = 4,           // rows east, north, up, 9
  battery_min_height = 13,    // m
  battery_max_height,         // m
  battery_max_ground,         // chord of the unit sphere; infinite for no limit
  battery_before_reentry,     // s; minus infinity for no limit
  battery_in_boost,           // 1 when launch is allowed before the target's burnout
  battery_needs_sensor,       // 1 when a sensor has to see the target at intercept
  battery_shot_interval,      // s between two launches
  battery_columns,
};

// No point of a table lies further from the site than the least of these lines allows:
// offset + speed * (flight time).
constexpr int reach_lines = 6;
enum ReachColumn : int { reach_offset, reach_speed, reach_columns };

// The rules in the order in which they are applied.
enum Rule : int {
  rule_min_height,
  rule_max_height,
  rule_before_reentry,
  rule_sensor,
  rule_max_ground,
  rule_reach,
  rule_burnout,
  rule_commit,
  rule_count,
};

enum WindowColumn : int {
  window_open,          // s after the target's launch, first and last intercept
  window_close,
  window_first_launch,  // s after the target's launch, first and last launch of the interceptor
  window_last_launch,
  window_columns,
};
enum TallyColumn : int {
  tally_samples,  // feasible samples; 0 when there is no window
  tally_parts,    // unbroken parts of the window
  tally_shots,    // most launches one after the other inside one part
  tally_columns,
};

// A battery in the precision in which it is compared with targets.
struct Battery {
  const FlyoutTable* table;
  FlyoutFrame<float> frame;
  FlyoutScale scale;
  float site[3], axes[9];
  float min_height, max_height, max_ground2, before_reentry;
  bool in_boost, needs_sensor;
  double shot_interval;
  float reach[reach_lines][reach_columns];

  // `row` has battery_columns numbers, `lines` has reach_lines x reach_columns.
  Battery(const FlyoutTable& its_table, const double* row, const double* lines)
      : table(&its_table),
        frame(its_table.grid),
        scale(its_table.grid),
        min_height(static_cast<float>(row[battery_min_height])),
        max_height(static_cast<float>(row[battery_max_height])),
        max_ground2(static_cast<float>(row[battery_max_ground] * row[battery_max_ground])),
        before_reentry(static_cast<float>(row[battery_before_reentry])),
        in_boost(row[battery_in_boost] != 0.0),
        needs_sensor(row[battery_needs_sensor] != 0.0),
        shot_interval(row[battery_shot_interval]) {
    for (int c = 0; c < 3; ++c) site[c] = static_cast<float>(row[battery_position + c]);
    for (int c = 0; c < 9; ++c) axes[c] = static_cast<float>(row[battery_axes + c]);
    for (int i = 0; i < reach_lines * reach_columns; ++i)
      reach[i / reach_columns][i % reach_columns] = static_cast<float>(lines[i]);
  }
};

struct WindowJob {
  Targets targets;
  const Battery* batteries;
  const int32_t* pairs;       // p x 2: battery, target
  const double* commit;       // p, s after the target's launch, the earliest commit
  int64_t count;
  bool cull;                  // false: look at every sample (for tests)
  double* windows;            // p x window_columns, NaN without a window
  int32_t* tallies;           // p x tally_columns
  uint8_t* closed_by;         // p x 2, only for `explain_range`: see there
};

}  // namespace glasshield
