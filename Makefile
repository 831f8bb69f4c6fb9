# The only place where commands are written down. `make site` and `make test` do it all on a fresh machine.

SHELL := /bin/sh
PROGRAM := .build/release/daybrief
EMBEDDED := Sources/CEmbedded/embedded.c

.PHONY: all site test test-browser test-spark check setup build embed golden quality bench bench-peers test-bench lint crash \
  soak fuzz dist try-dist install clean

all: site

## setup: install missing system libraries; does nothing when all is there
setup:
	@sh Scripts/setup.sh

## build: the release program
build: setup embed
	swift build -c release --product daybrief

## site: write site/ from seeds/, as daybrief.yml says
## (the sample site is made from its sources alone, so that every checkout gives the same bytes)
site: build
	rm -rf .daybrief
	$(PROGRAM) build

## test: all tests; the runner's closing line comes last
test: setup embed
	swift build -c release --product daybrief
	swift test

## test-browser: the site in Chromium, by the Nu checker and by the rules of feeds; installs what that needs below .build
BROWSER := .build/browser
test-browser: build $(BROWSER)/installed
	@sh Scripts/setup.sh browser
	$(BROWSER)/venv/bin/python -B -m unittest discover -s Tests/Browser -t Tests/Browser

$(BROWSER)/installed: Tests/Browser/requirements.txt
	@sh Scripts/setup.sh browser
	rm -rf $(BROWSER)/venv
	python3 -m venv $(BROWSER)/venv
	$(BROWSER)/venv/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	touch $@

## test-spark: extraction on a cluster of Spark on this machine, of which a worker is killed; installs what that needs below .build
SPARK := .build/spark
test-spark: dist $(SPARK)/installed
	@sh Scripts/setup.sh spark
	$(SPARK)/venv/bin/python -B -W ignore::ResourceWarning -m unittest discover -v -s Tests/Spark -t Tests/Spark

$(SPARK)/installed: deploy/spark/requirements.txt
	@sh Scripts/setup.sh spark
	rm -rf $(SPARK)/venv
	python3 -m venv $(SPARK)/venv
	$(SPARK)/venv/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	touch $@

## golden: rewrite site/ and the golden pages; read the diff before committing
golden: build
	rm -rf .daybrief
	$(PROGRAM) build
	git --no-pager diff --stat -- site

## quality: scores on the labelled sets, where they are at hand
quality: build
	@sh Scripts/quality.sh $(PROGRAM)

## bench: measure ours and its peers side by side and write BENCHMARKS.md; SIZE=quick (3 minutes) or full, WORLD=1 for 500,000
## articles, CORPUS=make_corpus.py where it does not stand beside the checkout, ONLY=clustering for some of it
BENCH := .build/bench
SIZE ?= quick
CORPUS ?= ../shared/bench/make_corpus.py
BENCHMARKS := $(BENCH)/build/debug/benchmarks
bench: build test-bench
	$(BENCHMARKS) --program $(PROGRAM) --corpus "$(CORPUS)" --size $(SIZE) $(if $(WORLD),--world) \
		$(foreach name,$(ONLY),--only $(name)) --work $(BENCH) --package Benchmarks --output BENCHMARKS.md

## bench-peers: Hugo from Debian, and what people use in Python from PyPI, below .build
bench-peers:
	@sh Scripts/setup.sh bench
	rm -rf $(BENCH)/venv
	python3 -m venv $(BENCH)/venv
	$(BENCH)/venv/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r Benchmarks/peers/requirements.txt

## test-bench: the tests of what measures
test-bench:
	swift test --package-path Benchmarks --scratch-path $(BENCH)/build

## soak: a thousand mornings; says how time, memory and the archive grow
soak: build
	sh Scripts/soak.sh $(PROGRAM)

## crash: kill a build at 200 points in each mode of publication, and look at the site
crash: build
	sh Scripts/crash.sh $(PROGRAM)

## fuzz: libFuzzer on the readers of pages, feeds, front matter and encodings; SECONDS for each
SECONDS ?= 600
fuzz: embed
	sh Scripts/fuzz.sh $(SECONDS)

## dist: a folder and an archive that run on the same release of the system without Swift
dist: build
	sh Scripts/dist.sh $(PROGRAM)

## try-dist: run what make dist made in a bare folder of the system: make try-dist BARE=/somewhere (root, debootstrap)
try-dist:
	sh Scripts/try-dist.sh "$(BARE)"

## install: copy the program, its libraries and completions to PREFIX; needs no root for a folder of yours
PREFIX ?= $(HOME)/.local
install: dist
	sh dist/daybrief-$$($(PROGRAM) --version)-$$(uname -m)/install.sh "$(PREFIX)"

## lint: one format for all Swift
lint:
	swift format lint --strict --recursive Sources Tests Benchmarks Package.swift

## check: what a reviewer would run
check: setup lint embed
	git diff --exit-code -- $(EMBEDDED)
	swift build -c release --product daybrief -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error
	rm -rf .daybrief
	$(PROGRAM) build
	git diff --exit-code -- site
	test -z "$$(git status --porcelain -- site)"
	$(PROGRAM) check site
	swift test

## embed: list language data and templates for the program; writes only when a file came or went
embed:
	sh Scripts/embed.sh

clean:
	rm -rf .build .daybrief
