// The tracker: predict, gate, associate, update, begin and end tracks; scan by scan.
//
// Tracks stand eight to a block, so that what is arithmetic runs over eight at once; what is choice
// (which detection, which track begins or ends) runs track by track on numbers read out of the
// blocks.
#include "tracker_isa.hpp"

#include <algorithm>
#include <limits>

#include "assign.hpp"
#include "interacting.hpp"
#include "radar_view.hpp"

namespace glasshield::GLASSHIELD_ISA {
namespace {

constexpr double underground_m = -5e3;
constexpr double tentative_life_s = 20.0;  // out of everybody's sight
// No motion that may be counts less than this where a track looks for its detections: at the moment
// of burnout free flight is still unlikely, and right. What hardly may be counts nothing there.
constexpr double least_weight = 0.05, hardly = 1e-3;
constexpr double two_pi = 6.283185307179586477;

// What a scan is held against: a track's expected measurement, free of the motions behind it.
struct Gate {
  double z[quantities];
  double rate[quantities];              // of change of z, 1/s
  double s[triangle(quantities)];       // packed for the kind's D
  double reach[quantities];             // beyond which a detection is outside the gate
};

// What a track takes in from one scan.
struct Taken {
  int detection = -1;  // in the scan's own order; of several the likeliest
  bool alone = true;   // nothing but this detection, for certain
  double mass = 0.0;   // probability of all its detections together
};

struct TrackState {
  uint32_t id;
  int hits, looks, missed;
  bool confirmed;
  double last_seen;
  double first_position[3], first_covariance[6], first_time;  // for the second point
};

template <class Tracks>
struct Block {
  Tracks tracks;
  Pack time;
};

template <class Tracks>
class Tracker final : public Engine {
 public:
  explicit Tracker(std::shared_ptr<const TrackerSettings> settings)
      : settings_(std::move(settings)) {}

  void step(const Scan& scan, History& history) override {
    if (scan.kind == Kind::angles) step_kind<2>(scan, history);
    if (scan.kind == Kind::place) step_kind<3>(scan, history);
    if (scan.kind == Kind::place_and_rate) step_kind<4>(scan, history);
  }

  std::unique_ptr<Engine> clone() const override {
    auto copy = std::make_unique<Tracker>(settings_);
    copy->blocks_ = blocks_;
    copy->tracks_ = tracks_;
    copy->numbers_ = numbers_;
    copy->confirmed_ = confirmed_;
    return copy;
  }

  int64_t count() const override { return static_cast<int64_t>(tracks_.size()); }
  int32_t number_of(uint32_t id) const override { return numbers_[id]; }

  void read(int64_t track, TrackRow& row) const override {
    const Block<Tracks>& block = blocks_[track / width];
    const int l = static_cast<int>(track % width);
    Gaussian<6, Pack> mixed;
    combined(block.tracks, mixed);
    row.time = block.time[l];
    read_lane(block.tracks, mixed, l, row.x, row.p, row.phase);
    const TrackState& state = tracks_[track];
    row.last_seen = state.last_seen;
    row.number = state.confirmed ? numbers_[state.id] : -1 - static_cast<int32_t>(state.id);
    row.missed = state.missed;
  }

 private:
  template <int D>
  void step_kind(const Scan& scan, History& history) {
    const StationRow& station = settings_->stations[scan.station];
    predict_to(scan.time);
    sort_detections<D>(scan);
    expect_all<D>(station, scan.span);
    pair_up<D>(station, scan);
    if (settings_->association == Association::nearest)
      take_nearest<D>();
    else
      take_weighted<D>();
    update_all<D>(station, scan, history);
    review(station, scan);
    begin_tracks<D>(scan, history);
  }

  void predict_to(double time) {
    const Earth& earth = settings_->earth;
    const Motion& motion = settings_->motion;
    for (Block<Tracks>& block : blocks_) {
      const Pack dt = time - block.time;
      if (!any(dt)) continue;
      move(earth, motion, dt, block);
    }
  }

  void move(const Earth& earth, const Motion& motion, Pack dt, Block<Tracks>& block) {
    mix(earth, motion, dt, block.tracks);
    block.tracks.each([&]<Model M>(auto& g, Pack&) {
      predict<M>(earth, motion, settings_->filter, dt, g);
    });
    block.time = block.time + dt;
  }

  static bool any(Pack x) {
    bool found = false;
    for (int l = 0; l < width; ++l) found |= x[l] != 0.0;
    return found;
  }

