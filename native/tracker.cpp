// Python's way to the tracker and its parts, called by glasshield.fusion.
#include <nanobind/stl/function.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <vector>

#include "arrays.hpp"
#include "assign.hpp"
#include "tracker_chains.hpp"
#include "tracker_front.hpp"

using namespace glasshield;

namespace {

// How the settings stand in their rows; the order is that of glasshield.fusion.tracker.
constexpr size_t motion_columns = 17, option_columns = 12, station_columns = 16, sector_columns = 5;

Motion motion_of(const Column& row) {
  need(row, motion_columns, "motion: 17 numbers");
  const double* m = row.data();
  Motion motion;
  for (int k = 0; k < models; ++k) {
    motion.noise[k] = m[k];
    motion.seventh_noise[k] = m[3 + k];
    motion.seventh[k] = m[6 + k];
    motion.seventh_sigma[k] = m[9 + k];
  }
  motion.exhaust_speed = m[12];
  motion.burnout_rate = m[13];
  motion.ignition_rate = m[14];
  motion.entry_rate = m[15];
  motion.entry_height = m[16];
  return motion;
}

StationRow station_of(const double* row) {
  StationRow station;
  std::copy(row, row + 3, station.origin);
  for (int a = 0; a < 3; ++a) std::copy(row + 3 + 3 * a, row + 6 + 3 * a, station.axes[a]);
  station.detection_probability = row[12];
  station.clutter = row[13];
  station.range = row[14];
  return station;
}

std::vector<StationRow> stations_of(const Table& rows, const Table& sectors) {
  need(rows, station_columns, "stations: n x 16");
  need(sectors, sector_columns, "sectors: n x 5");
  std::vector<StationRow> stations;
  for (size_t i = 0; i < rows.shape(0); ++i)
    stations.push_back(station_of(rows.data() + i * station_columns));
  for (size_t i = 0; i < sectors.shape(0); ++i) {
    const double* row = sectors.data() + i * sector_columns;
    if (!(row[0] >= 0.0 && row[0] < static_cast<double>(stations.size())))
      throw nb::index_error("no such station");
    stations[static_cast<size_t>(row[0])].sectors.push_back({row[1], row[2], row[3], row[4]});
  }
  return stations;
}

using Measured = std::array<const Column*, quantities>;

// Detections as columns, without their numbers; what leads into memory is checked here.
Batch batch_of(const Column& times, const Numbers& stations, const Measured& measured,
               const Table& sigmas, const Table& accuracies) {
  const size_t n = times.shape(0);
  need(sigmas, quantities, "sigmas: n x 4");
  need(accuracies, quantities, "accuracies: stations x 4");
  need_rows(stations, n, "stations need a row a detection");
  need_rows(sigmas, n, "sigmas need a row a detection");
  for (const Column* column : measured) need_rows(*column, n, "columns need a row a detection");
  const int32_t count = static_cast<int32_t>(accuracies.shape(0));
  for (size_t i = 0; i < n; ++i)
    if (!(stations.data()[i] >= 0 && stations.data()[i] < count))
      throw nb::index_error("no such station");
  return {static_cast<int64_t>(n),
          times.data(),
          stations.data(),
          {measured[0]->data(), measured[1]->data(), measured[2]->data(), measured[3]->data()},
          sigmas.data(),
          accuracies.data(),
          nullptr};
}

int64_t impossible(const Column& times, const Numbers& stations, const Column& ranges,
                   const Column& azimuths, const Column& elevations, const Column& rates,
                   const Table& sigmas, const Table& accuracies) {
  return first_impossible(batch_of(times, stations, {&ranges, &azimuths, &elevations, &rates},
                                   sigmas, accuracies));
}

// One at a time: whoever calls while another thread feeds waits.
class PythonTracker {
 private:
  // One caller at a time. Whoever waits does not hold Python up: the one who feeds may call it.
  template <class Work>
  auto alone(const Work& work) const {
    nb::gil_scoped_release release;
    const std::lock_guard lock(mutex_);
    return work();
  }

