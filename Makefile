# Every target sets up what it needs: `make site` and `make test` work from a fresh clone.

# Compiled with its defaults, as pyenv does, Python takes a seventh longer than one that was compiled with a profile: where python3 is not such
# a one the system's own is taken, if it is new enough and can make an environment.
WITH_A_PROFILE = python3 -c 'import sysconfig; exit("--enable-optimizations" not in sysconfig.get_config_var("CONFIG_ARGS"))'
SYSTEMS_OWN = /usr/bin/python3
IS_FIT = $(SYSTEMS_OWN) -c 'import ensurepip, sys; exit(sys.version_info < (3, 11))'
PYTHON ?= $(shell if ! $(WITH_A_PROFILE) && $(IS_FIT); then echo $(SYSTEMS_OWN); else echo python3; fi 2>/dev/null)
BIN := .venv/bin
READY := .venv/.ready
STATE = $(shell cat constraints.txt pyproject.toml | cksum)
AT := $(if $(BASE_URL),--base-url "$(BASE_URL)") # make site BASE_URL=https://example.org/directory/

# Tests start the program a thousand times: where compiled modules may not be kept, each would compile all of it again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup environment site serve test fuzz check docs bless licences constraints html lighthouse pictures labels icons clean

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 20

setup: $(READY) ## set up the environment in .venv/, which every other target does by itself

site: $(READY) ## build the directory into site/
	@$(BIN)/signpost build $(AT)
	@echo "Look at it with: make serve (or put the folder site/ on any web server)"

serve: $(READY) ## build, preview at http://localhost:8000/, reload what changes
	@$(BIN)/signpost serve $(AT)

# Tests marked `apart` (in browsers, of workflows, of attacks, of a thousand listings) tell coverage nothing that others do not, and
# measuring it would make them take half as long again. Each worker begins with a half of them and steals when it is done.
test: $(READY) ## run every test, browser tests too
	@$(BIN)/python -m tests.browser.provide
	@$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal -m "not apart" --cov --cov-report=term; others=$$?; \
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal -m apart && exit $$others

# Atheris is 60 MB and made for Linux alone: it is fetched here and nowhere else. MINUTES is for each of ten readers.
MINUTES ?= 1
fuzz: $(READY) ## send whatever comes to mind to all that reads files, for MINUTES each, guided by what that reaches (Linux)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "atheris==3.0.0"
	@for each in $$($(BIN)/python -c "from tests.intakes import INTAKES; print(*INTAKES)"); do \
		$(BIN)/python -m tests.fuzzing $$each -max_total_time=$$(($(MINUTES) * 60)) -print_final_stats=1 || exit 1; done

check: $(READY) ## check the content, the code's style and types, and that made documentation is current
	@$(BIN)/signpost check
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/signpost export --check || (echo "These are behind the declarations or the rules: make docs"; exit 1)

docs: $(READY) ## write what is made from the declarations and the rules: docs/fields.md, docs/rules.md, content/.schema/, issue forms
	@$(BIN)/signpost export

bless: $(READY) ## rewrite the tests' golden files; read the difference before you commit it
	@$(BIN)/python -m pytest -q --bless tests/test_cases.py tests/test_miniature.py

licences: $(READY) ## write docs/licences.md, after constraints.txt has changed
	@$(BIN)/python -m tests.licences

constraints: $(READY) ## raise the exact versions in constraints.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra dev --upgrade --custom-compile-command "make constraints" pyproject.toml --output-file constraints.txt

# The checker does not know yet that the HTML Standard lets <link rel="expect"> block rendering.
html: site ## check the built site with the Nu HTML checker (needs Java and npm)
	@npm install --silent --no-audit --no-fund --prefix .venv/npm vnu-jar
	@java -Xss8m -jar .venv/npm/node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html --format gnu --filterpattern '.*“blocking” attribute.*' site && echo "Every page is sound HTML"

lighthouse: site ## print Lighthouse's scores of the built site (needs npm and Chromium)
	@npm install --silent --no-audit --no-fund --prefix .venv/npm lighthouse@13
	@$(BIN)/python -m benchmarks.lighthouse

pictures: $(READY) ## take the pictures of the site that the documentation shows
	@$(BIN)/python -m tests.browser.provide
	@$(BIN)/signpost build --today 2026-11-22
	@$(BIN)/python -m tests.browser.pictures

labels: $(READY) ## create the labels of .github/labels.yml in the repository on GitHub, or mend them (needs gh)
	@$(BIN)/python -c 'import yaml; print(*("\t".join(map(each.get, ("name", "color", "description"))) for each in yaml.safe_load(open(".github/labels.yml"))), sep="\n")' \
		| while IFS="$$(printf '\t')" read -r name color description; do gh label create "$$name" --color "$$color" --description "$$description" --force; done

icons: $(READY) ## make the pictures of an installed site, and those that other sites show with a link, from the theme
	@$(BIN)/python -m tests.browser.provide
	@$(BIN)/python -m tests.browser.icons
	@$(BIN)/python -m tests.browser.social

clean: ## remove what was made
	rm -rf .venv site .signpost .pytest_cache .mypy_cache .ruff_cache .coverage signpost.egg-info

# An environment that was brought here, as from a cache, is older than the files it was made from: what they say decides.
$(READY): constraints.txt pyproject.toml
	@if [ "$$(cat $@ 2>/dev/null)" = "$(STATE)" ]; then touch $@; else $(MAKE) --no-print-directory environment && echo "$(STATE)" > $@; fi

# --clear heals a half-made environment. uv takes a quarter of pip's time; where pip is told of other sources, uv may find less, and pip goes on.
# The project itself goes in last, without its dependencies: those have hashes.
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
UV = $(BIN)/uv pip install --quiet --python $(BIN)/python --link-mode=copy
ALL = --require-hashes -r constraints.txt
OWN = --no-deps --no-build-isolation --config-settings editable_mode=compat -e .
environment:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || (echo "Signpost needs Python 3.11 or newer: make PYTHON=python3.12 ..."; exit 1)
	@echo "Setting up .venv with $(PYTHON) (once; under a minute) ..."
	@$(PYTHON) -m venv --clear .venv || (echo "Python cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv"; exit 1)
	@sed -n '/^uv==/,/[^\\]$$/p' constraints.txt > .venv/uv.txt && $(PIP) --require-hashes -r .venv/uv.txt
	@($(UV) --compile-bytecode $(ALL) && $(UV) $(OWN)) 2> .venv/uv.log || ($(PIP) $(ALL) && $(PIP) $(OWN))
