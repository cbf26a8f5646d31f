// Blocks of independent work over threads. Which thread takes which block changes nothing.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

namespace glasshield {

// As many threads as asked for; all the processor has for zero; never more than blocks.
inline int thread_count(int asked, int64_t blocks) {
  const int all = std::max(1u, std::thread::hardware_concurrency());
  return static_cast<int>(std::clamp<int64_t>(asked > 0 ? asked : all, 1, std::max<int64_t>(blocks, 1)));
}

// Calls work(first, last) for blocks that cover [0, count); `make` gives each thread its worker.
template <class Make>
void over_blocks(int64_t count, int64_t block, int asked, Make&& make) {
  const int64_t blocks = (count + block - 1) / block;
  const int threads = thread_count(asked, blocks);
  std::atomic<int64_t> next{0};
  const auto loop = [&] {
    auto work = make();
    for (int64_t b = next++; b < blocks; b = next++)
      work(b * block, std::min(count, (b + 1) * block));
  };
  std::vector<std::thread> others;
  others.reserve(threads - 1);
  for (int i = 1; i < threads; ++i) others.emplace_back(loop);
  loop();
  for (auto& thread : others) thread.join();
}

}  // namespace glasshield
