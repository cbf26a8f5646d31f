// Where each track expects its detection, and which pairs of a track and a detection are worth
// looking at.
#pragma once

#include <algorithm>
#include <vector>

#include "assign.hpp"
#include "interacting.hpp"
#include "scan_index.hpp"

namespace glasshield::GLASSHIELD_ISA {

// No motion that may be counts less than this where a track looks for its detections: at the moment
// of burnout free flight is still unlikely, and right. What hardly may be counts nothing there.
constexpr double least_weight = 0.3, hardly = 1e-3;

// In a cloud of detections denser than any that tells objects apart, a track asks no more of them
// than these, which lie nearest in what they are sorted by, and keeps the best pairs: the cost of a
// scan stays with its length, and does not go with its square.
constexpr int most_asked = 2048, most_pairs = 64;

// Eight tracks.
template <class Tracks>
struct Block {
  Tracks tracks;
  Pack time;
};

// So many blocks go through each motion's formulas before it is the next motion's turn: written out,
// the formulas are longer than what a processor keeps of a program next to itself, so that each time
// they are fetched they have to serve more than one block.
constexpr size_t group = 16;

// What a scan is held against: a track's expected measurement, free of the motions behind it.
struct Gate {
  double z[quantities];
  double rate[quantities];              // of change of z, 1/s
  double s[triangle(quantities)];       // packed for the kind's D
  double reach[quantities];             // beyond which a detection is outside the gate
};

template <int D>
void innovation_of(const Gate& gate, const Plot& one, double (&out)[D]) {
  double expected[D];
  for (int d = 0; d < D; ++d) expected[d] = gate.z[d] + gate.rate[d] * one.delay;
  difference<D>(one.z, expected, out);
}

// What a station is expected to measure of a block's tracks.
template <int D>
struct Foreseen {
  Pack z[D], s[triangle(D)];
};

template <int D>
void join(const Ballistic&, const Foreseen<D> (&each)[1], Foreseen<D>& out) {
  out = each[0];
}

// Over all their motions.
template <int D>
void join(const Interacting& tracks, const Foreseen<D> (&each)[3], Foreseen<D>& out) {
  Pack mean[D], weight[3], whole = Pack{};
  for (int i = 0; i < 3; ++i) {
    weight[i] = select(tracks.weight[i] < hardly, Pack{},
                       larger(tracks.weight[i], filled<Pack>(least_weight)));
    whole += weight[i];
  }
  for (int i = 0; i < 3; ++i) weight[i] /= whole;
  for (int d = 0; d < D; ++d) mean[d] = Pack{};
  for (int k = 0; k < triangle(D); ++k) out.s[k] = Pack{};
  for (int i = 0; i < 3; ++i) {
    Pack apart[D];
    difference<D>(each[i].z, each[1].z, apart);
    for (int d = 0; d < D; ++d) mean[d] += weight[i] * apart[d];
  }
  for (int d = 0; d < D; ++d) out.z[d] = each[1].z[d] + mean[d];
  for (int i = 0; i < 3; ++i) {
    Pack apart[D];
    difference<D>(each[i].z, out.z, apart);
    for (int a = 0; a < D; ++a)
      for (int c = a; c < D; ++c)
        out.s[at(D, a, c)] += weight[i] * (each[i].s[at(D, a, c)] + apart[a] * apart[c]);
  }
}

// How fast the expected measurements change.
template <int D, class Tracks>
void rates_of(const StationRow& station, const Tracks& tracks, Pack (&rate)[D]) {
  Gaussian<6, Pack> mixed;
  combined(tracks, mixed);
  Sight<D, Pack> sight;
  look<D, true>(station, mixed.x, sight);
  for (int d = 0; d < D && d < 3; ++d)
    rate[d] = sight.by_position[d][0] * mixed.x[3] + sight.by_position[d][1] * mixed.x[4] +
              sight.by_position[d][2] * mixed.x[5];
}

class Gates {
 public:
  void make_room(size_t blocks) { gates_.resize(blocks * width); }

  // The expected measurement of every track of some blocks, at most a group, over all its motions.
  template <int D, class Tracks>
  void expect(const TrackerSettings& settings, const StationRow& station,
              const Block<Tracks>* blocks, size_t first, size_t count, const ScanIndex& scan,
              double span) {
    Foreseen<D> each[group][Tracks::count];
    int m = 0;
    Tracks::motions([&]<Model M>() {
      for (size_t k = 0; k < count; ++k) {
        Expected<D, states_of(M), Pack> expected;
        GLASSHIELD_ISA::expect<D>(station, own_of<M>(blocks[k].tracks), settings.filter, expected);
        for (int d = 0; d < D; ++d) each[k][m].z[d] = expected.z[d];
        for (int i = 0; i < triangle(D); ++i) each[k][m].s[i] = expected.s[i];
      }
      ++m;
    });
    for (size_t k = 0; k < count; ++k) {
      Foreseen<D> all;
      join<D>(blocks[k].tracks, each[k], all);
      open<D>(settings, station, blocks[k].tracks, all, first + k, scan, span);
    }
  }

