SWIFT_FLAGS = -j 2 --explicit-target-dependency-import-check error

.PHONY: all build test format format-check
all: build test

build:
	swift build $(SWIFT_FLAGS)

test: format-check
	swift test $(SWIFT_FLAGS)

format:
	swift format --in-place --recursive --parallel Sources Plugins Tests Package.swift

format-check:
	swift format lint --strict --recursive --parallel Sources Plugins Tests Package.swift
