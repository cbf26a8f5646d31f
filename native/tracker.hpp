// What the tracker takes and gives: plain numbers, shared by the bindings and by every build of the
// compute code.
#pragma once

#include <array>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <memory>
#include <new>
#include <utility>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

#include "flight.hpp"

namespace glasshield {

// Motions, in the order of the columns in which phases are reported.
enum class Model : int { boost = 0, coast = 1, entry = 2 };
constexpr int models = 3;
constexpr int most_states = 7;

enum class Filter : int { ekf = 0, ukf = 1, ckf = 2 };
enum class Association : int { nearest = 0, jpda = 1 };
enum class Initiation : int { one_point = 0, two_point = 1 };

// Noise and change of the motions, each over Model where it is an array.
struct Motion {
  double noise[models];          // m2/s3, spectral density of unmodelled acceleration
  double seventh_noise[models];  // of the rate of the seventh state: m2/s5, -, (m2/kg)2/s
  double seventh[models];        // where it begins: m/s2, -, m2/kg
  double seventh_sigma[models];
  double exhaust_speed;          // m/s
  double burnout_rate;           // 1/s, boost to coast
  double ignition_rate;          // 1/s, coast to boost
  double entry_rate;             // 1/s, coast to entry, falling below the entry height
  double entry_height;           // m
};

// Four quantities of a measurement; how many and which is its kind.
enum Quantity : int { q_range, q_azimuth, q_elevation, q_rate, quantities };
enum class Kind : int { angles = 2, place = 3, place_and_rate = 4 };

struct Sector {
  double azimuth_from, azimuth_width, elevation_min, elevation_max;  // rad
};

struct StationRow {
  double origin[3];    // Earth-fixed, m
  double axes[3][3];   // east, north, up
  double detection_probability;
  double clutter;      // false alarms and new objects a scan, per m rad rad
  double range;        // m
  std::vector<Sector> sectors;
};

struct TrackerSettings {
  Earth earth;
  Motion motion;
  bool imm;
  Filter filter;
  Association association;
  Initiation initiation;
  double gate;
  int confirm, within, delete_after;
  double lose_sigma;   // m
  double speed_sigma;  // m/s
  double speed_max;    // m/s
  double history_every;  // s between two rows of a track; 0 keeps all
  std::vector<StationRow> stations;
};

// One look of one station: detections of one kind, by time, rows of four quantities.
struct Scan {
  int station;
  Kind kind;
  double time;              // s, of the first
  double span;              // s, from the first to the last
  int64_t count;
  const double* times;      // s
  const double* values;     // count x quantities
  const double* sigmas;     // count x quantities
  const int64_t* numbers;   // what the caller calls each
};

// The detections by which a track is known again after going back over late ones: those that it
// took in under the lowest numbers, growing. Callers count detections as they come, so that none
// that comes late is among them; where there are fewer, `unmarked` stands.
constexpr int64_t unmarked = -1;
struct Marks {
  static constexpr int most = 4;
  std::array<int64_t, most> number;
  Marks() { number.fill(unmarked); }

  void add(int64_t one) {
    if (one < 0) return;
    for (int64_t& its : number)
      if (its == unmarked || one < its) {
        std::swap(its, one);
        if (one == unmarked) return;
      }
  }
};

// A state kept.
struct HistoryRow {
  double time;
  double x[6];
  double p[21];
  float phase[2];   // probabilities of boost and coast; entry has the rest
  int64_t number;   // of the detection taken in; -1 where several were
  int32_t station;
};

// Rows in chunks, so that keeping one never moves the others; large pages where there are any, as
// fetching small ones takes as long as filling them. The oldest chunks go once all their rows are too
// old. Rows count on from the first that ever was; each knows how far back its track's row before it
// stands, beside the rows, so that who looks for a track's rows need not go over all.
class History {
 public:
  static constexpr int64_t nothing = -1;

  // A confirmed track that is no more.
  struct Ended {
    int64_t born;
    int64_t last;  // row
    int32_t number;
    Marks marks;
  };

  // How much there was at some time, to go back to.
  struct Mark {
    int64_t rows = 0, ended = 0;
  };

  History() = default;
  History(const History&) = delete;
  History& operator=(const History&) = delete;
  ~History() {
    for (Chunk* chunk : chunks_) std::free(chunk);
    for (Chunk* chunk : spare_) std::free(chunk);
  }

  // A new row's number; `before` is its track's last one, or `nothing`.
  int64_t append(int64_t before, double time) {
    if (rows_ == begin_ + static_cast<int64_t>(chunks_.size()) * per_chunk)
      chunks_.push_back(fresh());
    Chunk& chunk = chunk_of(rows_);
    const int64_t place = rows_ % per_chunk;
    if (place == 0 || time > chunk.latest) chunk.latest = time;
    const int64_t apart = before == nothing ? 0 : rows_ - before;
    chunk.back[place] = apart < far ? static_cast<uint32_t>(apart) : 0;
    return rows_++;
  }
  void end(const Ended& track) { ended_.push_back(track); }

