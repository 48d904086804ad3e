import Extraction
import GraphModel

/// The forms in which one document names its bodies, and which of them shorten others: 旅发委 is 旅游发展委员会, 发改局 is
/// 发展和改革局, 政府 is 人民政府.
struct BodyForms {
  /// A form: whose body it names, and what it is called without its place.
  private struct Form {
    var owner: String
    var core: [Unicode.Scalar]
    /// Where each character of the core begins a word.
    var isHead: [Bool]
    var key: TextKey
  }

  /// Forms of one owner that begin and end alike are compared in pairs; in more than these nothing is told apart.
  private static let mostAlike = 40
  /// How many forms may stand between a short one and the fullest.
  private static let longestChain = 4

  private static let words = OrganizationWords.embedded

  private var forms: [Form] = []
  private var known: Set<TextKey> = []
  private var neighbours: Set<TextKey> = []
  private var fuller: [TextKey: TextKey] = [:]
  private var last: (end: Int, key: TextKey)?

  /// What tells a body from others, the same for forms that differ only by words such as 人民.
  static func key(of body: OwnedBody, in context: ExtractionContext) -> TextKey {
    TextKey(body.owner + "\u{1F}" + ScalarText.string(canonical(Array(context.folded[body.core]))[...]))
  }

  /// Adds a body, in the order of the text.
  mutating func add(_ body: OwnedBody, in context: ExtractionContext) {
    let (span, core) = (body.candidate.span, body.core)
    let key = Self.key(of: body, in: context)
    if let last, span.start == last.end + 1, context.folded[last.end] == "、" {
      neighbours.insert(Self.pair(last.key, key))
    }
    last = (span.end, key)
    guard known.insert(key).inserted else { return }
    let isHead = core.range.map { position in
      let token = context.words.token(at: position)
      // 科学技术: words of two characters may stand in the word list together.
      return (position - token.span.start) % 2 == 0 && (position == token.span.start || token.span.count > 2)
    }
    forms.append(Form(owner: body.owner, core: Array(context.folded[core]), isHead: isHead, key: key))
  }

  /// Finds the fuller form of each that shortens just one other.
  mutating func settle() {
    var alike: [TextKey: [Int]] = [:]
    for (index, form) in forms.enumerated() {
      guard let first = form.core.first, let tail = Self.tail(form.core) else { continue }
      var text = form.owner + "\u{1F}\(tail.kind)"
      text.unicodeScalars.append(first)
      alike[TextKey(text), default: []].append(index)
    }
    // Their order does not show: every form is in one group.
    for group in alike.values where group.count > 1 && group.count <= Self.mostAlike {
      for short in group {
        let fulls = group.filter {
          forms[$0].key != forms[short].key && isShort(forms[short], of: forms[$0])
            && !neighbours.contains(Self.pair(forms[short].key, forms[$0].key))
        }
        // 旅委 of both 旅发委 and 旅游发展委员会: the fullest, if it is the others' too.
        guard let full = fulls.max(by: { (forms[$0].core.count, $1) < (forms[$1].core.count, $0) }),
          fulls.allSatisfy({ $0 == full || isShort(forms[$0], of: forms[full]) })
        else { continue }
        fuller[forms[short].key] = forms[full].key
      }
    }
  }

  /// The key of the fullest form of what a key names.
  func fullest(_ key: TextKey) -> TextKey {
    var key = key
    for _ in 0..<Self.longestChain {
      guard let next = fuller[key] else { break }
      key = next
    }
    return key
  }

  private static func pair(_ one: TextKey, _ other: TextKey) -> TextKey {
    let (first, second) = one.text < other.text ? (one, other) : (other, one)
    return TextKey(first.text + "\u{1E}" + second.text)
  }

  // MARK: Comparing

  private static func canonical(_ core: [Unicode.Scalar]) -> [Unicode.Scalar] {
    if let whole = words.equalWholes.first(where: { $0.word == core }) { return whole.value }
    var core = core
    for synonym in words.equalParts where core.count >= synonym.word.count {
      guard let at = (0...core.count - synonym.word.count).first(where: { core[$0...].starts(with: synonym.word) })
      else {
        continue
      }
      core.replaceSubrange(at..<at + synonym.word.count, with: synonym.value)
    }
    return core
  }

  /// How a name ends, and where what the body is for ends before that; endings of one kind are the same.
  private static func tail(_ core: [Unicode.Scalar]) -> (kind: Int, start: Int)? {
    for (kind, endings) in tails.enumerated() {
      for ending in endings where core.count > ending.count && core.suffix(ending.count).elementsEqual(ending) {
        return (kind, core.count - ending.count)
      }
    }
    return nil
  }

  private static let tails: [[[Unicode.Scalar]]] = [
    ["委员会", "委"], ["办公室", "办公厅", "办"], ["联合会", "联"], ["指挥部", "指"], ["局"], ["厅"], ["部"], ["署"], ["法院"],
    ["协会", "协"], ["商会"], ["中心"],
  ].map { $0.map { Array($0.unicodeScalars) } }

  /// Names of centres are longer than what they could leave out.
  private static let longName = 6

  private func isShort(_ short: Form, of full: Form) -> Bool {
    guard short.core.count < full.core.count, let shortTail = Self.tail(short.core),
      let fullTail = Self.tail(full.core),
      shortTail.kind == fullTail.kind, shortTail.start <= fullTail.start, shortTail.start > 0,
      // 县商务局招商局 is a part of 县商务局.
      !full.core.prefix(fullTail.start).starts(with: short.core)
    else { return false }
    let kept = short.core[..<shortTail.start]
    // 文联, 台办, 科委: one character is enough where such short names are in use.
    guard
      kept.count >= 2
        || shortTail.start + 1 == short.core.count && "联协办委".unicodeScalars.contains(short.core[shortTail.start])
    else { return false }
    let isCentre = full.core.last == "心"
    var position = 0
    var isContiguous = true
    for (index, scalar) in kept.enumerated() {
      let isNext = index > 0 && position < fullTail.start && full.core[position] == scalar
      if isNext {
        position += 1
        continue
      }
      guard let found = (position..<fullTail.start).first(where: { full.core[$0] == scalar && full.isHead[$0] }),
        index > 0 || found == 0
      else { return false }
      if found != position { isContiguous = false }
      position = found + 1
    }
    if !isContiguous { return kept.count * 6 >= fullTail.start && (kept.count >= Self.longName || !isCentre) }
    if isCentre { return false }
    // 台办 is 台湾事务办公室, 委办 is no 委台办: one character shortens the word that it begins.
    if kept.count == 1, fullTail.start > 1, full.isHead[1] { return false }
    while position < fullTail.start, !full.isHead[position] { position += 1 }
    return Self.isLeft(full.core[position..<fullTail.start])
  }

  private static func isLeft(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = ScalarText(Array(rest))
    var position = 0
    while position < text.count {
      guard let word = words.leftOut.longestMatch(in: text, at: position) else { return false }
      position = word.end
    }
    return true
  }
}