  // The expected measurement of every track, over all its motions.
  template <int D>
  void expect_all(const StationRow& station, double span) {
    gates_.resize(blocks_.size() * width);
    for (size_t b = 0; b < blocks_.size(); ++b) {
      Pack z[D], rate[D], s[triangle(D)], reach[D];
      expect_block<D>(station, blocks_[b].tracks, z, s);
      for (int d = 0; d < D; ++d) rate[d] = Pack{};
      if (span > 0.0) rates_of<D>(station, blocks_[b].tracks, rate);
      for (int d = 0; d < D; ++d)
        reach[d] = root(settings_->gate * (s[at(D, d, d)] + largest_variance_[d])) +
                   size_of(rate[d]) * span;
      for (int l = 0; l < width; ++l) {
        Gate& gate = gates_[b * width + l];
        for (int d = 0; d < D; ++d) {
          gate.z[d] = z[d][l];
          gate.rate[d] = rate[d][l];
          gate.reach[d] = reach[d][l];
        }
        for (int k = 0; k < triangle(D); ++k) gate.s[k] = s[k][l];
      }
    }
  }

  template <int D>
  void expect_block(const StationRow& station, const Tracks& tracks, Pack (&z)[D],
                    Pack (&s)[triangle(D)]) const {
    Pack each_z[Tracks::count][D], each_s[Tracks::count][triangle(D)];
    int m = 0;
    tracks.each([&]<Model M>(const auto& g, const Pack&) {
      Expected<D, states_of(M), Pack> expected;
      expect<D>(station, g, settings_->filter, expected);
      for (int d = 0; d < D; ++d) each_z[m][d] = expected.z[d];
      for (int k = 0; k < triangle(D); ++k) each_s[m][k] = expected.s[k];
      ++m;
    });
    if constexpr (Tracks::count == 1) {
      for (int d = 0; d < D; ++d) z[d] = each_z[0][d];
      for (int k = 0; k < triangle(D); ++k) s[k] = each_s[0][k];
    } else {
      Pack mean[D], weight[Tracks::count], whole = Pack{};
      for (int i = 0; i < Tracks::count; ++i) {
        weight[i] = select(tracks.weight[i] < hardly, Pack{},
                           larger(tracks.weight[i], filled<Pack>(least_weight)));
        whole += weight[i];
      }
      for (int i = 0; i < Tracks::count; ++i) weight[i] /= whole;
      for (int d = 0; d < D; ++d) mean[d] = Pack{};
      for (int k = 0; k < triangle(D); ++k) s[k] = Pack{};
      for (int i = 0; i < Tracks::count; ++i) {
        Pack apart[D];
        difference<D>(each_z[i], each_z[1], apart);
        for (int d = 0; d < D; ++d) mean[d] += weight[i] * apart[d];
      }
      for (int d = 0; d < D; ++d) z[d] = each_z[1][d] + mean[d];
      for (int i = 0; i < Tracks::count; ++i) {
        Pack apart[D];
        difference<D>(each_z[i], z, apart);
        for (int a = 0; a < D; ++a)
          for (int c = a; c < D; ++c)
            s[at(D, a, c)] += weight[i] * (each_s[i][at(D, a, c)] + apart[a] * apart[c]);
      }
    }
  }

  template <int D>
  static void rates_of(const StationRow& station, const Tracks& tracks, Pack (&rate)[D]) {
    Gaussian<6, Pack> mixed;
    combined(tracks, mixed);
    Sight<D, Pack> sight;
    look<D, true>(station, mixed.x, sight);
    for (int d = 0; d < D && d < 3; ++d)
      rate[d] = sight.by_position[d][0] * mixed.x[3] + sight.by_position[d][1] * mixed.x[4] +
                sight.by_position[d][2] * mixed.x[5];
  }

  // Detections by what separates them best (range, or elevation where there is none), and bins over
  // it that say where to start looking.
  template <int D>
  void sort_detections(const Scan& scan) {
    const int count = static_cast<int>(scan.count);
    constexpr int quantity = D == 2 ? q_elevation : q_range;
    for (int d = 0; d < quantities; ++d) largest_variance_[d] = 0.0;
    sort_keys(scan.values + quantity, count);
    sorted_.resize(count);
    for (int k = 0; k < count; ++k) {
      const int i = order_[k].index;
      Sorted& one = sorted_[k];
      for (int q = 0; q < quantities; ++q) {
        const int d = place_of(D, static_cast<Quantity>(q));
        if (d < 0) continue;
        one.z[d] = scan.values[i * quantities + q];
        one.variance[d] = square(scan.sigmas[i * quantities + q]);
        largest_variance_[d] = std::max(largest_variance_[d], one.variance[d]);
      }
      one.delay = scan.times[i] - scan.time;
      one.number = scan.numbers[i];
      one.owned = false;
    }
  }

