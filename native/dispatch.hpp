// Which instruction set the kernels run with.
//
// Every compute source `*.isa.cpp` is compiled once for each instruction set, inside the
// namespace `glasshield::GLASSHIELD_ISA` (baseline, avx2, avx512), without contraction and without
// fast-math: the copies differ in speed and never in a digit. A binding declares a kernel once with
// GLASSHIELD_DECLARE and calls the right copy with GLASSHIELD_DISPATCH.
#pragma once

#include <string_view>

namespace glasshield {

enum class Isa { baseline = 0, avx2 = 1, avx512 = 2 };

// The widest instruction set that both this build and this processor have.
Isa best_isa() noexcept;

// The instruction set in use: the best one, unless `use_isa` chose another.
Isa current_isa() noexcept;

// Chooses an instruction set for the whole process; false when unknown or not available here.
bool use_isa(std::string_view name) noexcept;

// The name of an instruction set, as `use_isa` takes it.
std::string_view isa_name(Isa isa) noexcept;

}  // namespace glasshield

#if defined(GLASSHIELD_X86)
// Declares the copies of a kernel: GLASSHIELD_DECLARE(void, fly, const Inputs&, Outputs&);
#define GLASSHIELD_DECLARE(result, name, ...)       \
  namespace glasshield::baseline {                  \
  result name(__VA_ARGS__);                         \
  }                                                 \
  namespace glasshield::avx2 {                      \
  result name(__VA_ARGS__);                         \
  }                                                 \
  namespace glasshield::avx512 {                    \
  result name(__VA_ARGS__);                         \
  }
// The copy of a kernel for the instruction set in use: GLASSHIELD_DISPATCH(fly)(inputs, outputs);
#define GLASSHIELD_DISPATCH(name)                                           \
  (::glasshield::current_isa() == ::glasshield::Isa::avx512                 \
       ? &::glasshield::avx512::name                                        \
       : (::glasshield::current_isa() == ::glasshield::Isa::avx2            \
              ? &::glasshield::avx2::name                                   \
              : &::glasshield::baseline::name))
#else
#define GLASSHIELD_DECLARE(result, name, ...)       \
  namespace glasshield::baseline {                  \
  result name(__VA_ARGS__);                         \
  }
#define GLASSHIELD_DISPATCH(name) (&::glasshield::baseline::name)
#endif
