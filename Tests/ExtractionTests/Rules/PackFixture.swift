import Extraction
import GraphModel
import TestSupport

/// A rule pack in a folder of its own, and what it finds in texts.
struct PackFixture {
  let folder: TemporaryFolder
  let path: String

  static let manifest = """
    name: Crops
    version: "1"
    requires: [Region]
    produces: [Crop]
    nodes:
      Crop:
        caption: {zh: 作物, en: crop}
        look: {color: "#ffffff"}
        properties:
          area: {kind: float, caption: {zh: 面积, en: area}}
          unit: {kind: string, caption: {zh: 单位, en: unit}}
          year: {kind: integer, caption: {zh: 年份, en: year}}
          code: {kind: string, caption: {zh: 代码, en: code}}
    edges:
      GROWS:
        caption: {zh: 种植, en: grows}
        look: {color: "#000000"}
        from: [Region]
        to: [Crop]
        properties:
          share: {kind: float, caption: {zh: 占比, en: share}}
          when: {kind: date, caption: {zh: 时间, en: when}}
          stage: {kind: string, caption: {zh: 阶段, en: stage}}
    """

  init(_ rules: String, manifest: String = manifest, files: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    path = folder.file("Crops")
    try folder.write("Crops/plugin.yaml", manifest)
    try folder.write("Crops/rules.yaml", rules)
    for (name, text) in files { try folder.write("Crops/\(name)", text) }
  }

  func pack(cache: WordListCache = WordListCache(folder: nil)) throws -> RulePack {
    let folder = try PluginFolder(path: path)
    return try RulePack(try PluginLoader.manifest(of: folder), in: folder, cache: cache)
  }

  /// What is wrong with the pack: `file:line:column fault`.
  func problems() throws -> [RuleProblem] {
    do {
      return try pack().warnings
    } catch let error as RulePackError {
      return error.problems
    }
  }

  /// A document in which some words are mentions of a label; the first region is its home.
  static func context(_ text: String, regions: [String] = []) throws -> ExtractionContext {
    let context = ExtractionContext(
      document: try DocumentReader().document(
        from: Source(name: "a.txt", origin: "-", mediaType: .text, bytes: Array(text.utf8))))
    for region in regions {
      let entity = context.addEntity("Region", name: region, rule: "test")
      if context.deixis.home == nil { context.deixis.home = entity }
      let word = Array(region.unicodeScalars)
      for start in 0..<max(1, context.folded.count - word.count + 1) {
        let span = Span(start, min(start + word.count, context.folded.count))
        if context.folded[span].elementsEqual(word) { context.addMention(of: entity, at: span, rule: "test") }
      }
    }
    return context
  }

  /// What the pack adds to a text: `Crop 小麦 [小麦] area=3.0`, `某县 GROWS 小麦 share=0.5`.
  func findings(_ text: String, regions: [String] = []) throws -> [String] {
    let context = try Self.context(text, regions: regions)
    try context.run(try pack())
    let found = context.findings()
    func shown(_ properties: [String: PropertyValue]) -> String {
      properties.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value.text ?? JSONValue($0.value).line)" }.joined()
    }
    let entities = found.entities.filter { $0.type == "Crop" }.map { entity in
      let quotes = entity.mentions.map { context.document.source.string($0) }.joined(separator: ",")
      return "\(entity.name) [\(quotes)]" + shown(entity.properties)
    }
    let relations = found.relations.map { relation in
      "\(found.entities[relation.from].name) \(relation.type) \(found.entities[relation.to].name)"
        + shown(relation.properties)
    }
    return entities + relations
  }
}