  // Counted into bins of equal width, then put right within them: bins_[b] is where bin b begins.
  void sort_keys(const double* keys, int count) {
    order_.resize(count);
    bins_.assign(count + 2, 0);
    if (count == 0) return;
    double low = keys[0], high = keys[0];
    for (int i = 1; i < count; ++i) {
      low = std::min(low, keys[i * quantities]);
      high = std::max(high, keys[i * quantities]);
    }
    bin_start_ = low;
    per_bin_ = high > low ? count / (high - low) : 0.0;
    for (int i = 0; i < count; ++i) ++bins_[bin_of(keys[i * quantities]) + 1];
    for (int b = 0; b <= count; ++b) bins_[b + 1] += bins_[b];
    next_.assign(bins_.begin(), bins_.end());
    for (int i = 0; i < count; ++i) {
      const double key = keys[i * quantities];
      order_[next_[bin_of(key)]++] = {key, i};
    }
    for (int b = 0; b <= count; ++b) sort_bin(bins_[b], bins_[b + 1]);
  }

  // Most bins hold one key or none; where objects fly close together one may hold them all.
  void sort_bin(int first, int last) {
    constexpr int few = 16;
    if (last - first > few) {
      std::sort(order_.begin() + first, order_.begin() + last, [](const Key& a, const Key& b) {
        return a.value != b.value ? a.value < b.value : a.index < b.index;
      });
      return;
    }
    for (int k = first + 1; k < last; ++k) {
      const Key one = order_[k];
      int place = k;
      for (; place > first && one.value < order_[place - 1].value; --place)
        order_[place] = order_[place - 1];
      order_[place] = one;
    }
  }

  // The first detection whose key is not below.
  int first_from(double key) const {
    if (order_.empty()) return 0;
    const int bin = bin_of(key);
    const auto begin = order_.begin() + bins_[bin], end = order_.begin() + bins_[bin + 1];
    const auto below = [](const Key& one, double value) { return one.value < value; };
    return static_cast<int>(std::lower_bound(begin, end, key, below) - order_.begin());
  }

  int bin_of(double key) const {
    const double bin = (key - bin_start_) * per_bin_;
    const double last = static_cast<double>(bins_.size()) - 2.0;
    return bin > 0.0 ? static_cast<int>(bin < last ? bin : last) : 0;
  }

  // All pairs of a track and a detection inside its gate, with the cost of each: minus the
  // logarithm of how much likelier the pair is than a missed detection and a false alarm.
  template <int D>
  void pair_up(const StationRow& station, const Scan& scan) {
    constexpr int key = D == 2 ? 1 : 0, azimuth = place_of(D, q_azimuth),
                  elevation = place_of(D, q_elevation);
    const double gate2 = settings_->gate;
    const double density = D == 3   ? station.clutter
                           : D == 4 ? station.clutter / (2.0 * settings_->speed_max)
                                    : station.clutter * station.range;
    const double seen = station.detection_probability;
    const double base = 0.5 * D * logarithm(two_pi) - logarithm(seen / ((1.0 - seen) * density));
    const int count = static_cast<int>(scan.count);
    first_.assign(1, 0);
    columns_.clear();
    costs_.clear();
    for (size_t track = 0; track < tracks_.size(); ++track) {
      const Gate& gate = gates_[track];
      const double* reach = gate.reach;
      const double low = gate.z[key] - reach[key], high = gate.z[key] + reach[key];
      for (int k = first_from(low); k < count && sorted_[k].z[key] <= high; ++k) {
        const Sorted& one = sorted_[k];
        if (std::fabs(one.z[elevation] - gate.z[elevation]) > reach[elevation]) continue;
        double expected[D], innovation[D], s[triangle(D)];
        for (int d = 0; d < D; ++d) expected[d] = gate.z[d] + gate.rate[d] * one.delay;
        difference<D>(one.z, expected, innovation);
        if (std::fabs(innovation[azimuth]) > reach[azimuth]) continue;
        for (int i = 0; i < triangle(D); ++i) s[i] = gate.s[i];
        for (int d = 0; d < D; ++d) s[at(D, d, d)] += one.variance[d];
        const Distance<double> away = distance<D>(s, innovation);
        if (!(away.squared <= gate2)) continue;
        columns_.push_back(k);
        costs_.push_back(0.5 * (away.squared + logarithm(away.determinant)) + base);
      }
      first_.push_back(static_cast<int>(columns_.size()));
    }
  }

