import CalibrationTables
import GraphModel

/// How often what a rule asserts is right, as measured on annotated documents.
struct Calibration: Sendable {
  /// The table made by `tupu-bench calibrate`; how is written beside it.
  static let embedded = Calibration(
    EmbeddedFile(tupu_calibration_confidence(), count: tupu_calibration_confidence_count()).text)

  /// Equal where the bytes are.
  private struct Key: Hashable {
    var type: String
    var rule: String

    static func == (a: Key, b: Key) -> Bool { ByteHash.isSame(a.rule, b.rule) && ByteHash.isSame(a.type, b.type) }

    func hash(into hasher: inout Hasher) {
      hasher.combine(ByteHash.of(type, rule))
    }
  }

  private var confidences: [Key: Double] = [:]

  /// Reads lines of type, rule and confidence.
  init(_ table: String) {
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count >= 3, let confidence = Double(fields[2]) else { continue }
      confidences[Key(type: String(fields[0]), rule: String(fields[1]))] = confidence
    }
  }

  /// The confidence of what a rule asserts, between 0 and 1; nil where the rule was never measured.
  func confidence(_ type: String, _ rule: String) -> Double? { confidences[Key(type: type, rule: rule)] }
}

/// Asks for confidences, the answers of one document at hand: it has few rules, which are sooner compared than hashed.
struct CalibrationMemo {
  private var known: [(type: String, rule: String, confidence: Double?)] = []
  /// A number of each type and rule.
  private var hashes: [Int] = []
  private var last = 0

  private static let most = 64

  /// The confidence of what a rule asserts, between 0 and 1; nil where the rule was never measured.
  mutating func confidence(_ type: String, _ rule: String) -> Double? {
    // What one rule asserts mostly stands in a row.
    if last < known.count, rule == known[last].rule, type == known[last].type { return known[last].confidence }
    let hash = ByteHash.of(type, rule)
    for index in hashes.indices where hashes[index] == hash && known[index].rule == rule && known[index].type == type {
      last = index
      return known[index].confidence
    }
    let confidence = Calibration.embedded.confidence(type, rule)
    guard known.count < Self.most else { return confidence }
    last = known.count
    known.append((type, rule, confidence))
    hashes.append(hash)
    return confidence
  }
}
