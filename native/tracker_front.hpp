// Detections in the order in which they come, cut into scans, and late ones put where they belong.
//
// Late detections are taken in by going back: the tracker's state is kept as it was before some of
// the scans within the lag, and from the first scan that changes all are gone through anew. The
// tracks are then those that detections in time would have given, to the last digit. However
// detections are split into calls, the looks they make are those of all of them at once.
#pragma once

#include <deque>
#include <functional>
#include <vector>

#include "tracker_isa.hpp"

namespace glasshield {

// Detections as columns, in any order.
struct Batch {
  int64_t count;
  const double* times;                 // s
  const int32_t* stations;
  const double* measured[quantities];  // NaN where not measured
  const double* sigmas;      // count x quantities, NaN where the station's own accuracy holds
  const double* accuracies;  // stations x quantities
  const int64_t* numbers;
};

// The first detection with a time or an angle that is not finite, a range or a deviation of what was
// measured not above zero, or anything measured without end; -1 where there is none.
int64_t first_impossible(const Batch& batch);

// One scan with its own memory.
struct StoredScan {
  int station;
  Kind kind;
  std::vector<double> times, values, sigmas;
  std::vector<int64_t> numbers;

  double start() const { return times.front(); }
  double end() const { return times.back(); }
  Scan view() const;
};

// Which detections of a batch are one scan.
struct Look {
  int station;
  Kind kind;
  double start, end;     // s, of its first and its last
  int64_t first, count;  // in `Looks::members`
};

struct Looks {
  std::vector<Look> looks;       // in the order of their first detections
  std::vector<int32_t> members;  // places in the batch, look by look, by time
};

class TrackerFront {
 public:
  // Detections may come late by the lag; history older than `history` before the last scan goes.
  TrackerFront(std::shared_ptr<const TrackerSettings> settings, std::vector<double> periods,
               double lag, double history);

  // Takes in detections; `told` hears now and then which part is done, and says whether to go on.
  void feed(const Batch& batch, const std::function<bool(double)>& told);
  // Lets go history from before a time, as far as no late detection changes it.
  void let_go(double before);

  const Engine& engine() const { return *engine_; }
  const History& history() const { return history_; }
  double time() const { return time_; }
  int64_t too_late() const { return too_late_; }
  // How many confirmed tracks no late detection can count otherwise.
  int64_t settled() const {
    return kept_.empty() ? engine_->confirmed() : kept_.front().before->confirmed();
  }
  // Scans and states that are kept to go back to.
  int64_t scans() const { return static_cast<int64_t>(kept_.size()); }
  int64_t states() const;

 private:
  struct Kept {
    StoredScan scan;
    std::unique_ptr<Engine> before;  // the tracker's state before this scan; not of every scan
    History::Mark history;           // and how long history was
  };

  Looks looks_of(const Batch& batch) const;
  void in_order(const StoredScan& scan);
  void trim(StoredScan& scan);
  bool goes_on(const StoredScan& look, double time) const;
  size_t place_of(const StoredScan& scan) const;
  void put(StoredScan&& scan);
  size_t insert(StoredScan&& scan);
  void regroup(StoredScan&& scan, size_t joined, size_t from);
  std::vector<StoredScan> cut(const StoredScan& rows) const;
  void replay(size_t from);
  void keep_state(Kept& kept);
  void drop_state(Kept& kept);
  void thin();
  void forget();

  std::shared_ptr<const TrackerSettings> settings_;
  std::vector<double> periods_;  // s between two looks, of each station
  double lag_, kept_s_, time_ = -1e300, forgotten_ = -1e300;
  std::unique_ptr<Engine> engine_;
  History history_;
  std::deque<Kept> kept_;
  size_t done_ = 0;     // scans that the tracker has gone through, one after the other
  size_t settled_ = 0;  // scans that nothing allowed can change any more
  std::vector<std::unique_ptr<Engine>> spare_;
  StoredScan room_;  // for one scan that is not kept
  int64_t too_late_ = 0;
};

}  // namespace glasshield