  Pairs pairs() const {
    return {static_cast<int>(tracks_.size()), static_cast<int>(sorted_.size()), first_.data(),
            columns_.data()};
  }

  template <int D>
  void take_nearest() {
    chosen_.resize(tracks_.size());
    assignment_.solve(pairs(), costs_.data(), chosen_.data());
    taken_.assign(tracks_.size(), Taken{});
    for (size_t track = 0; track < tracks_.size(); ++track) {
      if (chosen_[track] < 0) continue;
      Taken& taken = taken_[track];
      taken.detection = columns_[chosen_[track]];
      taken.mass = 1.0;
      sorted_[taken.detection].owned = true;
    }
  }

  template <int D>
  void take_weighted() {
    ratios_.resize(costs_.size());
    probabilities_.resize(costs_.size());
    for (size_t p = 0; p < costs_.size(); ++p) ratios_[p] = exponential(-costs_[p]);
    joint_.solve(pairs(), ratios_.data(), probabilities_.data());
    taken_.assign(tracks_.size(), Taken{});
    owned_.assign(sorted_.size(), 0.0);
    for (size_t track = 0; track < tracks_.size(); ++track) {
      Taken& taken = taken_[track];
      double best = 0.0;
      for (int p = first_[track]; p < first_[track + 1]; ++p) {
        const double share = probabilities_[p];
        taken.mass += share;
        owned_[columns_[p]] += share;
        if (share > best) {
          best = share;
          taken.detection = columns_[p];
        }
      }
      taken.alone = false;
    }
    for (size_t k = 0; k < sorted_.size(); ++k) sorted_[k].owned = owned_[k] > 0.5;
  }

  struct Key {
    double value;
    int index;
  };
  struct Sorted {
    double z[quantities], variance[quantities];
    double delay;  // s after the scan's time
    int32_t number;
    bool owned;    // by a track
  };

  template <int D>
  static void innovation_of(const Gate& gate, const Sorted& one, double (&out)[D]) {
    double expected[D];
    for (int d = 0; d < D; ++d) expected[d] = gate.z[d] + gate.rate[d] * one.delay;
    difference<D>(one.z, expected, out);
  }

  // What a block's lanes take in, side by side; lanes that take in nothing have no mass. The
  // detection is the only one or, of several, the likeliest.
  template <int D>
  struct Intake {
    Pack z[D], variance[D], mass, delay;
  };

  template <int D>
  bool collect(size_t b, Intake<D>& in) const {
    bool some = false;
    for (int l = 0; l < width; ++l) {
      const size_t track = b * width + l;
      const Taken* taken = track < tracks_.size() ? &taken_[track] : nullptr;
      const bool takes = taken && taken->detection >= 0;
      some |= takes;
      in.mass[l] = takes ? taken->mass : 0.0;
      in.delay[l] = takes && taken->alone ? sorted_[taken->detection].delay : 0.0;
      for (int d = 0; d < D; ++d) {
        in.z[d][l] = takes ? sorted_[taken->detection].z[d] : 0.0;
        in.variance[d][l] = takes ? sorted_[taken->detection].variance[d] : 1.0;
      }
    }
    return some;
  }

  template <int D>
  void update_all(const StationRow& station, const Scan& scan, History& history) {
    const bool weighted = settings_->association == Association::jpda;
    for (size_t b = 0; b < blocks_.size(); ++b) {
      Intake<D> in;
      if (!collect<D>(b, in)) continue;
      Block<Tracks>& block = blocks_[b];
      if (any(in.delay)) move(settings_->earth, settings_->motion, in.delay, block);
      double likelihood[Tracks::count][width];
      int m = 0;
      block.tracks.each([&]<Model M>(auto& g, Pack&) {
        if (weighted)
          take_in<D, true>(station, in, b, g, likelihood[m]);
        else
          take_in<D, false>(station, in, b, g, likelihood[m]);
        ++m;
      });
      weigh(in.mass, likelihood, block.tracks);
      keep(b, scan, history);
    }
  }

