// What each track takes in from one scan: the detection that the best assignment gives it, or a
// share of every one near it.
#pragma once

#include <algorithm>
#include <vector>

#include "gates.hpp"

namespace glasshield::GLASSHIELD_ISA {

// What a track takes in.
struct Taken {
  int detection = -1;  // in the scan's own order; of several the likeliest
  bool alone = true;   // nothing but this detection, for certain
  double share = 0.0;  // its probability
  double mass = 0.0;   // that of all the track's detections together
};

// What a block's lanes take in, side by side; lanes that take in nothing have no mass. The
// detection is the only one or, of several, the likeliest.
template <int D>
struct Intake {
  Pack z[D], variance[D], mass, delay;
  size_t block;
};

// How much better one motion had foreseen a detection than all motions together.
template <int D>
double preference(const Gate& gate, const Plot& one, const double (&here)[triangle(D)],
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

// Of all tracks, by their gates; the detections that somebody takes are marked in the scan.
class Takings {
 public:
  Gates& gates() { return gates_; }

  Taken& operator[](size_t track) { return taken_[track]; }
  const Taken& operator[](size_t track) const { return taken_[track]; }

  // One detection a track at most.
  void take_nearest(ScanIndex& scan, size_t tracks) {
    chosen_.resize(tracks);
    assignment_.solve(gates_.pairs(scan), gates_.costs().data(), chosen_.data());
    taken_.assign(tracks, Taken{});
    for (size_t track = 0; track < tracks; ++track) {
      if (chosen_[track] < 0) continue;
      Taken& taken = taken_[track];
      taken.detection = gates_.detection(chosen_[track]);
      taken.share = taken.mass = 1.0;
      scan[taken.detection].owned = true;
    }
  }

  // Of each detection its probability. Returns how many pairs were left out.
  int64_t take_weighted(ScanIndex& scan, size_t tracks) {
    const std::vector<double>& costs = gates_.costs();
    ratios_.resize(costs.size());
    probabilities_.resize(costs.size());
    for (size_t p = 0; p < costs.size(); ++p) ratios_[p] = exponential(-costs[p]);
    const int64_t dropped =
        joint_.solve(gates_.pairs(scan), ratios_.data(), probabilities_.data());
    taken_.assign(tracks, Taken{});
    owned_.assign(scan.count(), 0.0);
    for (size_t track = 0; track < tracks; ++track) {
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
    for (int k = 0; k < scan.count(); ++k) scan[k].owned = owned_[k] > 0.5;
    return dropped;
  }

  // The lanes of a block; whether any takes in something.
  template <int D>
  bool collect(const ScanIndex& scan, size_t tracks, size_t block, Intake<D>& in) const {
    bool some = false;
    in.block = block;
    for (int l = 0; l < width; ++l) {
      const size_t track = block * width + l;
      const Taken* taken = track < tracks ? &taken_[track] : nullptr;
      const bool takes = taken && taken->detection >= 0;
      some |= takes;
      in.mass[l] = takes ? taken->mass : 0.0;
      in.delay[l] = takes && taken->alone ? scan[taken->detection].delay : 0.0;
      for (int d = 0; d < D; ++d) {
        in.z[d][l] = takes ? scan[taken->detection].z[d] : 0.0;
        in.variance[d][l] = takes ? scan[taken->detection].variance[d] : 1.0;
      }
    }
    return some;
  }

  // A track's detections together as one motion sees them, in lane l: each counts with its
  // probability, given that the motion holds. Returns the logarithm of how well the motion had
  // foreseen them, against how well all motions (there are several: `Many`) together had; a missed
  // detection says nothing about the motion. There may be no such track.
  template <int D, bool Many>
  double weigh(const ScanIndex& scan, size_t track, int l, const Pack (&s)[triangle(D)],
               const Pack (&z)[D], Evidence<D, Pack>& evidence) const {
    double here[triangle(D)], mean[D], second[triangle(D)], mass = 0.0, sum = 1.0;
    std::fill(mean, mean + D, 0.0);
    std::fill(second, second + triangle(D), 0.0);
    if (track < taken_.size() && taken_[track].detection >= 0) {
      const Gate& gate = gates_[track];
      sum = 1.0 - taken_[track].mass;
      for (int k = 0; k < triangle(D); ++k) here[k] = s[k][l];
      for (int p = gates_.first(track); p < gates_.first(track + 1); ++p) {
        const Plot& one = scan[gates_.detection(p)];
        double expected[D], away[D], share = probabilities_[p];
        for (int d = 0; d < D; ++d) expected[d] = z[d][l] + gate.rate[d] * one.delay;
        difference<D>(one.z, expected, away);
        if constexpr (Many) share *= preference<D>(gate, one, here, away);
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
    return Many ? logarithm(std::max(sum, 1e-300)) : 0.0;
  }

 private:
  Gates gates_;
  std::vector<Taken> taken_;
  // Room for one scan, reused.
  std::vector<int> chosen_;
  std::vector<double> ratios_, probabilities_, owned_;
  Assignment assignment_;
  JointProbabilities joint_;
};

}  // namespace glasshield::GLASSHIELD_ISA
