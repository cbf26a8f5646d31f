// Python's way to the flight kernels, called by glasshield.flight.
#include <vector>

#include "arrays.hpp"
#include "flight_isa.hpp"
#include "threads.hpp"

using namespace glasshield;

namespace {

constexpr int64_t block_flights = 256;

// Memory of one thread, reused from block to block.
struct Room {
  std::vector<FlightState> flights;
  std::vector<AimState> aims;
  std::vector<int> queue, open;
  std::vector<double> launches, results;

  explicit Room(bool aiming)
      : flights(block_flights),
        aims(aiming ? block_flights : 0),
        queue(block_flights),
        open(aiming ? block_flights : 0),
        launches(aiming ? block_flights * launch_columns : 0),
        results(aiming ? block_flights * result_columns : 0) {}

  Workspace view() {
    return {flights.data(), aims.data(), queue.data(), open.data(), launches.data(), results.data()};
  }
};

void check_vehicle_rows(const Table& vehicles, const double* rows, size_t count, int columns,
                        int column) {
  for (size_t i = 0; i < count; ++i) {
    const double row = rows[i * columns + column];
    if (!(row >= 0.0 && row < static_cast<double>(vehicles.shape(0))))
      throw nb::index_error("no such vehicle row");
  }
  for (size_t v = 0; v < vehicles.shape(0); ++v) {
    const double stages = vehicles.data()[v * vehicle_columns + vehicle_stages];
    if (!(stages >= 1.0 && stages <= max_stages)) throw nb::value_error("stages: 1 to 4");
  }
}

void fly(const Table& vehicles, const Table& launches, const Table& constants, const Table& air,
         const Table& drag, double position_error_m, double velocity_error_m_s,
         double reentry_height_m, double sample_step_s, int threads, int lanes, const Out& results,
         const OutCube& positions, const OutCube& velocities) {
  need(vehicles, vehicle_columns, "vehicles: n x vehicle_columns");
  need(launches, launch_columns, "launches: n x launch_columns");
  need(results, result_columns, "results: n x result_columns");
  const size_t n = launches.shape(0);
  const size_t samples = positions.shape(1);
  if (results.shape(0) != n || positions.shape(0) != n || positions.shape(2) != 3)
    throw nb::value_error("results and positions need a row for each launch");
  const bool moving = velocities.shape(1) > 0;
  if (moving && (velocities.shape(0) != n || velocities.shape(1) != samples ||
                 velocities.shape(2) != 3))
    throw nb::value_error("velocities need the shape of positions");
  if (samples > 0 && !(sample_step_s > 0.0)) throw nb::value_error("sample_step_s: above zero");
  check_vehicle_rows(vehicles, launches.data(), n, launch_columns, launch_vehicle);
  const FlyJob job{vehicles.data(),
                   launches.data(),
                   results.data(),
                   static_cast<int64_t>(n),
                   earth_of(constants, air, drag),
                   {position_error_m, velocity_error_m_s},
                   {sample_step_s, static_cast<int>(samples), positions.data(),
                    moving ? velocities.data() : nullptr},
                   reentry_height_m};
  nb::gil_scoped_release release;
  const auto kernel = GLASSHIELD_DISPATCH(fly_range);
  over_blocks(job.count, block_flights, threads, [&] {
    return [&, room = Room(false)](int64_t first, int64_t last) mutable {
      kernel(job, first, last, room.view(), lanes);
    };
  });
}

void aim(const Table& vehicles, const Table& aims, const Cube& curves, const Table& constants,
         const Table& air, const Table& drag, double position_error_m, double velocity_error_m_s,
         double reentry_height_m, double tolerance_m, int most_flights, int threads, int lanes,
         const Out& launches, const Out& results, const Out& aimed) {
  need(vehicles, vehicle_columns, "vehicles: n x vehicle_columns");
  need(aims, aim_columns, "aims: n x aim_columns");
  need(curves, curve_columns, "curves: families x points x curve_columns");
  need(launches, launch_columns, "launches: n x launch_columns");
  need(results, result_columns, "results: n x result_columns");
  need(aimed, aimed_columns, "aimed: n x aimed_columns");
  const size_t n = aims.shape(0);
  if (launches.shape(0) != n || results.shape(0) != n || aimed.shape(0) != n)
    throw nb::value_error("launches, results and aimed need a row for each aim");
  if (curves.shape(1) < 2) throw nb::value_error("a family needs two points");
  check_vehicle_rows(vehicles, aims.data(), n, aim_columns, aim_vehicle);
  for (size_t i = 0; i < n; ++i) {
    const double family = aims.data()[i * aim_columns + aim_curve];
    if (!(family >= 0.0 && family < static_cast<double>(curves.shape(0))))
      throw nb::index_error("no such family");
  }
  const AimJob job{{vehicles.data(),
                    launches.data(),
                    results.data(),
                    static_cast<int64_t>(n),
                    earth_of(constants, air, drag),
                    {position_error_m, velocity_error_m_s},
                    {0.0, 0, nullptr, nullptr},
                    reentry_height_m},
                   launches.data(),
                   aims.data(),
                   curves.data(),
                   static_cast<int>(curves.shape(1)),
                   aimed.data(),
                   tolerance_m,
                   most_flights};
  nb::gil_scoped_release release;
  const auto kernel = GLASSHIELD_DISPATCH(aim_range);
  over_blocks(job.fly.count, block_flights, threads, [&] {
    return [&, room = Room(true)](int64_t first, int64_t last) mutable {
      kernel(job, first, last, room.view(), lanes);
    };
  });
}

void coast(const Table& states, double duration_s, const Table& constants, const Table& air,
           const Table& drag, double position_error_m, double velocity_error_m_s,
           double fixed_step_s, int order, int threads, int lanes, const Out& results) {
  need(states, 6, "states: n x 6");
  need(results, 6, "results: n x 6");
  if (results.shape(0) != states.shape(0)) throw nb::value_error("results need a row a state");
  const CoastJob job{states.data(),
                     results.data(),
                     static_cast<int64_t>(states.shape(0)),
                     duration_s,
                     earth_of(constants, air, drag),
                     {position_error_m, velocity_error_m_s},
                     fixed_step_s,
                     order};
  nb::gil_scoped_release release;
  const auto kernel = GLASSHIELD_DISPATCH(coast_range);
  over_blocks(job.count, block_flights, threads, [&] {
    return [&](int64_t first, int64_t last) { kernel(job, first, last, lanes); };
  });
}

}  // namespace

