// The tracker: predict, gate, associate, update, begin and end tracks; scan by scan.
//
// Tracks stand eight to a block, so that what is arithmetic runs over eight at once; what is choice
// (which detection, which track begins or ends) runs track by track on numbers read out of the
// blocks.
#include "tracker_isa.hpp"

#include <algorithm>
#include <limits>

#include "track_start.hpp"

namespace glasshield::GLASSHIELD_ISA {
namespace {

constexpr double underground_m = -5e3;
constexpr double tentative_life_s = 20.0;  // out of everybody's sight
constexpr double too_close_s = 0.1;  // for a velocity from two points
constexpr int64_t most_ids = 2147483647;    // of tracks before confirmation
constexpr double nearly = 0.999;           // times that are to be a second apart never are

// What a track takes in from one scan.
struct Taken {
  int detection = -1;  // in the scan's own order; of several the likeliest
  bool alone = true;   // nothing but this detection, for certain
  double share = 0.0;  // its probability
  double mass = 0.0;   // that of all the track's detections together
};

struct TrackState {
  int64_t born;     // which of all tracks that ever began
  int64_t hits, looks;
  int missed;
  int32_t number;   // of a confirmed track, else zero
  bool tip;         // whether its last detection has no row in history
  double last_seen;
  int64_t row;      // its last in history
  double row_time;  // of that
  double first_position[3], first_covariance[6], first_time;  // for the second point
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

  std::unique_ptr<Engine> fresh() const override { return std::make_unique<Tracker>(settings_); }

  void become(const Engine& other) override {
    const Tracker& same = static_cast<const Tracker&>(other);
    blocks_ = same.blocks_;
    tracks_ = same.tracks_;
    seen_ = same.seen_;
    tips_ = same.tips_;
    begun_ = same.begun_;
    confirmed_ = same.confirmed_;
    dropped_ = same.dropped_;
  }

  int64_t count() const override { return static_cast<int64_t>(tracks_.size()); }
  int64_t confirmed() const override { return confirmed_; }
  int64_t pairs_dropped() const override { return dropped_; }

  void read(const PictureRows& out) const override {
    for (size_t b = 0; b < blocks_.size(); ++b) {
      Gaussian<6, Pack> mixed;
      combined(blocks_[b].tracks, mixed);
      for (size_t l = 0; l < width && b * width + l < tracks_.size(); ++l)
        read_track(b * width + l, mixed, out);
    }
    std::copy(seen_.begin(), seen_.end(), out.seen);
  }

  Life life(int64_t track) const override {
    const TrackState& state = tracks_[track];
    return {state.born, state.row, state.number, state.tip ? &tips_[track] : nullptr};
  }

 private:
  template <int D>
  void step_kind(const Scan& scan, History& history) {
    const StationRow& station = settings_->stations[scan.station];
    scan_.fill<D>(scan);
    gates_.make_room(blocks_.size());
    for (size_t first = 0; first < blocks_.size(); first += group) {
      const size_t count = std::min(group, blocks_.size() - first);
      Pack dt[group];
      for (size_t k = 0; k < count; ++k) dt[k] = scan.time - blocks_[first + k].time;
      move(first, count, dt);
      gates_.expect<D>(*settings_, station, &blocks_[first], first, count, scan_, scan.span);
    }
    gates_.pair_up<D>(*settings_, station, scan_, static_cast<int>(tracks_.size()));
    if (settings_->association == Association::nearest)
      take_nearest();
    else
      take_weighted();
    update_all<D>(station, scan, history);
    review(station, scan, history);
    begin_tracks<D>(scan, history);
  }

  void move(size_t first, size_t count, const Pack* dt) {
    const Earth& earth = settings_->earth;
    const Motion& motion = settings_->motion;
    Block<Tracks>* blocks = &blocks_[first];
    for (size_t k = 0; k < count; ++k)
      if (any(dt[k])) mix(earth, motion, dt[k], blocks[k].tracks);
    Tracks::motions([&]<Model M>() {
      for (size_t k = 0; k < count; ++k)
        predict<M>(earth, motion, settings_->filter, dt[k], own_of<M>(blocks[k].tracks));
    });
    for (size_t k = 0; k < count; ++k) blocks[k].time = blocks[k].time + dt[k];
  }

  static bool any(Pack x) {
    bool found = false;
    for (int l = 0; l < width; ++l) found |= x[l] != 0.0;
    return found;
  }