  // One motion of a block conditioned on what its lanes take in; `likelihood` is the logarithm of
  // how well the motion had foreseen it.
  template <int D, bool Weighted, int N>
  void take_in(const StationRow& station, const Intake<D>& in, size_t b, Gaussian<N, Pack>& g,
               double (&likelihood)[width]) const {
    Expected<D, N, Pack> expected;
    expect<D>(station, g, settings_->filter, expected);
    Evidence<D, Pack> evidence;
    Pack s[triangle(D)];
    for (int k = 0; k < triangle(D); ++k) s[k] = expected.s[k];
    for (int d = 0; d < D; ++d) s[at(D, d, d)] += in.variance[d];
    if constexpr (!Weighted) {
      const Pack mass = in.mass;
      difference<D>(in.z, expected.z, evidence.innovation);
      for (int d = 0; d < D; ++d) evidence.innovation[d] *= mass;
      for (int k = 0; k < triangle(D); ++k) evidence.removed[k] = mass * s[k];
      if constexpr (Tracks::count > 1) {
        const Distance<Pack> away = distance<D>(s, evidence.innovation);
        for (int l = 0; l < width; ++l)
          likelihood[l] = -0.5 * (away.squared[l] + logarithm(away.determinant[l]));
      }
    } else {
      for (int l = 0; l < width; ++l)
        likelihood[l] = weigh_detections<D>(b * width + l, l, s, expected.z, evidence);
    }
    condition<D>(g, expected.c, s, evidence);
  }

  // A track's detections together as one motion sees them: each counts with its probability, given
  // that the motion holds. Returns the logarithm of how well the motion had foreseen them, against
  // how well all motions together had; a missed detection says nothing about the motion.
  template <int D>
  double weigh_detections(size_t track, int l, const Pack (&s)[triangle(D)], const Pack (&z)[D],
                          Evidence<D, Pack>& evidence) const {
    double here[triangle(D)], mean[D], second[triangle(D)], mass = 0.0, sum = 1.0;
    std::fill(mean, mean + D, 0.0);
    std::fill(second, second + triangle(D), 0.0);
    if (track < tracks_.size() && taken_[track].detection >= 0) {
      const Gate& gate = gates_[track];
      sum = 1.0 - taken_[track].mass;
      for (int k = 0; k < triangle(D); ++k) here[k] = s[k][l];
      for (int p = first_[track]; p < first_[track + 1]; ++p) {
        const Sorted& one = sorted_[columns_[p]];
        double expected[D], away[D], share = probabilities_[p];
        for (int d = 0; d < D; ++d) expected[d] = z[d][l] + gate.rate[d] * one.delay;
        difference<D>(one.z, expected, away);
        if constexpr (Tracks::count > 1) share *= preference<D>(gate, one, here, away);
        sum += share;
        mass += share;
        for (int a = 0; a < D; ++a) {
          mean[a] += share * away[a];
          for (int b = a; b < D; ++b) second[at(D, a, b)] += share * away[a] * away[b];
        }
      }
    }
    const double norm = 1.0 / std::max(sum, 1e-300);
    for (int a = 0; a < D; ++a) mean[a] *= norm;
    for (int a = 0; a < D; ++a) {
      evidence.innovation[a][l] = mean[a];
      for (int b = a; b < D; ++b) {
        const int k = at(D, a, b);
        const double spread = second[k] * norm - mean[a] * mean[b];
        evidence.removed[k][l] = mass * norm * s[k][l] - spread;
      }
    }
    return Tracks::count > 1 ? logarithm(std::max(sum, 1e-300)) : 0.0;
  }

  // How much better one motion had foreseen a detection than all motions together.
  template <int D>
  static double preference(const Gate& gate, const Sorted& one, const double (&here)[triangle(D)],
                           const double (&away)[D]) {
    double all[triangle(D)], by_all[D];
    for (int k = 0; k < triangle(D); ++k) all[k] = gate.s[k];
    for (int d = 0; d < D; ++d) all[at(D, d, d)] += one.variance[d];
    innovation_of<D>(gate, one, by_all);
    const Distance<double> together = distance<D>(all, by_all);
    const Distance<double> alone = distance<D>(here, away);
    return exponential(0.5 * (together.squared - alone.squared +
                              logarithm(together.determinant / alone.determinant)));
  }

  static void weigh(Pack, const double (&)[1][width], Ballistic&) {}
  static void weigh(Pack mass, const double (&likelihood)[3][width], Interacting& tracks) {
    for (int l = 0; l < width; ++l) {
      if (mass[l] == 0.0) continue;
      const double most =
          std::max(likelihood[0][l], std::max(likelihood[1][l], likelihood[2][l]));
      double weight[3], sum = 0.0;
      for (int m = 0; m < 3; ++m) {
        weight[m] = tracks.weight[m][l] * exponential(likelihood[m][l] - most);
        sum += weight[m];
      }
      for (int m = 0; m < 3; ++m) tracks.weight[m][l] = weight[m] / sum;
    }
  }

