// The tracker: predict, gate, associate, update, begin and end tracks; scan by scan.
//
// Tracks stand eight to a block, so that what is arithmetic runs over eight at once; what is choice
// (which detection, which track begins or ends) runs track by track on numbers read out of the
// blocks.
#include "tracker_isa.hpp"

#include <algorithm>

#include "takings.hpp"
#include "track_lanes.hpp"
#include "track_start.hpp"

namespace glasshield::GLASSHIELD_ISA {
namespace {

constexpr double underground_m = -5e3;
constexpr double tentative_life_s = 20.0;  // out of everybody's sight
constexpr size_t most_tracks = 20000;      // at once; then nothing new begins
constexpr double too_close_s = 0.1;  // for a velocity from two points
constexpr int64_t most_ids = 2147483647;    // of tracks before confirmation
constexpr double nearly = 0.999;           // times that are to be a second apart never are

struct TrackState {
  int64_t born;     // which of all tracks that ever began
  int64_t hits, looks;
  int missed;
  int32_t number;   // of a confirmed track, else zero
  bool tip;         // whether its last detection has no row in history
  double last_seen;
  int64_t row;      // its last in history
  double row_time;  // of that
  Marks marks;
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
    return {state.born, state.row, state.number, state.tip ? &tips_[track] : nullptr, state.marks};
  }

 private:
  template <int D>
  void step_kind(const Scan& scan, History& history) {
    const StationRow& station = settings_->stations[scan.station];
    scan_.fill<D>(scan);
    Gates& gates = takings_.gates();
    gates.make_room(blocks_.size());
    for (size_t first = 0; first < blocks_.size(); first += group) {
      const size_t count = std::min(group, blocks_.size() - first);
      Pack dt[group];
      for (size_t k = 0; k < count; ++k) dt[k] = scan.time - blocks_[first + k].time;
      move(first, count, dt);
      gates.expect<D>(*settings_, station, &blocks_[first], first, count, scan_, scan.span);
    }
    gates.pair_up<D>(*settings_, station, scan_, static_cast<int>(tracks_.size()));
    if (settings_->association == Association::nearest)
      takings_.take_nearest(scan_, tracks_.size());
    else
      dropped_ += takings_.take_weighted(scan_, tracks_.size());
    update_all<D>(station, scan, history);
    review(station, scan, history);
    begin_tracks<D>(scan, history);
  }

  void move(size_t first, size_t count, const Pack* dt) {
    const Earth& earth = settings_->earth;
    const Motion& motion = settings_->motion;
    Block<Tracks>* blocks = &blocks_[first];
    for (size_t k = 0; k < count; ++k)
      if (any(dt[k] != 0.0)) mix(earth, motion, dt[k], blocks[k].tracks);
    Tracks::motions([&]<Model M>() {
      for (size_t k = 0; k < count; ++k)
        predict<M>(earth, motion, settings_->filter, dt[k], own_of<M>(blocks[k].tracks));
    });
    for (size_t k = 0; k < count; ++k) blocks[k].time = blocks[k].time + dt[k];
  }

  template <int D>
  void update_all(const StationRow& station, const Scan& scan, History& history) {
    const bool weighted = settings_->association == Association::jpda;
    for (size_t first = 0; first < blocks_.size(); first += group) {
      const size_t end = std::min(first + group, blocks_.size());
      Intake<D> in[group];
      size_t count = 0;
      for (size_t b = first; b < end; ++b) {
        if (!takings_.collect<D>(scan_, tracks_.size(), b, in[count])) continue;
        if (any(in[count].delay != 0.0)) move(b, 1, &in[count].delay);
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
        likelihood[l] = takings_.weigh<D, (Tracks::count > 1)>(
            scan_, in.block * width + l, l, s, expected.z, evidence);
    }
    condition<D>(g, expected.c, s, evidence);
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

  // Appends the states of the lanes that took something in, after correcting second points.
  void keep(size_t b, const Scan& scan, History& history) {
    Block<Tracks>& block = blocks_[b];
    Gaussian<6, Pack> mixed;
    for (int l = 0; l < width; ++l) {
      const size_t track = b * width + l;
      if (track >= tracks_.size() || takings_[track].detection < 0) continue;
      if (settings_->initiation == Initiation::two_point && tracks_[track].hits == 1)
        set_second_point(track, scan);
    }
    combined(block.tracks, mixed);
    for (int l = 0; l < width; ++l) {
      const size_t track = b * width + l;
      if (track >= tracks_.size() || takings_[track].detection < 0) continue;
      const Taken& taken = takings_[track];
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
    state.marks.add(number);
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
      const Taken& taken = takings_[track];
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
        if (is_in_view(station, x)) {
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
    history.end({state.born, state.row, state.number, state.marks});
  }

  // The last track takes the place of one that ends.
  void remove(size_t track) {
    const size_t last = tracks_.size() - 1;
    if (track != last) {
      copy_lane(blocks_[last / width], static_cast<int>(last % width), blocks_[track / width],
                static_cast<int>(track % width));
      tracks_[track] = tracks_[last];
      takings_[track] = takings_[last];
      std::copy_n(seen_by(last), settings_->stations.size(), seen_by(track));
      if (!tips_.empty()) tips_[track] = tips_[last];
    }
    tracks_.pop_back();
    seen_.resize(seen_.size() - settings_->stations.size());
    if (!tips_.empty()) tips_.pop_back();
    if (last % width == 0) blocks_.pop_back();
  }

  // A track from each detection that no track owns.
  template <int D>
  void begin_tracks(const Scan& scan, History& history) {
    if constexpr (D >= 3) {
      for (const Plot& one : scan_.plots())
        if (!one.owned && tracks_.size() < most_tracks) begin<D>(one, scan, history);
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
    const Plot& one = scan_[takings_[track].detection];
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
  Takings takings_;
};

}  // namespace

std::unique_ptr<Engine> make_tracker(std::shared_ptr<const TrackerSettings> settings) {
  if (settings->imm) return std::make_unique<Tracker<Interacting>>(std::move(settings));
  return std::make_unique<Tracker<Ballistic>>(std::move(settings));
}

}  // namespace glasshield::GLASSHIELD_ISA
