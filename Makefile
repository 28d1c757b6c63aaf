# Everything runs from .venv, made on the first call with the versions and hashes of requirements.lock. `make help` lists the targets.

# The interpreter: PYTHON=..., else the first of these that runs, is 3.11 to 3.13 and has venv and pip (a name may exist and fail).
CANDIDATES := python3.13 python3.12 python3.11 python3 python
SUITS := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))
VERSION = $(shell "$(PYTHON)" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)

# Stamps carry the interpreter's version: an environment that is there is kept, unless another interpreter is named.
ifeq ($(origin PYTHON),undefined)
HAVE := $(patsubst .venv/.locked-%,%,$(firstword $(wildcard .venv/.locked-*)))
PYTHON = $(shell for p in $(CANDIDATES); do "$$p" -c '$(SUITS)' >/dev/null 2>&1 && echo "$$p" && break; done)
endif
WANT := $(or $(HAVE),$(VERSION))
LOCKED := .venv/.locked-$(WANT)
READY := .venv/.ready-$(WANT)

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
JOBS ?= 2
UV := uv==0.13.9

unexport PYTHONPATH PYTHONHOME
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help setup demo test browser lint types imports pictures measure bench scale lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "%-9s %s\n", $$1, $$2}' Makefile

setup: $(READY) ## Make .venv and install everything, models included, at locked versions

$(LOCKED): requirements.lock
	@"$(PYTHON)" -c '$(SUITS)' 2>/dev/null || { \
	  echo "crosswire needs Python 3.11, 3.12 or 3.13 with venv and pip. Install one of them, or name it: make PYTHON=python3.12 ..." >&2; exit 1; }
	@echo "Installing into .venv with Python $(VERSION) (once; a minute or so)"
	@"$(PYTHON)" -m venv --clear .venv
	@$(PIP) install --only-binary :all: --require-hashes --requirement requirements.lock
	@touch .venv/.locked-$(VERSION)

$(READY): $(LOCKED) pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch .venv/.ready-$(VERSION)

demo: setup ## Build the record of the bundled sample and say where its page lies
	@$(BIN)/crosswire demo --out out/demo

test: setup browser lint types imports ## Lint, types, import rules, then every test
	@$(BIN)/python -m pytest --numprocesses $(JOBS) --dist loadfile --no-loadscope-reorder

browser: ## Install chromium and a font for tests/browser, where there is none and apt-get may be used
	@sh scripts/install_browser.sh

lint: setup ## ruff: rules and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: setup ## mypy --strict
	@$(BIN)/mypy --strict src scripts

imports: setup ## import-linter: who may know whom
	@$(BIN)/lint-imports

pictures: setup browser ## Photograph the bundled sample's page anew for docs/pictures
	@$(BIN)/python -m pytest tests/browser/test_pictures.py --pictures docs/pictures

measure: setup ## All measures beside their floors; ARGS=--raise lifts the floors
	@$(BIN)/python scripts/measure.py $(ARGS)

scale: setup ## Time grouping of 1,000 to 1,000,000 made-up reports, keep the table in BENCHMARKS.md
	@$(BIN)/python scripts/scale.py --write $(ARGS)

bench: setup ## Time 500 articles and the page, keep the tables in BENCHMARKS.md
	@$(BIN)/python scripts/paints.py
	@$(BIN)/python scripts/bench.py $(ARGS)

lock: ## Resolve requirements.lock anew from pyproject.toml; ARGS=--upgrade for newer versions
	@"$(PYTHON)" -m venv --clear build/lock
	@build/lock/bin/python -m pip --disable-pip-version-check --quiet install $(UV)
	@build/lock/bin/uv pip compile pyproject.toml --extra dev --output-file requirements.lock --quiet $(ARGS) \
	  --universal --python-version 3.11 --fork-strategy fewest --only-binary :all: --generate-hashes \
	  --no-annotate --no-emit-index-url --no-emit-find-links --no-config --custom-compile-command "make lock"

clean: ## Remove .venv, caches and what demo and measure wrote
	@rm -rf .venv build dist out .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
