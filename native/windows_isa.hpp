// The window kernels of one instruction set, as the bindings call them.
#pragma once

#include "dispatch.hpp"
#include "windows.hpp"

GLASSHIELD_DECLARE(void, prepare_range, const glasshield::PrepareJob&, int64_t, int64_t)
GLASSHIELD_DECLARE(void, windows_range, const glasshield::WindowJob&, int64_t, int64_t)
GLASSHIELD_DECLARE(void, explain_range, const glasshield::WindowJob&, int64_t, int64_t)