  static Written written(const OutColumn& times, const Out& states, const Out& covariances,
                         const Out& phases, const OutCounts& numbers, const OutNumbers& stations) {
    need(states, 6, "states: n x 6");
    need(covariances, 21, "covariances: n x 21");
    need(phases, models, "phases: n x 3");
    for (const size_t length : {states.shape(0), covariances.shape(0), phases.shape(0),
                                numbers.shape(0), stations.shape(0)})
      if (length != times.shape(0)) throw nb::value_error("columns need all rows");
    return {times.data(),  states.data(),  covariances.data(),
            phases.data(), numbers.data(), stations.data()};
  }

 public:
  PythonTracker(const Table& constants, const Table& air, const Table& drag, const Column& motion,
                const Column& options, const Table& stations, const Table& sectors)
      : air_(air.data(), air.data() + air.size()), drag_(drag.data(), drag.data() + drag.size()) {
    need(options, option_columns, "options: 12 numbers");
    auto settings = std::make_shared<TrackerSettings>();
    settings->earth = earth_of(constants, air, drag);
    settings->earth.air.coefficients = air_.data();
    settings->earth.drag.coefficients = drag_.data();
    settings->motion = motion_of(motion);
    const double* o = options.data();
    settings->imm = o[0] == models;
    settings->filter = static_cast<Filter>(static_cast<int>(o[1]));
    settings->association = static_cast<Association>(static_cast<int>(o[2]));
    settings->initiation = static_cast<Initiation>(static_cast<int>(o[3]));
    settings->gate = o[4];
    settings->confirm = static_cast<int>(o[5]);
    settings->within = static_cast<int>(o[6]);
    settings->delete_after = static_cast<int>(o[7]);
    settings->lose_sigma = o[8];
    settings->speed_sigma = o[9];
    settings->speed_max = o[10];
    settings->history_every = o[11];
    settings->stations = stations_of(stations, sectors);
    std::vector<double> periods;
    for (size_t i = 0; i < stations.shape(0); ++i)
      periods.push_back(stations.data()[i * station_columns + 15]);
    stations_ = static_cast<int64_t>(periods.size());
    settings_ = std::move(settings);
    periods_ = std::move(periods);
  }

  void start(double lag, double history) {
    front_ = std::make_unique<TrackerFront>(settings_, periods_, lag, history);
  }

  void feed(const Column& times, const Numbers& stations, const Column& ranges,
            const Column& azimuths, const Column& elevations, const Column& rates,
            const Table& sigmas, const Table& accuracies, const Counts& numbers,
            const std::function<bool(double)>& told) {
    need_rows(accuracies, static_cast<size_t>(stations_), "accuracies need a row a station");
    need_rows(numbers, times.shape(0), "numbers need a row a detection");
    Batch batch = batch_of(times, stations, {&ranges, &azimuths, &elevations, &rates}, sigmas,
                           accuracies);
    batch.numbers = numbers.data();
    alone([&] {
      front_->feed(batch, [&](double done) {
        nb::gil_scoped_acquire acquire;
        return told(done);
      });
      return 0;
    });
  }

  int64_t count() const {
    return alone([&] { return front_->engine().count(); });
  }
  int64_t too_late() const {
    return alone([&] { return front_->too_late(); });
  }
  int64_t pairs_dropped() const {
    return alone([&] { return front_->engine().pairs_dropped(); });
  }
  double time() const {
    return alone([&] { return front_->time(); });
  }
  int64_t confirmed() const {
    return alone([&] { return front_->engine().confirmed(); });
  }
  int64_t settled() const {
    return alone([&] { return front_->settled(); });
  }
  void marks(int after, const OutCountTable& out) const {
    need(out, Marks::most, "marks: n x 4");
    const bool fits = alone([&] {
      if (after < 0 || front_->engine().confirmed() - after != static_cast<int64_t>(out.shape(0)))
        return false;
      write_marks(*front_, after, out.data());
      return true;
    });
    if (!fits) throw nb::value_error("a row a track is needed");
  }
  void let_go(double before) {
    alone([&] { return front_->let_go(before), 0; });
  }
  std::array<int64_t, 3> kept() const {
    return alone([&]() -> std::array<int64_t, 3> {
      return {static_cast<int64_t>(front_->history().bytes()), front_->scans(), front_->states()};
    });
  }

