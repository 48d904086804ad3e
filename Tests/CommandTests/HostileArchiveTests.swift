import Foundation
import TestSupport
import Testing

/// `tupu plugin add` of archives that want to do harm: each is refused in a clear sentence, within bounded memory, and leaves
/// nothing behind.
@Suite struct HostileArchiveTests {
  private static let manifest = Array(
    """
    name: Crops
    version: "1"
    produces: [Crop]
    nodes:
      Crop: {caption: {zh: 作物, en: crop}, look: {color: "#ffffff"}}

    """.utf8)
  private static let rules = Array("find: [{node: Crop, pattern: 小麦}]\n".utf8)

  private static let good: [ZipSample.Entry] = [
    ZipSample.Entry("Crops/plugin.yaml", manifest), ZipSample.Entry("Crops/rules.yaml", rules),
  ]
  private static let goodTar =
    TarSample.entry("Crops/plugin.yaml", manifest) + TarSample.entry("Crops/rules.yaml", rules)

  private func zip(_ name: String, _ data: [UInt8] = [1], _ change: (inout ZipSample.Entry) -> Void = { _ in })
    -> [UInt8]
  {
    ZipSample(Self.good + [ZipSample.Entry(name, data).with(change)]).bytes
  }

  /// Adds an archive where no more than 2 GB of addresses can be had.
  private func add(_ bytes: [UInt8], as name: String, with tool: Tool) throws -> Tool.Result {
    try tool.write(Data(bytes), to: name)
    return try tool.run(
      program: URL(fileURLWithPath: "/bin/sh"),
      ["-c", "ulimit -v 2000000 && exec \"$0\" plugin add \"$1\" --into own", Tool.binary.path, name])
  }

  private func expectRefusal(_ bytes: [UInt8], as name: String, _ words: String, _ what: String) throws {
    let tool = try Tool()
    let result = try add(bytes, as: name, with: tool)
    #expect(result.status == 2, "\(what): \(result.output) \(result.messages)")
    #expect(result.messages.contains(words), "\(what): \(result.messages)")
    let left = try FileManager.default.contentsOfDirectory(atPath: tool.folder.path).filter { !$0.hasPrefix(".std") }
    #expect(left == [name], "\(what): nothing is left behind")
  }

