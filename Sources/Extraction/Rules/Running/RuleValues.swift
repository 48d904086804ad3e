import GraphModel

/// A match of a rule, with what its captures are.
struct RuleMatch {
  var span: Span
  var captures: [Span?] = []
  /// For each capture the tokens that it can be.
  var tokens: [[Int32]] = []
  /// The list and entry that the whole match is, of a list rule.
  var entry: (list: Int, row: Int)?
}

/// Turns stretches of a document into values.
struct RuleValues {
  let scene: RuleScene
  let pack: RuleSet

  /// The text of a template for a match; nil where a capture that it needs took no part.
  ///
  /// - Parameter properties: those that were filled before.
  func text(
    _ template: RuleTemplate, _ match: RuleMatch, properties: [String: PropertyValue] = [:]
  ) -> String? {
    var result = ""
    for part in template.parts {
      switch part {
      case .text(let text): result += text
      case .capture(let index, let form):
        guard let span = match.captures[index] else { return nil }
        guard let text = text(span, form, entry(at: span, match.tokens[index])) else { return nil }
        result += text
      case .match(let form):
        guard let text = text(match.span, form, match.entry) else { return nil }
        result += text
      case .property(let name): result += properties[name].map { $0.text ?? JSONValue($0).line } ?? ""
      }
    }
    return result.trimmingBlanks
  }

  /// The list entry that a span is.
  func entry(at span: Span, _ tokens: [Int32]) -> (list: Int, row: Int)? {
    for token in tokens {
      guard case .list(let list) = pack.book.tokens[Int(token)] else { continue }
      if let occurrence = scene.table(token).occurrence(at: span) { return (list, occurrence.payload) }
    }
    return nil
  }

  /// The property values of a match.
  func properties(_ fillings: [RuleFilling], _ match: RuleMatch) -> [String: PropertyValue] {
    var properties: [String: PropertyValue] = [:]
    for filling in fillings where properties[filling.property] == nil {
      if let value = value(filling, match, properties) { properties[filling.property] = value }
    }
    return properties
  }

  private func value(
    _ filling: RuleFilling, _ match: RuleMatch, _ properties: [String: PropertyValue]
  ) -> PropertyValue? {
    var text: String?
    switch filling.source {
    case .template(let template, let table):
      text = self.text(template, match, properties: properties)
      if let table { text = text.flatMap { table[$0] ?? table[Folding.fold($0)] } }
    case .nearest(let label, let scope): text = nearest(label, scope, to: match.span)
    case .words(let choices, let scope):
      let span = scene.span(of: scope, at: match.span.start)
      text = choices.first { scene.occurs($0.words, in: span) }?.value
    }
    if text == nil { text = filling.otherwise.flatMap(fallback) }
    return text.flatMap { Self.value($0, filling.kind) }
  }

  private func fallback(_ word: String) -> String? {
    switch word {
    case "home": scene.context.deixis.home.map { scene.context.name(of: $0) }
    case "published":
      (scene.context.dates.anchor ?? scene.context.dates.year.map { PartialDate(year: $0) })?.description
    default: word
    }
  }

  /// The name of the nearest mention, or the nearest date, in a scope; of two equally near ones the one before.
  private func nearest(_ label: String?, _ scope: RuleScope, to span: Span) -> String? {
    let around = scene.span(of: scope, at: span.start)
    if let label {
      let mentions = scene.context.mentions(of: label)
      let index = Self.nearest(mentions.count, to: span, in: around) { mentions[$0].span }
      return index.map { scene.context.name(of: mentions[$0].entity) }
    }
    let dates = scene.knownDates
    return Self.nearest(dates.count, to: span, in: around) { dates[$0].span }.map { dates[$0].date.description }
  }

