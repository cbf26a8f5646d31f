// Where each track expects its detection, and which pairs of a track and a detection are worth
// looking at.
#pragma once

#include <vector>

#include "assign.hpp"
#include "interacting.hpp"
#include "scan_index.hpp"

namespace glasshield::GLASSHIELD_ISA {

constexpr double two_pi = 6.283185307179586477;

// No motion that may be counts less than this where a track looks for its detections: at the moment
// of burnout free flight is still unlikely, and right. What hardly may be counts nothing there.
constexpr double least_weight = 0.1, hardly = 1e-3;
// Eight tracks.
template <class Tracks>
struct Block {
  Tracks tracks;
  Pack time;
};

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

// What a station is expected to measure of a block's tracks, over all their motions.
template <int D, class Tracks>
void foresee(const StationRow& station, const Tracks& tracks, Filter filter, Pack (&z)[D],
             Pack (&s)[triangle(D)]) {
  Pack each_z[Tracks::count][D], each_s[Tracks::count][triangle(D)];
  int m = 0;
  tracks.each([&]<Model M>(const auto& g, const Pack&) {
    Expected<D, states_of(M), Pack> expected;
    expect<D>(station, g, filter, expected);
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
  // The expected measurement of every track, over all its motions.
  template <int D, class Tracks>
  void expect(const TrackerSettings& settings, const StationRow& station,
              const std::vector<Block<Tracks>>& blocks, const ScanIndex& scan, double span) {
    gates_.resize(blocks.size() * width);
    for (size_t b = 0; b < blocks.size(); ++b) {
      Pack z[D], rate[D], s[triangle(D)], reach[D];
      foresee<D>(station, blocks[b].tracks, settings.filter, z, s);
      for (int d = 0; d < D; ++d) rate[d] = Pack{};
      if (span > 0.0) rates_of<D>(station, blocks[b].tracks, rate);
      for (int d = 0; d < D; ++d)
        reach[d] = root(settings.gate * (s[at(D, d, d)] + scan.largest_variance(d))) +
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

  // All pairs of a track and a detection inside its gate, with the cost of each: minus the
  // logarithm of how much likelier the pair is than a missed detection and a false alarm.
  template <int D>
  void pair_up(const TrackerSettings& settings, const StationRow& station, const ScanIndex& scan,
               int tracks) {
    constexpr int key = ScanIndex::key<D>, azimuth = place_of(D, q_azimuth),
                  elevation = place_of(D, q_elevation);
    const double gate2 = settings.gate;
    const double density = D == 3   ? station.clutter
                           : D == 4 ? station.clutter / (2.0 * settings.speed_max)
                                    : station.clutter * station.range;
    const double seen = station.detection_probability;
    const double base = 0.5 * D * logarithm(two_pi) - logarithm(seen / ((1.0 - seen) * density));
    first_.assign(1, 0);
    columns_.clear();
    costs_.clear();
    for (int track = 0; track < tracks; ++track) {
      const Gate& gate = gates_[track];
      const double* reach = gate.reach;
      const double low = gate.z[key] - reach[key], high = gate.z[key] + reach[key];
      for (int k = scan.first_from(low); k < scan.count() && scan[k].z[key] <= high; ++k) {
        const Plot& one = scan[k];
        if (std::fabs(one.z[elevation] - gate.z[elevation]) > reach[elevation]) continue;
        double innovation[D], s[triangle(D)];
        innovation_of<D>(gate, one, innovation);
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

  Pairs pairs(const ScanIndex& scan) const {
    return {static_cast<int>(first_.size()) - 1, scan.count(), first_.data(), columns_.data()};
  }

  const Gate& operator[](size_t track) const { return gates_[track]; }
  int first(size_t track) const { return first_[track]; }  // of the track's pairs
  int detection(int pair) const { return columns_[pair]; }
  const std::vector<double>& costs() const { return costs_; }

 private:
  std::vector<Gate> gates_;
  std::vector<int> first_, columns_;
  std::vector<double> costs_;
};

}  // namespace glasshield::GLASSHIELD_ISA