  // Rows of what is tracked now.
  void picture(const OutNumbers& id, const OutNumbers& missed, const OutCounts& detections,
               const Out& times, const Out& seen, const Out& states, const Out& covariances,
               const Out& phases) const {
    need(times, 3, "times: n x 3");
    need(seen, static_cast<size_t>(stations_), "seen: n x stations");
    need(states, 6, "states: n x 6");
    need(covariances, 21, "covariances: n x 21");
    need(phases, models, "phases: n x 3");
    const size_t rows = id.shape(0);
    for (const size_t length : {missed.shape(0), detections.shape(0), times.shape(0),
                                seen.shape(0), states.shape(0), covariances.shape(0),
                                phases.shape(0)})
      if (length != rows) throw nb::value_error("every column needs a row a track");
    const PictureRows out{id.data(),     missed.data(), detections.data(),  times.data(),
                          seen.data(),   states.data(), covariances.data(), phases.data()};
    const bool fits = alone([&] {
      if (front_->engine().count() != static_cast<int64_t>(rows)) return false;
      front_->engine().read(out);
      return true;
    });
    if (!fits) throw nb::value_error("every column needs a row a track");
  }

  // How many rows from a time on, and of how many tracks, the history of confirmed tracks has.
  std::pair<int64_t, int64_t> history_size(double since) const {
    return alone([&] {
      const Chains chains(*front_, since);
      return std::make_pair(chains.rows(), chains.tracks());
    });
  }

  // The history of confirmed tracks from a time on, the rows of one track side by side.
  void tracks(double since, const OutNumbers& id, const OutNumbers& first,
              const OutColumn& times, const Out& states, const Out& covariances, const Out& phases,
              const OutCounts& numbers, const OutNumbers& stations) const {
    const Written out = written(times, states, covariances, phases, numbers, stations);
    const bool fits = alone([&] {
      const Chains chains(*front_, since);
      if (chains.rows() != static_cast<int64_t>(times.shape(0)) ||
          chains.tracks() != static_cast<int64_t>(id.shape(0)) ||
          first.shape(0) != id.shape(0) + 1)
        return false;
      chains.write(id.data(), first.data(), out);
      return true;
    });
    if (!fits) throw nb::value_error("a row a track and a row a state are needed");
  }

  int64_t track_size(int number, double since) const {
    return alone([&] { return static_cast<int64_t>(chain_of(*front_, number, since).size()); });
  }

  // The history of one confirmed track from a time on.
  void track(int number, double since, const OutColumn& times, const Out& states,
             const Out& covariances, const Out& phases, const OutCounts& numbers,
             const OutNumbers& stations) const {
    const Written out = written(times, states, covariances, phases, numbers, stations);
    const bool fits = alone([&] {
      const auto chain = chain_of(*front_, number, since);
      if (chain.size() != times.shape(0)) return false;
      for (size_t k = 0; k < chain.size(); ++k) out.row(static_cast<int64_t>(k), *chain[k]);
      return true;
    });
    if (!fits) throw nb::value_error("a row a state is needed");
  }

