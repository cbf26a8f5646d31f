// What the tracker takes and gives: plain numbers, shared by the bindings and by every build of the
// compute code.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
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
  const int32_t* numbers;   // what the caller calls each
};

// A state kept: 240 bytes, and four for whose it is.
struct HistoryRow {
  double time;
  double x[6];
  double p[21];
  float phase[2];   // probabilities of boost and coast; entry has the rest
  int32_t number;   // of the detection taken in; -1 where several were
  int32_t station;
};

// Rows in chunks, so that keeping one never moves the others; large pages where there are any, as
// fetching small ones takes as long as filling them. Whose they are stands behind a chunk's rows, so
// that who looks for a track's rows need not go over all.
class History {
 public:
  History() = default;
  History(const History&) = delete;
  History& operator=(const History&) = delete;
  ~History() {
    for (Chunk* chunk : chunks_) std::free(chunk);
  }

  HistoryRow& append(uint32_t id) {
    if (count_ == static_cast<int64_t>(chunks_.size()) * rows) chunks_.push_back(fresh());
    Chunk& chunk = *chunks_[count_ / rows];
    chunk.id[count_ % rows] = id;
    return chunk.row[count_++ % rows];
  }
  const HistoryRow& operator[](int64_t i) const { return chunks_[i / rows]->row[i % rows]; }
  uint32_t id(int64_t i) const { return chunks_[i / rows]->id[i % rows]; }
  int64_t count() const { return count_; }
  void truncate(int64_t count) { count_ = count; }

  static constexpr int row_bytes = sizeof(HistoryRow) + sizeof(uint32_t);

 private:
  static constexpr size_t page_bytes = size_t{1} << 21;
  static constexpr int64_t rows = page_bytes / row_bytes;
  struct Chunk {
    HistoryRow row[rows];
    uint32_t id[rows];
  };
  static_assert(sizeof(Chunk) <= page_bytes);

  static Chunk* fresh() {
    void* memory = std::aligned_alloc(page_bytes, page_bytes);
    if (!memory) throw std::bad_alloc();
#if defined(__linux__)
    madvise(memory, page_bytes, MADV_HUGEPAGE);
#endif
    return static_cast<Chunk*>(memory);
  }

  std::vector<Chunk*> chunks_;
  int64_t count_ = 0;
};

// What is known of one track now.
struct TrackRow {
  double time, last_seen;
  double x[6], p[21], phase[models];
  int32_t number;  // from 1 in the order of confirmation; below zero before it
  int32_t missed;
};

// The tracker of one instruction set: everything that changes from scan to scan, except history.
class Engine {
 public:
  virtual ~Engine() = default;
  virtual void step(const Scan& scan, History& history) = 0;
  virtual std::unique_ptr<Engine> clone() const = 0;
  virtual int64_t count() const = 0;
  virtual void read(int64_t track, TrackRow& row) const = 0;
  // The number of a track that was ever confirmed, or zero.
  virtual int32_t number_of(uint32_t id) const = 0;
  // How many pairs joint probabilities have left out, because a cluster had too many events.
  virtual int64_t pairs_dropped() const = 0;
};

}  // namespace glasshield
