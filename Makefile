# Everything that is done with this house by hand. `make help` tells what there is.
SHELL := /bin/sh
PYTHON ?= python3
export PYTHON
export PYTHONPATH := $(CURDIR)

OUT ?= build/tour
LOCALE ?= nl
SCALE ?= 1.0
THEME ?= light
SIZE ?= 1920x1080

SCREEN_TEXTS := $(wildcard resources/translations/*.ts)
STAFF_TEXTS := $(wildcard kiosk/central/locale/*/LC_MESSAGES/django.po)
SPOKEN := $(SCREEN_TEXTS:.ts=.qm) $(STAFF_TEXTS:.po=.mo)
# Two processes; each takes a file of tests at a time, as what a file starts is started once
SIDE_BY_SIDE := --numprocesses 2 --dist loadfile
HEADLESS := QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software

.PHONY: help run test test-peers test-long tour bench translations openapi wheel requirements clean venv-run venv-test
.NOTPARALLEL:
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

run: venv-run $(SPOKEN) ## the whole house on this computer: central, agent and screen, with a made-up library
	@.venv/bin/python -m kiosk demo

test: venv-test $(SPOKEN) ## all tests that need nothing from elsewhere; no window opens
	@$(HEADLESS) .venv/bin/python -m pytest -m "not peer and not long" $(SIDE_BY_SIDE)

test-peers: venv-test $(SPOKEN) ## the tests with programs of others: a display, a screen reader, PostgreSQL …
	@$(HEADLESS) .venv/bin/python -m pytest -m "peer and not long"

test-long: venv-test $(SPOKEN) ## the tests for nights: many visits, big catalogues, faults
	@$(HEADLESS) .venv/bin/python -m pytest -m "not peer" --timeout 3600

tour: venv-run $(SPOKEN) ## a picture of every screen, looked at for cut texts and the like; OUT= LOCALE= SCALE= THEME= SIZE=
	@$(HEADLESS) .venv/bin/python -m kiosk tour --out $(OUT) --locale $(LOCALE) --scale $(SCALE) --theme $(THEME) --size $(SIZE)

bench: venv-test $(SPOKEN) ## how quickly, how much memory, how much central can do, beside what we aim at
	@.venv/bin/python -m tests.bench.start
	@.venv/bin/python -m tests.bench.central
	@.venv/bin/python -m tests.bench.keystroke --real
	@.venv/bin/python -m tests.bench.keystroke

translations: venv-test ## bring the texts of ui/ into resources/translations/*.ts, and make their .qm
	@packaging/translations
	@$(MAKE) --no-print-directory $(SPOKEN)

openapi: venv-test ## describe anew what kiosks call, in kiosk/central/openapi.json
	@WEGWIJS_SECRET_KEY=only-for-reading-0123456789abcdef DATABASE_URL=sqlite:///never-made.db \
		DJANGO_SETTINGS_MODULE=kiosk.central.settings .venv/bin/python -c 'import django; django.setup(); from kiosk.central import openapi; openapi.FILE.write_text(openapi.text(), encoding="utf-8")'

wheel: venv-test $(SPOKEN) ## dist/wegwijs-….whl
	@.venv/bin/python -m hatchling build --target wheel --directory dist

requirements: ## pin again what pyproject.toml asks for (needs uv)
	@packaging/requirements/pin

clean: ## remove what was made here
	@rm -rf .venv build dist $(SPOKEN)

venv-run:
	@packaging/bootstrap run

venv-test:
	@packaging/bootstrap test

%.qm: %.ts | venv-run
	@.venv/bin/pyside6-lrelease -silent $< -qm $@

%.mo: %.po | venv-run
	@.venv/bin/python -c 'import polib, sys; polib.pofile(sys.argv[1]).save_as_mofile(sys.argv[2])' $< $@
