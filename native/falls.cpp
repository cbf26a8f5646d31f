// Python's way to the fall kernel, called by glasshield.fusion.
#include "arrays.hpp"
#include "falls_isa.hpp"
#include "threads.hpp"

using namespace glasshield;

namespace {

constexpr int64_t block_falls = 256;

void fall(const Table& states, const Column& drag, double longest_s, const Table& constants,
          const Table& air, const Table& drag_curve, const Column& log_density, double bottom_m,
          double density_step_m, double sample_step_s, int64_t every, int threads,
          const Out& ended, const OutCube& samples) {
  need(states, 6, "states: n x 6");
  need(ended, ended_columns, "ended: n x 7");
  need(samples, 6, "samples: falls x samples x 6");
  const size_t n = states.shape(0);
  need_rows(drag, n, "drag needs a number a state");
  need_rows(ended, n, "ended needs a row a state");
  if (log_density.shape(0) < 2 || !(density_step_m > 0.0))
    throw nb::value_error("log_density: two rows or more, a step above zero");
  if (every < 1) throw nb::value_error("every: one or more");
  if (samples.shape(1) > 0) {
    if (!(sample_step_s > 0.0)) throw nb::value_error("sample_step_s: above zero");
    need_rows(samples, (n + every - 1) / every, "samples need a row for every so-many-th state");
  }
  const FallJob job{earth_of(constants, air, drag_curve),
                    {log_density.data(), static_cast<int64_t>(log_density.shape(0)), bottom_m,
                     density_step_m},
                    states.data(),
                    drag.data(),
                    static_cast<int64_t>(n),
                    longest_s,
                    ended.data(),
                    {sample_step_s, static_cast<int64_t>(samples.shape(1)), every,
                     samples.data()}};
  nb::gil_scoped_release release;
  const auto kernel = GLASSHIELD_DISPATCH(fall_range);
  over_blocks(job.count, block_falls, threads, [&] {
    return [&](int64_t first, int64_t last) { kernel(job, first, last); };
  });
}

}  // namespace

void bind_falls(nb::module_& module) {
  module.attr("ENDED_COLUMNS") = ended_columns;
  module.def("fall", &fall, nb::arg("states"), nb::arg("drag"), nb::arg("longest_s"),
             nb::arg("constants"), nb::arg("air"), nb::arg("drag_curve"), nb::arg("log_density"),
             nb::arg("bottom_m"), nb::arg("density_step_m"), nb::arg("sample_step_s"),
             nb::arg("every"), nb::arg("threads"), nb::arg("ended"), nb::arg("samples"),
             "Carries states down to the ground; writes where and when, and places on the way.");
}
