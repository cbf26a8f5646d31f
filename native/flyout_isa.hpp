// The flyout kernels of one instruction set, as the bindings call them.
#pragma once

#include "dispatch.hpp"
#include "flyout.hpp"

GLASSHIELD_DECLARE(void, chart_fan, const glasshield::InvertJob&, int, int)
GLASSHIELD_DECLARE(void, cut_sheets, const glasshield::InvertJob&, int, int)
GLASSHIELD_DECLARE(void, fill_cells, const glasshield::InvertJob&, int, int)
GLASSHIELD_DECLARE(void, look_up_times, const glasshield::TimesJob&, int64_t, int64_t)
