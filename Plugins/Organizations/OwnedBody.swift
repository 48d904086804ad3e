import Extraction
import GraphModel

/// A body that the text names, with what it belongs to.
struct OwnedBody {
  var candidate: OrganizationCandidate
  /// The region that it is a part of.
  var region: EntityID?
  /// What tells whose it is: its region's name, else how the text calls that; empty for bodies of no region.
  var owner: String
  /// Where its name stands without the place of its owner.
  var core: Span

  /// What stands for an owner that nothing names.
  static let nobody = "?"

  /// The bodies, those whose level word or lack of a place points to no region given to the owner of the only other one that is
  /// called so: 区工商联 is 甲区工商联, 税务局 is 甲县税务局.
  static func settled(_ bodies: [OwnedBody], in context: ExtractionContext) -> [OwnedBody] {
    let text = context.folded
    guard bodies.contains(where: { $0.isLost }) else { return bodies }
    var named: [ArraySlice<Unicode.Scalar>: [OwnedBody]] = [:]
    for body in bodies where !body.isLost && !body.candidate.isStateless {
      guard let place = body.candidate.place, !place.isBare || body.region != nil else { continue }
      for start in [place.span.end - 1, place.span.end] where start < body.candidate.span.end {
        let form = text[Span(start, body.candidate.span.end)]
        if named[form]?.contains(where: { $0.owner == body.owner }) != true { named[form, default: []].append(body) }
      }
    }
    return bodies.map { body in
      guard body.isLost, let owners = named[text[body.candidate.span]], owners.count == 1 else { return body }
      var body = body
      body.region = owners[0].region
      body.owner = owners[0].owner
      body.core = owners[0].core
      return body
    }
  }

  /// Whether nothing says whose it is.
  private var isLost: Bool {
    region == nil && !candidate.isStateless && (candidate.place?.isBare ?? (owner == Self.nobody))
  }
}

/// Lists of posts of one person, in which a level word means the place that the list begins with: 甲市委副秘书长、市工商联党组书记某.
struct PostChain {
  private static let marks: ScalarSet = "、,。;:!?()\n"
  private static let longest = 40

  private let context: ExtractionContext
  private let text: ScalarText

  init(_ context: ExtractionContext) {
    self.context = context
    text = context.folded
  }

  /// The place that a level word in such a list points back to.
  func region(before level: Span) -> EntityID? {
    var mark = level.start - 1
    while mark > 0, level.start - mark < Self.longest, text[mark] == "、",
      OrganizationWords.embedded.leaders.longestMatch(in: text, endingAt: mark) != nil
    {
      var start = mark
      while start > 0, mark - start < Self.longest, !Self.marks.contains(text[start - 1]) { start -= 1 }
      let item = Span(start, mark)
      if let head = context.mentions(of: "Region", in: item).first, head.span.start == start,
        head.span.count > level.count
      {
        return context.name(of: head.entity).hasSuffix(context.text.string(level)) ? head.entity : nil
      }
      mark = start - 1
    }
    return nil
  }
}
