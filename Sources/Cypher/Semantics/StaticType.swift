/// What is known of a value before the query runs.
struct StaticType: Equatable, Sendable {
  /// The types that it may have; null is always one of them.
  struct Kinds: OptionSet, Hashable, Sendable {
    let rawValue: UInt32
    static let boolean = Kinds(rawValue: 1)
    static let integer = Kinds(rawValue: 2)
    static let float = Kinds(rawValue: 4)
    static let string = Kinds(rawValue: 8)
    static let list = Kinds(rawValue: 16)
    static let map = Kinds(rawValue: 32)
    static let node = Kinds(rawValue: 64)
    static let relationship = Kinds(rawValue: 128)
    static let path = Kinds(rawValue: 256)
    static let temporal = Kinds(rawValue: 512)
    static let duration = Kinds(rawValue: 1024)

    static let none: Kinds = []
    static let number: Kinds = [.integer, .float]
    static let any = Kinds(rawValue: 2047)
    /// What a property can hold.
    static let property: Kinds = [.boolean, .integer, .float, .string, .list, .temporal, .duration]

    /// The names, for people.
    var names: String {
      let all: [(Kinds, String)] = [
        (.boolean, "Boolean"), (.integer, "Integer"), (.float, "Float"), (.string, "String"), (.list, "List"),
        (.map, "Map"), (.node, "Node"), (.relationship, "Relationship"), (.path, "Path"), (.temporal, "Temporal"),
        (.duration, "Duration"),
      ]
      if self == .any { return "Any" }
      return all.filter { contains($0.0) }.map(\.1).joined(separator: " or ")
    }
  }

  var kinds: Kinds
  /// What the items of a list may be.
  var element: Kinds

  init(_ kinds: Kinds, element: Kinds = .any) {
    self.kinds = kinds
    self.element = element
  }

  static let any = StaticType(.any)
  static let null = StaticType(.none)
  static let boolean = StaticType(.boolean)
  static let integer = StaticType(.integer)
  static let float = StaticType(.float)
  static let number = StaticType(.number)
  static let string = StaticType(.string)
  static let map = StaticType(.map)
  static let node = StaticType(.node)
  static let relationship = StaticType(.relationship)
  static let path = StaticType(.path)

  static func list(of element: Kinds) -> StaticType { StaticType(.list, element: element) }

  /// Whether a value of this type may be of one of some kinds; null may always be.
  func mayBe(_ wanted: Kinds) -> Bool { kinds == .none || !kinds.isDisjoint(with: wanted) }

  static func union(_ a: StaticType, _ b: StaticType) -> StaticType {
    let element: Kinds =
      a.kinds.contains(.list) && b.kinds.contains(.list)
      ? a.element.union(b.element) : a.kinds.contains(.list) ? a.element : b.element
    return StaticType(a.kinds.union(b.kinds), element: element)
  }
}
