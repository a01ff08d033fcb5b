# Two commands do the main jobs: `make run` and `make test`. They need Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv

.PHONY: run test setup setup-dev check unit browser lock messages gazetteer clean

run: setup  ## read the examples and open the desk
	$(BIN)/jumelage run

test: setup-dev check unit  ## everything that has to hold before a change lands

setup: $(VENV)/.run
setup-dev: $(VENV)/.dev

$(UV):
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Jumelage needs Python 3.11 or newer; set PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check uv

$(VENV)/.run: requirements/run.txt pyproject.toml | $(UV)
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/run.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(UV)
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	touch $@ $(VENV)/.run

check:  ## style, types, and which floor may import which
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

unit:
	$(BIN)/pytest

lock: | $(UV)  ## pin what pyproject.toml asks for
	$(UV) pip compile --quiet pyproject.toml --extra postgres --group dev --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -o requirements/dev.txt
	$(UV) pip compile --quiet pyproject.toml --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -c requirements/dev.txt -o requirements/run.txt

clean:
	rm -rf $(VENV) var
