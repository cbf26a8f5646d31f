// Python's face of the window kernels.
#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/vector.h>

#include <vector>

#include "flyout_bind.hpp"
#include "threads.hpp"
#include "windows_isa.hpp"

namespace nb = nanobind;
using namespace glasshield;

namespace {

constexpr int64_t block_targets = 64;
constexpr int64_t block_pairs = 512;

template <class Type, class... Shape>
using Array = nb::ndarray<Type, Shape..., nb::c_contig, nb::device::cpu>;
using Positions = Array<const double, nb::shape<-1, -1, 3>>;
using Cells = Array<const float, nb::shape<-1, -1, -1, flyout_coefficients>>;
using Reach = Array<const double, nb::shape<-1, reach_lines, reach_columns>>;
using Batteries = Array<const double, nb::shape<-1, battery_columns>>;
using Column = Array<const double, nb::ndim<1>>;

void prepare(const Positions& positions, const Array<const uint8_t, nb::ndim<2>>& seen,
             const Array<const int32_t, nb::ndim<1>>& counts, double semi_major,
             double eccentricity_squared, int threads,
             const Array<float, nb::shape<-1, sample_columns, -1>>& samples,
             const Array<float, nb::shape<-1, block_columns, -1>>& blocks) {
  const PrepareJob job{positions.data(),
                       seen.data(),
                       counts.data(),
                       static_cast<int64_t>(positions.shape(0)),
                       static_cast<int>(positions.shape(1)),
                       static_cast<int>(samples.shape(2)),
                       static_cast<int>(blocks.shape(2)),
                       semi_major,
                       eccentricity_squared,
                       samples.data(),
                       blocks.data()};
  const auto n = positions.shape(0);
  if (seen.shape(0) != n || seen.shape(1) != positions.shape(1) || counts.shape(0) != n ||
      samples.shape(0) != n || blocks.shape(0) != n)
    throw nb::value_error("the arrays of the targets differ in length");
  if (job.stride % window_block || job.block_stride % window_block ||
      job.stride < job.sample_count || job.block_stride * window_block < job.stride ||
      job.block_stride > window_most_blocks)
    throw nb::value_error("the targets' samples do not fit the blocks");
  const nb::gil_scoped_release release;
  const auto kernel = GLASSHIELD_DISPATCH(prepare_range);
  over_blocks(job.count, block_targets, threads, [&] {
    return [&](int64_t first, int64_t last) { kernel(job, first, last); };
  });
}

// The job without its answers, and the tables that it points to.
struct Request {
  std::vector<FlyoutTable> tables;
  WindowJob job{};
};

Request request_of(const Array<const float, nb::shape<-1, sample_columns, -1>>& samples,
                   const Array<const float, nb::shape<-1, block_columns, -1>>& blocks,
                   const Array<const int32_t, nb::ndim<1>>& counts, const Column& burnout,
                   const Column& reentry, double step, const std::vector<Cells>& cells,
                   const std::vector<FlyoutRow>& frames, const Reach& reach,
                   const Batteries& batteries,
                   const Array<const int32_t, nb::shape<-1, 2>>& pairs, const Column& commit) {
  Request request;
  if (frames.size() != cells.size() || reach.shape(0) != cells.size())
    throw nb::value_error("one frame and one set of reach lines for each table");
  for (size_t i = 0; i < cells.size(); ++i)
    request.tables.push_back({grid_of(cells[i], frames[i]), cells[i].data()});
  WindowJob& job = request.job;
  job.targets = {samples.data(),
                 blocks.data(),
                 counts.data(),
                 burnout.data(),
                 reentry.data(),
                 static_cast<int64_t>(samples.shape(0)),
                 static_cast<int>(samples.shape(2)),
                 static_cast<int>(blocks.shape(2)),
                 step};
  const auto n = samples.shape(0);
  if (blocks.shape(0) != n || counts.shape(0) != n || burnout.shape(0) != n ||
      reentry.shape(0) != n || commit.shape(0) != pairs.shape(0))
    throw nb::value_error("the arrays of the targets or pairs differ in length");
  if (job.targets.block_stride > window_most_blocks || job.targets.block_stride % window_block)
    throw nb::value_error("the targets' samples do not fit the blocks");
  job.reach = reach.data();
  job.batteries = batteries.data();
  job.pairs = pairs.data();
  job.commit = commit.data();
  job.count = static_cast<int64_t>(pairs.shape(0));
  const auto battery_count = static_cast<int64_t>(batteries.shape(0));
  for (int64_t b = 0; b < battery_count; ++b) {
    const double table = job.batteries[b * battery_columns + battery_table];
    if (!(table >= 0.0 && table < static_cast<double>(cells.size())))
      throw nb::value_error("a battery names a table that is not there");
  }
  for (int64_t i = 0; i < job.count; ++i) {
    if (job.pairs[2 * i] < 0 || job.pairs[2 * i] >= battery_count || job.pairs[2 * i + 1] < 0 ||
        job.pairs[2 * i + 1] >= job.targets.count)
      throw nb::value_error("a pair names a battery or a target that is not there");
  }
  return request;
}

}  // namespace