  void take_nearest() {
    chosen_.resize(tracks_.size());
    assignment_.solve(gates_.pairs(scan_), gates_.costs().data(), chosen_.data());
    taken_.assign(tracks_.size(), Taken{});
    for (size_t track = 0; track < tracks_.size(); ++track) {
      if (chosen_[track] < 0) continue;
      Taken& taken = taken_[track];
      taken.detection = gates_.detection(chosen_[track]);
      taken.share = taken.mass = 1.0;
      scan_[taken.detection].owned = true;
    }
  }

  void take_weighted() {
    const std::vector<double>& costs = gates_.costs();
    ratios_.resize(costs.size());
    probabilities_.resize(costs.size());
    for (size_t p = 0; p < costs.size(); ++p) ratios_[p] = exponential(-costs[p]);
    dropped_ += joint_.solve(gates_.pairs(scan_), ratios_.data(), probabilities_.data());
    taken_.assign(tracks_.size(), Taken{});
    owned_.assign(scan_.count(), 0.0);
    for (size_t track = 0; track < tracks_.size(); ++track) {
      Taken& taken = taken_[track];
      for (int p = gates_.first(track); p < gates_.first(track + 1); ++p) {
        const double share = probabilities_[p];
        taken.mass += share;
        owned_[gates_.detection(p)] += share;
        if (share > taken.share) {
          taken.share = share;
          taken.detection = gates_.detection(p);
        }
      }
      taken.alone = false;
    }
    for (int k = 0; k < scan_.count(); ++k) scan_[k].owned = owned_[k] > 0.5;
  }

  // What a block's lanes take in, side by side; lanes that take in nothing have no mass. The
  // detection is the only one or, of several, the likeliest.
  template <int D>
  struct Intake {
    Pack z[D], variance[D], mass, delay;
    size_t block;
  };

  template <int D>
  bool collect(size_t b, Intake<D>& in) const {
    bool some = false;
    in.block = b;
    for (int l = 0; l < width; ++l) {
      const size_t track = b * width + l;
      const Taken* taken = track < tracks_.size() ? &taken_[track] : nullptr;
      const bool takes = taken && taken->detection >= 0;
      some |= takes;
      in.mass[l] = takes ? taken->mass : 0.0;
      in.delay[l] = takes && taken->alone ? scan_[taken->detection].delay : 0.0;
      for (int d = 0; d < D; ++d) {
        in.z[d][l] = takes ? scan_[taken->detection].z[d] : 0.0;
        in.variance[d][l] = takes ? scan_[taken->detection].variance[d] : 1.0;
      }
    }
    return some;
  }

  template <int D>
  void update_all(const StationRow& station, const Scan& scan, History& history) {
    const bool weighted = settings_->association == Association::jpda;
    for (size_t first = 0; first < blocks_.size(); first += group) {
      const size_t end = std::min(first + group, blocks_.size());
      Intake<D> in[group];
      size_t count = 0;
      for (size_t b = first; b < end; ++b) {
        if (!collect<D>(b, in[count])) continue;
        if (any(in[count].delay)) move(b, 1, &in[count].delay);
        ++count;
      }
      Pack likelihood[group][Tracks::count];
      int m = 0;
      Tracks::motions([&]<Model M>() {
        for (size_t k = 0; k < count; ++k) {
          auto& g = own_of<M>(blocks_[in[k].block].tracks);
          if (weighted)
            take_in<D, true>(station, in[k], g, likelihood[k][m]);
          else
            take_in<D, false>(station, in[k], g, likelihood[k][m]);
        }
        ++m;
      });
      for (size_t k = 0; k < count; ++k) {
        weigh(in[k].mass, likelihood[k], blocks_[in[k].block].tracks);
        keep(in[k].block, scan, history);
      }
    }
  }

