// The rows of history track by track: what is kept as it comes, read as it is asked for.
#pragma once

#include <algorithm>
#include <vector>

#include "tracker_front.hpp"

namespace glasshield {

// Where rows of tracks are written.
struct Written {
  double* times;
  double* states;       // x 6
  double* covariances;  // x 21
  double* phases;       // x models
  int64_t* numbers;
  int32_t* stations;

  void row(int64_t k, const HistoryRow& from) const {
    times[k] = from.time;
    std::copy(from.x, from.x + 6, states + 6 * k);
    std::copy(from.p, from.p + 21, covariances + 21 * k);
    const double boost = from.phase[0], coast = from.phase[1];
    phases[3 * k] = boost;
    phases[3 * k + 1] = coast;
    phases[3 * k + 2] = std::max(0.0, 1.0 - boost - coast);
    numbers[k] = from.number;
    stations[k] = from.station;
  }
};

// The confirmed tracks of which history has anything, as they began.
inline std::vector<Life> lives_of(const TrackerFront& front) {
  std::vector<Life> lives;
  for (const History::Ended& track : front.history().ended())
    lives.push_back({track.born, track.last, track.number, nullptr, track.marks});
  for (int64_t k = 0; k < front.engine().count(); ++k) {
    const Life life = front.engine().life(k);
    if (life.number != 0) lives.push_back(life);
  }
  std::sort(lives.begin(), lives.end(),
            [](const Life& a, const Life& b) { return a.born < b.born; });
  return lives;
}

// Writes by which detections each track confirmed after so many is known again, as they were
// confirmed; a track of which nothing is left has none.
inline void write_marks(const TrackerFront& front, int32_t after, int64_t* out) {
  std::fill(out, out + Marks::most * (front.engine().confirmed() - after), unmarked);
  const auto write = [&](int32_t number, const Marks& marks) {
    if (number > after)
      std::copy(marks.number.begin(), marks.number.end(), out + Marks::most * (number - after - 1));
  };
  for (const History::Ended& track : front.history().ended()) write(track.number, track.marks);
  for (int64_t k = 0; k < front.engine().count(); ++k) {
    const Life life = front.engine().life(k);
    write(life.number, life.marks);
  }
}

// What history has of one confirmed track; without a row where it has nothing.
inline Life life_of(const TrackerFront& front, int32_t number) {
  for (int64_t k = 0; k < front.engine().count(); ++k) {
    const Life life = front.engine().life(k);
    if (life.number == number && number > 0) return life;
  }
  for (const History::Ended& track : front.history().ended())
    if (track.number == number) return {track.born, track.last, track.number, nullptr, track.marks};
  return {0, History::nothing, 0, nullptr, {}};
}

// The rows of one confirmed track from a time on.
inline std::vector<const HistoryRow*> chain_of(const TrackerFront& front, int32_t number,
                                               double since) {
  const History& history = front.history();
  const Life life = life_of(front, number);
  std::vector<const HistoryRow*> rows;
  if (life.tip && life.tip->time >= since) rows.push_back(life.tip);
  for (int64_t i = history.has(life.last) ? life.last : History::nothing; i != History::nothing;
       i = history.before(i))
    if (history[i].time >= since) rows.push_back(&history[i]);
  std::reverse(rows.begin(), rows.end());
  return rows;
}

// The rows of all confirmed tracks from a time on.
class Chains {
 public:
  Chains(const TrackerFront& front, double since) : history_(front.history()) {
    for (const Life& life : lives_of(front)) {
      const bool tip = life.tip && life.tip->time >= since;
      if (!tip && !history_.has(life.last)) continue;
      lives_.push_back(life);
      if (!tip) lives_.back().tip = nullptr;
    }
    count(since);
  }

  int64_t rows() const { return first_.back(); }
  int64_t tracks() const { return tracks_; }

  void write(int32_t* id, int32_t* first, const Written& out) const {
    for (size_t t = 0; t < lives_.size(); ++t) {
      if (first_[t + 1] == first_[t]) continue;
      *id++ = lives_[t].number;
      *first++ = static_cast<int32_t>(first_[t]);
    }
    *first = static_cast<int32_t>(rows());
    // Written in the order of tracks: rows of a track lie far apart, and are asked for while others
    // are copied.
    std::vector<const HistoryRow*> source(static_cast<size_t>(rows()));
    std::vector<int64_t> next = first_;
    for (size_t k = 0; k < whose_.size(); ++k)
      if (whose_[k] >= 0)
        source[static_cast<size_t>(next[whose_[k]]++)] =
            &history_[history_.begin() + static_cast<int64_t>(k)];
    for (size_t t = 0; t < lives_.size(); ++t)
      if (lives_[t].tip) source[static_cast<size_t>(first_[t + 1] - 1)] = lives_[t].tip;
    for (size_t k = 0; k < source.size(); ++k) {
      if (k + ahead < source.size()) fetch(*source[k + ahead]);
      out.row(static_cast<int64_t>(k), *source[k]);
    }
  }

 private:
  // From the last row on back, each says whose the row before it is.
  void count(double since) {
    const int64_t begin = history_.begin();
    whose_.assign(static_cast<size_t>(history_.last() + 1 - begin), -1);
    std::vector<int64_t> counts(lives_.size(), 0);
    for (size_t t = 0; t < lives_.size(); ++t) {
      counts[t] = lives_[t].tip ? 1 : 0;
      if (history_.has(lives_[t].last))
        whose_[static_cast<size_t>(lives_[t].last - begin)] = static_cast<int32_t>(t);
    }
    for (size_t k = whose_.size(); k-- > 0;) {
      const int32_t its = whose_[k];
      if (its < 0) continue;
      const int64_t before = history_.before(begin + static_cast<int64_t>(k));
      if (before != History::nothing) whose_[static_cast<size_t>(before - begin)] = its;
      if (history_[begin + static_cast<int64_t>(k)].time < since)
        whose_[k] = -1;
      else
        ++counts[its];
    }
    first_.assign(1, 0);
    for (const int64_t rows : counts) {
      first_.push_back(first_.back() + rows);
      tracks_ += rows > 0;
    }
  }

  static constexpr size_t ahead = 16;
  static void fetch(const HistoryRow& row) {
    const char* bytes = reinterpret_cast<const char*>(&row);
    for (size_t line = 0; line < sizeof row; line += 64) __builtin_prefetch(bytes + line);
  }

  const History& history_;
  std::vector<Life> lives_;
  std::vector<int32_t> whose_;  // of history's rows: the place of the track, or -1
  std::vector<int64_t> first_;  // of the tracks' rows when those of one stand side by side
  int64_t tracks_ = 0;          // with rows
};

}  // namespace glasshield
