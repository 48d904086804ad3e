import GraphModel

/// What a process found in one document, checked.
struct ProcessAnswer {
  /// An end of a relation.
  enum End: Hashable {
    /// An entity that was there before, by its number in the request.
    case known(Int)
    /// An entity of this answer, by its index.
    case own(Int)
  }

  struct Entity {
    var type: String
    var name: String
    var properties: [String: PropertyValue]
    var mentions: [Span]
    var rule: String
    var confidence: Double
  }

  struct Relation {
    var type: String
    var from: End
    var to: End
    var properties: [String: PropertyValue]
    /// Empty where the process leaves it to the sentences that the ends stand in.
    var evidence: [Span]
    var rule: String
    var confidence: Double
  }

  var entities: [Entity] = []
  var relations: [Relation] = []
}

/// Checks a process's answer to one document against what its plug-in declares and what was asked.
struct ProcessAnswerReader {
  let manifest: PluginManifest
  let declaration: ProcessDeclaration
  let text: ScalarText
  let units: OffsetUnits
  /// The labels of the entities that the request named, by number.
  let known: [String]

  private typealias Reason = ProcessError.Reason

  private static let longestName = 500
  private static let longestText = 10_000
  private static let longestRule = 80

  /// Reads an answer.
  ///
  /// - Parameter document: the number of the document that was asked.
  func answer(_ line: ArraySlice<UInt8>, to document: Int) throws(ProcessError.Reason) -> ProcessAnswer {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: line)
    } catch {
      throw .notJSON(offset: error.offset)
    }
    let members = try object(json, "", ["document", "entities", "relations", "error"])
    guard case .integer(let number)? = members["document"] else {
      throw .badAnswer(
        member: "document", problem: members["document"] == nil ? .missing : .wrongKind(expected: "integer"))
    }
    guard number == document else { throw .badAnswer(member: "document", problem: .otherDocument(expected: document)) }
    if let error = members["error"] { throw .reported(String(try text(error, "error").prefix(Self.longestName))) }
    var answer = ProcessAnswer()
    var ids: [String: Int] = [:]
    let limit = declaration.limits.mentions
    var mentions = 0
    for (index, item) in try list(members["entities"], "entities", limit).enumerated() {
      let (entity, id) = try entity(item, "entities[\(index)]")
      if let id {
        guard ids.updateValue(index, forKey: id) == nil else {
          throw .badAnswer(member: "entities[\(index)].id", problem: .sameID(id))
        }
      }
      mentions += entity.mentions.count
      guard mentions <= limit else { throw .badAnswer(member: "entities", problem: .tooMany(limit: limit)) }
      answer.entities.append(entity)
    }
    for (index, item) in try list(members["relations"], "relations", limit).enumerated() {
      answer.relations.append(try relation(item, "relations[\(index)]", ids, answer.entities))
    }
    return answer
  }

  // MARK: Parts

  private func entity(_ json: JSONValue, _ path: String) throws(Reason) -> (ProcessAnswer.Entity, id: String?) {
    let members = try object(
      json, path, ["id", "type", "name", "properties", "mentions", "rule", "confidence"])
    let type = try name(members["type"], "\(path).type")
    guard manifest.produces.contains(type) else {
      throw .badAnswer(member: "\(path).type", problem: .undeclaredType(type))
    }
    let mentions = try spans(members["mentions"], "\(path).mentions")
    guard let first = mentions.first else { throw .badAnswer(member: "\(path).mentions", problem: .missing) }
    let name = try members["name"].map { (json) throws(Reason) in try self.name(json, "\(path).name") }
    let declared = manifest.schema.node(type)?.properties ?? []
    return (
      ProcessAnswer.Entity(
        type: type, name: name ?? String(text.string(first).prefix(Self.longestName)),
        properties: try properties(members["properties"], "\(path).properties", declared), mentions: mentions,
        rule: try rule(members["rule"], "\(path).rule"),
        confidence: try share(members["confidence"], "\(path).confidence")),
      try members["id"].map { (json) throws(Reason) in try self.name(json, "\(path).id") }
    )
  }

  private func relation(
    _ json: JSONValue, _ path: String, _ ids: [String: Int], _ own: [ProcessAnswer.Entity]
  ) throws(Reason) -> ProcessAnswer.Relation {
    let members = try object(
      json, path, ["type", "from", "to", "properties", "evidence", "rule", "confidence"])
    let name = try name(members["type"], "\(path).type")
    guard let type = manifest.schema.edge(name) else {
      throw .badAnswer(member: "\(path).type", problem: .undeclaredType(name))
    }
    func end(_ key: String, _ allowed: [String]) throws(Reason) -> ProcessAnswer.End {
      let end: ProcessAnswer.End
      let label: String
      switch members[key] {
      case .integer(let number)? where known.indices.contains(Int(clamping: number)):
        end = .known(Int(number))
        label = known[Int(number)]
      case .string(let id)?:
        guard let index = ids[id] else { throw .badAnswer(member: "\(path).\(key)", problem: .unknownEntity(id)) }
        end = .own(index)
        label = own[index].type
      case .integer(let number)?:
        throw .badAnswer(member: "\(path).\(key)", problem: .unknownEntity(String(number)))
      case nil: throw .badAnswer(member: "\(path).\(key)", problem: .missing)
      default: throw .badAnswer(member: "\(path).\(key)", problem: .wrongKind(expected: "integer, string"))
      }
      guard allowed.contains(label) else { throw .badAnswer(member: "\(path).\(key)", problem: .wrongEnd(label)) }
      return end
    }
    return ProcessAnswer.Relation(
      type: name, from: try end("from", type.sources), to: try end("to", type.targets),
      properties: try properties(members["properties"], "\(path).properties", type.properties),
      evidence: members["evidence"] == nil ? [] : try spans(members["evidence"], "\(path).evidence"),
      rule: try rule(members["rule"], "\(path).rule"),
      confidence: try share(members["confidence"], "\(path).confidence"))
  }

  private func spans(_ json: JSONValue?, _ path: String) throws(Reason) -> [Span] {
    var spans: [Span] = []
    for (index, item) in try list(json, path, declaration.limits.mentions).enumerated() {
      guard case .array(let ends) = item, ends.count == 2, case .integer(let start) = ends[0],
        case .integer(let end) = ends[1]
      else { throw .badAnswer(member: "\(path)[\(index)]", problem: .wrongKind(expected: "[integer, integer]")) }
      guard start >= 0, start < end, end <= units.length else {
        throw .badAnswer(
          member: "\(path)[\(index)]", problem: .outside(start: start, end: end, length: units.length))
      }
      guard let first = units.scalar(at: Int(start)) else {
        throw .badAnswer(member: "\(path)[\(index)]", problem: .insideCharacter(offset: start))
      }
      guard let last = units.scalar(at: Int(end)) else {
        throw .badAnswer(member: "\(path)[\(index)]", problem: .insideCharacter(offset: end))
      }
      spans.append(Span(first, last))
    }
    return spans
  }

  private func properties(
    _ json: JSONValue?, _ path: String, _ declared: [PropertyDeclaration]
  ) throws(Reason) -> [String: PropertyValue] {
    guard let json else { return [:] }
    guard case .object(let members) = json else {
      throw .badAnswer(member: path, problem: .wrongKind(expected: "object"))
    }
    var properties: [String: PropertyValue] = [:]
    for member in members {
      let shown = String(member.key.prefix(Self.longestRule))
      guard let property = declared.first(where: { $0.name == member.key }) else {
        throw .badAnswer(member: "\(path).\(shown)", problem: .unknown)
      }
      if member.value == .null { continue }
      properties[member.key] = try value(member.value, "\(path).\(shown)", property.kind)
    }
    return properties
  }

  private func value(
    _ json: JSONValue, _ path: String, _ kind: PropertyDeclaration.Kind
  ) throws(Reason) -> PropertyValue {
    switch (kind, json) {
    case (.string, .string): return .string(try text(json, path))
    case (.integer, .integer(let number)): return .integer(number)
    case (.float, .integer(let number)): return .float(Double(number))
    case (.float, .number(let number)) where number.isFinite: return .float(number)
    case (.boolean, .boolean(let truth)): return .boolean(truth)
    case (.date, .string(let text)) where PartialDate(text) != nil: return .string(text)
    case (.strings, .array(let items)):
      guard items.count <= 1000 else { throw .badAnswer(member: path, problem: .tooMany(limit: 1000)) }
      var texts: [PropertyValue] = []
      for (index, item) in items.enumerated() { texts.append(.string(try text(item, "\(path)[\(index)]"))) }
      return .list(texts)
    default: throw .badAnswer(member: path, problem: .wrongKind(expected: kind.rawValue))
    }
  }

  // MARK: Values

  /// The members of an object all of whose names mean something.
  private func object(_ json: JSONValue, _ path: String, _ names: Set<String>) throws(Reason) -> [String: JSONValue] {
    guard case .object(let list) = json else { throw .badAnswer(member: path, problem: .wrongKind(expected: "object")) }
    var members: [String: JSONValue] = [:]
    for member in list {
      guard names.contains(member.key) else {
        let shown = String(member.key.prefix(Self.longestRule))
        throw .badAnswer(member: path.isEmpty ? shown : "\(path).\(shown)", problem: .unknown)
      }
      if member.value != .null { members[member.key] = member.value }
    }
    return members
  }

  /// The items of a list; none where it is not there.
  private func list(_ json: JSONValue?, _ path: String, _ limit: Int) throws(Reason) -> [JSONValue] {
    guard let json else { return [] }
    guard case .array(let items) = json else { throw .badAnswer(member: path, problem: .wrongKind(expected: "array")) }
    guard items.count <= limit else { throw .badAnswer(member: path, problem: .tooMany(limit: limit)) }
    return items
  }

  private func text(_ json: JSONValue, _ path: String, limit: Int = Self.longestText) throws(Reason) -> String {
    guard case .string(let text) = json else { throw .badAnswer(member: path, problem: .wrongKind(expected: "string")) }
    guard text.unicodeScalars.count <= limit else { throw .badAnswer(member: path, problem: .badLength(limit: limit)) }
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar == "\t" || scalar.value >= 32 && !(127..<160).contains(scalar.value)
    }
    guard isPlain else { throw .badAnswer(member: path, problem: .controlCharacters) }
    return text
  }

  private func name(_ json: JSONValue?, _ path: String) throws(Reason) -> String {
    guard let json else { throw .badAnswer(member: path, problem: .missing) }
    let name = try text(json, path, limit: Self.longestName)
    guard !name.isEmpty else { throw .badAnswer(member: path, problem: .badLength(limit: Self.longestName)) }
    guard !name.unicodeScalars.contains(where: { $0.value < 32 }) else {
      throw .badAnswer(member: path, problem: .controlCharacters)
    }
    return name
  }

  /// The name of the rule that `tupu why` shows.
  private func rule(_ json: JSONValue?, _ path: String) throws(Reason) -> String {
    guard let json else { return "process" }
    let rule = try name(json, path)
    guard rule.unicodeScalars.count <= Self.longestRule else {
      throw .badAnswer(member: path, problem: .badLength(limit: Self.longestRule))
    }
    return rule
  }

  private func share(_ json: JSONValue?, _ path: String) throws(Reason) -> Double {
    let share: Double
    switch json {
    case nil: return 1
    case .integer(let number)?: share = Double(number)
    case .number(let number)?: share = number
    default: throw .badAnswer(member: path, problem: .wrongKind(expected: "number"))
    }
    guard (0...1).contains(share) else { throw .badAnswer(member: path, problem: .notAShare) }
    return share
  }
}