 private:
  std::vector<double> air_, drag_, periods_;
  std::shared_ptr<const TrackerSettings> settings_;
  std::unique_ptr<TrackerFront> front_;
  int64_t stations_ = 0;
  mutable std::recursive_mutex mutex_;  // who is told may ask
};

void track_predict(int model, int filter, const Table& constants, const Table& air,
                   const Table& drag, const Column& motion, const Column& dt, const Out& states,
                   const Out& covariances) {
  if (model < 0 || model >= models) throw nb::index_error("no such motion");
  const size_t n = static_cast<Model>(model) == Model::coast ? 6 : 7;
  need(states, n, "states: n x 6 in free flight, n x 7 otherwise");
  need(covariances, n * (n + 1) / 2, "covariances: upper triangles");
  need_rows(states, dt.shape(0), "states need a row a time");
  need_rows(covariances, dt.shape(0), "covariances need a row a time");
  const PredictJob job{earth_of(constants, air, drag), motion_of(motion),
                       static_cast<Model>(model),      static_cast<Filter>(filter),
                       static_cast<int64_t>(dt.shape(0)), dt.data(), states.data(),
                       covariances.data()};
  nb::gil_scoped_release release;
  GLASSHIELD_DISPATCH(predict_rows)(job);
}

void track_update(int kind, int filter, const Column& station, const Table& values,
                  const Table& sigmas, const Out& states, const Out& covariances,
                  const OutColumn& distances) {
  if (kind < 2 || kind > 4) throw nb::index_error("no such kind of measurement");
  const size_t count = values.shape(0), n = states.shape(1);
  if (n != 6 && n != 7) throw nb::value_error("states: n x 6 or n x 7");
  need(station, station_columns, "station: 16 numbers");
  need(values, quantities, "values: n x 4");
  need(sigmas, quantities, "sigmas: n x 4");
  need(covariances, n * (n + 1) / 2, "covariances: upper triangles");
  need_rows(sigmas, count, "sigmas need a row a measurement");
  need_rows(states, count, "states need a row a measurement");
  need_rows(covariances, count, "covariances need a row a measurement");
  need_rows(distances, count, "distances need a row a measurement");
  const UpdateJob job{station_of(station.data()), static_cast<Kind>(kind),
                      static_cast<Filter>(filter), static_cast<int64_t>(count),
                      static_cast<int>(n),         values.data(),
                      sigmas.data(),               states.data(),
                      covariances.data(),          distances.data()};
  nb::gil_scoped_release release;
  GLASSHIELD_DISPATCH(update_rows)(job);
}

// Checked here, as everything else in the pairs leads into memory.
Pairs pairs_of(const Numbers& first, const Numbers& column, int columns) {
  if (first.shape(0) == 0 || first.data()[0] != 0 || columns < 0)
    throw nb::value_error("first: from 0 on, one more than rows");
  for (size_t r = 1; r < first.shape(0); ++r)
    if (first.data()[r] < first.data()[r - 1]) throw nb::value_error("first: never falling");
  if (static_cast<size_t>(first.data()[first.shape(0) - 1]) != column.shape(0))
    throw nb::value_error("first: ends at the number of pairs");
  for (size_t p = 0; p < column.shape(0); ++p)
    if (column.data()[p] < 0 || column.data()[p] >= columns)
      throw nb::index_error("no such column");
  return {static_cast<int>(first.shape(0)) - 1, columns, first.data(), column.data()};
}

void assign(const Numbers& first, const Numbers& column, int columns, const Column& cost,
            const OutNumbers& chosen) {
  const Pairs pairs = pairs_of(first, column, columns);
  need_rows(cost, column.shape(0), "cost needs a row a pair");
  need_rows(chosen, static_cast<size_t>(pairs.rows), "chosen needs a row a track");
  Assignment().solve(pairs, cost.data(), chosen.data());
}

int64_t joint_probabilities(const Numbers& first, const Numbers& column, int columns,
                            const Column& ratio, const OutColumn& probability) {
  const Pairs pairs = pairs_of(first, column, columns);
  need_rows(ratio, column.shape(0), "ratio needs a row a pair");
  need_rows(probability, column.shape(0), "probability needs a row a pair");
  return JointProbabilities().solve(pairs, ratio.data(), probability.data());
}

}  // namespace

