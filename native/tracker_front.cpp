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

// One detection with nothing left open: a rate of which nobody knows how good it is is none.
struct Row {
  double value[quantities], sigma[quantities];
};

Row row_of(const Batch& batch, int64_t i) {
  Row row;
  const double* accuracy = batch.accuracies + quantities * batch.stations[i];
  for (int q = 0; q < quantities; ++q) {
    const double own = batch.sigmas[quantities * i + q];
    row.value[q] = batch.measured[q][i];
    row.sigma[q] = std::isnan(own) ? accuracy[q] : own;
  }
  if (!std::isfinite(row.sigma[q_rate])) row.value[q_rate] = std::nan("");
  return row;
}

Kind kind_of(const Batch& batch, int64_t i) {
  if (std::isnan(batch.measured[q_range][i])) return Kind::angles;
  if (std::isnan(batch.measured[q_rate][i])) return Kind::place;
  return std::isnan(row_of(batch, i).value[q_rate]) ? Kind::place : Kind::place_and_rate;
}

void resize(StoredScan& scan, size_t count) {
  scan.times.resize(count);
  scan.numbers.resize(count);
  scan.values.resize(count * quantities);
  scan.sigmas.resize(count * quantities);
}

void gather(const Batch& batch, const Looks& looks, const Look& look, StoredScan& scan) {
  scan.station = look.station;
  scan.kind = look.kind;
  resize(scan, static_cast<size_t>(look.count));
  for (int64_t k = 0; k < look.count; ++k) {
    const int64_t i = looks.members[look.first + k];
    const Row row = row_of(batch, i);
    scan.times[k] = batch.times[i];
    scan.numbers[k] = batch.numbers[i];
    std::copy(row.value, row.value + quantities, scan.values.data() + quantities * k);
    std::copy(row.sigma, row.sigma + quantities, scan.sigmas.data() + quantities * k);
  }
}

void copy(const StoredScan& from, int64_t i, StoredScan& to, int64_t k) {
  to.times[k] = from.times[i];
  to.numbers[k] = from.numbers[i];
  for (int q = 0; q < quantities; ++q) {
    to.values[quantities * k + q] = from.values[quantities * i + q];
    to.sigmas[quantities * k + q] = from.sigmas[quantities * i + q];
  }
}

}  // namespace

int64_t first_impossible(const Batch& batch) {
  for (int64_t i = 0; i < batch.count; ++i) {
    const Row row = row_of(batch, i);
    bool possible = std::isfinite(batch.times[i]) && std::isfinite(row.value[q_azimuth]) &&
                    std::isfinite(row.value[q_elevation]) && !(row.value[q_range] <= 0.0);
    for (int q = 0; q < quantities; ++q)
      possible &= std::isnan(row.value[q]) || (std::isfinite(row.value[q]) &&
                                               row.sigma[q] > 0.0 && std::isfinite(row.sigma[q]));
    if (!possible) return i;
  }
  return -1;
}

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
  const Looks looks = looks_of(batch);
  const int64_t count = static_cast<int64_t>(looks.looks.size());
  size_t again = kept_.size();
  for (int64_t k = 0; k < count; ++k) {
    if (k % told_every == told_every - 1 && !told(static_cast<double>(k) / count)) break;
    const Look& look = looks.looks[k];
    if (look.start < (lag_ > 0.0 ? forgotten_ : time_)) {
      too_late_ += look.count;
    } else if (lag_ <= 0.0) {
      gather(batch, looks, look, room_);
      in_order(room_);
    } else {
      StoredScan scan;
      gather(batch, looks, look, scan);
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

// A detection joins the last look of its station and kind, or opens the next one.
Looks TrackerFront::looks_of(const Batch& batch) const {
  std::vector<int32_t> order;  // by time; left empty where they come so
  if (!std::is_sorted(batch.times, batch.times + batch.count)) {
    order.resize(batch.count);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
      return batch.times[a] < batch.times[b];
    });
  }
  const auto at = [&](int64_t j) { return order.empty() ? j : int64_t{order[j]}; };
  Looks out;
  std::vector<int32_t> look_of(batch.count);
  std::vector<int32_t> open(periods_.size() * 5, -1);  // by station and kind
  for (int64_t j = 0; j < batch.count; ++j) {
    const int64_t i = at(j);
    const int station = batch.stations[i];
    const Kind kind = kind_of(batch, i);
    int32_t& its = open[station * 5 + static_cast<int>(kind)];
    const double time = batch.times[i], period = periods_[station];
    if (its < 0 || time - out.looks[its].end > pause * period ||
        time - out.looks[its].start >= whole * period) {
      its = static_cast<int32_t>(out.looks.size());
      out.looks.push_back({station, kind, time, time, 0, 0});
    }
    out.looks[its].end = time;
    ++out.looks[its].count;
    look_of[j] = its;
  }
  int64_t sum = 0;
  std::vector<int64_t> next;
  for (Look& look : out.looks) {
    look.first = sum;
    next.push_back(sum);
    sum += look.count;
  }
  out.members.resize(batch.count);
  for (int64_t j = 0; j < batch.count; ++j)
    out.members[next[look_of[j]]++] = static_cast<int32_t>(at(j));
  std::stable_sort(out.looks.begin(), out.looks.end(), [](const Look& a, const Look& b) {
    return std::make_tuple(a.start, a.station, static_cast<int>(a.kind)) <
           std::make_tuple(b.start, b.station, static_cast<int>(b.kind));
  });
  return out;
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
    resize(merged, order.size());
    int64_t row = 0;
    for (const auto& [time, part, i] : order) copy(*parts[part], i, merged, row++);
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
