import GraphModel

/// What is wrong with a pack, gathered while it is read instead of stopping at the first problem.
final class RuleProblems {
  private(set) var all: [RuleProblem] = []

  /// Notes a problem.
  func note(_ fault: RuleFault, at place: FilePlace) { all.append(RuleProblem(fault, at: place)) }
  /// Notes problems found elsewhere.
  func note(_ others: [RuleProblem]) { all += others }

  /// Whether anything noted keeps the pack from working.
  var hasErrors: Bool { all.contains { !$0.fault.isWarning } }
}

/// A mapping of a rules file with its keys.
struct RuleMapping {
  let file: RuleFile
  let node: YAMLNode
  let problems: RuleProblems
  private let entries: [(key: String, keyNode: YAMLNode, value: YAMLNode)]

  /// Looks at a node; notes a problem where it is no mapping or has keys that are not known.
  init?(_ node: YAMLNode, key: String, known: [String]?, in file: RuleFile, _ problems: RuleProblems) {
    guard let entries = node.entries else {
      problems.note(.wrongForm(key: key, expected: .mapping), at: file.place(of: node))
      return nil
    }
    self.file = file
    self.node = node
    self.problems = problems
    self.entries = entries.map { ($0.key.text ?? "", $0.key, $0.value) }
    if let known {
      for entry in self.entries where !known.contains(entry.key) {
        problems.note(.unknownKey(entry.key, known: known), at: file.place(of: entry.keyNode))
      }
    }
  }

  /// Where the mapping stands.
  var place: FilePlace { file.place(of: node) }
  /// Its keys with their values, in the order of the file.
  var items: [(key: String, keyNode: YAMLNode, value: YAMLNode)] { entries }

  /// The value of a key.
  subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

  /// Where a key's value stands; where the mapping stands if it has no such key.
  func place(of key: String) -> FilePlace { self[key].map { file.place(of: $0) } ?? place }

  /// A text; nil where the key is missing.
  func text(_ key: String) -> String? {
    guard let node = self[key] else { return nil }
    guard let text = node.text, !text.isEmpty else {
      problems.note(.wrongForm(key: key, expected: .text), at: file.place(of: node))
      return nil
    }
    return text
  }

  /// Texts with their places: a list of them or one alone; empty where the key is missing.
  func texts(_ key: String) -> [PlacedText] {
    guard let node = self[key] else { return [] }
    let nodes = node.items ?? [node]
    return nodes.compactMap { node in
      guard let text = node.text, !text.isEmpty else {
        problems.note(.wrongForm(key: key, expected: .texts), at: file.place(of: node))
        return nil
      }
      return PlacedText(text: text, place: file.place(of: node))
    }
  }

  /// `yes` or `no`.
  func truth(_ key: String) -> Bool? {
    guard let node = self[key] else { return nil }
    switch node.text {
    case "yes", "true", "是": return true
    case "no", "false", "否": return false
    default:
      problems.note(.wrongForm(key: key, expected: .truth), at: file.place(of: node))
      return nil
    }
  }

  /// One word of a set.
  func choice<Choice: RawRepresentable>(_ key: String, _ form: RuleValueForm) -> Choice?
  where Choice.RawValue == String {
    guard let node = self[key] else { return nil }
    guard let choice = node.text.flatMap(Choice.init(rawValue:)) else {
      problems.note(.wrongForm(key: key, expected: form), at: file.place(of: node))
      return nil
    }
    return choice
  }

  /// A whole number of a range.
  func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = self[key] else { return nil }
    guard let number = node.text.flatMap({ Int($0) }), range.contains(number) else {
      problems.note(.wrongForm(key: key, expected: .number), at: file.place(of: node))
      return nil
    }
    return number
  }

  /// A number from 0 to 1.
  func share(_ key: String) -> Double? {
    guard let node = self[key] else { return nil }
    guard let share = node.text.flatMap({ Double($0) }), (0...1).contains(share) else {
      problems.note(.wrongForm(key: key, expected: .share), at: file.place(of: node))
      return nil
    }
    return share
  }

  /// The items of a list of mappings.
  func mappings(_ key: String, known: [String]) -> [RuleMapping] {
    guard let node = self[key] else { return [] }
    guard let items = node.items else {
      problems.note(.wrongForm(key: key, expected: .mappings), at: file.place(of: node))
      return []
    }
    return items.compactMap { RuleMapping($0, key: key, known: known, in: file, problems) }
  }

  /// A mapping under a key, whose own keys are names.
  func mapping(_ key: String, known: [String]? = nil) -> RuleMapping? {
    self[key].flatMap { RuleMapping($0, key: key, known: known, in: file, problems) }
  }
}

/// A text of a rules file and where it stands.
struct PlacedText: Hashable, Sendable {
  var text: String
  var place: FilePlace
}
