// One track's lane of a block of eight, read out and copied.
#pragma once

#include <cstring>

#include "gates.hpp"

namespace glasshield::GLASSHIELD_ISA {

// Position and velocity over all motions, their covariance, and the motions' probabilities.
template <class Tracks>
void read_lane(const Tracks& tracks, const Gaussian<6, Pack>& mixed, int l, double (&x)[6],
               double (&p)[21], double (&phase)[models]) {
  for (int i = 0; i < 6; ++i) x[i] = mixed.x[i][l];
  for (int i = 0; i < 21; ++i) p[i] = mixed.p[i][l];
  for (int m = 0; m < models; ++m)
    phase[m] = Tracks::count == 1 ? (m == static_cast<int>(Model::coast) ? 1.0 : 0.0)
                                  : tracks.weight[Tracks::count == 1 ? 0 : m][l];
}

template <class Tracks>
void copy_lane(const Block<Tracks>& from, int source, Block<Tracks>& to, int target) {
  constexpr size_t packs = sizeof(Block<Tracks>) / sizeof(Pack);
  alignas(64) double lane[packs][width];
  static_assert(sizeof lane == sizeof from);
  std::memcpy(lane, &to, sizeof lane);
  const auto* read = reinterpret_cast<const char*>(&from);
  for (size_t k = 0; k < packs; ++k)
    std::memcpy(&lane[k][target], read + (k * width + source) * sizeof(double), sizeof(double));
  std::memcpy(&to, lane, sizeof lane);
}

}  // namespace glasshield::GLASSHIELD_ISA
