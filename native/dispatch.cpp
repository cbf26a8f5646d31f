#include "dispatch.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

#if defined(GLASSHIELD_X86)
#include <cpuid.h>
#endif

namespace glasshield {
namespace {

constexpr std::array<std::string_view, 3> kNames{"baseline", "avx2", "avx512"};

#if defined(GLASSHIELD_X86)
// Asked of the processor itself: the builtins for it answer "no" in some clang runtimes.
// Bits: Intel SDM volume 2A, CPUID leaves 1 and 7; volume 1, 13.3 (XCR0).
struct Cpuid {
  unsigned a = 0, b = 0, c = 0, d = 0;
  explicit Cpuid(unsigned leaf) { __get_cpuid_count(leaf, 0, &a, &b, &c, &d); }
};

constexpr bool all(std::uint64_t word, std::uint64_t bits) { return (word & bits) == bits; }

// Which register files the operating system saves; only where it uses XSAVE at all.
std::uint64_t saved_registers() noexcept {
  if (!all(Cpuid(1).c, 1U << 27)) {
    return 0;
  }
  unsigned low = 0, high = 0;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return (static_cast<std::uint64_t>(high) << 32) | low;
}

Isa detect() noexcept {
  constexpr std::uint64_t ymm = 0x6, zmm = 0xe6;
  constexpr std::uint64_t avx2 = 1U << 5, avx512_f_dq_vl = (1U << 16) | (1U << 17) | (1U << 31);
  const std::uint64_t saved = saved_registers();
  const std::uint64_t features = Cpuid(7).b;
  if (all(saved, zmm) && all(features, avx512_f_dq_vl)) {
    return Isa::avx512;
  }
  return all(saved, ymm) && all(features, avx2) ? Isa::avx2 : Isa::baseline;
}
#else
Isa detect() noexcept { return Isa::baseline; }
#endif

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
