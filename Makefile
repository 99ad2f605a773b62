# Golden Thread: the commands of the house. `make run` and `make test` are all a newcomer needs.
PYTHON ?= python3.11
BIN := .venv/bin
export PYTHONHASHSEED := 0

.PHONY: install run test check lint types layers documents bench lock clean

install: .venv/installed

.venv/installed: requirements/develop.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/develop.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

test: install
	$(BIN)/python -m pytest -n 2

PLAN := examples/plan/wendshire-joint-forward-plan.md

run: install
	mkdir -p build
	$(BIN)/goldenthread check $(PLAN) -o build/plan-check.html
	$(BIN)/goldenthread check $(PLAN) -o build/plan-check.docx
	$(BIN)/goldenthread check $(PLAN) -o build/plan-check.xlsx
	@echo "The worked example is checked. Open build/plan-check.html; the Word appendix and the workbook lie beside it."
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(BIN)/python -m webbrowser "file://$(CURDIR)/build/plan-check.html" >/dev/null 2>&1 || true; fi

check: lint types layers documents test

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

layers: install
	$(BIN)/lint-imports --no-cache

# What is asked of a plan, as the command prints it: fails if the committed page is not what it says.
REQUIREMENTS := docs/reference/requirements.txt

documents: install
	mkdir -p build
	$(BIN)/goldenthread requirements --as-of 2026-11-24 > build/requirements.txt
	diff -u $(REQUIREMENTS) build/requirements.txt

bench: install
	$(BIN)/python -m bench.coverage.quality
	$(BIN)/python -m bench.speed

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache

UV_LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url

lock: install
	$(UV_LOCK) pyproject.toml -o requirements/product.txt
	$(UV_LOCK) --extra dev pyproject.toml -o requirements/develop.txt
