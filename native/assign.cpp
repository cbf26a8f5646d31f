#include "assign.hpp"

#include <algorithm>
#include <limits>

namespace glasshield {

namespace {
constexpr char untouched = 0, reached = 1, settled = 2;
constexpr double never = std::numeric_limits<double>::infinity();
}  // namespace

void Assignment::solve(const Pairs& pairs, const double* cost, int* chosen) {
  wanted_.assign(pairs.columns, 0);
  owner_.assign(pairs.columns, -1);
  for (int p = 0; p < pairs.first[pairs.rows]; ++p) ++wanted_[pairs.column[p]];
  column_price_.assign(pairs.columns, 0.0);
  reach_.assign(pairs.columns, never);
  state_.assign(pairs.columns, untouched);
  through_.resize(pairs.columns);
  from_.resize(pairs.columns);
  row_price_.resize(pairs.rows);
  work_ = 0;
  for (int row = 0; row < pairs.rows; ++row) {
    double least = 0.0;
    bool alone = true;
    chosen[row] = -1;
    for (int p = pairs.first[row]; p < pairs.first[row + 1]; ++p) {
      alone &= wanted_[pairs.column[p]] == 1;
      if (cost[p] < least) {
        least = cost[p];
        chosen[row] = p;
      }
    }
    row_price_[row] = least;
    if (alone) continue;
    chosen[row] = -1;
    if (!augment(pairs, cost, row, chosen)) take_free(pairs, cost, row, chosen);
  }
}

// The cheapest column of a row that nobody has, where that is better than none.
void Assignment::take_free(const Pairs& pairs, const double* cost, int row, int* chosen) {
  double least = 0.0;
  for (int p = pairs.first[row]; p < pairs.first[row + 1]; ++p) {
    if (owner_[pairs.column[p]] >= 0 || !(cost[p] < least)) continue;
    least = cost[p];
    chosen[row] = p;
  }
  if (chosen[row] >= 0) owner_[pairs.column[chosen[row]]] = row;
}

// The cheapest alternating path from a row to a column that nobody has, or to a row that can do
// without its column; then every row on it changes over. False, and nothing changed, where looking
// for it would take too long.
bool Assignment::augment(const Pairs& pairs, const double* cost, int start, int* chosen) {
  touched_.clear();
  int row = start, end_column = -1, end_row = start;
  double so_far = 0.0, cheapest = never;
  bool is_found = true;
  while (true) {
    const double without = so_far - row_price_[row];
    if (without < cheapest) {
      cheapest = without;
      end_row = row;
      end_column = -1;
    }
    for (int p = pairs.first[row]; p < pairs.first[row + 1]; ++p) {
      const int column = pairs.column[p];
      if (state_[column] == settled) continue;
      const double reach = so_far + (cost[p] - row_price_[row] - column_price_[column]);
      if (state_[column] == untouched) touched_.push_back(column);
      if (state_[column] == untouched || reach < reach_[column]) {
        state_[column] = reached;
        reach_[column] = reach;
        through_[column] = p;
        from_[column] = row;
      }
    }
    int next = -1;
    for (const int column : touched_)
      if (state_[column] == reached && (next < 0 || reach_[column] < reach_[next])) next = column;
    if (next < 0 || cheapest <= reach_[next]) break;
    work_ += static_cast<int64_t>(touched_.size());
    if (work_ > most_work) {
      is_found = false;
      break;
    }
    so_far = reach_[next];
    state_[next] = settled;
    if (owner_[next] < 0) {
      cheapest = so_far;
      end_column = next;
      break;
    }
    row = owner_[next];
  }
  for (const int column : touched_) {
    if (is_found && state_[column] == settled && owner_[column] >= 0) {
      row_price_[owner_[column]] += cheapest - reach_[column];
      column_price_[column] -= cheapest - reach_[column];
    }
    state_[column] = untouched;
  }
  if (!is_found) return false;
  row_price_[start] += cheapest;
  int column = end_column;
  if (column < 0) {
    column = chosen[end_row] < 0 ? -1 : pairs.column[chosen[end_row]];
    chosen[end_row] = -1;
    if (end_row == start) return true;
  }
  while (true) {
    const int taker = from_[column];
    const int given_up = chosen[taker] < 0 ? -1 : pairs.column[chosen[taker]];
    chosen[taker] = through_[column];
    owner_[column] = taker;
    if (taker == start) return true;
    column = given_up;
  }
}

int64_t JointProbabilities::solve(const Pairs& pairs, const double* ratio, double* probability) {
  const int count = pairs.first[pairs.rows];
  std::fill(probability, probability + count, 0.0);
  kept_.assign(count, 1);
  taken_.assign(pairs.columns, 0);
  best_.assign(pairs.rows, 1.0);
  for (int row = 0; row < pairs.rows; ++row)
    for (int p = pairs.first[row]; p < pairs.first[row + 1]; ++p)
      best_[row] = std::max(best_[row], ratio[p]);
  clusters(pairs);
  // Clusters one by one; one with too many events is cut down and taken apart anew.
  int64_t lost = 0;
  for (double share = 1e-6; !enumerate(pairs, ratio, probability); share *= 10.0) {
    for (const int row : cluster_)
      for (int p = pairs.first[row]; p < pairs.first[row + 1]; ++p)
        if (kept_[p] && ratio[p] < share * best_[row]) {
          kept_[p] = 0;
          ++lost;
        }
    clusters(pairs);
  }
  return lost;
}

int JointProbabilities::root(int row) {
  while (parent_[row] != row) row = parent_[row] = parent_[parent_[row]];
  return row;
}

// Rows that share a column, directly or over others, side by side in `order_`.
void JointProbabilities::clusters(const Pairs& pairs) {
  parent_.resize(pairs.rows);
  order_.resize(pairs.rows);
  owner_.assign(pairs.columns, -1);
  for (int row = 0; row < pairs.rows; ++row) parent_[row] = order_[row] = row;
  for (int row = 0; row < pairs.rows; ++row)
    for (int p = pairs.first[row]; p < pairs.first[row + 1]; ++p) {
      if (!kept_[p]) continue;
      int& owner = owner_[pairs.column[p]];
      if (owner < 0) owner = row;
      parent_[root(row)] = root(owner);
    }
  for (int row = 0; row < pairs.rows; ++row) parent_[row] = root(row);
  std::stable_sort(order_.begin(), order_.end(),
                   [this](int a, int b) { return parent_[a] < parent_[b]; });
}

// False when the cluster then in `cluster_` has too many events.
bool JointProbabilities::enumerate(const Pairs& pairs, const double* ratio, double* probability) {
  for (size_t first = 0, last; first < order_.size(); first = last) {
    last = first + 1;
    while (last < order_.size() && parent_[order_[last]] == parent_[order_[first]]) ++last;
    cluster_.assign(order_.begin() + first, order_.begin() + last);
    for (const int row : cluster_)
      for (int p = pairs.first[row]; p < pairs.first[row + 1]; ++p) probability[p] = 0.0;
    left_ = most_events;
    const double total = events(pairs, ratio, probability, 0, 1.0);
    if (left_ < 0) return false;
    for (const int row : cluster_)
      for (int p = pairs.first[row]; p < pairs.first[row + 1]; ++p) probability[p] /= total;
  }
  return true;
}

// The summed likelihood of all events of the cluster's rows from `depth` on; on the way each pair
// gathers that of the events it stands in, `before` being that of the rows above.
double JointProbabilities::events(const Pairs& pairs, const double* ratio, double* probability,
                                  size_t depth, double before) {
  if (depth == cluster_.size()) return 1.0;
  if (--left_ < 0) return 0.0;
  const int row = cluster_[depth];
  // Every row's weights are scaled to one at most, or a large cluster would overflow.
  const double scale = 1.0 / best_[row];
  double total = scale * events(pairs, ratio, probability, depth + 1, before * scale);
  for (int p = pairs.first[row]; p < pairs.first[row + 1]; ++p) {
    const int column = pairs.column[p];
    if (!kept_[p] || taken_[column]) continue;
    taken_[column] = 1;
    const double weight = ratio[p] * scale;
    const double rest = weight * events(pairs, ratio, probability, depth + 1, before * weight);
    taken_[column] = 0;
    probability[p] += before * rest;
    total += rest;
  }
  return total;
}

}  // namespace glasshield