  // One motion of a block conditioned on what its lanes take in; `likelihood` is the logarithm of
  // how well the motion had foreseen it.
  template <int D, bool Weighted, int N>
  void take_in(const StationRow& station, const Intake<D>& in, Gaussian<N, Pack>& g,
               Pack& likelihood) const {
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
        likelihood = -0.5 * (away.squared + logarithm(away.determinant));
      }
    } else {
      for (int l = 0; l < width; ++l)
        likelihood[l] = weigh_detections<D>(in.block * width + l, l, s, expected.z, evidence);
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
      for (int p = gates_.first(track); p < gates_.first(track + 1); ++p) {
        const Plot& one = scan_[gates_.detection(p)];
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
  static double preference(const Gate& gate, const Plot& one, const double (&here)[triangle(D)],
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

  static void weigh(Pack, const Pack (&)[1], Ballistic&) {}
  static void weigh(Pack mass, const Pack (&likelihood)[3], Interacting& tracks) {
    const Pack most = larger(likelihood[0], larger(likelihood[1], likelihood[2]));
    Pack weight[3], sum{};
    for (int m = 0; m < 3; ++m) {
      weight[m] = tracks.weight[m] * exponential(likelihood[m] - most);
      sum += weight[m];
    }
    for (int m = 0; m < 3; ++m)
      tracks.weight[m] = select(mass == 0.0, tracks.weight[m], weight[m] / sum);
  }

  void read_track(size_t track, const Gaussian<6, Pack>& mixed, const PictureRows& out) const {
    const Block<Tracks>& block = blocks_[track / width];
    const TrackState& state = tracks_[track];
    const int l = static_cast<int>(track % width);
    double x[6], p[21], phase[models];
    read_lane(block.tracks, mixed, l, x, p, phase);
    std::copy(x, x + 6, out.states + 6 * track);
    std::copy(p, p + 21, out.covariances + 21 * track);
    std::copy(phase, phase + models, out.phases + models * track);
    out.times[3 * track] = block.time[l];
    out.times[3 * track + 1] = state.last_seen;
    out.times[3 * track + 2] = state.first_time;
    // Before confirmation they may begin anew after two thousand million.
    out.id[track] = state.number ? state.number : static_cast<int32_t>(-1 - state.born % most_ids);
    out.missed[track] = state.missed;
    out.detections[track] = state.hits;
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
      const int64_t number = taken.share > 0.5 ? scan_[taken.detection].number : -1;
      append(track, l, number, scan, mixed, history);
    }
  }

  // A row in history, or, where the track's last one is not old enough, beside it.
  void append(size_t track, int l, int64_t number, const Scan& scan, const Gaussian<6, Pack>& mixed,
              History& history) {
    const Block<Tracks>& block = blocks_[track / width];
    double spread = 0.0;
    for (int c = 0; c < 6; ++c) spread += mixed.p[at(6, c, c)][l];
    if (!std::isfinite(spread)) return;  // lost, and ended at its next look
    TrackState& state = tracks_[track];
    const double time = block.time[l], every = settings_->history_every;
    state.tip = every > 0.0 && state.row != History::nothing &&
                time - state.row_time < nearly * every;
    if (!state.tip) new_row(state, time, history);
    HistoryRow& row = state.tip ? tips_[track] : history.at(state.row);
    double phase[models];
    read_lane(block.tracks, mixed, l, row.x, row.p, phase);
    row.time = time;
    row.number = number;
    row.phase[0] = static_cast<float>(phase[0]);
    row.phase[1] = static_cast<float>(phase[1]);
    row.station = scan.station;
  }

  static void new_row(TrackState& state, double time, History& history) {
    state.row = history.append(state.row, time);
    state.row_time = time;
  }

  // Counts hits and misses; confirms, ends and forgets tracks.
  void review(const StationRow& station, const Scan& scan, History& history) {
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
        seen_by(track)[scan.station] = state.last_seen;
        if (!state.number && state.hits >= settings_->confirm) end = !confirm(track);
      } else {
        double x[6];
        position_and_velocity(track, x);
        if (in_view(station, x)) {
          ++state.missed;
          ++state.looks;
        }
        end = ends(track, x, scan.time);
      }
      if (end) {
        put_away(track, history);
        remove(track);
      }
    }
  }

  bool confirm(size_t track) {
    double x[6];
    position_and_velocity(track, x);
    const double speed = std::sqrt(square(x[3]) + square(x[4]) + square(x[5]));
    if (speed > settings_->speed_max) return false;
    tracks_[track].number = ++confirmed_;
    return true;
  }