  // All pairs of a track and a detection inside its gate, with the cost of each: minus the
  // logarithm of how much likelier the pair is than a missed detection and a false alarm.
  template <int D>
  void pair_up(const TrackerSettings& settings, const StationRow& station, const ScanIndex& scan,
               int tracks) {
    constexpr int key = ScanIndex::key<D>, azimuth = place_of(D, q_azimuth),
                  elevation = place_of(D, q_elevation);
    const double density = D == 3   ? station.clutter
                           : D == 4 ? station.clutter / (2.0 * settings.speed_max)
                                    : station.clutter * station.range;
    const double seen = station.detection_probability;
    const double base = 0.5 * D * logarithm(two_pi) - logarithm(seen / ((1.0 - seen) * density));
    first_.assign(static_cast<size_t>(tracks) + 1, 0);
    columns_.clear();
    costs_.clear();
    filling_ = 0;
    Near<D> near{};
    for (int track = 0; track < tracks; ++track) {
      const Gate& gate = gates_[track];
      const double* reach = gate.reach;
      const double low = gate.z[key] - reach[key], high = gate.z[key] + reach[key];
      int k = scan.first_from(low), last = scan.count();
      if (k + most_asked < last && scan[k + most_asked].z[key] <= high) {
        k = std::max(k, scan.first_from(gate.z[key]) - most_asked / 2);
        last = std::min(last, k + most_asked);
      }
      for (; k < last && scan[k].z[key] <= high; ++k) {
        const Plot& one = scan[k];
        if (std::fabs(one.z[elevation] - gate.z[elevation]) > reach[elevation]) continue;
        double innovation[D];
        innovation_of<D>(gate, one, innovation);
        if (std::fabs(innovation[azimuth]) > reach[azimuth]) continue;
        near.add(track, k, gate, one, innovation);
        if (near.count == width) keep_inside(near, settings.gate, base);
      }
    }
    keep_inside(near, settings.gate, base);
    if (tracks > 0) thin_out(filling_);
    for (int track = 0; track < tracks; ++track) first_[track + 1] += first_[track];
  }

  Pairs pairs(const ScanIndex& scan) const {
    return {static_cast<int>(first_.size()) - 1, scan.count(), first_.data(), columns_.data()};
  }

  const Gate& operator[](size_t track) const { return gates_[track]; }
  int first(size_t track) const { return first_[track]; }  // of the track's pairs
  int detection(int pair) const { return columns_[pair]; }
  const std::vector<double>& costs() const { return costs_; }

 private:
  // Pairs that may be inside a gate, up to eight, side by side.
  template <int D>
  struct Near {
    Pack innovation[D], s[triangle(D)];
    int track[width], column[width], count;

    void add(int its_track, int its_column, const Gate& gate, const Plot& one,
             const double (&away)[D]) {
      track[count] = its_track;
      column[count] = its_column;
      for (int d = 0; d < D; ++d) innovation[d][count] = away[d];
      for (int i = 0; i < triangle(D); ++i) s[i][count] = gate.s[i];
      for (int d = 0; d < D; ++d) s[at(D, d, d)][count] += one.variance[d];
      ++count;
    }
  };

  // Takes those that are; counts them by track in `first_`, one place further.
  template <int D>
  void keep_inside(Near<D>& near, double gate2, double base) {
    const Distance<Pack> away = distance<D>(near.s, near.innovation);
    const Pack cost = 0.5 * (away.squared + logarithm(away.determinant)) + base;
    for (int l = 0; l < near.count; ++l) {
      if (!(away.squared[l] <= gate2)) continue;
      if (near.track[l] != filling_) {
        thin_out(filling_);
        filling_ = near.track[l];
      }
      columns_.push_back(near.column[l]);
      costs_.push_back(cost[l]);
      if (++first_[filling_ + 1] == 2 * most_pairs) thin_out(filling_);
    }
    near.count = 0;
  }

  // Leaves the best of a track's pairs, which are the last ones there are, in their order.
  void thin_out(int track) {
    int& count = first_[track + 1];
    if (count <= most_pairs) return;
    const size_t begin = costs_.size() - static_cast<size_t>(count);
    sorted_.assign(costs_.begin() + static_cast<ptrdiff_t>(begin), costs_.end());
    const auto bound = sorted_.begin() + (most_pairs - 1);
    std::nth_element(sorted_.begin(), bound, sorted_.end());
    ptrdiff_t equal = most_pairs - std::count_if(sorted_.begin(), bound,
                                                 [&](double one) { return one < *bound; });
    size_t to = begin;
    for (size_t p = begin; p < costs_.size(); ++p) {
      if (!(costs_[p] < *bound) && !(costs_[p] == *bound && equal-- > 0)) continue;
      columns_[to] = columns_[p];
      costs_[to++] = costs_[p];
    }
    columns_.resize(to);
    costs_.resize(to);
    count = static_cast<int>(to - begin);
  }

  // The gates of a block's tracks.
  template <int D, class Tracks>
  void open(const TrackerSettings& settings, const StationRow& station, const Tracks& tracks,
            const Foreseen<D>& all, size_t block, const ScanIndex& scan, double span) {
    Pack rate[D], reach[D];
    for (int d = 0; d < D; ++d) rate[d] = Pack{};
    if (span > 0.0) rates_of<D>(station, tracks, rate);
    for (int d = 0; d < D; ++d)
      reach[d] = root(settings.gate * (all.s[at(D, d, d)] + scan.largest_variance(d))) +
                 size_of(rate[d]) * span;
    for (int l = 0; l < width; ++l) {
      Gate& gate = gates_[block * width + l];
      for (int d = 0; d < D; ++d) {
        gate.z[d] = all.z[d][l];
        gate.rate[d] = rate[d][l];
        gate.reach[d] = reach[d][l];
      }
      for (int k = 0; k < triangle(D); ++k) gate.s[k] = all.s[k][l];
    }
  }

  std::vector<Gate> gates_;
  std::vector<int> first_, columns_;
  std::vector<double> costs_, sorted_;
  int filling_ = 0;  // the track whose pairs come now
};

}  // namespace glasshield::GLASSHIELD_ISA
