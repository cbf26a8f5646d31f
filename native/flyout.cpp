// Python's face of the flyout kernels.
#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include <vector>

#include "flyout_bind.hpp"
#include "flyout_isa.hpp"
#include "threads.hpp"

namespace nb = nanobind;
using namespace glasshield;

namespace {

template <class Type, class... Shape>
using Array = nb::ndarray<Type, Shape..., nb::c_contig, nb::device::cpu>;
template <class Type>
using CellsOf = Array<Type, nb::shape<-1, -1, -1, flyout_coefficients>>;
template <class Type>
using CeilingsOf = Array<Type, nb::shape<-1, -1, ceiling_coefficients>>;
using Fan = Array<const double, nb::shape<-1, -1, -1, 3>>;
using Cells = CellsOf<float>;
using ConstCells = CellsOf<const float>;
using Ceilings = CeilingsOf<float>;
using ConstCeilings = CeilingsOf<const float>;
using Points = Array<const double, nb::shape<-1, 3>>;
using Errors = Array<double, nb::shape<-1, 3>>;
using Times = Array<double, nb::ndim<1>>;

constexpr int64_t block_points = 4096;


void invert(const Fan& fan, double first_time_s, double time_step_s, const FlyoutRow& frame,
            double top_m, double tolerance_s, int threads, const Cells& cells,
            const Ceilings& ceilings, const Errors& errors) {
  InvertJob job{};
  job.fan = {fan.data(),
             static_cast<int>(fan.shape(0)),
             static_cast<int>(fan.shape(1)),
             static_cast<int>(fan.shape(2)),
             first_time_s,
             time_step_s};
  job.grid = grid_of(cells, frame);
  job.top = top_m;
  job.tolerance = tolerance_s;
  job.cells = cells.data();
  job.ceilings = ceilings.data();
  job.errors = errors.data();
  if (job.fan.azimuths < 4 || job.fan.kicks < 2 || job.fan.times < 2)
    throw nb::value_error("a fan has at least 4 azimuths, 2 kicks and 2 times");
  if (errors.shape(0) != cells.shape(0) || !fit(cells, ceilings))
    throw nb::value_error("cells, ceilings and errors differ in their sheets or columns");

  const nb::gil_scoped_release release;
  const int64_t flights = int64_t{job.fan.kicks} * job.fan.times;
  const int halves = 2 * job.grid.sheets;
  const int64_t columns = 2 * int64_t{job.grid.ground_cells} + 1;
  std::vector<double> chart(flights * job.fan.azimuths * 4), slices(halves * flights * 2),
      branches(halves * (job.fan.kicks + job.fan.times) * 4);
  std::vector<float> tops(halves * columns),
      fine(halves * columns * (2 * job.grid.depth_cells + 1));
  job.chart = chart.data();
  job.slices = slices.data();
  job.branches = branches.data();
  job.tops = tops.data();
  job.fine = fine.data();
  const auto in_ranges = [&](int count, auto* kernel) {
    over_blocks(count, 1, threads, [&] {
      return [&](int64_t first, int64_t last) {
        kernel(job, static_cast<int>(first), static_cast<int>(last));
      };
    });
  };
  in_ranges(job.fan.kicks, GLASSHIELD_DISPATCH(chart_fan));
  in_ranges(halves, GLASSHIELD_DISPATCH(cut_sheets));
  in_ranges(job.grid.sheets, GLASSHIELD_DISPATCH(fill_cells));
}

void times(const ConstCells& cells, const ConstCeilings& ceilings, const FlyoutRow& frame,
           const Points& positions, int threads, const Times& out, const Times& room) {
  if (positions.shape(0) != out.shape(0) || positions.shape(0) != room.shape(0))
    throw nb::value_error("one time and one height for each position");
  if (!fit(cells, ceilings)) throw nb::value_error("cells and ceilings differ in their columns");
  const TimesJob job{{grid_of(cells, frame), cells.data(), ceilings.data()},
                     positions.data(),
                     static_cast<int64_t>(positions.shape(0)),
                     out.data(),
                     room.data()};
  const nb::gil_scoped_release release;
  const auto kernel = GLASSHIELD_DISPATCH(look_up_times);
  over_blocks(job.count, block_points, threads, [&] {
    return [&](int64_t first, int64_t last) { kernel(job, first, last); };
  });
}

}  // namespace

void bind_flyout(nb::module_& module) {
  module.def("flyout_invert", &invert, nb::arg("fan"), nb::arg("first_time_s"),
             nb::arg("time_step_s"), nb::arg("frame"), nb::arg("top_m"), nb::arg("tolerance_s"),
             nb::arg("threads"), nb::arg("cells"), nb::arg("ceilings"), nb::arg("errors"),
             "Turns a fan of flights into a table of flight times.");
  module.def("flyout_times", &times, nb::arg("cells"), nb::arg("ceilings"), nb::arg("frame"),
             nb::arg("positions"), nb::arg("threads"), nb::arg("times"), nb::arg("room"),
             "The flight times to points, from a table.");
}