  HistoryRow& at(int64_t i) { return chunk_of(i).row[i % per_chunk]; }
  const HistoryRow& operator[](int64_t i) const { return chunk_of(i).row[i % per_chunk]; }
  // The row of the same track before this one; `nothing` where it had none, or that is gone.
  int64_t before(int64_t i) const {
    const uint32_t apart = chunk_of(i).back[i % per_chunk];
    return apart == 0 || i - apart < begin_ ? nothing : i - apart;
  }
  bool has(int64_t i) const { return i >= begin_ && i < rows_; }
  int64_t begin() const { return begin_; }  // the first row that is left
  int64_t last() const { return rows_ - 1; }
  const std::deque<Ended>& ended() const { return ended_; }
  size_t bytes() const { return (chunks_.size() + spare_.size()) * page_bytes; }

  Mark mark() const { return {rows_, gone_ + static_cast<int64_t>(ended_.size())}; }
  void back_to(const Mark& mark) {
    rows_ = mark.rows;
    ended_.resize(static_cast<size_t>(mark.ended - gone_));
  }

  // Lets go what is older than a time, as far as nobody goes back before a mark.
  void let_go(double before, const Mark& oldest) {
    while (!chunks_.empty() && begin_ + per_chunk <= oldest.rows &&
           chunks_.front()->latest < before) {
      if (spare_.empty())
        spare_.push_back(chunks_.front());
      else
        std::free(chunks_.front());
      chunks_.pop_front();
      begin_ += per_chunk;
    }
    while (!ended_.empty() && gone_ < oldest.ended && ended_.front().last < begin_) {
      ended_.pop_front();
      ++gone_;
    }
  }

  static constexpr int row_bytes = sizeof(HistoryRow) + sizeof(uint32_t);

 private:
  static constexpr size_t page_bytes = size_t{1} << 21;
  static constexpr int64_t per_chunk = (page_bytes - sizeof(double)) / row_bytes;
  static constexpr int64_t far = int64_t{1} << 32;
  struct Chunk {
    HistoryRow row[per_chunk];
    uint32_t back[per_chunk];
    double latest;  // time of any row
  };
  static_assert(sizeof(Chunk) <= page_bytes);

  Chunk& chunk_of(int64_t i) const {
    return *chunks_[static_cast<size_t>((i - begin_) / per_chunk)];
  }

  Chunk* fresh() {
    if (!spare_.empty()) {
      Chunk* chunk = spare_.back();
      spare_.pop_back();
      return chunk;
    }
    void* memory = std::aligned_alloc(page_bytes, page_bytes);
    if (!memory) throw std::bad_alloc();
#if defined(__linux__)
    madvise(memory, page_bytes, MADV_HUGEPAGE);
#endif
    return static_cast<Chunk*>(memory);
  }

  std::deque<Chunk*> chunks_;
  std::vector<Chunk*> spare_;  // one at most
  std::deque<Ended> ended_;
  int64_t begin_ = 0, rows_ = 0;  // begin_ always begins a chunk
  int64_t gone_ = 0;              // ended tracks let go
};

// Where the picture is written, a row a track.
struct PictureRows {
  int32_t* id;         // from 1 in the order of confirmation; below zero before it
  int32_t* missed;
  int64_t* detections;  // taken in
  double* times;       // x 3: of the state, when last and when first seen
  double* seen;        // x stations: when each saw it last; NaN where it never did
  double* states;      // x 6
  double* covariances;  // x 21
  double* phases;      // x models
};

// What history has of a track that there is now.
struct Life {
  int64_t born;     // tracks count as they begin
  int64_t last;     // its last row, or `History::nothing`
  int32_t number;   // zero before confirmation
  const HistoryRow* tip;  // of its last detection, where that has no row in history; else null
  Marks marks;
};

// The tracker of one instruction set: everything that changes from scan to scan, except history.
class Engine {
 public:
  virtual ~Engine() = default;
  virtual void step(const Scan& scan, History& history) = 0;
  virtual std::unique_ptr<Engine> fresh() const = 0;
  // Takes over what another of the same instruction set knows.
  virtual void become(const Engine& other) = 0;
  virtual int64_t count() const = 0;
  virtual int64_t confirmed() const = 0;  // ever
  virtual void read(const PictureRows& rows) const = 0;
  virtual Life life(int64_t track) const = 0;
  // How many pairs joint probabilities have left out, because a cluster had too many events.
  virtual int64_t pairs_dropped() const = 0;
};

}  // namespace glasshield