  @Test func whatIsAsItShouldBeIsAdded() throws {
    var wide = Self.good
    wide[1].isWide = true
    let samples = [
      ("plain.zip", ZipSample(Self.good).bytes), ("wide.zip", ZipSample(wide).bytes),
      // An archive in an archive is a file like any other.
      ("nested.zip", zip("Crops/inner.zip", ZipSample(Self.good).bytes)),
      ("plain.tar.gz", TarSample.gzip(Self.goodTar + [UInt8](repeating: 0, count: 1024))),
      ("unended.tar.gz", TarSample.gzip(Self.goodTar)),
    ]
    for (name, bytes) in samples {
      let tool = try Tool()
      let result = try add(bytes, as: name, with: tool)
      #expect(result.status == 0, "\(name): \(result.messages)")
      #expect(
        try Data(contentsOf: tool.folder.appendingPathComponent("own/Crops/plugin.yaml")) == Data(Self.manifest),
        "\(name)")
    }
  }

  @Test func bombsAreToldByWhatTheySayAndStoppedWhereTheyLie() throws {
    let zeros = TarSample.zeros(bytes: 10 << 20)
    let unpacked = (10 << 20) * 1032
    try expectRefusal(
      zip("Crops/big", zeros) { ($0.method, $0.size, $0.isWide) = (8, unpacked, true) }, as: "a.zip", "512 MB",
      "zip bomb")
    try expectRefusal(
      zip("Crops/big", zeros) { ($0.method, $0.size) = (8, 1000) }, as: "a.zip", "damaged",
      "zip bomb that calls itself small")
    let many = (0..<40).map { ZipSample.Entry("Crops/\($0)", [0]).with { $0.size = 100 << 20 } }
    try expectRefusal(ZipSample(Self.good + many).bytes, as: "a.zip", "512 MB", "files too large together")
    let header = TarSample.entry("Crops/big", size: unpacked)
    try expectRefusal(TarSample.gzip(Self.goodTar + header, deflated: zeros), as: "a.tar.gz", "512 MB", "tar bomb")
    try expectRefusal(
      TarSample.gzip([], deflated: zeros), as: "a.tar.gz", "plugin.yaml", "zeros are the end of an archive")
  }

  @Test func manyEntriesAreTooMany() throws {
    let names = (0..<20_000).map { ZipSample.Entry("Crops/\($0)", []) }
    try expectRefusal(ZipSample(Self.good + names).bytes, as: "a.zip", "512 MB", "many files in a zip")
    let tar = (0..<11_000).flatMap { TarSample.entry("Crops/\($0)") }
    try expectRefusal(TarSample.gzip(Self.goodTar + tar), as: "a.tar.gz", "512 MB", "many files in a tar")
  }

  @Test func directoriesThatContradictThemselvesAreDamaged() throws {
    try expectRefusal(zip("Crops/a") { $0.offset = 0 }, as: "a.zip", "damaged", "two files share their bytes")
    // The second file's header stands inside the first file's data.
    let inner = Array(ZipSample([ZipSample.Entry("Crops/b", [7])]).bytes.prefix(38))
    let first = ZipSample.Entry("Crops/a", inner)
    let start = Self.good.reduce(0) { $0 + 30 + $1.name.utf8.count + $1.data.count } + 30 + first.name.utf8.count
    try expectRefusal(
      ZipSample(Self.good + [first, ZipSample.Entry("Crops/b", [7]).with { $0.offset = start }]).bytes, as: "a.zip",
      "damaged", "one file inside another")
    try expectRefusal(zip("Crops/a") { $0.localName = "../../a" }, as: "a.zip", "damaged", "another name by the data")
    try expectRefusal(zip("Crops/a") { $0.size = 5 }, as: "a.zip", "damaged", "a wrong size")
    try expectRefusal(zip("Crops/a") { $0.checkError = 1 }, as: "a.zip", "damaged", "a wrong checksum")
    var counted = ZipSample(Self.good)
    counted.count = 1
    try expectRefusal(counted.bytes, as: "a.zip", "damaged", "too small a count")
    counted.count = 3
    try expectRefusal(counted.bytes, as: "a.zip", "damaged", "too large a count")
    try expectRefusal(
      zip("Crops/a") { ($0.isWide, $0.size) = (true, 1 << 60) }, as: "a.zip", "512 MB", "huge zip64 size")
  }

  @Test func archivesThatEndEarlyAreDamaged() throws {
    let whole = ZipSample(Self.good).bytes
    for cut in stride(from: 4, to: whole.count, by: 37) {
      try expectRefusal(Array(whole.prefix(cut)), as: "a.zip", "damaged", "zip cut at \(cut)")
    }
    let tar = TarSample.gzip(Self.goodTar)
    for cut in [12, 600, 1100, tar.count - 9] {
      try expectRefusal(Array(tar.prefix(cut)), as: "a.tar.gz", "damaged", "tar cut at \(cut)")
    }
    try expectRefusal(
      TarSample.gzip(Array(Self.goodTar.prefix(560))), as: "a.tar.gz", "damaged", "tar cut inside a file")
  }

  @Test(arguments: ["../up", "/abs", "Crops/../../up", "Crops\\..\\up", "Crops/\u{1}", "Crops/\u{7F}x"])
  func pathsThatLeadOutAreRefused(_ name: String) throws {
    try expectRefusal(zip(name), as: "a.zip", "path", "zip: \(name)")
    try expectRefusal(TarSample.gzip(Self.goodTar + TarSample.entry(name, [1])), as: "a.tar.gz", "path", "tar: \(name)")
  }

  @Test func whatIsNoPlainFileIsRefused() throws {
    for mode in [0o120777, 0o020666, 0o010666, 0o140777] {
      try expectRefusal(zip("Crops/a") { $0.mode = mode }, as: "a.zip", "Crops/a", "zip: mode \(mode)")
    }
    for kind in "123467" {
      try expectRefusal(
        TarSample.gzip(Self.goodTar + TarSample.entry("Crops/a", kind: kind)), as: "a.tar.gz", "Crops/a", "tar: \(kind)"
      )
    }
    try expectRefusal(zip("Crops/a") { $0.flags = 1 }, as: "a.zip", "encrypted", "an encrypted file")
    try expectRefusal(zip("Crops/a") { $0.method = 12 }, as: "a.zip", "Crops/a", "another method")
  }

  @Test func namesThatClashAreRefused() throws {
    try expectRefusal(zip("Crops/Plugin.YAML"), as: "a.zip", "Plugin.YAML", "names that differ by case")
    try expectRefusal(zip("Crops/rules.yaml"), as: "a.zip", "rules.yaml", "a name twice")
    try expectRefusal(zip("Crops/rules.yaml/x"), as: "a.zip", "rules.yaml", "a file that is also a folder")
    let long = TarSample.entry("././@LongLink", Array("Crops/../../up\u{0}".utf8), kind: "L")
    try expectRefusal(
      TarSample.gzip(Self.goodTar + long + TarSample.entry("Crops/a", [1])), as: "a.tar.gz", "path", "a long name")
    let pax = TarSample.entry("pax", Array("20 path=/tmp/outside\n".utf8), kind: "x")
    try expectRefusal(
      TarSample.gzip(Self.goodTar + pax + TarSample.entry("Crops/a", [1])), as: "a.tar.gz", "path", "a pax path")
  }
}
