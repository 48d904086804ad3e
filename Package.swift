// swift-tools-version: 6.1
import PackageDescription

/// Build settings of every Swift target of the house.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The plug-ins in Swift: each a folder in `Plugins/` with a Swift target that imports `Extraction` (and through it the
/// court) and the C target `Tables/` that embeds the folder's data files into the binary.
let plugins = [
  "Regions", "People", "Organizations", "Enterprises", "Zones", "Programs", "Projects", "Meetings", "Documents",
]

/// The rooms: siblings that never import each other.
let rooms = ["GraphStore", "Cypher", "Extraction", "Resolution", "Rendering"]

/// A released program brings Swift's runtime and the essential part of Foundation along instead of loading them: it starts
/// twice as fast and runs where no Swift is installed. The libraries are those that the dynamic modules, which the
/// dependencies are compiled against, do not name. Nothing may import the whole of Foundation: its tables cost each start 1 ms.
/// Nor does the program lend its symbols to others, or 7,000 of them would be looked through for each that it takes itself.
let standalone: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib"]
      + ["_FoundationCShims", "_FoundationCollections", "swiftSynchronization"].map { "-l\($0)" }
      + ["-Xlinker", "--no-export-dynamic"],
    .when(platforms: [.linux], configuration: .release))
]

func plain(_ names: [String]) -> [Target.Dependency] { names.map { .byName(name: $0) } }

func room(_ name: String, ground: [Target.Dependency] = [], linking: [LinkerSetting] = []) -> Target {
  .target(name: name, dependencies: plain(["GraphModel"]) + ground, swiftSettings: house, linkerSettings: linking)
}

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

func tests(
  _ name: String, _ dependencies: [String], products: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: plain(dependencies) + products, exclude: exclude, swiftSettings: house)
}

/// Data files of plug-ins that their `Tables/` target embeds; rules that it embeds, and folders of scripts that make tables.
let tables = [
  "Regions": ["SOURCES.md", "divisions.tsv", "forms.tsv", "towns.tsv", "words.txt"],
  "People": ["SOURCES.md", "people.txt", "surnames.tsv", "given.tsv"],
  "Organizations": ["SOURCES.md", "organizations.txt"],
  "Enterprises": ["SOURCES.md", "enterprises.txt"],
  "Zones": ["SOURCES.md", "zones.txt"],
  "Documents": ["SOURCES.md", "words.txt"],
]
let aside = [
  "Regions": ["Scripts"], "People": ["Scripts"], "Zones": ["rules.yaml"], "Programs": ["rules.yaml"],
  "Projects": ["rules.yaml"],
]

let pluginTargets = plugins.flatMap { name -> [Target] in
  [
    .target(name: "\(name)Tables", path: "Plugins/\(name)/Tables", exclude: tables[name] ?? []),
    .target(
      name: name, dependencies: plain(["Extraction", "GraphModel", "\(name)Tables"]), path: "Plugins/\(name)",
      exclude: ["Tables", "Examples", "plugin.yaml"] + (aside[name] ?? []), swiftSettings: house),
  ]
}

let package = Package(
  name: "Tupu",
  products: [
    .executable(name: "tupu", targets: ["tupu"]),
    .executable(name: "tupu-bench", targets: ["tupu-bench"]),
    .library(name: "TupuKit", targets: ["TupuKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Court and ground.
    .target(name: "FoldingTables", exclude: ["folding.txt"]),
    .target(name: "CDigest"),
    .target(name: "GraphModel", dependencies: plain(["CDigest", "FoldingTables"]), swiftSettings: house),
    .target(name: "LexiconTables", exclude: ["words.txt", "naming.txt", "SOURCES.md"]),
    .target(name: "CalibrationTables", exclude: ["confidence.tsv", "SOURCES.md"]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CProcess"),
    .target(name: "CEditline"),
    .target(name: "PluginTemplates", exclude: ["example.txt", "python", "rules", "swift", "swiftprocess"]),
    .target(name: "CGraphviz"),
    // Rooms.
    room("GraphStore", ground: ["CSQLite"]),
    room("Cypher"),
    // The program brings the reader of YAML along: one library fewer to look for at each start.
    room(
      "Extraction", ground: ["CProcess", "CYAML", "CalibrationTables", "LexiconTables"],
      linking: [.linkedLibrary(":libyaml.a")]),
    room("Resolution"),
    room("Rendering", ground: ["CGraphviz", "CProcess"]),
    // Hall and doors.
    .target(name: "PackTables"),
    .target(
      name: "TupuKit", dependencies: plain(["GraphModel", "CZlib", "PackTables", "PluginTemplates"] + rooms + plugins),
      swiftSettings: house),
    .executableTarget(
      name: "tupu",
      dependencies: plain(["GraphModel", "TupuKit", "CEditline"]) + [argumentParser],
      swiftSettings: house, linkerSettings: standalone),
    .executableTarget(
      name: "tupu-bench",
      dependencies: plain(["GraphModel", "TupuKit"]) + [argumentParser],
      swiftSettings: house, linkerSettings: standalone),
    // Tests.
    .target(name: "TestSupport", dependencies: plain(["GraphModel"]), path: "Tests/Support", swiftSettings: house),
    tests("GraphModelTests", ["GraphModel", "TestSupport"]),
    tests("GraphStoreTests", ["GraphStore", "GraphModel", "TestSupport"]),
    tests("CypherTests", ["Cypher", "GraphModel", "TestSupport"], exclude: ["tck-exceptions.txt", "plans.txt"]),
    tests("ExtractionTests", ["Extraction", "GraphModel", "TestSupport"]),
    tests("ResolutionTests", ["Resolution", "GraphModel", "TestSupport"]),
    tests("RenderingTests", ["Rendering", "GraphModel", "TestSupport"]),
    // The template of a plug-in in Swift is compiled and tested like one.
    .target(name: "PhonesTables", path: "Sources/PluginTemplates/swift/Tables"),
    .target(
      name: "Phones", dependencies: plain(["Extraction", "GraphModel", "PhonesTables"]),
      path: "Sources/PluginTemplates/swift", exclude: ["Tables", "plugin.yaml"], swiftSettings: house),
    tests("PluginTests", plugins + ["Extraction", "Phones", "GraphModel", "TestSupport"]),
    tests(
      "TupuKitTests", ["TupuKit", "Extraction", "GraphStore", "GraphModel", "TestSupport"],
      exclude: ["packed-plans.txt"]),
    tests(
      "CommandTests", ["tupu", "tupu-bench", "TupuKit", "GraphModel", "TestSupport"], products: [argumentParser]),
    tests("HouseTests", ["TestSupport"]),
  ] + pluginTargets,
  // Tables are embedded with #embed.
  cLanguageStandard: .gnu2x
)
