#include "tracker_front.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace glasshield {

namespace {

// A pause longer than this part of a station's period ends a look; so does a whole period.
constexpr double pause = 0.25, whole = 0.999;
constexpr int64_t told_every = 256;  // scans

auto order_of(const StoredScan& scan) {
  return std::make_tuple(scan.start(), scan.station, static_cast<int>(scan.kind));
}

Kind kind_of(const double* values) {
  if (std::isnan(values[q_range])) return Kind::angles;
  return std::isnan(values[q_rate]) ? Kind::place : Kind::place_and_rate;
}

void append(StoredScan& scan, const Batch& batch, int64_t i) {
  scan.times.push_back(batch.times[i]);
  scan.numbers.push_back(batch.numbers[i]);
  scan.values.insert(scan.values.end(), batch.values + i * quantities,
                     batch.values + (i + 1) * quantities);
  scan.sigmas.insert(scan.sigmas.end(), batch.sigmas + i * quantities,
                     batch.sigmas + (i + 1) * quantities);
}

}  // namespace

Scan StoredScan::view() const {
  return {station,
          kind,
          start(),
          end() - start(),
          static_cast<int64_t>(times.size()),
          times.data(),
          values.data(),
          sigmas.data(),
          numbers.data()};
}

TrackerFront::TrackerFront(std::shared_ptr<const TrackerSettings> settings,
                           std::vector<double> periods, double lag)
    : settings_(std::move(settings)),
      periods_(std::move(periods)),
      lag_(lag),
      engine_(GLASSHIELD_DISPATCH(make_tracker)(settings_)) {}

void TrackerFront::feed(const Batch& batch, const std::function<bool(double)>& told) {
  std::vector<StoredScan> scans = scans_of(batch);
  const int64_t count = static_cast<int64_t>(scans.size());
  size_t again = kept_.size();
  for (int64_t k = 0; k < count; ++k) {
    if (k % told_every == told_every - 1 && !told(static_cast<double>(k) / count)) break;
    StoredScan& scan = scans[k];
    if (scan.start() < (lag_ > 0.0 ? forgotten_ : time_)) {
      too_late_ += static_cast<int64_t>(scan.times.size());
    } else if (lag_ <= 0.0) {
      in_order(scan);
    } else {
      const size_t place = insert(std::move(scan));
      // One after the other where nothing is late; together where something is.
      if (place + 1 == kept_.size() && again >= place) {
        replay(place);
        forget();
        again = kept_.size();
      } else {
        again = std::min(again, place);
      }
    }
  }
  if (again < kept_.size()) replay(again);
  forget();
}

// Scans in the order of their first detections.
std::vector<StoredScan> TrackerFront::scans_of(const Batch& batch) const {
  std::vector<int64_t> order(batch.count);
  std::iota(order.begin(), order.end(), 0);
  const auto earlier = [&](int64_t a, int64_t b) { return batch.times[a] < batch.times[b]; };
  if (!std::is_sorted(order.begin(), order.end(), earlier))
    std::stable_sort(order.begin(), order.end(), earlier);
  std::vector<StoredScan> scans;
  std::vector<int64_t> open(periods_.size() * 5, -1);  // by station and kind
  for (const int64_t i : order) {
    const int station = batch.stations[i];
    const Kind kind = kind_of(batch.values + i * quantities);
    int64_t& its = open[station * 5 + static_cast<int>(kind)];
    const double time = batch.times[i], period = periods_[station];
    if (its < 0 || time - scans[its].end() > pause * period ||
        time - scans[its].start() >= whole * period) {
      const size_t likely = its < 0 ? 16 : scans[its].times.size() + 8;
      its = static_cast<int64_t>(scans.size());
      scans.push_back({station, kind, {}, {}, {}, {}});
      scans.back().times.reserve(likely);
      scans.back().numbers.reserve(likely);
      scans.back().values.reserve(likely * quantities);
      scans.back().sigmas.reserve(likely * quantities);
    }
    append(scans[its], batch, i);
  }
  std::stable_sort(scans.begin(), scans.end(), [](const StoredScan& a, const StoredScan& b) {
    return order_of(a) < order_of(b);
  });
  return scans;
}

void TrackerFront::in_order(const StoredScan& scan) {
  engine_->step(scan.view(), history_);
  time_ = scan.start();
}

bool TrackerFront::one_look(const StoredScan& a, const StoredScan& b) const {
  if (a.station != b.station || a.kind != b.kind) return false;
  const double period = periods_[a.station];
  const double apart = std::max(a.start(), b.start()) - std::min(a.end(), b.end());
  const double together = std::max(a.end(), b.end()) - std::min(a.start(), b.start());
  return apart <= pause * period && together < whole * period;
}

// Where the scan now stands among those kept: by itself, or as part of the look it belongs to.
size_t TrackerFront::insert(StoredScan&& scan) {
  for (size_t k = kept_.size(); k-- > 0;) {
    if (!one_look(kept_[k].scan, scan)) continue;
    const StoredScan old = std::move(kept_[k].scan);
    std::unique_ptr<Engine> before = std::move(kept_[k].before);
    const int64_t history = kept_[k].history;
    const StoredScan* parts[] = {&old, &scan};
    StoredScan merged{old.station, old.kind, {}, {}, {}, {}};
    std::vector<std::tuple<double, int, int64_t>> order;
    for (int part = 0; part < 2; ++part)
      for (size_t i = 0; i < parts[part]->times.size(); ++i)
        order.emplace_back(parts[part]->times[i], part, static_cast<int64_t>(i));
    std::sort(order.begin(), order.end());
    for (const auto& [time, part, i] : order) {
      const StoredScan& from = *parts[part];
      append(merged,
             {0, from.times.data(), nullptr, from.values.data(), from.sigmas.data(),
              from.numbers.data()},
             i);
    }
    kept_.erase(kept_.begin() + static_cast<int64_t>(k));
    const size_t place = insert(std::move(merged));
    if (place == k) {
      kept_[k].before = std::move(before);
      kept_[k].history = history;
    }
    return place;  // never behind k: the look can only have begun earlier
  }
  size_t place = kept_.size();
  while (place > 0 && order_of(scan) < order_of(kept_[place - 1].scan)) --place;
  kept_.insert(kept_.begin() + static_cast<int64_t>(place), Kept{std::move(scan), nullptr, 0});
  return place;
}

// Goes through the scans from one on anew, from the state before the first of them.
void TrackerFront::replay(size_t from) {
  for (size_t k = from; k < kept_.size(); ++k) {
    if (!kept_[k].before) continue;
    engine_ = std::move(kept_[k].before);
    history_.truncate(kept_[k].history);
    break;
  }
  for (size_t k = from; k < kept_.size(); ++k) {
    kept_[k].before = engine_->clone();
    kept_[k].history = history_.count();
    in_order(kept_[k].scan);
  }
}

// Scans that nothing allowed can come before any more.
void TrackerFront::forget() {
  while (!kept_.empty() && kept_.front().scan.start() < time_ - lag_) {
    forgotten_ = kept_.front().scan.start();
    kept_.pop_front();
  }
}

}  // namespace glasshield