  static void read_lane(const Tracks& tracks, const Gaussian<6, Pack>& mixed, int l, double (&x)[6],
                        double (&p)[21], double (&phase)[models]) {
    for (int i = 0; i < 6; ++i) x[i] = mixed.x[i][l];
    for (int i = 0; i < 21; ++i) p[i] = mixed.p[i][l];
    for (int m = 0; m < models; ++m)
      phase[m] = Tracks::count == 1 ? (m == static_cast<int>(Model::coast) ? 1.0 : 0.0)
                                    : tracks.weight[Tracks::count == 1 ? 0 : m][l];
  }

  // Appends the states of the lanes that took something in, after correcting second points.
  void keep(size_t b, const Scan& scan, History& history) {
    Block<Tracks>& block = blocks_[b];
    Gaussian<6, Pack> mixed;
    for (int l = 0; l < width; ++l) {
      const size_t track = b * width + l;
      if (track >= tracks_.size() || taken_[track].detection < 0) continue;
      if (settings_->initiation == Initiation::two_point && tracks_[track].hits == 1)
        set_second_point(track, scan);
    }
    combined(block.tracks, mixed);
    for (int l = 0; l < width; ++l) {
      const size_t track = b * width + l;
      if (track >= tracks_.size() || taken_[track].detection < 0) continue;
      const Taken& taken = taken_[track];
      append(track, l, taken.alone || taken.mass > 0.0 ? sorted_[taken.detection].number : -1, scan,
             mixed, history);
    }
  }

  void append(size_t track, int l, int32_t number, const Scan& scan, const Gaussian<6, Pack>& mixed,
              History& history) const {
    const Block<Tracks>& block = blocks_[track / width];
    HistoryRow& row = history.append();
    double phase[models];
    read_lane(block.tracks, mixed, l, row.x, row.p, phase);
    row.time = block.time[l];
    row.id = tracks_[track].id;
    row.number = number;
    row.phase[0] = static_cast<float>(phase[0]);
    row.phase[1] = static_cast<float>(phase[1]);
    row.station = scan.station;
    row.reserved = 0;
  }

  // Counts hits and misses; confirms, ends and forgets tracks.
  void review(const StationRow& station, const Scan& scan) {
    for (size_t track = tracks_.size(); track-- > 0;) {
      TrackState& state = tracks_[track];
      const Taken& taken = taken_[track];
      const bool hit = taken.detection >= 0 && taken.mass > 0.5;
      bool end = false;
      if (hit) {
        ++state.hits;
        ++state.looks;
        state.missed = 0;
        state.last_seen = blocks_[track / width].time[track % width];
        if (!state.confirmed && state.hits >= settings_->confirm) end = !confirm(track);
      } else {
        double x[6];
        position_and_velocity(track, x);
        if (in_view(station, x)) {
          ++state.missed;
          ++state.looks;
        }
        end = ends(track, x, scan.time);
      }
      if (end) remove(track);
    }
  }

  bool confirm(size_t track) {
    double x[6];
    position_and_velocity(track, x);
    const double speed = std::sqrt(square(x[3]) + square(x[4]) + square(x[5]));
    if (speed > settings_->speed_max) return false;
    tracks_[track].confirmed = true;
    numbers_[tracks_[track].id] = ++confirmed_;
    return true;
  }

  bool ends(size_t track, const double (&x)[6], double time) const {
    const TrackState& state = tracks_[track];
    if (!state.confirmed && (state.looks - state.hits > settings_->within - settings_->confirm ||
                             time - state.last_seen > tentative_life_s))
      return true;
    if (state.missed >= settings_->delete_after) return true;
    const double r = std::sqrt(square(x[0]) + square(x[1]) + square(x[2]));
    if (height_of(settings_->earth, x[2], r) < underground_m) return true;
    const auto& p = blocks_[track / width].tracks.coast.p;
    double variance = 0.0;
    for (int c = 0; c < 3; ++c) variance += p[at(6, c, c)][track % width];
    return !(variance < square(settings_->lose_sigma));
  }

  // Of free flight, which is near enough for sight and height.
  void position_and_velocity(size_t track, double (&x)[6]) const {
    const auto& g = blocks_[track / width].tracks.coast;
    for (int i = 0; i < 6; ++i) x[i] = g.x[i][track % width];
  }

