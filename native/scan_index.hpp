// The detections of one scan, sorted by what separates them best, so that a track finds those near
// it without asking all.
#pragma once

#include <algorithm>
#include <vector>

#include "radar_view.hpp"

namespace glasshield::GLASSHIELD_ISA {

// One detection in the order of its kind.
struct Plot {
  double z[quantities], variance[quantities];
  double delay;  // s after the scan's time
  int64_t number;
  bool owned;    // by a track
};

class ScanIndex {
 public:
  // What detections are sorted by: range, or elevation where there is none.
  template <int D>
  static constexpr int key = D == 2 ? 1 : 0;

  template <int D>
  void fill(const Scan& scan) {
    const int count = static_cast<int>(scan.count);
    constexpr int quantity = D == 2 ? q_elevation : q_range;
    for (int d = 0; d < quantities; ++d) largest_variance_[d] = 0.0;
    scan_ = &scan;
    sort_keys(scan.values + quantity, count);
    plots_.resize(count);
    for (int k = 0; k < count; ++k) {
      const int i = order_[k].index;
      Plot& one = plots_[k];
      for (int q = 0; q < quantities; ++q) {
        const int d = place_of(D, static_cast<Quantity>(q));
        if (d < 0) continue;
        one.z[d] = scan.values[i * quantities + q];
        one.variance[d] = square(scan.sigmas[i * quantities + q]);
        largest_variance_[d] = std::max(largest_variance_[d], one.variance[d]);
      }
      one.delay = scan.times[i] - scan.time;
      one.number = scan.numbers[i];
      one.owned = false;
    }
  }

  int count() const { return static_cast<int>(plots_.size()); }
  Plot& operator[](int k) { return plots_[k]; }
  const Plot& operator[](int k) const { return plots_[k]; }
  const std::vector<Plot>& plots() const { return plots_; }
  double largest_variance(int d) const { return largest_variance_[d]; }

  // The first detection whose key is not below.
  int first_from(double key) const {
    if (order_.empty()) return 0;
    const int bin = bin_of(key);
    const auto begin = order_.begin() + bins_[bin], end = order_.begin() + bins_[bin + 1];
    const auto below = [](const Key& one, double value) { return one.value < value; };
    return static_cast<int>(std::lower_bound(begin, end, key, below) - order_.begin());
  }

 private:
  struct Key {
    double value;
    int index;
  };

  // Equal keys go by all else that was measured, so that the order of arrival decides nothing.
  bool before(const Key& a, const Key& b) const {
    if (a.value != b.value) return a.value < b.value;
    if (scan_->times[a.index] != scan_->times[b.index])
      return scan_->times[a.index] < scan_->times[b.index];
    for (const int q : {q_azimuth, q_elevation, q_rate}) {
      const double its = scan_->values[a.index * quantities + q];
      const double other = scan_->values[b.index * quantities + q];
      if (its < other || its > other) return its < other;
    }
    return a.index < b.index;
  }

  // Counted into bins of equal width, then put right within them: bins_[b] is where bin b begins.
  void sort_keys(const double* keys, int count) {
    order_.resize(count);
    bins_.assign(count + 2, 0);
    if (count == 0) return;
    double low = keys[0], high = keys[0];
    for (int i = 1; i < count; ++i) {
      low = std::min(low, keys[i * quantities]);
      high = std::max(high, keys[i * quantities]);
    }
    bin_start_ = low;
    per_bin_ = high > low ? count / (high - low) : 0.0;
    for (int i = 0; i < count; ++i) ++bins_[bin_of(keys[i * quantities]) + 1];
    for (int b = 0; b <= count; ++b) bins_[b + 1] += bins_[b];
    next_.assign(bins_.begin(), bins_.end());
    for (int i = 0; i < count; ++i) {
      const double key = keys[i * quantities];
      order_[next_[bin_of(key)]++] = {key, i};
    }
    for (int b = 0; b <= count; ++b) sort_bin(bins_[b], bins_[b + 1]);
  }

  // Most bins hold one key or none; where objects fly close together one may hold them all.
  void sort_bin(int first, int last) {
    constexpr int few = 16;
    if (last - first > few) {
      std::sort(order_.begin() + first, order_.begin() + last,
                [this](const Key& a, const Key& b) { return before(a, b); });
      return;
    }
    for (int k = first + 1; k < last; ++k) {
      const Key one = order_[k];
      int place = k;
      for (; place > first && before(one, order_[place - 1]); --place)
        order_[place] = order_[place - 1];
      order_[place] = one;
    }
  }

  int bin_of(double key) const {
    const double bin = (key - bin_start_) * per_bin_;
    const double last = static_cast<double>(bins_.size()) - 2.0;
    return bin > 0.0 ? static_cast<int>(bin < last ? bin : last) : 0;
  }

  const Scan* scan_ = nullptr;  // while it is sorted
  std::vector<Plot> plots_;
  std::vector<Key> order_;
  std::vector<int> bins_, next_;
  double largest_variance_[quantities], bin_start_ = 0.0, per_bin_ = 0.0;
};

}  // namespace glasshield::GLASSHIELD_ISA
