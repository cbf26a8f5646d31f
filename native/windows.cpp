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
using Ceilings = Array<const float, nb::shape<-1, -1, ceiling_coefficients>>;
using Reach = Array<const double, nb::shape<-1, reach_lines, reach_columns>>;
using Batteries = Array<const double, nb::shape<-1, battery_columns>>;
using Column = Array<const double, nb::ndim<1>>;
using Counts = Array<const int32_t, nb::ndim<1>>;
using Samples = Array<const float, nb::shape<-1, -1, sample_columns, window_block>>;
using Blocks = Array<const float, nb::shape<-1, block_columns, -1>>;
using Pairs = Array<const int32_t, nb::shape<-1, 2>>;
using Windows = Array<double, nb::shape<-1, window_columns>>;
using Tallies = Array<int32_t, nb::shape<-1, tally_columns>>;
using Closed = Array<uint8_t, nb::shape<-1, 2>>;

void prepare(const Positions& positions, const Array<const uint8_t, nb::ndim<2>>& seen,
             const Counts& counts, double semi_major_m,
             double eccentricity_squared, int threads,
             const Array<float, nb::shape<-1, -1, sample_columns, window_block>>& samples,
             const Array<float, nb::shape<-1, block_columns, -1>>& blocks) {
  const PrepareJob job{positions.data(),
                       seen.data(),
                       counts.data(),
                       static_cast<int64_t>(positions.shape(0)),
                       static_cast<int>(positions.shape(1)),
                       static_cast<int>(samples.shape(1)),
                       static_cast<int>(blocks.shape(2)),
                       semi_major_m,
                       eccentricity_squared,
                       samples.data(),
                       blocks.data()};
  const auto n = positions.shape(0);
  if (seen.shape(0) != n || seen.shape(1) != positions.shape(1) || counts.shape(0) != n ||
      samples.shape(0) != n || blocks.shape(0) != n)
    throw nb::value_error("the arrays of the targets differ in length");
  if (job.sample_blocks * window_block < job.sample_count || job.block_stride % window_block ||
      job.block_stride < job.sample_blocks || job.block_stride > window_most_blocks)
    throw nb::value_error("the targets' samples do not fit the blocks");
  const nb::gil_scoped_release release;
  const auto kernel = GLASSHIELD_DISPATCH(prepare_range);
  over_blocks(job.count, block_targets, threads, [&] {
    return [&](int64_t first, int64_t last) { kernel(job, first, last); };
  });
}

// The tables as the kernel reads them.
std::vector<FlyoutTable> tables_of(const std::vector<Cells>& cells,
                                   const std::vector<Ceilings>& ceilings,
                                   const std::vector<FlyoutRow>& frames, const Reach& reach) {
  if (frames.size() != cells.size() || ceilings.size() != cells.size() ||
      reach.shape(0) != cells.size())
    throw nb::value_error("one frame, ceiling and set of reach lines for each table");
  std::vector<FlyoutTable> tables;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (!fit(cells[i], ceilings[i]))
      throw nb::value_error("cells and ceilings of a table differ in their columns");
    tables.push_back({grid_of(cells[i], frames[i]), cells[i].data(), ceilings[i].data()});
  }
  return tables;
}

std::vector<Battery> batteries_of(const std::vector<FlyoutTable>& tables, const Reach& reach,
                                  const Batteries& rows) {
  std::vector<Battery> batteries;
  batteries.reserve(rows.shape(0));
  for (size_t b = 0; b < rows.shape(0); ++b) {
    const double* row = rows.data() + b * battery_columns;
    const double table = row[battery_table];
    if (!(table >= 0.0 && table < static_cast<double>(tables.size())))
      throw nb::index_error("a battery names a table that is not there");
    const auto index = static_cast<size_t>(table);
    batteries.emplace_back(tables[index], row, reach.data() + index * reach_lines * reach_columns);
  }
  return batteries;
}

