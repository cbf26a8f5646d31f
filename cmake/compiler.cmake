# Finds a C++ compiler: the one asked for, one on the path, or the one in the ziglang wheel.

function(glasshield_find_python_with_ziglang result)
  foreach(candidate IN ITEMS "${Python_EXECUTABLE}" "${PYTHON_EXECUTABLE}" python3 python)
    if(candidate STREQUAL "")
      continue()
    endif()
    execute_process(COMMAND "${candidate}" -c "import ziglang"
                    RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
    if(NOT failed)
      set(${result} "${candidate}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  set(${result} "" PARENT_SCOPE)
endfunction()

# CMake wants one file for each tool; `zig` is one program with sub-commands.
function(glasshield_wrap_zig python tool flags result)
  set(wrapper "${CMAKE_BINARY_DIR}/zig-${tool}")
  file(WRITE "${wrapper}" "#!/bin/sh\nexec '${python}' -m ziglang ${tool} ${flags} \"$@\"\n")
  file(CHMOD "${wrapper}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
  set(${result} "${wrapper}" PARENT_SCOPE)
endfunction()

if(NOT CMAKE_CXX_COMPILER AND NOT DEFINED ENV{CXX})
  find_program(GLASSHIELD_CXX NAMES c++ g++ clang++ cl)
  mark_as_advanced(GLASSHIELD_CXX)
  if(NOT GLASSHIELD_CXX)
    glasshield_find_python_with_ziglang(zig_python)
    if(zig_python STREQUAL "")
      message(FATAL_ERROR
        "Glasshield's kernels need a C++20 compiler and none was found: install g++ or clang++, "
        "or run 'pip install ziglang' in this environment, and try again.")
    endif()
    message(STATUS "No C++ compiler on the path: using the one in the ziglang wheel")
    # Without -mcpu it would use all that the building machine has, in the baseline copy too.
    glasshield_wrap_zig("${zig_python}" c++ -mcpu=baseline CMAKE_CXX_COMPILER)
    glasshield_wrap_zig("${zig_python}" ar "" CMAKE_AR)
    glasshield_wrap_zig("${zig_python}" ranlib "" CMAKE_RANLIB)
    set(CMAKE_AR "${CMAKE_AR}" CACHE FILEPATH "archiver")
    set(CMAKE_RANLIB "${CMAKE_RANLIB}" CACHE FILEPATH "archive indexer")
    set(CMAKE_CXX_COMPILER_AR "${CMAKE_AR}" CACHE FILEPATH "archiver")
    set(CMAKE_CXX_COMPILER_RANLIB "${CMAKE_RANLIB}" CACHE FILEPATH "archive indexer")
  endif()
endif()
