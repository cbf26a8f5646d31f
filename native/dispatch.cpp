#include "dispatch.hpp"

#include <array>
#include <atomic>
#include <cstddef>

namespace glasshield {
namespace {

constexpr std::array<std::string_view, 3> kNames{"baseline", "avx2", "avx512"};

Isa detect() noexcept {
#if defined(GLASSHIELD_X86)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl")) {
    return Isa::avx512;
  }
  if (__builtin_cpu_supports("avx2")) {
    return Isa::avx2;
  }
#endif
  return Isa::baseline;
}

std::atomic<Isa>& in_use() noexcept {
  static std::atomic<Isa> isa{best_isa()};
  return isa;
}

}  // namespace

Isa best_isa() noexcept {
  static const Isa best = detect();
  return best;
}

Isa current_isa() noexcept { return in_use().load(std::memory_order_relaxed); }

bool use_isa(std::string_view name) noexcept {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const auto isa = static_cast<Isa>(i);
    if (kNames[i] == name && isa <= best_isa()) {
      in_use().store(isa, std::memory_order_relaxed);
      return true;
    }
  }
  return false;
}

std::string_view isa_name(Isa isa) noexcept { return kNames[static_cast<std::size_t>(isa)]; }

}  // namespace glasshield
