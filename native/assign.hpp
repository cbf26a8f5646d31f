// Which detection belongs to which track: the best assignment of a whole scan, and the
// probabilities of every pair over all joint events. Rows are tracks, columns detections; only pairs
// inside a gate are given, row by row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace glasshield {

// Pairs in compressed rows: row r has the pairs first[r] up to first[r + 1].
struct Pairs {
  int rows, columns;
  const int* first;   // rows + 1
  const int* column;  // of each pair
};

// The assignment with the least total cost, in which a row may also stay without a column at no
// cost. Shortest augmenting paths over the pairs there are, one row after another; rows whose
// columns nobody else wants are settled at once. A scan in which the paths take more than `most_work`
// looks at a column is no longer told apart: its rows left then take the cheapest column still free.
// Source: Jonker and Volgenant 1987, Computing 38, 325-340, for the paths and potentials.
class Assignment {
 public:
  static constexpr int64_t most_work = 50'000'000;  // a tenth of a second

  // chosen[r]: the pair that row r gets, or -1.
  void solve(const Pairs& pairs, const double* cost, int* chosen);

 private:
  bool augment(const Pairs& pairs, const double* cost, int row, int* chosen);
  void take_free(const Pairs& pairs, const double* cost, int row, int* chosen);

  int64_t work_ = 0;
  std::vector<int> wanted_;       // rows that want a column
  std::vector<int> owner_;        // row that has a column, or -1
  std::vector<int> through_;      // pair by which a column was reached last
  std::vector<int> from_;         // row of that pair
  std::vector<double> row_price_, column_price_, reach_;
  std::vector<char> state_;       // of a column in one search: untouched, reached, settled
  std::vector<int> touched_;
};

// Probabilities of the pairs when every joint event counts with its likelihood: a column belongs to
// one row at most, a row to one column at most. Exact: all events of a cluster are gone through one
// by one. A cluster with more events than `most_events` loses its least likely pairs until it has
// fewer; how many pairs were lost is counted.
// Source: Fortmann, Bar-Shalom and Scheffe 1983, IEEE J. Oceanic Engineering 8 (3), 173-184.
class JointProbabilities {
 public:
  static constexpr int64_t most_events = 200000;

  // ratio[p]: how much likelier pair p is than its row's staying without a column.
  // probability[p]: of the pair; what a row's pairs lack to one is that of no column.
  // Returns how many pairs were left out.
  int64_t solve(const Pairs& pairs, const double* ratio, double* probability);

 private:
  void clusters(const Pairs& pairs);
  bool enumerate(const Pairs& pairs, const double* ratio, double* probability);
  double events(const Pairs& pairs, const double* ratio, double* probability, size_t depth,
                double before);
  int root(int row);

  std::vector<int> parent_, owner_, order_, cluster_;
  std::vector<char> taken_, kept_;
  std::vector<double> best_;
  int64_t left_ = 0;
};

}  // namespace glasshield
