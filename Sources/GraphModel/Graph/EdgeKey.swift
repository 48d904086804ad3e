/// The stable key of an edge: `TYPE source -> target`, then its mark, which tells parallel edges of one type apart.
public enum EdgeKey {
  /// The key of an edge between the nodes with two keys.
  public static func text(type: String, from: String, to: String, mark: String) -> String {
    String(decoding: bytes(type: type, from: from, to: to, mark: mark), as: UTF8.self)
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

  fileprivate static func bytes(type: String, from: String, to: String, mark: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(type.utf8.count + from.utf8.count + to.utf8.count + mark.utf8.count + 5)
    bytes.append(contentsOf: type.utf8)
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: from.utf8)
    bytes.append(contentsOf: " -> ".utf8)
    bytes.append(contentsOf: to.utf8)
    bytes.append(contentsOf: mark.utf8)
    return bytes
  }
}

extension EdgeID {
  /// The identity of the edge whose key consists of these parts.
  public init(type: String, from: String, to: String, mark: String) {
    self.init(stableNumber(EdgeKey.bytes(type: type, from: from, to: to, mark: mark)))
  }
}