void bind_windows(nb::module_& module) {
  module.def("windows_prepare", &prepare, nb::arg("positions"), nb::arg("seen"), nb::arg("counts"),
             nb::arg("semi_major"), nb::arg("eccentricity_squared"), nb::arg("threads"),
             nb::arg("samples"), nb::arg("blocks"), "Lays out sampled flights for `windows_find`.");
  module.def(
      "windows_find",
      [](const Array<const float, nb::shape<-1, sample_columns, -1>>& samples,
         const Array<const float, nb::shape<-1, block_columns, -1>>& blocks,
         const Array<const int32_t, nb::ndim<1>>& counts, const Column& burnout,
         const Column& reentry, double step, const std::vector<Cells>& cells,
         const std::vector<FlyoutRow>& frames, const Reach& reach, const Batteries& batteries,
         const Array<const int32_t, nb::shape<-1, 2>>& pairs, const Column& commit, bool cull,
         int threads, const Array<double, nb::shape<-1, window_columns>>& windows,
         const Array<int32_t, nb::shape<-1, tally_columns>>& tallies) {
        Request request = request_of(samples, blocks, counts, burnout, reentry, step, cells,
                                     frames, reach, batteries, pairs, commit);
        if (windows.shape(0) != pairs.shape(0) || tallies.shape(0) != pairs.shape(0))
          throw nb::value_error("one window and one tally for each pair");
        WindowJob& job = request.job;
        job.tables = request.tables.data();
        job.cull = cull;
        job.windows = windows.data();
        job.tallies = tallies.data();
        const nb::gil_scoped_release release;
        const auto kernel = GLASSHIELD_DISPATCH(windows_range);
        over_blocks(job.count, block_pairs, threads, [&] {
          return [&](int64_t first, int64_t last) { kernel(job, first, last); };
        });
      },
      nb::arg("samples"), nb::arg("blocks"), nb::arg("counts"), nb::arg("burnout"),
      nb::arg("reentry"), nb::arg("step"), nb::arg("cells"), nb::arg("frames"), nb::arg("reach"),
      nb::arg("batteries"), nb::arg("pairs"), nb::arg("commit"), nb::arg("cull"),
      nb::arg("threads"), nb::arg("windows"), nb::arg("tallies"),
      "Finds the engagement window of every pair of a battery and a target.");
  module.def(
      "windows_explain",
      [](const Array<const float, nb::shape<-1, sample_columns, -1>>& samples,
         const Array<const float, nb::shape<-1, block_columns, -1>>& blocks,
         const Array<const int32_t, nb::ndim<1>>& counts, const Column& burnout,
         const Column& reentry, double step, const std::vector<Cells>& cells,
         const std::vector<FlyoutRow>& frames, const Reach& reach, const Batteries& batteries,
         const Array<const int32_t, nb::shape<-1, 2>>& pairs, const Column& commit, int threads,
         const Array<uint8_t, nb::shape<-1, 2>>& closed_by) {
        Request request = request_of(samples, blocks, counts, burnout, reentry, step, cells,
                                     frames, reach, batteries, pairs, commit);
        if (closed_by.shape(0) != pairs.shape(0))
          throw nb::value_error("one answer for each pair");
        WindowJob& job = request.job;
        job.tables = request.tables.data();
        job.closed_by = closed_by.data();
        const nb::gil_scoped_release release;
        const auto kernel = GLASSHIELD_DISPATCH(explain_range);
        over_blocks(job.count, block_pairs, threads, [&] {
          return [&](int64_t first, int64_t last) { kernel(job, first, last); };
        });
      },
      nb::arg("samples"), nb::arg("blocks"), nb::arg("counts"), nb::arg("burnout"),
      nb::arg("reentry"), nb::arg("step"), nb::arg("cells"), nb::arg("frames"), nb::arg("reach"),
      nb::arg("batteries"), nb::arg("pairs"), nb::arg("commit"), nb::arg("threads"),
      nb::arg("closed_by"), "Says for every pair which rules close its window.");
}