  /// Index of the nearest of some spans, which are in order.
  private static func nearest(_ count: Int, to span: Span, in around: Span, at place: (Int) -> Span) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if place(middle).start < span.start { low = middle + 1 } else { high = middle }
    }
    let before = low > 0 && around.contains(place(low - 1)) ? low - 1 : nil
    let after = low < count && around.contains(place(low)) ? low : nil
    guard let before else { return after }
    guard let after else { return before }
    return span.start - place(before).end <= place(after).start - span.end ? before : after
  }

  private func text(_ span: Span, _ form: RuleForm, _ entry: (list: Int, row: Int)?) -> String? {
    let plain = scene.context.text.string(span)
    switch form {
    case .plain: return entry.map { pack.lists[$0.list].words.name(ofRow: $0.row) } ?? plain
    case .text: return plain
    case .column(let column):
      return entry.flatMap { pack.lists[$0.list].words.field(column, ofRow: $0.row) }.flatMap { $0.isEmpty ? nil : $0 }
    case .inner:
      guard span.count > 2, scene.text[span.start].opens || scene.text[span.start] == "\"" else { return plain }
      return scene.context.text.string(Span(span.start + 1, span.end - 1))
    case .number, .integer, .percent, .ordinal:
      return RuleNumbers(ScalarText(Array(scene.text[span]))).text(form)
    case .date:
      return scene.context.dates.mentions(in: span).first.flatMap { date in
        date.date.description.isEmpty ? nil : date.date.description
      }
    }
  }

  /// A text as a value of a kind; nil where it is none.
  static func value(_ text: String, _ kind: PropertyDeclaration.Kind) -> PropertyValue? {
    switch kind {
    case .string: return text.isEmpty ? nil : .string(text)
    case .integer:
      return (Int64(text) ?? RuleNumbers(ScalarText(Folding.fold(text))).integer).map(PropertyValue.integer)
    case .float:
      return (Double(text) ?? RuleNumbers(ScalarText(Folding.fold(text))).number).map(PropertyValue.float)
    case .boolean:
      switch text {
      case "yes", "true", "是": return .boolean(true)
      case "no", "false", "否": return .boolean(false)
      default: return nil
      }
    case .date: return PartialDate(text).map { .string($0.description) }
    case .strings:
      let items = text.split(whereSeparator: { "、,，;；|".contains($0) }).map { PropertyValue.string(String($0)) }
      return items.isEmpty ? nil : .list(items)
    }
  }
}

/// Reads one number out of a short text.
struct RuleNumbers {
  private let text: ScalarText

  init(_ text: ScalarText) { self.text = text }

  /// The first number, with 万 and 亿 behind it and a minus or 负 before it.
  var number: Double? {
    // 百 in 百分之五 is no number of its own.
    let isShare = text.scalars.dropFirst().starts(with: "分之".unicodeScalars)
    let text = isShare ? ScalarText(Array(self.text.scalars.dropFirst(3))) : self.text
    let reader = NumberReader(text)
    guard let first = reader.numbers().first else { return nil }
    let start = first.span.start
    let isNegative = start > 0 && (text[start - 1] == "-" || text[start - 1] == "负")
    return reader.amount(first).value * (isNegative ? -1 : 1)
  }

  /// The first number where it is whole.
  var integer: Int64? { number.flatMap { Int64(exactly: $0) } }

  /// A share in percent: 5.3%, 百分之五 and 5.3个百分点 give 5.3 and 5, 3‰ and 千分之三 0.3.
  var percent: Double? {
    guard let number else { return nil }
    let scalars = text.scalars
    if scalars.contains("‰") || scalars.starts(with: "千分".unicodeScalars) { return number / 10 }
    return scalars.starts(with: "万分".unicodeScalars) ? number / 100 : number
  }

  /// The value in a form, as text that is read back without loss.
  func text(_ form: RuleForm) -> String? {
    switch form {
    case .integer, .ordinal: integer.map(String.init)
    case .percent: percent.map(Self.plain)
    default: number.map(Self.plain)
    }
  }

  private static func plain(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? "\(value)"
  }
}
