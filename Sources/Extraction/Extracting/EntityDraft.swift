import GraphModel

/// An entity while plug-ins read its document.
struct EntityDraft {
  /// The number of its label in the context.
  let label: Int
  /// What is claimed, but for mentions and surfaces.
  var assertion: EntityAssertion
  /// Where it is mentioned in the clean text, in order, each place once.
  var spans: [Span] = []
  /// Its name and the other forms under which the document knows it, each once.
  var forms: [String]
  /// Forms that it lost with the mentions that had them.
  var lost: [String] = []
  /// Some places whose texts are forms of it, each another one.
  private var printed = InlineArray<4, Span>(repeating: Span(0, 0))
  private var printedCount = 0
  /// False once it was taken back.
  var isAlive = true

  /// An entity that is mentioned nowhere yet.
  init(label: Int, assertion: EntityAssertion) {
    self.label = label
    self.assertion = assertion
    forms = [assertion.name]
  }

  /// Adds a place; false where it was there.
  mutating func insert(_ span: Span) -> Bool {
    guard let last = spans.last, span <= last else {
      if spans.isEmpty { spans.reserveCapacity(4) }
      spans.append(span)
      return true
    }
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle] < span { low = middle + 1 } else { high = middle }
    }
    guard spans[low] != span else { return false }
    spans.insert(span, at: low)
    return true
  }

  /// Whether the text of a span is surely one of the forms.
  func isPrinted(_ span: Span, in text: ScalarText) -> Bool {
    guard lost.isEmpty else { return false }
    for index in 0..<printedCount where printed[index].count == span.count {
      if text[printed[index]].elementsEqual(text[span]) { return true }
    }
    return false
  }

  /// Remembers a place whose text is one of the forms, for up to four of them.
  mutating func notePrinted(_ span: Span) {
    guard printedCount < printed.count else { return }
    printed[printedCount] = span
    printedCount += 1
  }

  /// Takes a form away.
  mutating func lose(_ form: String) {
    guard let index = forms.firstIndex(of: form) else { return }
    forms.remove(at: index)
    lost.append(form)
  }

  /// Gives a lost form back.
  mutating func regain(_ form: String) {
    guard let index = lost.firstIndex(of: form) else { return }
    lost.remove(at: index)
    forms.append(form)
  }

  /// The forms without the name, sorted.
  var surfaces: [String] { forms.count == 1 ? [] : forms.filter { $0 != assertion.name }.sorted() }
}

/// A form and the number of the label of what it names.
///
/// Equal where the bytes are: hashing a text by its canonical equivalence costs many times as much.
struct FormKey: Hashable {
  let label: Int
  let form: String

  static func == (a: FormKey, b: FormKey) -> Bool {
    a.label == b.label && ByteHash.isSame(a.form, b.form)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ByteHash.of(form) &+ label)
  }
}

/// The entities that have a form, in the order in which they got it.
struct FormHolders {
  private var head: EntityID?
  private var rest: [EntityID] = []

  mutating func append(_ entity: EntityID) {
    if head == nil { head = entity } else { rest.append(entity) }
  }

  /// Adds an entity; false where it is one of them.
  mutating func insert(_ entity: EntityID) -> Bool {
    guard head != entity, !rest.contains(entity) else { return false }
    append(entity)
    return true
  }

  func first(where isWanted: (EntityID) -> Bool) -> EntityID? {
    if let head, isWanted(head) { return head }
    return rest.first(where: isWanted)
  }
}
