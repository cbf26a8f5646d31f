// The motions that a tracker weighs against each other, and how they exchange what they know.
//
// Interacting multiple models: Blom and Bar-Shalom 1988, IEEE Trans. Automatic Control 33 (8),
// 780-783. The seventh state belongs to its own motion: what comes from another motion brings a
// first guess of it. So a motion that has been unlikely for long does not keep what it learnt when it was
// wrong: how fast air brakes, from a rocket under power.
#pragma once

#include "motion.hpp"

namespace glasshield::GLASSHIELD_ISA {

// One motion alone: free flight.
struct Ballistic {
  static constexpr int count = 1;
  Gaussian<6, Pack> coast;
  Pack weight[1];

  template <class Visit>
  static void motions(Visit&& visit) {
    visit.template operator()<Model::coast>();
  }

  template <class Visit>
  GLASSHIELD_INLINE void each(Visit&& visit) {
    visit.template operator()<Model::coast>(coast, weight[0]);
  }
  template <class Visit>
  GLASSHIELD_INLINE void each(Visit&& visit) const {
    visit.template operator()<Model::coast>(coast, weight[0]);
  }
};

// Boost, free flight and entry.
struct Interacting {
  static constexpr int count = 3;
  Gaussian<7, Pack> boost;
  Gaussian<6, Pack> coast;
  Gaussian<7, Pack> entry;
  Pack weight[3];

  template <class Visit>
  static void motions(Visit&& visit) {
    visit.template operator()<Model::boost>();
    visit.template operator()<Model::coast>();
    visit.template operator()<Model::entry>();
  }

