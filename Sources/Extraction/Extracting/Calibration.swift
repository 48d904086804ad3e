import CalibrationTables

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
      ByteHash.combine(type, into: &hasher)
      ByteHash.combine(rule, into: &hasher)
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

/// Asks for confidences, the last answer at hand: what one rule asserts mostly stands in a row.
struct CalibrationMemo {
  private var type = ""
  private var rule = ""
  private var last: Double?

  /// The confidence of what a rule asserts, between 0 and 1; nil where the rule was never measured.
  mutating func confidence(_ type: String, _ rule: String) -> Double? {
    if rule == self.rule, type == self.type { return last }
    last = Calibration.embedded.confidence(type, rule)
    self.type = type
    self.rule = rule
    return last
  }
}
