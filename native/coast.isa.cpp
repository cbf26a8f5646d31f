// Free flight without air for a fixed time: the flight kernel's coast on its own, so that it can
// be held against other propagators and its order of convergence be shown.
#include "flight_isa.hpp"

#include "environment.hpp"
#include "integrate.hpp"

namespace glasshield::GLASSHIELD_ISA {
namespace {

constexpr double first_step_s = 10.0;
constexpr double unbounded = 1e30;

template <int W>
class Coast {
 public:
  Coast(const CoastJob& job, int64_t first, int64_t last)
      : job_(job), first_(first), next_(first), last_(last) {}

  bool load(Lanes<W>& lanes, int i) {
    if (next_ == last_) return false;
    const double* state = job_.states + next_ * 6;
    for (int c = 0; c < 6; ++c) lanes.y[c][i] = state[c];
    lanes.flight[i] = static_cast<int>(next_++ - first_);
    lanes.t[i] = 0.0;
    lanes.stop[i] = job_.duration;
    lanes.step[i] = job_.fixed_step > 0.0 ? job_.fixed_step : first_step_s;
    return true;
  }

  void acceleration(const double (&)[W], const double (&y)[6][W], double (&out)[3][W]) const {
    for (int i = 0; i < W; ++i) {
      const double px = y[0][i], py = y[1][i], pz = y[2][i];
      const double inverse_r = 1.0 / std::sqrt(px * px + py * py + pz * pz);
      gravity(job_.earth, px, py, pz, inverse_r, &out[0][i], &out[1][i], &out[2][i]);
    }
  }

  void limit(const double (&)[6][W], const double (&)[6][W], double (&step)[W],
             int64_t (&attention)[W]) const {
    for (int i = 0; i < W; ++i) {
      step[i] = job_.fixed_step > 0.0 ? job_.fixed_step : step[i];
      attention[i] = 0;
    }
  }

  Verdict decide(Lanes<W>& lanes, int i, const Step& step, double, double&) {
    double* result = job_.results + (first_ + lanes.flight[i]) * 6;
    for (int c = 0; c < 6; ++c) result[c] = step.y1[c];
    return Verdict::done;
  }

  static double strictness(double) { return 1.0; }
  static constexpr int64_t most_steps = 1000000;  // of one state
  void add_steps(int, int64_t) {}
  void give_up(int flight) {
    for (int c = 0; c < 6; ++c) job_.results[(first_ + flight) * 6 + c] = NAN;
  }
  void resume(Lanes<W>&, int) {}

 private:
  const CoastJob& job_;
  int64_t first_, next_, last_;
};

template <int W, class Method>
void coast_lanes(const CoastJob& job, int64_t first, int64_t last) {
  Coast<W> phase(job, first, last);
  const Accuracy accuracy =
      job.fixed_step > 0.0 ? Accuracy{unbounded, unbounded} : job.accuracy;
  Integrator<W, Method, Coast<W>> integrator(phase, accuracy);
  integrator.run();
}

}  // namespace

void coast_range(const CoastJob& job, int64_t first, int64_t last, int lanes) {
  if (job.order == 5)
    lanes == 1 ? coast_lanes<1, DormandPrince5>(job, first, last)
               : coast_lanes<8, DormandPrince5>(job, first, last);
  else
    lanes == 1 ? coast_lanes<1, DormandPrince8>(job, first, last)
               : coast_lanes<8, DormandPrince8>(job, first, last);
}

}  // namespace glasshield::GLASSHIELD_ISA