  template <class Visit>
  GLASSHIELD_INLINE void each(Visit&& visit) {
    visit.template operator()<Model::boost>(boost, weight[0]);
    visit.template operator()<Model::coast>(coast, weight[1]);
    visit.template operator()<Model::entry>(entry, weight[2]);
  }
  template <class Visit>
  GLASSHIELD_INLINE void each(Visit&& visit) const {
    visit.template operator()<Model::boost>(boost, weight[0]);
    visit.template operator()<Model::coast>(coast, weight[1]);
    visit.template operator()<Model::entry>(entry, weight[2]);
  }
};

// The distribution of one motion.
template <Model M, class Tracks>
GLASSHIELD_INLINE auto& own_of(Tracks& tracks) {
  if constexpr (M == Model::coast)
    return tracks.coast;
  else if constexpr (M == Model::boost)
    return tracks.boost;
  else
    return tracks.entry;
}

// Position and velocity of all motions as one distribution with the same mean and covariance.
GLASSHIELD_INLINE void combined(const Ballistic& tracks, Gaussian<6, Pack>& out) {
  out = tracks.coast;
}
GLASSHIELD_INLINE void combined(const Interacting& tracks, Gaussian<6, Pack>& out) {
  for (int i = 0; i < 6; ++i) out.x[i] = Pack{};
  for (int i = 0; i < triangle(6); ++i) out.p[i] = Pack{};
  tracks.each([&]<Model M>(const auto& g, const Pack& weight) {
    for (int i = 0; i < 6; ++i) out.x[i] += weight * g.x[i];
  });
  tracks.each([&]<Model M>(const auto& g, const Pack& weight) {
    constexpr int n = states_of(M);
    Pack apart[6];
    for (int i = 0; i < 6; ++i) apart[i] = g.x[i] - out.x[i];
    for (int i = 0; i < 6; ++i)
      for (int j = i; j < 6; ++j)
        out.p[at(6, i, j)] += weight * (g.p[at(n, i, j)] + apart[i] * apart[j]);
  });
}

// However long nobody looks, a motor that goes out burns on for no longer than this.
constexpr double longest_burn_s = 60.0;

// Boost that ends within a span, as free flight over all of it: thrust went on for a part of the
// span, uniform between nothing and all. Thrust a for a time t adds a t to the velocity that free
// flight would have had to begin with, and takes a t^2 / 2 off the place.
GLASSHIELD_INLINE void burnt_out(Pack dt, const Gaussian<7, Pack>& boost,
                                 Gaussian<6, Pack>& out) {
  const Pack span = clipped(dt, -longest_burn_s, longest_burn_s);
  const auto& x = boost.x;
  const Pack speed = root(x[3] * x[3] + x[4] * x[4] + x[5] * x[5]);
  const Pack held = larger(speed, filled<Pack>(slowest_m_s));
  const Pack mean[2] = {span * span * (-1.0 / 6.0), 0.5 * span};  // of -t^2 / 2 and of t
  const Pack square2 = square(span) * (square(x[6]) + boost.p[at(7, 6, 6)]);
  const Pack spread[3] = {square2 * span * span * (1.0 / 45.0), square2 * span * (-1.0 / 24.0),
                          square2 * (1.0 / 12.0)};
  Pack along[6], slope[6];
  for (int i = 0; i < 6; ++i) {
    along[i] = x[3 + i % 3] / held;
    slope[i] = mean[i / 3] * along[i];
  }
  for (int i = 0; i < 6; ++i) {
    out.x[i] = x[i] + slope[i] * x[6];
    for (int j = i; j < 6; ++j)
      out.p[at(6, i, j)] = boost.p[at(7, i, j)] + slope[i] * boost.p[at(7, j, 6)] +
                           slope[j] * boost.p[at(7, i, 6)] +
                           slope[i] * slope[j] * boost.p[at(7, 6, 6)] +
                           spread[i / 3 + j / 3] * along[i] * along[j];
  }
}

// Never quite impossible, so that every motion keeps a distribution to start from.
constexpr double least_change = 1e-12;

// Where there is no air or no fall, entry ends as many times faster as it begins where there is.
constexpr double leaving = 10.0;

// What one motion takes over from another.
template <Model From, Model To, class Source>
GLASSHIELD_INLINE const auto& taken_over(const Source& source, const Gaussian<6, Pack>& ended) {
  if constexpr (From == Model::boost && To == Model::coast)
    return ended;
  else
    return source;
}

GLASSHIELD_INLINE void mix(const Earth&, const Motion&, Pack, Ballistic&) {}
GLASSHIELD_INLINE void mix(const Earth& earth, const Motion& motion, Pack dt, Interacting& tracks) {
  const Pack time = size_of(dt);
  const auto& x = tracks.coast.x;
  const Pack r = root(square(x[0]) + square(x[1]) + square(x[2]));
  const Pack climb = x[0] * x[3] + x[1] * x[4] + x[2] * x[5];
  const Whole falling = (climb < 0.0) & (height_of(earth, x[2], r) < motion.entry_height);
  const Pack burnout = motion.burnout_rate * time, ignition = motion.ignition_rate * time;
  const Pack entry = select(falling, motion.entry_rate * time, Pack{});
  const Pack exit = select(falling, Pack{}, leaving * motion.entry_rate * time);
  // What happens first within the time: rates that compete share one denominator.
  Pack change[3][3];  // from, to
  change[0][1] = burnout / (1.0 + burnout) + least_change;
  change[0][2] = filled<Pack>(least_change);
  change[1][0] = ignition / (1.0 + ignition + entry) + least_change;
  change[1][2] = entry / (1.0 + ignition + entry) + least_change;
  change[2][0] = filled<Pack>(least_change);
  change[2][1] = exit / (1.0 + exit) + least_change;
  for (int i = 0; i < 3; ++i)
    change[i][i] = 1.0 - change[i][(i + 1) % 3] - change[i][(i + 2) % 3];

  Pack came[3][3], weight[3];  // came[i][j]: the part of motion j that comes from motion i
  for (int j = 0; j < 3; ++j) {
    for (int i = 0; i < 3; ++i) came[i][j] = change[i][j] * tracks.weight[i];
    weight[j] = came[0][j] + came[1][j] + came[2][j];
    for (int i = 0; i < 3; ++i) came[i][j] /= weight[j];
  }
  const Interacting before = tracks;
  Gaussian<6, Pack> ended;
  burnt_out(dt, before.boost, ended);
  tracks.each([&]<Model To>(auto& g, Pack& its_weight) {
    constexpr int to = static_cast<int>(To), n = states_of(To);
    its_weight = weight[to];
    for (int i = 0; i < 6; ++i) g.x[i] = Pack{};
    for (int i = 0; i < 6; ++i)
      for (int j = i; j < 6; ++j) g.p[at(n, i, j)] = Pack{};
    before.each([&]<Model From>(const auto& as_it_was, const Pack&) {
      const Pack part = came[static_cast<int>(From)][to];
      const auto& source = taken_over<From, To>(as_it_was, ended);
      for (int i = 0; i < 6; ++i) g.x[i] += part * source.x[i];
    });
    before.each([&]<Model From>(const auto& as_it_was, const Pack&) {
      const Pack part = came[static_cast<int>(From)][to];
      const auto& source = taken_over<From, To>(as_it_was, ended);
      constexpr int m = From == Model::boost && To == Model::coast ? 6 : states_of(From);
      Pack apart[6];
      for (int i = 0; i < 6; ++i) apart[i] = source.x[i] - g.x[i];
      for (int i = 0; i < 6; ++i)
        for (int j = i; j < 6; ++j)
          g.p[at(n, i, j)] += part * (source.p[at(m, i, j)] + apart[i] * apart[j]);
    });
    if constexpr (n == 7) {
      // Of two parts, its own and what comes with the first guess, uncorrelated with anything.
      const Pack own = came[to][to], apart = g.x[6] - motion.seventh[to];
      const auto& source = own_of<To>(before);
      for (int i = 0; i < 6; ++i)
        g.p[at(7, i, 6)] = own * (g.p[at(7, i, 6)] + (source.x[i] - g.x[i]) * apart);
      g.p[at(7, 6, 6)] = own * g.p[at(7, 6, 6)] + (1.0 - own) * square(motion.seventh_sigma[to]) +
                         own * (1.0 - own) * apart * apart;
      g.x[6] = motion.seventh[to] + own * apart;
    }
  });
}

// The motions' probabilities after each had foreseen what was taken in with the logarithm of some
// likelihood; lanes that took in nothing keep theirs.
inline void weigh(Pack, const Pack (&)[1], Ballistic&) {}
inline void weigh(Pack mass, const Pack (&likelihood)[3], Interacting& tracks) {
  const Pack most = larger(likelihood[0], larger(likelihood[1], likelihood[2]));
  Pack weight[3], sum{};
  for (int m = 0; m < 3; ++m) {
    weight[m] = tracks.weight[m] * exponential(likelihood[m] - most);
    sum += weight[m];
  }
  for (int m = 0; m < 3; ++m)
    tracks.weight[m] = select(mass == 0.0, tracks.weight[m], weight[m] / sum);
}

}  // namespace glasshield::GLASSHIELD_ISA