void bind_tracker(nb::module_& module) {
  nb::class_<PythonTracker>(module, "Tracker", "Tracks of many objects from many radars.")
      .def(nb::init<const Table&, const Table&, const Table&, const Column&, const Column&,
                    const Table&, const Table&>(),
           nb::arg("constants"), nb::arg("air"), nb::arg("drag"), nb::arg("motion"),
           nb::arg("options"), nb::arg("stations"), nb::arg("sectors"))
      .def("start", &PythonTracker::start, nb::arg("lag_s"), nb::arg("history_s"),
           "Begins anew.")
      .def("let_go", &PythonTracker::let_go, nb::arg("before_s"), "Lets go older history.")
      .def("confirmed", &PythonTracker::confirmed, "How many tracks were ever confirmed.")
      .def("settled", &PythonTracker::settled,
           "How many of them no late detection can count otherwise.")
      .def("marks", &PythonTracker::marks, nb::arg("after"), nb::arg("out"),
           "Writes by which detections tracks confirmed after so many are known again.")
      .def("feed", &PythonTracker::feed, nb::arg("times"), nb::arg("stations"),
           nb::arg("ranges"), nb::arg("azimuths"), nb::arg("elevations"), nb::arg("rates"),
           nb::arg("sigmas"), nb::arg("accuracies"), nb::arg("numbers"), nb::arg("told"),
           "Takes in detections.")
      .def("count", &PythonTracker::count, "How many tracks there are now.")
      .def("too_late", &PythonTracker::too_late, "How many detections came too late.")
      .def("pairs_dropped", &PythonTracker::pairs_dropped,
           "How many pairs joint probabilities have left out.")
      .def("time", &PythonTracker::time, "When the last scan began.")
      .def("kept",
           [](const PythonTracker& tracker) {
             const auto [bytes, scans, states] = tracker.kept();
             return nb::make_tuple(bytes, scans, states);
           },
           "Bytes of history, and scans and states to go back to.")
      .def("picture", &PythonTracker::picture, nb::arg("id"), nb::arg("missed"),
           nb::arg("detections"), nb::arg("times"), nb::arg("seen"), nb::arg("states"),
           nb::arg("covariances"), nb::arg("phases"), "Writes what is tracked now.")
      .def("history_size",
           [](const PythonTracker& tracker, double since) {
             const auto [rows, tracks] = tracker.history_size(since);
             return nb::make_tuple(rows, tracks);
           },
           nb::arg("since_s"), "Rows and tracks of the history of confirmed tracks.")
      .def("tracks", &PythonTracker::tracks, nb::arg("since_s"), nb::arg("id"), nb::arg("first"),
           nb::arg("times"), nb::arg("states"), nb::arg("covariances"), nb::arg("phases"),
           nb::arg("numbers"), nb::arg("stations"), "Writes the history of confirmed tracks.")
      .def("track_size", &PythonTracker::track_size, nb::arg("number"), nb::arg("since_s"),
           "Rows of the history of one confirmed track.")
      .def("track", &PythonTracker::track, nb::arg("number"), nb::arg("since_s"),
           nb::arg("times"), nb::arg("states"), nb::arg("covariances"), nb::arg("phases"),
           nb::arg("numbers"), nb::arg("stations"), "Writes the history of one confirmed track.");
  module.attr("HISTORY_ROW_BYTES") = History::row_bytes;
  module.def("impossible_detection", &impossible, nb::arg("times"), nb::arg("stations"),
             nb::arg("ranges"), nb::arg("azimuths"), nb::arg("elevations"), nb::arg("rates"),
             nb::arg("sigmas"), nb::arg("accuracies"),
             "The first detection that cannot be; -1 where all can.");
  module.def("track_predict", &track_predict, nb::arg("model"), nb::arg("filter"),
             nb::arg("constants"), nb::arg("air"), nb::arg("drag"), nb::arg("motion"),
             nb::arg("dt"), nb::arg("states"), nb::arg("covariances"),
             "Carries distributions forward in place.");
  module.def("track_update", &track_update, nb::arg("kind"), nb::arg("filter"), nb::arg("station"),
             nb::arg("values"), nb::arg("sigmas"), nb::arg("states"), nb::arg("covariances"),
             nb::arg("distances"), "Conditions distributions on measurements in place.");
  module.def("assign", &assign, nb::arg("first"), nb::arg("column"), nb::arg("columns"),
             nb::arg("cost"), nb::arg("chosen"), "The assignment with the least total cost.");
  module.def("joint_probabilities", &joint_probabilities, nb::arg("first"), nb::arg("column"),
             nb::arg("columns"), nb::arg("ratio"), nb::arg("probability"),
             "Probabilities of pairs over all joint events.");
}
