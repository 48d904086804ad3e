import Extraction

/// The names of a document's zones, arranged so that a short form finds the one name that it shortens.
struct ShortZoneNames {
  /// The zones whose names end with a form; nil where there are several.
  private var byEnd: [[Unicode.Scalar]: EntityID?] = [:]
  /// The names that begin and end alike.
  private var byFrame: [[Unicode.Scalar]: [(form: [Unicode.Scalar], entity: EntityID)]] = [:]
  /// Of more names that begin and end alike none is the one that is meant.
  private static let crowd = 24
  private static let longest = 12

  /// Adds a name without its place and its brackets.
  mutating func add(_ form: [Unicode.Scalar], _ entity: EntityID) {
    guard form.count > 4 else { return }
    for length in 4..<min(form.count, Self.longest) {
      let end = Array(form.suffix(length))
      if let known = byEnd[end], known != entity { byEnd[end] = .some(nil) } else { byEnd[end] = entity }
    }
    byFrame[Self.frame(form), default: []].append((form, entity))
  }

  /// The only other zone whose name a zone's form repeats or shortens: by the end of the name, or by leaving out characters
  /// inside.
  func whole(of form: [Unicode.Scalar], besides zone: EntityID) -> EntityID? {
    if let found = byEnd[form] { return found }
    guard form.count >= 5, let alike = byFrame[Self.frame(form)], alike.count <= Self.crowd else { return nil }
    let longer = alike.filter { $0.entity != zone && $0.form.count >= form.count && Self.isPart(form, of: $0.form) }
    return longer.count == 1 ? longer[0].entity : nil
  }

  private static func frame(_ form: [Unicode.Scalar]) -> [Unicode.Scalar] { Array(form.prefix(2) + form.suffix(2)) }

  private static func isPart(_ form: [Unicode.Scalar], of name: [Unicode.Scalar]) -> Bool {
    var position = 0
    for scalar in name where position < form.count && scalar == form[position] { position += 1 }
    return position == form.count
  }
}
