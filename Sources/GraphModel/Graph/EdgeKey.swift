/// The stable key of an edge: `TYPE source -> target`, then its mark, which tells parallel edges of one type apart.
public enum EdgeKey {
  /// The key of an edge between the nodes with two keys.
  public static func text(type: String, from: String, to: String, mark: String) -> String {
    withBytes(type: type, from: from, to: to, mark: mark) { String(decoding: $0, as: UTF8.self) }
  }

  /// What the key of an edge between the nodes with two keys has after their part of it; nil where it is of another form.
  public static func mark(of key: String, type: String, from: String, to: String) -> String? {
    let standard = text(type: type, from: from, to: to, mark: "")
    guard key.utf8.starts(with: standard.utf8) else { return nil }
    return String(decoding: key.utf8.dropFirst(standard.utf8.count), as: UTF8.self)
  }

  /// The keys of the two nodes of the edge with a key: each way of reading it, as names may hold what parts them.
  ///
  /// - Parameter isNode: whether a text is the key of a node.
  public static func ends(of key: String, isNode: (String) throws -> Bool) rethrows -> [(from: String, to: String)] {
    let bytes = Array(key.utf8)
    func places(_ wanted: String, from start: Int) -> [Int] {
      let wanted = Array(wanted.utf8)
      return bytes.indices.dropFirst(start).filter { bytes[$0...].starts(with: wanted) }
    }
    guard let blank = bytes.firstIndex(of: UInt8(ascii: " ")) else { return [] }
    var ends: [(from: String, to: String)] = []
    for arrow in places(" -> ", from: blank + 1) {
      let from = String(decoding: bytes[(blank + 1)..<arrow], as: UTF8.self)
      guard try isNode(from) else { continue }
      for end in places(" [", from: arrow + 4) + [bytes.count] {
        let to = String(decoding: bytes[(arrow + 4)..<end], as: UTF8.self)
        if try isNode(to) { ends.append((from, to)) }
      }
    }
    return ends
  }

  /// Lends the bytes of a key to `body`; keys are made by the thousand and seldom kept.
  fileprivate static func withBytes<T>(
    type: String, from: String, to: String, mark: String, _ body: (UnsafeBufferPointer<UInt8>) -> T
  ) -> T {
    let size = type.utf8.count + from.utf8.count + to.utf8.count + mark.utf8.count + 5
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { buffer in
      var rest = buffer
      put(type, &rest)
      put(" ", &rest)
      put(from, &rest)
      put(" -> ", &rest)
      put(to, &rest)
      put(mark, &rest)
      return body(UnsafeBufferPointer(buffer))
    }
  }

  /// Writes a text to the beginning of a room, which is then what is left of it.
  @inline(__always)
  private static func put(_ part: String, _ room: inout UnsafeMutableBufferPointer<UInt8>) {
    let (_, written) = room.initialize(from: part.utf8)
    room = UnsafeMutableBufferPointer(rebasing: room[written...])
  }
}

extension EdgeID {
  /// The identity of the edge whose key consists of these parts.
  public init(type: String, from: String, to: String, mark: String) {
    self.init(EdgeKey.withBytes(type: type, from: from, to: to, mark: mark) { stableNumber($0) })
  }
}
