# `make` or `make help` says what there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BUILD := build
READY := $(VENV)/ready.stamp
KERNELS := $(BUILD)/kernels.stamp
NATIVE := CMakeLists.txt $(wildcard cmake/*.cmake native/*.cpp native/*.hpp)
CMAKE := PATH="$(abspath $(BIN)):$$PATH" cmake
CONFIGURE := $(CMAKE) -S . -G Ninja -DPython_EXECUTABLE=$(abspath $(BIN))/python
# Empty when the machine has no C++ compiler: the one in the ziglang wheel takes its place.
COMPILER := $(or $(CXX_ASKED),$(shell command -v c++ || command -v g++ || command -v clang++))
ifneq ($(origin CXX),default)
CXX_ASKED := $(CXX)
endif

.DEFAULT_GOAL := help
.PHONY: help setup build demo test thorough check format bench sanitize web webcheck lock clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) $(KERNELS) ## install everything into .venv and build the kernels
	@echo "Ready: $(BIN)/glasshield --help"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Glasshield needs Python 3.11 or newer: say which with 'make setup PYTHON=python3.12'." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(READY): requirements.lock requirements-compiler.lock pyproject.toml tools/build_backend.py | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
ifeq ($(COMPILER),)
	@echo "No C++ compiler on the path: installing the one in the ziglang wheel."
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements-compiler.lock
endif
	GLASSHIELD_KERNELS_APART=1 $(BIN)/python -m pip install -q --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

build: $(KERNELS) ## build the kernels again, where something changed

$(KERNELS): $(NATIVE) $(READY)
	@mkdir -p $(BUILD)
	$(CONFIGURE) -B $(BUILD)/dev -DCMAKE_BUILD_TYPE=Release --log-level=WARNING
	$(CMAKE) --build $(BUILD)/dev
	$(CMAKE) --install $(BUILD)/dev --prefix src > $(BUILD)/install.log
	@touch $@

demo: setup ## assess the 2007 plan and the 2011 plan's phases into out/demo
	$(BIN)/glasshield demo

# On small matrices the threads of BLAS cost more than they bring. Files of tests run side by side,
# the slow ones first (tests/conftest.py). Hundreds of tests start the program: it is compiled once.
WORKERS ?= auto
test thorough: export OPENBLAS_NUM_THREADS ?= 1
test thorough: export PYTHONDONTWRITEBYTECODE :=
TEST = $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder
test: setup ## run the tests
	$(TEST)

thorough: setup ## run the tests with more samples, as before a release
	GLASSHIELD_TEST_THOROUGH=1 $(TEST)

check: $(READY) ## formatting, lint, types, and the floors of the house
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: setup ## put the formatting right
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup ## time the kernels against the reference tools
	@for script in bench/bench_*.py; do echo "== $$script"; $(BIN)/python "$$script" || exit 1; done

CHECKED := $(BUILD)/sanitize
sanitize: setup ## run the kernels' tests under the address and undefined-behaviour sanitizers
	$(CONFIGURE) -B $(CHECKED) -DCMAKE_BUILD_TYPE=Debug -DGLASSHIELD_SANITIZE=ON --log-level=WARNING
	$(CMAKE) --build $(CHECKED)
	GLASSHIELD_TEST_KERNELS="$$(ls $(CHECKED)/kernels.*so)" PYTHONMALLOC=malloc \
	LD_PRELOAD="$$($(CXX) -print-file-name=libasan.so) $$($(CXX) -print-file-name=libstdc++.so)" \
	ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1 \
	$(BIN)/python -m pytest -m kernels

# Only those who change web/ need node; what it builds stands in the tree.
WEB_READY := web/node_modules/.package-lock.json
$(WEB_READY): web/package.json web/package-lock.json
	@command -v npm >/dev/null || \
	  { echo "Building the globe needs node 18 or newer with npm: install them, then 'make web'." >&2; exit 2; }
	npm --prefix web ci --silent --ignore-scripts
	@touch $@

web: $(WEB_READY) ## check, test and build the globe (needs node)
	npm --prefix web run --silent check
	npm --prefix web test --silent
	npm --prefix web run --silent build

webcheck: $(WEB_READY) ## check and test the globe, and that the tree holds what it builds
	npm --prefix web run --silent check
	npm --prefix web test --silent
	npm --prefix web run --silent compare

lock: $(BIN)/python ## write the lock files again from pyproject.toml
	$(PYTHON) -m venv $(BUILD)/lock && $(BUILD)/lock/bin/pip install -q pip-tools
	$(PYTHON) tools/requirements.py | $(BUILD)/lock/bin/$(PIP_COMPILE) -o requirements.lock -
	echo ziglang | $(BUILD)/lock/bin/$(PIP_COMPILE) -o requirements-compiler.lock -
	sed -i '/^--/d;/^$$/d' requirements.lock requirements-compiler.lock  # options, among them addresses
PIP_COMPILE := pip-compile -q --generate-hashes --allow-unsafe --strip-extras --no-annotate --no-header

clean: ## remove what was built; the environment stays
	rm -rf $(BUILD) web/build web/node_modules out dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -f src/glasshield/kernels.*so