  static bool in_view(const StationRow& station, const double (&x)[6]) {
    Sight<3, double> sight;
    look<3, false>(station, x, sight);
    if (sight.z[q_range] > station.range) return false;
    for (const Sector& sector : station.sectors) {
      double turned = sight.z[q_azimuth] - sector.azimuth_from;
      turned -= two_pi * std::floor(turned / two_pi);
      if (turned <= sector.azimuth_width && sight.z[q_elevation] >= sector.elevation_min &&
          sight.z[q_elevation] <= sector.elevation_max)
        return true;
    }
    return false;
  }

  // The last track takes the place of one that ends.
  void remove(size_t track) {
    const size_t last = tracks_.size() - 1;
    if (track != last) {
      copy_lane(blocks_[last / width], static_cast<int>(last % width), blocks_[track / width],
                static_cast<int>(track % width));
      tracks_[track] = tracks_[last];
      taken_[track] = taken_[last];
    }
    tracks_.pop_back();
    if (last % width == 0) blocks_.pop_back();
  }

  static void copy_lane(const Block<Tracks>& from, int source, Block<Tracks>& to, int target) {
    constexpr size_t packs = sizeof(Block<Tracks>) / sizeof(Pack);
    alignas(64) double lane[packs][width];
    static_assert(sizeof lane == sizeof from);
    std::memcpy(lane, &to, sizeof lane);
    const auto* read = reinterpret_cast<const char*>(&from);
    for (size_t k = 0; k < packs; ++k)
      std::memcpy(&lane[k][target], read + (k * width + source) * sizeof(double), sizeof(double));
    std::memcpy(&to, lane, sizeof lane);
  }

  // A track from each detection that no track owns.
  template <int D>
  void begin_tracks(const Scan& scan, History& history) {
    if constexpr (D >= 3) {
      for (const Sorted& one : sorted_)
        if (!one.owned) begin<D>(one, scan, history);
    }
  }

  template <int D>
  void begin(const Sorted& one, const Scan& scan, History& history) {
    const StationRow& station = settings_->stations[scan.station];
    Gaussian<6, double> start;
    double along[3];
    place(station, one, start, along);
    const double sigma = settings_->initiation == Initiation::two_point
                             ? settings_->speed_max / 3.0
                             : settings_->speed_sigma;
    for (int i = 0; i < 3; ++i) {
      start.x[3 + i] = 0.0;
      for (int j = 0; j < 3; ++j) start.p[at(6, i, 3 + j)] = 0.0;
      for (int j = i; j < 3; ++j) start.p[at(6, 3 + i, 3 + j)] = i == j ? square(sigma) : 0.0;
    }
    if constexpr (D == 4) {
      // The range rate settles the velocity along the line of sight.
      const double known = std::min(one.variance[3], square(sigma)) - square(sigma);
      for (int i = 0; i < 3; ++i) {
        start.x[3 + i] = one.z[3] * along[i];
        for (int j = i; j < 3; ++j) start.p[at(6, 3 + i, 3 + j)] += known * along[i] * along[j];
      }
    }
    const size_t track = tracks_.size();
    if (track % width == 0) blocks_.emplace_back();
    Block<Tracks>& block = blocks_[track / width];
    // A new block's other lanes need something to fly, too.
    const int first = static_cast<int>(track % width), last = first == 0 ? width : first + 1;
    for (int l = first; l < last; ++l) set_lane(block, l, start, scan.time + one.delay);
    TrackState state{};
    state.id = static_cast<uint32_t>(numbers_.size());
    state.hits = state.looks = 1;
    state.last_seen = state.first_time = scan.time + one.delay;
    for (int i = 0; i < 3; ++i) {
      state.first_position[i] = start.x[i];
      for (int j = i; j < 3; ++j) state.first_covariance[at(3, i, j)] = start.p[at(6, i, j)];
    }
    tracks_.push_back(state);
    numbers_.push_back(0);
    if (settings_->confirm == 1) confirm(track);
    Gaussian<6, Pack> mixed;
    combined(block.tracks, mixed);
    append(track, first, one.number, scan, mixed, history);
  }

