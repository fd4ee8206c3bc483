# What can be made; `make` alone lists it.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
# `check` ends with the tests, whose last lines say how it went.
.NOTPARALLEL:

SWIFT ?= swift
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 60
FUZZ_INVOCATIONS ?= 4000

# Fully static on Linux, where it then starts in a millisecond and runs on any distribution.
# Types are asked for by a call rather than by a name that the runtime would have to take apart
# first, which is a tenth of a small check.
release := -c release --product tfguard
release += -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
ifeq ($(shell uname -s),Linux)
release += -Xswiftc -static-executable -Xcc -DCGUARD_IS_STATIC
# What a small check executes lies together, so that the kernel has less of the binary to map; where
# there is another linker the order is left as it comes. Sections that are gone are passed over.
ifneq ($(shell command -v ld.gold),)
release += -Xswiftc -use-ld=gold -Xswiftc -Xfrontend -Xswiftc -function-sections
ordered := -Xlinker --section-ordering-file=Sources/tfguard/link-order.txt
endif
endif

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

.PHONY: demo
demo: build ## see a destroy stopped, in a temporary folder, in under a minute
	.build/release/tfguard demo

.PHONY: build
build: ## build the release binary, .build/release/tfguard
	$(SWIFT) build $(release) $(ordered)

.PHONY: test
test: ## run the tests against the debug build
	$(SWIFT) test 2>&1 | awk -f .ci/failures.awk

.PHONY: check
check: lint check-unsafe test build check-engine test-release ## do what CI does: lint, then test debug and release builds

.PHONY: lint
lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

.PHONY: check-unsafe
check-unsafe:
	@find Sources -name '*.swift' -print0 | sort -z | xargs -0 awk -f .ci/unsafe.awk

# One call of the standard library's search for text in text brings its regular expressions into the
# binary, and one of its clocks the concurrency library and libdispatch: every start would pay them.
.PHONY: check-engine
check-engine: build
	@symbols=$$(nm .build/release/tfguard); \
	if [[ $$symbols == *17_StringProcessing* ]]; then \
	    echo "Swift's regular expressions are linked: write holds(_:) for contains(_:) of a text." >&2; \
	    exit 1; \
	fi; \
	if [[ $$symbols == *_swift_installCrashHandler* || $$symbols == *findLibPrespecialized* ]]; then \
	    echo "The parts of Swift's runtime are linked that Sources/CGuard/runtime.c keeps out." >&2; \
	    exit 1; \
	fi; \
	if [[ $$symbols == *12_Concurrency* || $$symbols == *libdispatch_init* ]]; then \
	    echo "Swift's concurrency library is linked: use GuardSystem's clocks and threads." >&2; \
	    exit 1; \
	fi

# The tests are built apart, because their flags would replace the static binary with another one;
# what they run is the binary that ships.
.PHONY: test-release
test-release: build
	TFGUARD_BINARY="$$PWD/.build/release/tfguard" \
	    $(SWIFT) test -c release --scratch-path .build/test-release 2>&1 | awk -f .ci/failures.awk

.PHONY: format
format: ## format the sources as the lint wants them
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

# What a fuzzer finds goes to .build/fuzz; the corpora of the repository are only read. Swift's own
# report of a crash would come before the fuzzer has written down what led to it.
.PHONY: fuzz
fuzz: fuzz-invocations fuzz-faults ## run each fuzzer for FUZZ_SECONDS (60), 4000 made-up invocations, every fault
	TFGUARD_FUZZ=1 $(SWIFT) build -c release --sanitize fuzzer --scratch-path .build/fuzz
	@found=0; \
	for fuzzer in .build/fuzz/release/*; do \
	    name=$${fuzzer##*/}; \
	    [[ $${name,,} == *fuzz* && $$name != *.* && -f $$fuzzer && -x $$fuzzer ]] || continue; \
	    found=1; \
	    mkdir -p ".build/fuzz/corpus/$$name"; \
	    seeds=(); [[ ! -d Tests/Fuzz/Corpus/$$name ]] || seeds=("Tests/Fuzz/Corpus/$$name"); \
	    echo "$$name, for $(FUZZ_SECONDS) seconds"; \
	    SWIFT_BACKTRACE=enable=no "$$fuzzer" -max_total_time=$(FUZZ_SECONDS) -artifact_prefix=".build/fuzz/$$name-" \
	        -print_final_stats=1 ".build/fuzz/corpus/$$name" $${seeds[@]+"$${seeds[@]}"}; \
	done; \
	(( found )) || { echo "no fuzzer was built" >&2; exit 1; }

# Each through the bare terraform and through the release binary.
.PHONY: fuzz-invocations
fuzz-invocations: build
	TFGUARD_DIFFERENTIAL=$(FUZZ_INVOCATIONS) TFGUARD_BINARY="$$PWD/.build/release/tfguard" \
	    $(SWIFT) test --scratch-path .build/test-fuzz --filter DifferentialInvocationTests

# An error and a kill at every system call of a guarded apply, on the release binary.
.PHONY: fuzz-faults
fuzz-faults: build
	TFGUARD_FAULTS=all TFGUARD_BINARY="$$PWD/.build/release/tfguard" \
	    $(SWIFT) test --scratch-path .build/test-fuzz \
	    --filter 'FaultInjectionTests|KilledRunTests'

.PHONY: bench
bench: build ## measure, beside terraform, jq and sha256sum
	TFGUARD_BENCH=1 $(SWIFT) run -c release --scratch-path .build/bench tfguard-bench

# Wanted again when much has been added to what a check executes; needs valgrind.
.PHONY: link-order
link-order:
	$(SWIFT) build $(release) --scratch-path .build/link-order -Xlinker -Map=.build/link-order/tfguard.map
	objcopy --strip-debug .build/link-order/release/tfguard .build/link-order/tfguard
	.ci/link-order.py .build/link-order/tfguard .build/link-order/tfguard.map > .build/link-order/order.txt
	mv .build/link-order/order.txt Sources/tfguard/link-order.txt
	rm -f .build/release/tfguard

.PHONY: install
install: build ## install into PREFIX (/usr/local): the binary and its man page
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m 755 .build/release/tfguard "$(DESTDIR)$(PREFIX)/bin/tfguard"
	install -m 644 Sources/tfguard/tfguard.1 "$(DESTDIR)$(PREFIX)/share/man/man1/tfguard.1"

.PHONY: clean
clean: ## remove everything that was built
	rm -rf .build
