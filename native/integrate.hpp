// Explicit Runge-Kutta methods as tables of numbers, and the loop that drives many flights at
// once: W lanes, each with its own time, step and stop; a finished lane takes the next flight.
// The result of a flight does not depend on the lanes beside it.
#pragma once

#include <utility>

#include "numerics.hpp"

namespace glasshield::GLASSHIELD_ISA {

// Dormand and Prince 5(4), 1980. First same as last: the seventh stage is the next step's first.
struct DormandPrince5 {
  static constexpr int stages = 6;
  static constexpr double c[6] = {0.0, 0.2, 0.3, 0.8, 8.0 / 9.0, 1.0};
  static constexpr double a[5][5] = {
      {1.0 / 5.0},
      {3.0 / 40.0, 9.0 / 40.0},
      {44.0 / 45.0, -56.0 / 15.0, 32.0 / 9.0},
      {19372.0 / 6561.0, -25360.0 / 2187.0, 64448.0 / 6561.0, -212.0 / 729.0},
      {9017.0 / 3168.0, -355.0 / 33.0, 46732.0 / 5247.0, 49.0 / 176.0, -5103.0 / 18656.0},
  };
  static constexpr double b[6] = {35.0 / 384.0,      0.0,          500.0 / 1113.0,
                                  125.0 / 192.0, -2187.0 / 6784.0, 11.0 / 84.0};
  static constexpr double error[7] = {71.0 / 57600.0,      0.0,           -71.0 / 16695.0,
                                      71.0 / 1920.0, -17253.0 / 339200.0, 22.0 / 525.0,
                                      -1.0 / 40.0};
  static constexpr double error3[7] = {};
  static constexpr bool two_estimates = false;
  static constexpr int error_roots = 2;  // the step follows error^(-1/2^roots)
};

// Dormand and Prince 8(5,3): Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I,
// second edition 1993, section II.5, with the error estimate of their code DOP853.
struct DormandPrince8 {
  static constexpr int stages = 12;
  static constexpr double c[12] = {
      0.0, 0.05260015195876773, 0.0789002279381516, 0.1183503419072274, 0.2816496580927726,
      0.3333333333333333, 0.25, 0.3076923076923077, 0.6512820512820513, 0.6, 0.8571428571428571,
      1.0,
  };
  static constexpr double a[11][11] = {
      {0.05260015195876773},
      {0.0197250569845379, 0.0591751709536137},
      {0.02958758547680685, 0.0, 0.08876275643042054},
      {0.2413651341592667, 0.0, -0.8845494793282861, 0.924834003261792},
      {0.037037037037037035, 0.0, 0.0, 0.17082860872947386, 0.12546768756682242},
      {0.037109375, 0.0, 0.0, 0.17025221101954405, 0.06021653898045596, -0.017578125},
      {0.03709200011850479, 0.0, 0.0, 0.17038392571223998, 0.10726203044637328,
       -0.015319437748624402, 0.008273789163814023},
      {0.6241109587160757, 0.0, 0.0, -3.3608926294469414, -0.868219346841726, 27.59209969944671,
       20.154067550477894, -43.48988418106996},
      {0.47766253643826434, 0.0, 0.0, -2.4881146199716677, -0.590290826836843,
       21.230051448181193, 15.279233632882423, -33.28821096898486, -0.020331201708508627},
      {-0.9371424300859873, 0.0, 0.0, 5.186372428844064, 1.0914373489967295, -8.149787010746927,
       -18.52006565999696, 22.739487099350505, 2.4936055526796523, -3.0467644718982196},
      {2.273310147516538, 0.0, 0.0, -10.53449546673725, -2.0008720582248625, -17.9589318631188,
       27.94888452941996, -2.8589982771350235, -8.87285693353063, 12.360567175794303,
       0.6433927460157636},
  };
  static constexpr double b[12] = {
      0.054293734116568765, 0.0, 0.0, 0.0, 0.0, 4.450312892752409, 1.8915178993145003,
      -5.801203960010585, 0.3111643669578199, -0.1521609496625161, 0.20136540080403034,
      0.04471061572777259,
  };
  static constexpr double error[13] = {
      0.01312004499419488, 0.0, 0.0, 0.0, 0.0, -1.2251564463762044, -0.4957589496572502,
      1.6643771824549864, -0.35032884874997366, 0.3341791187130175, 0.08192320648511571,
      -0.022355307863886294, 0.0,
  };
  static constexpr double error3[13] = {
      -0.18980075407240762, 0.0, 0.0, 0.0, 0.0, 4.450312892752409, 1.8915178993145003,
      -5.801203960010585, -0.4226823213237919, -0.1521609496625161, 0.20136540080403034,
      0.02265179219836082, 0.0,
  };
  static constexpr bool two_estimates = true;
  static constexpr int error_roots = 3;
};

// The weighted sum of the stages before it, zero weights left out at compile time.
template <class Weights, int Row, int W, int... J>
inline double weighted(const double (&k)[][6][W], int component, int lane,
                       std::integer_sequence<int, J...>) {
  double sum = 0.0;
  ((Weights::template at<Row, J> != 0.0
        ? (void)(sum += Weights::template at<Row, J> * k[J][component][lane])
        : (void)0),
   ...);
  return sum;
}
template <class M>
struct StageWeights {
  template <int Row, int J>
  static constexpr double at = M::a[Row][J];
};
template <class M>
struct FinalWeights {
  template <int, int J>
  static constexpr double at = M::b[J];
};
template <class M>
struct ErrorWeights {
  template <int Row, int J>
  static constexpr double at = Row == 0 ? M::error[J] : M::error3[J];
};

// What a phase does with an accepted step.
enum class Verdict { go_on, refresh, redo, done };

// The state of W lanes.
template <int W>
struct Lanes {
  alignas(64) double t[W];
  alignas(64) double step[W];  // what the next step would like to be
  alignas(64) double stop[W];  // a step ends here at the latest
  alignas(64) double y[6][W];  // inertial position and velocity
  int flight[W];               // -1 when the lane is empty
};

template <int W, class M, class Phase>
class Integrator {
 public:
  Integrator(Phase& phase, const Accuracy& accuracy)
      : phase_(phase),
        inverse_position_(1.0 / accuracy.position),
        inverse_velocity_(1.0 / accuracy.velocity) {}

