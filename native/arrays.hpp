// Python's arrays as the bindings take them. Shapes and finiteness are checked in Python; here only
// what memory safety needs.
#pragma once

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include "flight.hpp"

namespace glasshield {

namespace nb = nanobind;

using Column = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Table = nb::ndarray<const double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;
using Cube = nb::ndarray<const double, nb::ndim<3>, nb::c_contig, nb::device::cpu>;
using Numbers = nb::ndarray<const int32_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Counts = nb::ndarray<const int64_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using OutColumn = nb::ndarray<double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Out = nb::ndarray<double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;
using OutCube = nb::ndarray<double, nb::ndim<3>, nb::c_contig, nb::device::cpu>;
using OutNumbers = nb::ndarray<int32_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using OutCountTable = nb::ndarray<int64_t, nb::ndim<2>, nb::c_contig, nb::device::cpu>;
using OutCounts = nb::ndarray<int64_t, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

template <class Array>
void need(const Array& array, size_t columns, const char* what) {
  if (array.shape(array.ndim() - 1) != columns) throw nb::value_error(what);
}

template <class Array>
void need_rows(const Array& array, size_t rows, const char* what) {
  if (array.shape(0) != rows) throw nb::value_error(what);
}

inline Earth earth_of(const Table& constants, const Table& air, const Table& drag) {
  need(constants, 7, "constants: 1 x 7");
  need(air, 8, "air: cells x 8");
  need(drag, 4, "drag: cells x 4");
  if (constants.shape(0) != 1 || air.shape(0) == 0 || drag.shape(0) == 0)
    throw nb::value_error("an empty table");
  const double* c = constants.data();
  return {c[0], c[1], c[2], c[3], c[4],
          {air.data(), static_cast<int>(air.shape(0)), c[5]},
          {drag.data(), static_cast<int>(drag.shape(0)), c[6]}};
}

}  // namespace glasshield
