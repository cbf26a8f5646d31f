// The tracker's prediction and update on their own, so that they can be held against other filters.
#include <algorithm>

#include "motion.hpp"
#include "radar_view.hpp"
#include "tracker_isa.hpp"

namespace glasshield::GLASSHIELD_ISA {
namespace {

// Rows as lanes; those that are missing from the last eight repeat the last one.
template <int N>
void load(const double* rows, int64_t first, int64_t count, Pack (&out)[N]) {
  for (int l = 0; l < width; ++l)
    for (int i = 0; i < N; ++i) out[i][l] = rows[std::min(first + l, count - 1) * N + i];
}
template <int N>
void store(const Pack (&in)[N], int64_t first, int64_t count, double* rows) {
  for (int l = 0; l < width && first + l < count; ++l)
    for (int i = 0; i < N; ++i) rows[(first + l) * N + i] = in[i][l];
}

template <Model M>
void predict_all(const PredictJob& job) {
  constexpr int n = states_of(M);
  for (int64_t first = 0; first < job.count; first += width) {
    Gaussian<n, Pack> g;
    Pack dt[1];
    load<n>(job.x, first, job.count, g.x);
    load<triangle(n)>(job.p, first, job.count, g.p);
    load<1>(job.dt, first, job.count, dt);
    predict<M>(job.earth, job.motion, job.filter, dt[0], g);
    store<n>(g.x, first, job.count, job.x);
    store<triangle(n)>(g.p, first, job.count, job.p);
  }
}

template <int D, int N>
void update_all(const UpdateJob& job) {
  for (int64_t first = 0; first < job.count; first += width) {
    Gaussian<N, Pack> g;
    Pack values[quantities], sigmas[quantities], z[D];
    load<N>(job.x, first, job.count, g.x);
    load<triangle(N)>(job.p, first, job.count, g.p);
    load<quantities>(job.values, first, job.count, values);
    load<quantities>(job.sigmas, first, job.count, sigmas);
    Expected<D, N, Pack> expected;
    expect<D>(job.station, g, job.filter, expected);
    for (int q = 0; q < quantities; ++q) {
      const int d = place_of(D, static_cast<Quantity>(q));
      if (d < 0) continue;
      z[d] = values[q];
      expected.s[at(D, d, d)] += sigmas[q] * sigmas[q];
    }
    Evidence<D, Pack> evidence;
    difference<D>(z, expected.z, evidence.innovation);
    for (int k = 0; k < triangle(D); ++k) evidence.removed[k] = expected.s[k];
    Pack away[1] = {distance<D>(expected.s, evidence.innovation).squared};
    condition<D>(g, expected.c, expected.s, evidence);
    store<N>(g.x, first, job.count, job.x);
    store<triangle(N)>(g.p, first, job.count, job.p);
    store<1>(away, first, job.count, job.distance);
  }
}

template <int N>
void update_kind(const UpdateJob& job) {
  if (job.kind == Kind::angles) update_all<2, N>(job);
  if (job.kind == Kind::place) update_all<3, N>(job);
  if (job.kind == Kind::place_and_rate) update_all<4, N>(job);
}

}  // namespace

void predict_rows(const PredictJob& job) {
  if (job.model == Model::boost) predict_all<Model::boost>(job);
  if (job.model == Model::coast) predict_all<Model::coast>(job);
  if (job.model == Model::entry) predict_all<Model::entry>(job);
}

void update_rows(const UpdateJob& job) {
  job.states == 6 ? update_kind<6>(job) : update_kind<7>(job);
}

}  // namespace glasshield::GLASSHIELD_ISA
