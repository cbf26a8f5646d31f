#include "tracker_front.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

namespace glasshield {

namespace {

// A pause longer than this part of a station's period ends a look; so does a whole period.
constexpr double pause = 0.25, whole = 0.999;
constexpr int64_t told_every = 256;  // scans
// Of the lag: how far states to go back to stand apart, at least; and of their age, at most.
constexpr double states_apart = 1.0 / 64.0, states_by_age = 0.25;
constexpr size_t most_spare = 8;

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

void append(const StoredScan& from, int64_t i, StoredScan& to) {
  to.times.push_back(from.times[i]);
  to.numbers.push_back(from.numbers[i]);
  for (int q = 0; q < quantities; ++q) {
    to.values.push_back(from.values[quantities * i + q]);
    to.sigmas.push_back(from.sigmas[quantities * i + q]);
  }
}

// Detections of one station and kind together, by time.
StoredScan merged(const StoredScan& a, const StoredScan& b) {
  StoredScan out{a.station, a.kind, {}, {}, {}, {}};
  const size_t n = a.times.size(), m = b.times.size();
  for (size_t i = 0, j = 0; i < n || j < m;) {
    if (j == m || (i < n && a.times[i] <= b.times[j]))
      append(a, static_cast<int64_t>(i++), out);
    else
      append(b, static_cast<int64_t>(j++), out);
  }
  return out;
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
                           std::vector<double> periods, double lag, double history)
    : settings_(std::move(settings)),
      periods_(std::move(periods)),
      lag_(lag),
      kept_s_(history),
      engine_(GLASSHIELD_DISPATCH(make_tracker)(settings_)) {}

void TrackerFront::feed(const Batch& batch, const std::function<bool(double)>& told) {
  const Looks looks = looks_of(batch);
  const int64_t count = static_cast<int64_t>(looks.looks.size());
  size_t again = kept_.size();  // the first scan to go through
  for (int64_t k = 0; k < count; ++k) {
    if (k % told_every == told_every - 1 && !told(static_cast<double>(k) / count)) break;
    const Look& look = looks.looks[k];
    if (lag_ <= 0.0) {
      if (look.start < time_) {
        too_late_ += look.count;
        continue;
      }
      gather(batch, looks, look, room_);
      in_order(room_);
      forget();
      continue;
    }
    StoredScan scan;
    gather(batch, looks, look, scan);
    trim(scan);
    if (scan.times.empty()) continue;
    const size_t place = insert(std::move(scan));
    again = std::min(again, place);
    // All that is late together, as it comes first; the others one after the other.
    if (place + 1 == kept_.size()) {
      replay(again);
      forget();
      again = kept_.size();
    }
  }
  if (again < kept_.size()) {
    replay(again);
    forget();
  }
}

int64_t TrackerFront::states() const {
  return std::count_if(kept_.begin(), kept_.end(), [](const Kept& k) { return !!k.before; });
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

// Refuses detections from before the last scan that is settled.
void TrackerFront::trim(StoredScan& scan) {
  size_t late = 0;
  while (late < scan.times.size() && scan.times[late] <= forgotten_) ++late;
  if (late == 0) return;
  too_late_ += static_cast<int64_t>(late);
  const int64_t rows = static_cast<int64_t>(late), wide = rows * quantities;
  scan.times.erase(scan.times.begin(), scan.times.begin() + rows);
  scan.numbers.erase(scan.numbers.begin(), scan.numbers.begin() + rows);
  scan.values.erase(scan.values.begin(), scan.values.begin() + wide);
  scan.sigmas.erase(scan.sigmas.begin(), scan.sigmas.begin() + wide);
}

// Whether a detection of that time, of the same station and kind, goes on with a look.
bool TrackerFront::goes_on(const StoredScan& look, double time) const {
  const double period = periods_[look.station];
  return time - look.end() <= pause * period && time - look.start() < whole * period;
}

size_t TrackerFront::place_of(const StoredScan& scan) const {
  size_t place = kept_.size();
  while (place > 0 && order_of(scan) < order_of(kept_[place - 1].scan)) --place;
  return place;
}

void TrackerFront::put(StoredScan&& scan) {
  const int64_t place = static_cast<int64_t>(place_of(scan));
  kept_.insert(kept_.begin() + place, Kept{std::move(scan), nullptr, {}});
}

// Puts a scan among those kept, by itself or with the looks that it belongs to; returns the first
// place that has changed.
size_t TrackerFront::insert(StoredScan&& scan) {
  const size_t none = kept_.size();
  size_t joined = none, next = none;  // the look that it goes on with; the one after it
  for (size_t k = kept_.size(); k-- > settled_;) {
    const StoredScan& other = kept_[k].scan;
    if (other.station != scan.station || other.kind != scan.kind) continue;
    if (other.start() <= scan.start()) {
      if (goes_on(other, scan.start())) joined = k;
      break;
    }
    next = k;
  }
  const size_t place = joined < none ? joined : place_of(scan);
  // The state before this place stays what it is, whatever stands there.
  std::unique_ptr<Engine> before;
  History::Mark history;
  if (place < kept_.size()) {
    before = std::move(kept_[place].before);
    history = kept_[place].history;
  }
  if (joined == none && (next == none || !goes_on(scan, kept_[next].scan.start())))
    put(std::move(scan));
  else
    regroup(std::move(scan), joined, place);
  kept_[place].before = std::move(before);
  kept_[place].history = history;
  return place;
}

// Cuts a scan together with the look that it goes on with, and with those after it, into looks
// anew, until one begins where one began before.
void TrackerFront::regroup(StoredScan&& scan, size_t joined, size_t from) {
  const auto taken_out = [&](size_t k) {
    drop_state(kept_[k]);
    StoredScan out = std::move(kept_[k].scan);
    kept_.erase(kept_.begin() + static_cast<int64_t>(k));
    return out;
  };
  StoredScan rows = joined < kept_.size() ? merged(taken_out(joined), scan) : std::move(scan);
  std::vector<StoredScan> looks = cut(rows);
  for (size_t k = from; k < kept_.size();) {
    const StoredScan& other = kept_[k].scan;
    if (other.station != rows.station || other.kind != rows.kind) {
      ++k;
      continue;
    }
    if (!goes_on(looks.back(), other.start())) break;
    rows = merged(rows, taken_out(k));
    looks = cut(rows);
  }
  for (StoredScan& look : looks) put(std::move(look));
}

std::vector<StoredScan> TrackerFront::cut(const StoredScan& rows) const {
  std::vector<StoredScan> looks;
  for (size_t i = 0; i < rows.times.size(); ++i) {
    if (looks.empty() || !goes_on(looks.back(), rows.times[i]))
      looks.push_back({rows.station, rows.kind, {}, {}, {}, {}});
    append(rows, static_cast<int64_t>(i), looks.back());
  }
  return looks;
}

// Goes through the scans from one on, anew where that has been done before: then from the last state
// kept before it.
void TrackerFront::replay(size_t from) {
  if (from < done_) {
    done_ = from;
    while (!kept_[done_].before) --done_;  // the first one has one
    engine_->become(*kept_[done_].before);
    history_.back_to(kept_[done_].history);
  }
  double last = -1e300;  // when the last scan began whose state is kept
  for (size_t k = done_; k-- > 0 && last == -1e300;)
    if (kept_[k].before) last = kept_[k].scan.start();
  for (; done_ < kept_.size(); ++done_) {
    Kept& kept = kept_[done_];
    const bool far = kept.scan.start() - last >= states_apart * lag_;
    far ? keep_state(kept) : drop_state(kept);
    if (far) last = kept.scan.start();
    in_order(kept.scan);
  }
}

void TrackerFront::keep_state(Kept& kept) {
  if (!kept.before && !spare_.empty()) {
    kept.before = std::move(spare_.back());
    spare_.pop_back();
  }
  if (!kept.before) kept.before = engine_->fresh();
  kept.before->become(*engine_);
  kept.history = history_.mark();
}

void TrackerFront::drop_state(Kept& kept) {
  if (kept.before && spare_.size() < most_spare) spare_.push_back(std::move(kept.before));
  kept.before.reset();
}

// The older, the farther apart: what is late is seldom very late.
void TrackerFront::thin() {
  const auto next_state = [&](size_t k) {
    while (++k < kept_.size() && !kept_[k].before) {
    }
    return k;
  };
  size_t last = 0;
  for (size_t k = next_state(last); k < kept_.size();) {
    const size_t next = next_state(k);
    if (next == kept_.size()) break;
    const double start = kept_[next].scan.start();
    if (start - kept_[last].scan.start() <= states_by_age * (time_ - start))
      drop_state(kept_[k]);
    else
      last = k;
    k = next;
  }
}

// Lets go scans that nothing allowed can change or come before any more, and old history.
void TrackerFront::forget() {
  const double until = time_ - lag_;
  const auto is_settled = [&](const StoredScan& scan) {
    return scan.start() + whole * periods_[scan.station] < until;
  };
  while (settled_ < kept_.size() && is_settled(kept_[settled_].scan))
    forgotten_ = kept_[settled_++].scan.start();
  // The first one left needs a state to go back to.
  size_t first = settled_;
  while (first > 0 && !kept_[first].before) --first;
  for (size_t k = 0; k < first; ++k) drop_state(kept_[k]);
  kept_.erase(kept_.begin(), kept_.begin() + static_cast<int64_t>(first));
  settled_ -= first;
  done_ -= first;
  thin();
  let_go(time_ - kept_s_);
}

void TrackerFront::let_go(double before) {
  history_.let_go(before, kept_.empty() ? history_.mark() : kept_.front().history);
}

}  // namespace glasshield
