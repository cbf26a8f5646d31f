// How a flyout table comes from Python: arrays of cells and ceilings and a row that
// describes its frame.
#pragma once

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include "flyout.hpp"

namespace glasshield {

using FlyoutRow = nanobind::ndarray<const double, nanobind::ndim<1>, nanobind::c_contig,
                                    nanobind::device::cpu>;
constexpr int flyout_frame_columns = 7;  // ground step, radius, apex, four of drift

template <class Cells>
FlyoutGrid grid_of(const Cells& cells, const FlyoutRow& frame) {
  if (frame.shape(0) != flyout_frame_columns)
    throw nanobind::value_error("the frame of a flyout table has seven numbers");
  const double* f = frame.data();
  return {static_cast<int>(cells.shape(0)),
          static_cast<int>(cells.shape(1)),
          static_cast<int>(cells.shape(2)),
          f[0],
          f[1],
          f[2],
          {f[3], f[4], f[5], f[6]}};
}

// Whether cells and ceilings belong to one table.
template <class Cells, class Ceilings>
bool fit(const Cells& cells, const Ceilings& ceilings) {
  return cells.shape(0) == ceilings.shape(0) && cells.shape(1) == ceilings.shape(1);
}

}  // namespace glasshield