  // Flies every flight of the phase's queue to the end of the phase.
  void run() {
    int active = 0;
    for (int i = 0; i < W; ++i) active += fill(i);
    while (active > 0) {
      first_stage();
      stages(std::make_integer_sequence<int, M::stages - 1>{});
      finish();
      active -= visit();
    }
  }

 private:
  bool fill(int i) {
    refresh_[i] = 1;
    steps_[i] = 0;
    if (phase_.load(lanes_, i)) return true;
    lanes_.flight[i] = -1;
    lanes_.stop[i] = lanes_.t[i];  // an empty lane repeats a step of no length
    return false;
  }

  void first_stage() {
    int64_t any = 0;
    for (int i = 0; i < W; ++i) any |= refresh_[i];
    if (any) {
      alignas(64) double fresh[3][W];
      phase_.acceleration(lanes_.t, lanes_.y, fresh);
      for (int c = 0; c < 3; ++c)
        for (int i = 0; i < W; ++i) {
          k_[0][c + 3][i] = refresh_[i] ? fresh[c][i] : k_[0][c + 3][i];
          k_[0][c][i] = refresh_[i] ? lanes_.y[c + 3][i] : k_[0][c][i];
        }
      for (int i = 0; i < W; ++i) refresh_[i] = 0;
    }
    for (int i = 0; i < W; ++i) {
      const double remaining = lanes_.stop[i] - lanes_.t[i];
      dt_[i] = lanes_.step[i] < remaining ? lanes_.step[i] : remaining;
    }
  }

  template <int... S>
  void stages(std::integer_sequence<int, S...>) {
    (stage<S>(), ...);
    alignas(64) double acceleration[3][W];
    for (int c = 0; c < 6; ++c)
      for (int i = 0; i < W; ++i)
        new_y_[c][i] = lanes_.y[c][i] +
                       dt_[i] * weighted<FinalWeights<M>, 0, W>(
                                    k_, c, i, std::make_integer_sequence<int, M::stages>{});
    for (int i = 0; i < W; ++i)
      new_t_[i] = lanes_.step[i] < lanes_.stop[i] - lanes_.t[i] ? lanes_.t[i] + dt_[i]
                                                                : lanes_.stop[i];
    phase_.acceleration(new_t_, new_y_, acceleration);
    store(M::stages, new_y_, acceleration);
  }

  template <int S>
  void stage() {
    alignas(64) double t[W], y[6][W], acceleration[3][W];
    for (int c = 0; c < 6; ++c)
      for (int i = 0; i < W; ++i)
        y[c][i] = lanes_.y[c][i] + dt_[i] * weighted<StageWeights<M>, S, W>(
                                                k_, c, i, std::make_integer_sequence<int, S + 1>{});
    for (int i = 0; i < W; ++i) t[i] = lanes_.t[i] + M::c[S + 1] * dt_[i];
    phase_.acceleration(t, y, acceleration);
    store(S + 1, y, acceleration);
  }

  void store(int stage, const double (&y)[6][W], const double (&acceleration)[3][W]) {
    for (int c = 0; c < 3; ++c)
      for (int i = 0; i < W; ++i) {
        k_[stage][c][i] = y[c + 3][i];
        k_[stage][c + 3][i] = acceleration[c][i];
      }
  }