void check_pairs(const Pairs& pairs, size_t batteries, size_t targets) {
  for (size_t i = 0; i < pairs.shape(0); ++i) {
    const int64_t battery = pairs(i, 0), target = pairs(i, 1);
    if (battery < 0 || battery >= static_cast<int64_t>(batteries) || target < 0 ||
        target >= static_cast<int64_t>(targets))
      throw nb::index_error("a pair names a battery or a target that is not there");
  }
}

template <class Kernel>
void over_pairs(const WindowJob& job, int threads, Kernel kernel) {
  over_blocks(job.count, block_pairs, threads, [&] {
    return [&](int64_t first, int64_t last) { kernel(job, first, last); };
  });
}

// Windows, or the rules that close them, or both: answers without rows are left out.
void find(const Samples& samples, const Blocks& blocks, const Counts& counts,
          const Column& burnout_s, const Column& reentry_s, double step_s,
          const std::vector<Cells>& cells, const std::vector<Ceilings>& ceilings,
          const std::vector<FlyoutRow>& frames, const Reach& reach, const Batteries& batteries,
          const Pairs& pairs, const Column& commit_s, bool cull, int threads,
          const Windows& windows, const Tallies& tallies, const Closed& closed_by) {
  const auto n = samples.shape(0), p = pairs.shape(0);
  if (blocks.shape(0) != n || counts.shape(0) != n || burnout_s.shape(0) != n ||
      reentry_s.shape(0) != n || commit_s.shape(0) != p)
    throw nb::value_error("the arrays of the targets or pairs differ in length");
  if (blocks.shape(2) > window_most_blocks || blocks.shape(2) % window_block ||
      blocks.shape(2) < samples.shape(1))
    throw nb::value_error("the targets' samples do not fit the blocks");
  if (windows.shape(0) != tallies.shape(0) || (windows.shape(0) != p && windows.shape(0) != 0) ||
      (closed_by.shape(0) != p && closed_by.shape(0) != 0))
    throw nb::value_error("one answer for each pair, or none");
  const std::vector<FlyoutTable> tables = tables_of(cells, ceilings, frames, reach);
  const std::vector<Battery> prepared = batteries_of(tables, reach, batteries);
  check_pairs(pairs, prepared.size(), n);
  const WindowJob job{{samples.data(), blocks.data(), counts.data(), burnout_s.data(),
                       reentry_s.data(), static_cast<int64_t>(n),
                       static_cast<int>(samples.shape(1)), static_cast<int>(blocks.shape(2)),
                       step_s},
                      prepared.data(),
                      pairs.data(),
                      commit_s.data(),
                      static_cast<int64_t>(p),
                      cull,
                      windows.data(),
                      tallies.data(),
                      closed_by.data()};
  const nb::gil_scoped_release release;
  if (windows.shape(0) == p) over_pairs(job, threads, GLASSHIELD_DISPATCH(windows_range));
  if (closed_by.shape(0) == p) over_pairs(job, threads, GLASSHIELD_DISPATCH(explain_range));
}

}  // namespace

void bind_windows(nb::module_& module) {
  module.def("windows_prepare", &prepare, nb::arg("positions"), nb::arg("seen"), nb::arg("counts"),
             nb::arg("semi_major_m"), nb::arg("eccentricity_squared"), nb::arg("threads"),
             nb::arg("samples"), nb::arg("blocks"), "Lays out sampled flights for `windows_find`.");
  module.def("windows_find", &find, nb::arg("samples"), nb::arg("blocks"), nb::arg("counts"),
             nb::arg("burnout_s"), nb::arg("reentry_s"), nb::arg("step_s"), nb::arg("cells"),
             nb::arg("ceilings"), nb::arg("frames"), nb::arg("reach"), nb::arg("batteries"),
             nb::arg("pairs"), nb::arg("commit_s"), nb::arg("cull"), nb::arg("threads"),
             nb::arg("windows"), nb::arg("tallies"), nb::arg("closed_by"),
             "Finds the engagement windows of pairs of a battery and a target, and what closes "
             "them.");
}
