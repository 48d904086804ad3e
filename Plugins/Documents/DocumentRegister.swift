import Extraction
import GraphModel

/// A place of the text that denotes a document.
struct DocumentPlace {
  /// Where it stands: the title with its marks, or the number.
  var span: Span
  /// Where what belongs to it ends: the bracket with its number, its date, its short title.
  var end: Int
  /// The document.
  var entity: EntityID
  /// The title; nil where only the number stands here.
  var title: DocumentTitle?

  /// The rule that found it.
  var rule: String {
    guard let title else { return "document.numbered" }
    return title.isHeading ? "document.heading" : title.isBare ? "document.short-title" : "document.titled"
  }
}

/// The documents that one text speaks of: which titles, short titles and numbers mean the same one.
struct DocumentRegister {
  /// A title, taken apart.
  private struct Form {
    var entity: EntityID
    /// Who issued it or where it holds, at the title's head; may be empty.
    var issuer: String
    /// The brackets behind it; may be empty.
    var bracket: String
  }

  private let context: ExtractionContext
  private let text: ScalarText
  private let words = DocumentWords.embedded
  /// Where the body or the region ends with which a name begins, by its start.
  private var leads: [Int: Int] = [:]
  private var byTitle: [String: EntityID] = [:]
  /// The titles of one matter: 《甲市养老服务条例》 and 《养老服务条例》.
  private var byMatter: [String: [Form]] = [:]
  private var byNumber: [String: EntityID] = [:]
  private var byShortTitle: [String: EntityID] = [:]
  /// The last document whose title ends so: 意见 and 实施意见.
  private var byEnding: [String: EntityID] = [:]
  private var headings: [DocumentPlace] = []
  private var headingsByEnding: [String: [DocumentPlace]] = [:]
  /// The places of documents, in order.
  private(set) var places: [DocumentPlace] = []

  /// The longest bare title that stands for one before it, in scalars: 《行动计划》, 《实施意见》, 《实施方案》.
  private static let longestKind = 6
  /// More forms of one matter than these are not compared.
  private static let mostForms = 8

  init(_ context: ExtractionContext) {
    self.context = context
    text = context.folded
    for mention in context.mentions(of: ["Organization", "Region"]) {
      leads[mention.span.start] = max(leads[mention.span.start] ?? 0, mention.span.end)
    }
  }

  // MARK: Adding

  /// Adds titles and numbers, both in order of their place.
  mutating func add(_ titles: [DocumentTitle], _ numbers: [DocumentNumber]) {
    var rest = numbers[...]
    var alone: [DocumentNumber] = []
    for title in titles {
      var before: DocumentNumber?
      while let number = rest.first, number.span.end <= title.span.start {
        rest.removeFirst()
        if let before { alone.append(before) }
        before = number
      }
      // 国发〔2024〕3号《…》, 国发〔2024〕3号文件《…》
      if let number = before, !isBeside(number, title) {
        alone.append(number)
        before = nil
      }
      guard let entity = entity(of: title) else {
        if let before { alone.append(before) }
        continue
      }
      if let before { give(before, to: entity) }
      var place = DocumentPlace(span: title.span, end: title.span.end, entity: entity, title: title)
      if !title.isHeading { readBracket(&place, &rest) }
      places.append(place)
      for ending in endings(of: title.base) {
        byEnding[ending] = entity
        if title.isHeading { headingsByEnding[ending, default: []].append(place) }
      }
      if title.isHeading { headings.append(place) }
    }
    addAlone(alone + rest)
    places.sort { ($0.span.start, $1.span.end) < ($1.span.start, $0.span.end) }
    for place in places {
      context.addMention(of: place.entity, at: place.span, rule: place.rule, deictic: place.title?.isBare == true)
    }
  }

  /// The last scalars of a title, so many that a kind fits into them.
  private func endings(of base: Span) -> [String] {
    (1...Self.longestKind).filter { $0 <= base.count }.map { text.string(Span(base.end - $0, base.end)) }
  }

