import GraphModel

/// Why a candidate did not become a finding.
public enum LossReason: String, Sendable, Hashable, CaseIterable {
  /// Another reading of the same place is likelier.
  case dearer
  /// It is not likely enough to be a name at all.
  case unlikely
  /// It lies inside the name of something else.
  case occupied
  /// A list says that such words are no names.
  case excluded
  /// It is a part of a longer name.
  case suppressed
  /// The plug-in took it back after having read the rest.
  case retracted
  /// Nothing tells whose post it is.
  case ownerless
  /// It speaks of such things in general, or of several.
  case general
  /// Only the kind is named, nothing of its own.
  case kindOnly
  /// The word belongs to something of another kind here.
  case otherKind
  /// Nothing says that it took part.
  case absent
  /// It is only cited.
  case cited
}

/// What a plug-in considered at a place, and what became of it.
public struct TraceNote: Sendable, Hashable {
  /// The stretch it was about; of the clean text while a document is read, of the source's decoded text afterwards.
  public var span: Span
  /// The plug-in's name.
  public var plugin: String
  /// The label or edge type that it would become.
  public var type: String
  /// The rule that considered it.
  public var rule: String
  /// Why it lost; nil for what was asserted.
  public var reason: LossReason?
  /// How dear the candidate was, in quarters of nats; the lower, the likelier. Nil where the rule does not weigh.
  public var score: Int?
  /// What it had to stay below.
  public var limit: Int?
}

/// Keeps notes of what fires and what loses while one document is read.
///
/// There is one only where somebody asks for it: plug-ins write `context.trace?.lost(…)`, which costs a comparison when
/// nobody does.
public final class ExtractionTrace {
  /// The notes in order of writing, each once.
  public private(set) var notes: [TraceNote] = []
  /// The plug-in that is reading.
  var plugin = ""
  private var seen: Set<TraceNote> = []
  /// A document of one endless list would fill the memory otherwise.
  private static let most = 200_000

  /// No notes yet.
  public init() {}

  /// Notes that a rule asserted something.
  public func fired(_ type: String, at span: Span, rule: String) {
    add(TraceNote(span: span, plugin: plugin, type: type, rule: rule))
  }

  /// Notes that a candidate lost.
  public func lost(
    _ type: String, at span: Span, rule: String, _ reason: LossReason, score: Int? = nil, limit: Int? = nil
  ) {
    add(TraceNote(span: span, plugin: plugin, type: type, rule: rule, reason: reason, score: score, limit: limit))
  }

  private func add(_ note: TraceNote) {
    guard notes.count < Self.most, seen.insert(note).inserted else { return }
    notes.append(note)
  }
}