  // Position and its covariance from range and angles; the line of sight.
  static void place(const StationRow& station, const Sorted& one, Gaussian<6, double>& out,
                    double (&along)[3]) {
    const SinCos a = sincos(one.z[q_azimuth]), e = sincos(one.z[q_elevation]);
    const double r = one.z[q_range];
    const double sight[3] = {e.cos * a.sin, e.cos * a.cos, e.sin};
    const double by[3][3] = {{sight[0], r * e.cos * a.cos, -r * e.sin * a.sin},
                             {sight[1], -r * e.cos * a.sin, -r * e.sin * a.cos},
                             {sight[2], 0.0, r * e.cos}};
    double turned[3][3];
    for (int c = 0; c < 3; ++c) {
      along[c] = 0.0;
      for (int k = 0; k < 3; ++k) along[c] += station.axes[k][c] * sight[k];
      out.x[c] = station.origin[c] + r * along[c];
      for (int q = 0; q < 3; ++q) {
        turned[c][q] = 0.0;
        for (int k = 0; k < 3; ++k) turned[c][q] += station.axes[k][c] * by[k][q];
      }
    }
    for (int i = 0; i < 3; ++i)
      for (int j = i; j < 3; ++j) {
        double sum = 0.0;
        for (int q = 0; q < 3; ++q) sum += turned[i][q] * one.variance[q] * turned[j][q];
        out.p[at(6, i, j)] = sum;
      }
  }

  // All motions of one lane set to a distribution, with their own first guesses.
  void set_lane(Block<Tracks>& block, int l, const Gaussian<6, double>& start, double time) const {
    const Motion& motion = settings_->motion;
    block.time[l] = time;
    block.tracks.each([&]<Model M>(auto& g, Pack& weight) {
      constexpr int n = states_of(M), m = static_cast<int>(M);
      weight[l] = 1.0 / Tracks::count;
      for (int i = 0; i < 6; ++i) {
        g.x[i][l] = start.x[i];
        for (int j = i; j < 6; ++j) g.p[at(n, i, j)][l] = start.p[at(6, i, j)];
      }
      if constexpr (n == 7) {
        g.x[6][l] = motion.seventh[m];
        for (int i = 0; i < 6; ++i) g.p[at(7, i, 6)][l] = 0.0;
        g.p[at(7, 6, 6)][l] = square(motion.seventh_sigma[m]);
      }
    });
  }

  // The second detection of a track: velocity from the two points, half of gravity's share between
  // them taken out.
  void set_second_point(size_t track, const Scan& scan) {
    const Sorted& one = sorted_[taken_[track].detection];
    if (scan.kind == Kind::angles) return;
    TrackState& state = tracks_[track];
    const double time = scan.time + one.delay, dt = time - state.first_time;
    if (!(dt > 0.0)) return;
    Gaussian<6, double> now;
    double along[3];
    place(settings_->stations[scan.station], one, now, along);
    const double r = std::sqrt(square(now.x[0]) + square(now.x[1]) + square(now.x[2]));
    double pull[3];
    gravity<double>(settings_->earth, now.x[0], now.x[1], now.x[2], 1.0 / r, &pull[0], &pull[1],
                    &pull[2]);
    for (int i = 0; i < 3; ++i) {
      now.x[3 + i] = (now.x[i] - state.first_position[i]) / dt + 0.5 * pull[i] * dt;
      for (int j = 0; j < 3; ++j) now.p[at(6, i, 3 + j)] = now.p[at(6, i, j)] / dt;
      for (int j = i; j < 3; ++j)
        now.p[at(6, 3 + i, 3 + j)] =
            (now.p[at(6, i, j)] + state.first_covariance[at(3, i, j)]) / square(dt);
    }
    set_lane(blocks_[track / width], static_cast<int>(track % width), now, time);
  }

  std::shared_ptr<const TrackerSettings> settings_;
  std::vector<Block<Tracks>> blocks_;
  std::vector<TrackState> tracks_;
  std::vector<int32_t> numbers_;  // of confirmed tracks, by id; zero before
  int32_t confirmed_ = 0;

  // Room for one scan, reused.
  std::vector<Gate> gates_;
  std::vector<Sorted> sorted_;
  std::vector<Key> order_;
  std::vector<int> bins_, next_, first_, columns_, chosen_;
  std::vector<double> costs_, ratios_, probabilities_, owned_;
  std::vector<Taken> taken_;
  double largest_variance_[quantities], bin_start_ = 0.0, per_bin_ = 0.0;
  Assignment assignment_;
  JointProbabilities joint_;
};

}  // namespace

std::unique_ptr<Engine> make_tracker(std::shared_ptr<const TrackerSettings> settings) {
  if (settings->imm) return std::make_unique<Tracker<Interacting>>(std::move(settings));
  return std::make_unique<Tracker<Ballistic>>(std::move(settings));
}

}  // namespace glasshield::GLASSHIELD_ISA
