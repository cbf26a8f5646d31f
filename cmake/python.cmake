# Finds the Python that builds the module, its headers, and nanobind.

find_package(Python 3.11 QUIET COMPONENTS Interpreter)
if(NOT Python_Interpreter_FOUND)
  message(FATAL_ERROR "Glasshield needs Python 3.11 or newer and none was found.")
endif()
find_package(Python 3.11 QUIET COMPONENTS Interpreter Development.Module)
if(NOT Python_Development.Module_FOUND)
  message(FATAL_ERROR
    "Glasshield's kernels need the headers of ${Python_EXECUTABLE} and they were not found: "
    "install the package python3-dev (or python3-devel) and try again.")
endif()

execute_process(COMMAND "${Python_EXECUTABLE}" -m nanobind --cmake_dir
                OUTPUT_VARIABLE nanobind_ROOT OUTPUT_STRIP_TRAILING_WHITESPACE
                RESULT_VARIABLE failed ERROR_QUIET)
if(failed)
  message(FATAL_ERROR "Glasshield's kernels need nanobind: run 'make setup', or 'pip install nanobind'.")
endif()
find_package(nanobind CONFIG REQUIRED)