  /// Numbers that no title stands by.
  private mutating func addAlone(_ numbers: [DocumentNumber]) {
    var byEdge: [Int: EntityID] = [:]
    for heading in headings {
      byEdge[heading.span.start] = heading.entity
      byEdge[heading.span.end] = heading.entity
    }
    for number in numbers {
      // Alone on the line below or above a heading.
      var (start, end) = (number.span.start, number.span.end)
      while start > 0, number.span.start - start < 8, "\n ()[]".has(text[start - 1]) { start -= 1 }
      while end < text.count, end - number.span.end < 8, "\n ()[]".has(text[end]) { end += 1 }
      // (1991年3月26日济南市人民政府令第19号发布): a bracket of its own below a heading.
      if let line = context.structure.paragraph(at: number.span.start), text[line.start] == "(", line.start > 0,
        text[line.end - 1] == ")", byEdge[start] == nil
      {
        start = line.start
        while start > 0, line.start - start < 8, "\n ".has(text[start - 1]) { start -= 1 }
        if let heading = byEdge[start], let date = context.dates.mentions(in: line).first(where: { $0.hasDay }) {
          set("date", of: heading, to: date.date)
        }
      }
      if let heading = byEdge[start] ?? byEdge[end] {
        give(number, to: heading)
        continue
      }
      let entity =
        byNumber[number.name]
        ?? context.addEntity(
          "OfficialDocument", name: number.name, properties: ["number": .string(number.name)],
          rule: "document.numbered", confidence: 0.9)
      byNumber[number.name] = entity
      places.append(DocumentPlace(span: number.span, end: number.span.end, entity: entity, title: nil))
    }
  }

  private func isBeside(_ number: DocumentNumber, _ title: DocumentTitle) -> Bool {
    let gap = Span(number.span.end, max(number.span.end, title.span.start))
    return gap.count <= 3 && text[gap].allSatisfy { " 文件(".has($0) } && !title.isHeading
  }

  private mutating func give(_ number: DocumentNumber, to entity: EntityID) {
    if context.property("number", of: entity) == nil {
      context.setProperty("number", of: entity, to: .string(number.name))
    }
    if byNumber[number.name] == nil { byNumber[number.name] = entity }
  }

  /// The entity of a title; nil where it is nothing but a kind that stands for no document here.
  private mutating func entity(of title: DocumentTitle) -> EntityID? {
    let kind = text.string(title.kind)
    let key = key(title.inner)
    if let known = byShortTitle[key] ?? byTitle[key] { return known }
    if title.isBare { return byEnding[text.string(title.base)] }
    let name = printed(title.inner)
    let start = matterStart(title.base)
    let form = (
      issuer: self.key(Span(title.base.start, start)), bracket: self.key(Span(title.base.end, title.inner.end))
    )
    let matter = self.key(Span(start, title.base.end))
    let forms = byMatter[matter] ?? []
    let alike = forms.filter { other in
      (other.issuer == form.issuer || other.issuer.isEmpty || form.issuer.isEmpty)
        && (other.bracket == form.bracket || other.bracket.isEmpty || form.bracket.isEmpty)
    }
    let entity: EntityID
    if alike.count == 1, let other = alike.first {
      entity = other.entity
      if other.issuer.isEmpty && !form.issuer.isEmpty || other.bracket.isEmpty && !form.bracket.isEmpty {
        context.rename(entity, to: name)
      }
    } else {
      entity = context.addEntity(
        "OfficialDocument", name: name, properties: ["kind": .string(kind)],
        rule: title.isHeading ? "document.heading" : "document.titled", confidence: 0.9)
    }
    if forms.count < Self.mostForms, !forms.contains(where: { $0.entity == entity && $0.issuer == form.issuer }) {
      byMatter[matter, default: []].append(Form(entity: entity, issuer: form.issuer, bracket: form.bracket))
    }
    byTitle[key] = entity
    return entity
  }

