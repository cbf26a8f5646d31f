// The Python module `glasshield.kernels`: each subject binds itself in its own file.
#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>

#include <string>

#include "compiled_isa.hpp"
#include "dispatch.hpp"

namespace nb = nanobind;

void bind_falls(nb::module_& module);
void bind_flight(nb::module_& module);
void bind_flyout(nb::module_& module);
void bind_tracker(nb::module_& module);
void bind_windows(nb::module_& module);

NB_MODULE(kernels, module) {
  module.doc() = "Glasshield's compiled loops: numbers and arrays in, numbers and a status out.";

  module.def(
      "isa", [] { return std::string(GLASSHIELD_DISPATCH(compiled_isa)()); },
      "The instruction set whose copy of the kernels runs: baseline, avx2 or avx512.");
  module.def(
      "best_isa", [] { return std::string(glasshield::isa_name(glasshield::best_isa())); },
      "The widest instruction set that this build and this processor both have.");
  module.def(
      "set_isa",
      [](const std::string& name) {
        if (!glasshield::use_isa(name)) {
          throw nb::value_error("no such instruction set on this processor or in this build");
        }
      },
      nb::arg("name"), "Chooses the instruction set for the whole process; for tests and benches.");
  bind_falls(module);
  bind_flight(module);
  bind_flyout(module);
  bind_tracker(module);
  bind_windows(module);
}