void bind_flight(nb::module_& module) {
  module.attr("VEHICLE_COLUMNS") = static_cast<int>(vehicle_columns);
  module.attr("LAUNCH_COLUMNS") = static_cast<int>(launch_columns);
  module.attr("RESULT_COLUMNS") = static_cast<int>(result_columns);
  module.attr("AIM_COLUMNS") = static_cast<int>(aim_columns);
  module.attr("AIMED_COLUMNS") = static_cast<int>(aimed_columns);
  module.attr("CURVE_COLUMNS") = static_cast<int>(curve_columns);
  module.def("fly", &fly, nb::arg("vehicles"), nb::arg("launches"), nb::arg("constants"),
             nb::arg("air"), nb::arg("drag"), nb::arg("position_error_m"),
             nb::arg("velocity_error_m_s"), nb::arg("reentry_height_m"), nb::arg("sample_step_s"),
             nb::arg("threads"), nb::arg("lanes"), nb::arg("results"), nb::arg("positions"),
             nb::arg("velocities"), "Flies launches to impact; writes results and samples.");
  module.def("aim", &aim, nb::arg("vehicles"), nb::arg("aims"), nb::arg("curves"),
             nb::arg("constants"), nb::arg("air"), nb::arg("drag"), nb::arg("position_error_m"),
             nb::arg("velocity_error_m_s"), nb::arg("reentry_height_m"), nb::arg("tolerance_m"),
             nb::arg("most_flights"), nb::arg("threads"), nb::arg("lanes"), nb::arg("launches"),
             nb::arg("results"), nb::arg("aimed"),
             "Solves azimuth and family range so that flights come down on their targets.");
  module.def("coast", &coast, nb::arg("states"), nb::arg("duration_s"), nb::arg("constants"),
             nb::arg("air"), nb::arg("drag"), nb::arg("position_error_m"),
             nb::arg("velocity_error_m_s"), nb::arg("fixed_step_s"), nb::arg("order"),
             nb::arg("threads"), nb::arg("lanes"), nb::arg("results"),
             "Carries inertial states through free flight without air.");
}