  bool ends(size_t track, const double (&x)[6], double time) const {
    const TrackState& state = tracks_[track];
    if (!state.number && (state.looks - state.hits > settings_->within - settings_->confirm ||
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

  double* seen_by(size_t track) { return seen_.data() + track * settings_->stations.size(); }

  // What history has to know of a track that ends.
  void put_away(size_t track, History& history) {
    TrackState& state = tracks_[track];
    if (!state.number || state.row == History::nothing) return;
    if (state.tip) {
      const HistoryRow& tip = tips_[track];
      new_row(state, tip.time, history);
      history.at(state.row) = tip;
    }
    history.end({state.born, state.row, state.number});
  }

  // The last track takes the place of one that ends.
  void remove(size_t track) {
    const size_t last = tracks_.size() - 1;
    if (track != last) {
      copy_lane(blocks_[last / width], static_cast<int>(last % width), blocks_[track / width],
                static_cast<int>(track % width));
      tracks_[track] = tracks_[last];
      taken_[track] = taken_[last];
      std::copy_n(seen_by(last), settings_->stations.size(), seen_by(track));
      if (!tips_.empty()) tips_[track] = tips_[last];
    }
    tracks_.pop_back();
    seen_.resize(seen_.size() - settings_->stations.size());
    if (!tips_.empty()) tips_.pop_back();
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
      for (const Plot& one : scan_.plots())
        if (!one.owned) begin<D>(one, scan, history);
    }
  }

  template <int D>
  void begin(const Plot& one, const Scan& scan, History& history) {
    const StationRow& station = settings_->stations[scan.station];
    const double sigma = settings_->initiation == Initiation::two_point
                             ? settings_->speed_max / 3.0
                             : settings_->speed_sigma;
    Gaussian<6, double> start;
    start_at<D>(station, one, sigma, start);
    const size_t track = tracks_.size();
    if (track % width == 0) blocks_.emplace_back();
    Block<Tracks>& block = blocks_[track / width];
    // A new block's other lanes need something to fly, too.
    const int first = static_cast<int>(track % width), last = first == 0 ? width : first + 1;
    for (int l = first; l < last; ++l)
      set_lane(settings_->motion, start, scan.time + one.delay, 0.0, l, block);
    TrackState state{};
    state.born = begun_++;
    state.row = History::nothing;
    state.hits = state.looks = 1;
    state.last_seen = state.first_time = scan.time + one.delay;
    for (int i = 0; i < 3; ++i) {
      state.first_position[i] = start.x[i];
      for (int j = i; j < 3; ++j) state.first_covariance[at(3, i, j)] = start.p[at(6, i, j)];
    }
    tracks_.push_back(state);
    seen_.resize(seen_.size() + settings_->stations.size(), std::nan(""));
    seen_by(track)[scan.station] = state.last_seen;
    if (settings_->history_every > 0.0) tips_.emplace_back();
    if (settings_->confirm == 1) confirm(track);
    Gaussian<6, Pack> mixed;
    combined(block.tracks, mixed);
    append(track, first, one.number, scan, mixed, history);
  }

  void set_second_point(size_t track, const Scan& scan) {
    const Plot& one = scan_[taken_[track].detection];
    if (scan.kind == Kind::angles) return;
    const TrackState& state = tracks_[track];
    const double time = scan.time + one.delay, dt = time - state.first_time;
    if (!(dt > 0.0)) return;
    Gaussian<6, double> now;
    double along[3];
    place(settings_->stations[scan.station], one, now, along);
    start_between(settings_->earth, state.first_position, state.first_covariance, dt, now);
    // Two points so close in time that they say less than that nothing is faster: the prior holds.
    double spread = 0.0;
    for (int c = 3; c < 6; ++c) spread += now.p[at(6, c, c)];
    if (dt < too_close_s && !(spread < square(settings_->speed_max))) return;
    set_lane(settings_->motion, now, time, 0.5 * dt, static_cast<int>(track % width),
             blocks_[track / width]);
  }

  std::shared_ptr<const TrackerSettings> settings_;
  std::vector<Block<Tracks>> blocks_;
  std::vector<TrackState> tracks_;
  std::vector<double> seen_;       // tracks x stations: when each saw each last
  std::vector<HistoryRow> tips_;   // of the tracks' last detections, where history leaves rows out
  int64_t begun_ = 0;
  int32_t confirmed_ = 0;
  int64_t dropped_ = 0;  // pairs

  // Room for one scan, reused.
  ScanIndex scan_;
  Gates gates_;
  std::vector<int> chosen_;
  std::vector<double> ratios_, probabilities_, owned_;
  std::vector<Taken> taken_;
  Assignment assignment_;
  JointProbabilities joint_;
};

}  // namespace

std::unique_ptr<Engine> make_tracker(std::shared_ptr<const TrackerSettings> settings) {
  if (settings->imm) return std::make_unique<Tracker<Interacting>>(std::move(settings));
  return std::make_unique<Tracker<Ballistic>>(std::move(settings));
}

}  // namespace glasshield::GLASSHIELD_ISA