  /// Reads what stands in brackets behind a title: its number, its date, its short title.
  private mutating func readBracket(
    _ place: inout DocumentPlace, _ numbers: inout ArraySlice<DocumentNumber>
  ) {
    while place.end < text.count, text[place.end] == "(" || text[place.end] == "[" {
      let longest = min(text.count, place.end + 80)
      guard let close = (place.end..<longest).first(where: { ")]".has(text[$0]) && !isInsideNumber($0, numbers) }),
        !text[Span(place.end, close)].contains("\n")
      else { return }
      let bracket = Span(place.end, close + 1)
      while let number = numbers.first, number.span.start < bracket.end {
        give(number, to: place.entity)
        numbers.removeFirst()
      }
      if let date = context.dates.mentions(in: bracket).last(where: { $0.hasDay }) {
        set("date", of: place.entity, to: date.date)
      }
      for position in bracket.range {
        guard let word = words.short.longestMatch(in: text, at: position, limit: bracket.end) else { continue }
        var start = word.end
        while start < close, "为:“《\"".has(text[start]) { start += 1 }
        var end = start
        while end < close, !"”》\",;、)".has(text[end]) { end += 1 }
        if end > start, end - start <= 40 { byShortTitle[key(Span(start, end))] = place.entity }
        break
      }
      place.end = bracket.end
    }
  }

  /// Whether a closing bracket is that of a number's year.
  private func isInsideNumber(_ position: Int, _ numbers: ArraySlice<DocumentNumber>) -> Bool {
    numbers.prefix(4).contains { $0.span.start <= position && position < $0.span.end }
  }

  // MARK: Asking

  /// What the page is at a position, or what 本办法, 本通知 mean there: the last heading before it, of a kind where one is given.
  func own(ofKind kind: String? = nil, before position: Int) -> EntityID? {
    let list = kind.map { headingsByEnding[$0] ?? [] } ?? headings
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].span.start <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? list[low - 1].entity : nil
  }

  /// Sets a date that is not known yet.
  func set(_ property: String, of entity: EntityID, to date: PartialDate) {
    guard context.property(property, of: entity) == nil, date.year != nil else { return }
    context.setProperty(property, of: entity, to: .string(date.description))
  }

  /// Where the matter of a title starts: at 关于, or behind the body or region that it begins with.
  private func matterStart(_ base: Span) -> Int {
    for position in base.range.dropLast().prefix(40) where text[position] == "关" && text[position + 1] == "于" {
      return position
    }
    if let end = leads[base.start], end < base.end { return end }
    var end = base.start
    while end < base.end {
      let token = context.words.token(at: end)
      guard token.wordClass == .place, token.span.start == end, token.span.end < base.end else { break }
      end = token.span.end
    }
    return end > base.start ? end : unknownPlaceEnd(base) ?? end
  }

  /// Where a place ends that no list knows: 云溪市 in 云溪市养老服务条例, but not 城市 in 小城市供水条例.
  private func unknownPlaceEnd(_ base: Span) -> Int? {
    for end in (base.start + 3)..<max(base.start + 3, min(base.start + 6, base.end - 3))
    where "省市县区旗州盟".has(text[end - 1]) {
      let token = context.words.token(at: end - 1)
      return token.span.count == 1 || token.wordClass == .place ? end : nil
    }
    return nil
  }

  /// A stretch as titles are compared: without blanks, quotation marks and line ends.
  private func key(_ span: Span) -> String {
    ScalarText(text[span].filter { !" \n“”‘’\"《》".has($0) }).description
  }

  /// A title as it is printed, on one line and without blanks between Chinese characters.
  private func printed(_ span: Span) -> String {
    let scalars = Array(context.text[span])
    var kept: [Unicode.Scalar] = []
    for (index, scalar) in scalars.enumerated() {
      let isBlank = scalar == " " || scalar == "\n" || scalar == "\u{3000}"
      let isBetweenLatin =
        scalar == " " && index > 0 && index + 1 < scalars.count && scalars[index - 1].isLatinOrDigit
        && scalars[index + 1].isLatinOrDigit
      if !isBlank || isBetweenLatin { kept.append(scalar) }
    }
    return ScalarText(kept).description
  }
}
