# make demo   set up, grade the sample class, verify the banks against Keras
# make test   everything that is checked before a change lands
# make quick  the same without the slow tests, for the daily loop
# make book   the textbook of docs/book, with live exercises
# make parity the references against Keras on JAX and PyTorch, on a GPU where there is one

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
HOME_OF_TESTS := build/tests
JUPYTER_BOOK := $(abspath .venv-jupyter-book)
PARITY := $(abspath .venv-parity)

.PHONY: demo test quick book lint types wheel installed parts jupyter-book parity clean

demo: installed
	@rm -rf demo
	$(BIN)/convgrade grade tests/sample_class/submissions --out demo
	$(BIN)/convgrade bank verify

test: lint installed types parts jupyter-book tests-of-wheel tests-of-devices tests-of-layout

quick: lint installed types
	$(call run-tests,-m "not slow and not keras")

# Look at it with a server: a page cannot start Python from a file.
book: parts
	$(BIN)/python -m sphinx -W --keep-going -q docs/book build/book
	@echo "The book: $(BIN)/python -m http.server --directory build/book"

# The same against JAX and PyTorch, in a Python of their own; on a GPU where they see one. Figures go to build/parity/figures.
parity: wheel
	@test -e $(PARITY)/.ready || { $(PYTHON) -m venv $(PARITY) \
	  && $(PARITY)/bin/pip install --quiet --disable-pip-version-check "jax>=0.4.30" "torch>=2.4,<2.14" keras==3.15.1 pytest scipy $$(ls dist/*.whl) \
	  && touch $(PARITY)/.ready; }
	@$(PARITY)/bin/pip install --quiet --disable-pip-version-check --no-deps --force-reinstall dist/*.whl
	@rm -rf build/parity && mkdir -p build/parity && cp -r tests pyproject.toml build/parity
	@for backend in jax torch; do (cd build/parity && KERAS_BACKEND=$$backend CONVGRADE_PARITY=figures \
	  $(PARITY)/bin/python -P -m pytest tests/gpu tests/test_parity.py tests/test_bounds.py) || exit 1; done

# Tools and dependencies, once; later runs need no network.
$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "convgrade needs Python 3.11 or later: make PYTHON=python3.12 ..."; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check "setuptools>=77" wheel
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation ".[keras,cluster,test]"
	@touch $@

# The wheel, built from what is here and nothing left over, and installed in place of the last one.
wheel: $(VENV)/.ready
	@rm -rf build dist
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist . > /dev/null

installed: wheel
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --force-reinstall dist/*.whl

# What pages need from others, once, into the user's cache. Without a network it stays away, and the tests of pages say that they did not run.
parts: installed
	@$(BIN)/convgrade book vendor || echo "The page will NOT be tested."

# Jupyter Book 1 wants an older Sphinx, so it has a Python of its own. Where there is none, its test says that it did not run.
jupyter-book: wheel
	@test -e $(JUPYTER_BOOK)/.ready || { rm -rf $(JUPYTER_BOOK) && $(PYTHON) -m venv $(JUPYTER_BOOK) \
	  && $(JUPYTER_BOOK)/bin/pip install --quiet --disable-pip-version-check "jupyter-book>=1,<2" sphinx-exercise $$(ls dist/*.whl)[book] \
	  && touch $(JUPYTER_BOOK)/.ready; } || echo "Jupyter Book 1 will NOT be tried."
	@test ! -e $(JUPYTER_BOOK)/.ready || $(JUPYTER_BOOK)/bin/pip install --quiet --disable-pip-version-check --no-deps --force-reinstall dist/*.whl

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: installed
	cd $(VENV) && bin/mypy --config-file ../pyproject.toml -p convgrade

# Tests run in a folder of their own, where graders/, exercises/ and reference/ are not: what is tested is the wheel.
define run-tests
	@rm -rf $(HOME_OF_TESTS) && mkdir -p $(HOME_OF_TESTS)
	@cp -r tests docs pyproject.toml $(HOME_OF_TESTS)
	cd $(HOME_OF_TESTS) && CONVGRADE_JUPYTER_BOOK=$$(ls $(JUPYTER_BOOK)/bin/python 2>/dev/null) ../../$(BIN)/python -P -m pytest -n 3 --dist worksteal --durations 15 --ignore tests/layout --ignore tests/gpu $(1)
endef

.PHONY: tests-of-wheel tests-of-devices tests-of-layout
tests-of-wheel: installed
	$(call run-tests)

# The laws of convolution and pooling on the CPU, and on a GPU where one is seen.
tests-of-devices: tests-of-wheel
	cd $(HOME_OF_TESTS) && ../../$(BIN)/python -P -m pytest tests/gpu

tests-of-layout: installed
	$(BIN)/python -P -m pytest tests/layout

clean:
	rm -rf build dist demo $(VENV) $(JUPYTER_BOOK) $(PARITY)