  // The size of the error, one for "just allowed", and from it the next step.
  void finish() {
    alignas(64) double error[W];
    constexpr auto all = std::make_integer_sequence<int, M::stages + 1>{};
    for (int i = 0; i < W; ++i) {
      double position = 0.0, velocity = 0.0, position3 = 0.0, velocity3 = 0.0;
      for (int c = 0; c < 3; ++c) {
        position += square(weighted<ErrorWeights<M>, 0, W>(k_, c, i, all));
        velocity += square(weighted<ErrorWeights<M>, 0, W>(k_, c + 3, i, all));
        if (M::two_estimates) {
          position3 += square(weighted<ErrorWeights<M>, 1, W>(k_, c, i, all));
          velocity3 += square(weighted<ErrorWeights<M>, 1, W>(k_, c + 3, i, all));
        }
      }
      const double scale_r = square(dt_[i] * inverse_position_);
      const double scale_v = square(dt_[i] * inverse_velocity_ * Phase::strictness(lanes_.t[i]));
      double e2 = position * scale_r + velocity * scale_v;
      if (M::two_estimates) {
        const double e3 = position3 * scale_r + velocity3 * scale_v;
        e2 = e2 * e2 / (e2 + 0.01 * e3 + 1e-300);
      }
      error[i] = e2 + 1e-20;
    }
    for (int i = 0; i < W; ++i) {
      double root = std::sqrt(error[i]);
      accept_[i] = root <= 1.0;
      for (int n = 0; n < M::error_roots; ++n) root = std::sqrt(root);
      double factor = 0.85 / root;
      const double most = accept_[i] ? 2.5 : 1.0;
      factor = factor > most ? most : factor;
      factor = factor < 0.2 ? 0.2 : factor;
      next_step_[i] = dt_[i] * factor;
      // A step cut short by its stop says nothing against the longer one that was wished for.
      const bool cut = dt_[i] < lanes_.step[i] && accept_[i];
      next_step_[i] = cut && next_step_[i] < lanes_.step[i] ? lanes_.step[i] : next_step_[i];
    }
    phase_.limit(new_y_, k_[M::stages], next_step_, attention_);
  }

  // Commits the accepted lanes; the few that need a decision are looked at one by one.
  // Returns how many lanes fell empty.
  int visit() {
    int64_t any = 0;
    for (int i = 0; i < W; ++i) {
      steps_[i] += 1;
      const int64_t wanted = accept_[i] & (attention_[i] | (new_t_[i] >= lanes_.stop[i]));
      attention_[i] = wanted | (steps_[i] >= Phase::most_steps);
      any |= attention_[i];
    }
    if (any) consider();
    for (int c = 0; c < 6; ++c)
      for (int i = 0; i < W; ++i) {
        lanes_.y[c][i] = accept_[i] ? new_y_[c][i] : lanes_.y[c][i];
        k_[0][c][i] = accept_[i] ? k_[M::stages][c][i] : k_[0][c][i];
      }
    for (int i = 0; i < W; ++i) {
      lanes_.t[i] = accept_[i] ? new_t_[i] : lanes_.t[i];
      lanes_.step[i] = next_step_[i];
    }
    return any ? settle() : 0;
  }

  // Asks the phase about every lane that calls for it.
  void consider() {
    for (int i = 0; i < W; ++i) {
      verdict_[i] = Verdict::go_on;
      if (!attention_[i] || lanes_.flight[i] < 0) continue;
      if (steps_[i] >= Phase::most_steps) {
        phase_.give_up(lanes_.flight[i]);
        verdict_[i] = Verdict::done;
      } else {
        decide(i);
      }
    }
  }

  // Does what was decided; returns how many lanes fell empty.
  int settle() {
    int emptied = 0;
    for (int i = 0; i < W; ++i) {
      if (verdict_[i] == Verdict::refresh) {
        phase_.resume(lanes_, i);
        refresh_[i] = 1;
      }
      if (verdict_[i] == Verdict::done) {
        phase_.add_steps(lanes_.flight[i], steps_[i]);
        emptied += !fill(i);
      }
    }
    return emptied;
  }

  void decide(int i) {
    Step step;
    step.t0 = lanes_.t[i];
    step.dt = dt_[i];
    for (int c = 0; c < 6; ++c) {
      step.y0[c] = lanes_.y[c][i];
      step.y1[c] = new_y_[c][i];
    }
    for (int c = 0; c < 3; ++c) {
      step.a0[c] = k_[0][c + 3][i];
      step.a1[c] = k_[M::stages][c + 3][i];
    }
    double again = 0.0;
    verdict_[i] = phase_.decide(lanes_, i, step, new_t_[i], again);
    if (verdict_[i] == Verdict::redo) {
      accept_[i] = 0;
      next_step_[i] = again;
    }
  }

  Phase& phase_;
  double inverse_position_, inverse_velocity_;
  Lanes<W> lanes_{};
  alignas(64) double k_[M::stages + 1][6][W] = {};
  alignas(64) double dt_[W] = {}, new_t_[W] = {}, new_y_[6][W] = {}, next_step_[W] = {};
  // Flags as wide as the numbers they choose between, so that they stay in vector registers.
  alignas(64) int64_t accept_[W] = {}, refresh_[W] = {}, attention_[W] = {};
  alignas(64) int64_t steps_[W] = {};  // tried by the lane's flight in this phase
  Verdict verdict_[W] = {};
};

}  // namespace glasshield::GLASSHIELD_ISA
