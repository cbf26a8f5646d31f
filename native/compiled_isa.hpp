#pragma once

#include "dispatch.hpp"

// The name under which the running copy was compiled.
GLASSHIELD_DECLARE(const char*, compiled_isa)
