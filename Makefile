# make run opens the werkbank; the first time it sets everything up.

# PYTHON=… names another Python than `.ci/setup` chooses.
VENV := .venv
PY := $(VENV)/bin/python
BUILD := build
# LOCK_FLAGS=--upgrade takes newer versions than the lock has now.
LOCK_FLAGS ?=
# What `make shots` runs; chapters of the tour are named by the program itself.
SHOTS ?= tour $(BUILD)/shots --chapter shots
# More than there are cores: tests of windows and servers wait a lot.
PYTEST_WORKERS ?= 3
OFFSCREEN := QT_QPA_PLATFORM=offscreen

# The tests start hundreds of processes, and each would compile the whole program again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup run test types contracts texts pytest tour shots help-pictures bench load lint format lock wheels i18n soak clean

help:
	@echo "make run     open the werkbank (sets up first)      make test   all checks"
	@echo "make tour    the product shows itself: build/tour   make shots  pictures: build/shots"
	@echo "make load    fifty people at work on one server, three minutes"
	@echo "make bench   figures   make lint  quick checks      make soak   long runs"
	@echo "make lock    renew requirements.lock                make i18n   collect texts"
	@echo "make help-pictures   draw the pictures behind F1 anew"

setup:
	@.ci/setup

run: setup
	$(PY) main.py

test: lint types contracts texts pytest

lint: setup
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: setup
	$(VENV)/bin/mypy --strict lob_workbench

contracts: setup
	$(VENV)/bin/lint-imports --no-cache

texts: setup
	@if [ -f tests/helpers/translations.py ]; then \
		echo "$(PY) -m tests.helpers.translations"; $(PY) -m tests.helpers.translations; fi

pytest: setup
	@mkdir -p $(BUILD)
	$(OFFSCREEN) $(PY) -m pytest -n $(PYTEST_WORKERS) --dist loadfile --no-loadscope-reorder --cov --cov-branch \
		--cov-report=json:$(BUILD)/coverage.json --cov-report=term:skip-covered
	$(PY) .ci/check_coverage.py $(BUILD)/coverage.json

format: setup
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

tour: setup
	$(OFFSCREEN) $(PY) main.py tour $(BUILD)/tour

shots: setup
	$(OFFSCREEN) $(PY) main.py $(SHOTS)

# After pages changed: the pictures behind F1, kept with the texts that they belong to.
help-pictures: setup
	$(OFFSCREEN) $(PY) main.py tour resources/content/help --chapter uitleg

bench: setup
	$(OFFSCREEN) $(PY) -m tests.benchmarks

# Fifty counsellors at work on one server for three minutes.
load: setup
	$(OFFSCREEN) $(PY) -m tests.benchmarks.counsellors

soak: setup
	$(OFFSCREEN) HYPOTHESIS_PROFILE=soak $(PY) -m pytest -n $(PYTEST_WORKERS) -m soak

# The options leave out every address: the lock holds names, versions and hashes only.
lock: setup
	$(VENV)/bin/uv pip compile $(LOCK_FLAGS) --quiet --universal --generate-hashes --no-header --no-annotate \
		--python-version 3.11 --group dev pyproject.toml -o requirements.lock
	@$(MAKE) --no-print-directory wheels

# No compiler is needed anywhere: each locked package has a wheel for each system.
wheels: setup
	@for system in x86_64-manylinux_2_34 windows macos; do for version in 3.11 3.12 3.13; do \
		$(VENV)/bin/uv pip install --quiet --dry-run --only-binary :all: --require-hashes \
			--python-platform $$system --python-version $$version \
			--target $(BUILD)/none -r requirements.lock || exit 1; \
		echo "wheels for $$system, Python $$version: all there"; done; done

i18n: setup
	@if [ -f tests/helpers/translations.py ]; then $(PY) -m tests.helpers.translations --update; \
	else echo "Nothing to collect yet."; fi

clean:
	rm -rf $(BUILD) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .coverage
