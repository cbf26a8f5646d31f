// The smallest kernel there is: says which copy of the compute sources answers.
#include "compiled_isa.hpp"

#define GLASSHIELD_TEXT_OF(name) #name
#define GLASSHIELD_TEXT(name) GLASSHIELD_TEXT_OF(name)

namespace glasshield::GLASSHIELD_ISA {

const char* compiled_isa() { return GLASSHIELD_TEXT(GLASSHIELD_ISA); }

}  // namespace glasshield::GLASSHIELD_ISA
