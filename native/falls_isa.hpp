// The fall kernel of one instruction set, as the bindings call it.
#pragma once

#include "dispatch.hpp"
#include "falls.hpp"

GLASSHIELD_DECLARE(void, fall_range, const glasshield::FallJob&, int64_t, int64_t)
