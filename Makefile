# make demo   installs what is missing, builds, reads seeds/, prints the graph's summary, draws the gallery
# make test   every check and every test
# make        both builds, then the tests

SWIFT_FLAGS = -j 2 --explicit-target-dependency-import-check error
TUPU = .build/release/tupu
DEMO_DB = demo/tupu.db

.PHONY: all build release dependencies demo gallery test format format-check eval clean

all: build test

dependencies:
	@Scripts/install-dependencies

build: dependencies
	swift build $(SWIFT_FLAGS)

release: dependencies
	@echo "Building (release)…"
	@swift build -c release --omit-frame-pointers --product tupu $(SWIFT_FLAGS)

demo: release
	@mkdir -p demo
	@echo "Reading the documents in seeds/ into $(DEMO_DB)"
	@$(TUPU) ingest seeds --db $(DEMO_DB)
	@echo
	@$(TUPU) stats --db $(DEMO_DB)
	@echo
	@Scripts/gallery $(TUPU) $(DEMO_DB)
	@echo
	@echo "Ask it: $(TUPU) show 宿迁市 --db $(DEMO_DB)"

gallery: release
	@mkdir -p demo
	@$(TUPU) ingest seeds --db $(DEMO_DB)
	@Scripts/gallery $(TUPU) $(DEMO_DB)

test: dependencies format-check
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build $(SWIFT_FLAGS)
	@echo "Building a copy of the source tree with one more plug-in, as docs/swift-plugins.md does…"
	TUPU_TREE_TUTORIAL=1 swift test --skip-build $(SWIFT_FLAGS) --filter SwiftTargetTutorialTests

format:
	swift format --in-place --recursive --parallel Sources Plugins Tests Package.swift

format-check:
	@swift format lint --strict --recursive --parallel Sources Plugins Tests Package.swift

eval: release
	@$(TUPU) eval --gold Tests/Golden/dev
	@$(TUPU) eval --gold Tests/Golden/held

clean:
	rm -rf .build demo
