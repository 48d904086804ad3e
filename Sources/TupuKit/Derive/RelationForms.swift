import GraphModel
import GraphStore
import Resolution

/// What relations say: those of one form make one edge.
struct RelationForm: Hashable {
  /// Where the edge type stands in `RelationForms.types`.
  var type: Int
  var from: NodeID
  var to: NodeID
  /// Where the properties stand in `RelationForms.bodies`.
  var properties: Int
}

/// A claim of an edge that comes or goes.
struct FormedClaim {
  var edge: EdgeID
  var place: Place
  /// Where its properties stand in `RelationForms.bodies`.
  var properties: Int
  /// The form that made the edge, where it is known.
  var form: Int?
  var isRemoval: Bool
}

/// The forms of relations that a change of the graph meets, each once, with the edges that they make.
struct RelationForms {
  /// The edge types, and where those stand in the schema whose parallel edges are told apart.
  private(set) var types: [(name: String, token: Token, marked: Int?)] = []
  /// The distinct properties as they are kept of edges, and what they add to keys of edges, by type.
  private(set) var bodies: [(body: [UInt8], marks: [Int: String])] = [([], [:])]
  /// The forms.
  private(set) var forms: [RelationForm] = []
  /// The edge that each form makes; 0: none.
  private(set) var edges: [Int64] = []
  private let schema: GraphSchema
  private var typeOfName: [String: Int] = [:]
  private var bodyOfPacked: [[UInt8]: Int] = [:]
  /// An open-addressed table: indices of forms from 1.
  private var slots = [Int32](repeating: 0, count: 1024)

  init(_ schema: GraphSchema) { self.schema = schema }

  /// Where an edge type stands.
  mutating func type(_ name: String, _ writer: EdgeWriter) throws -> Int {
    if let known = typeOfName[name] { return known }
    types.append(
      (name, try writer.type(name), schema.edges.firstIndex { $0.name == name && $0.distinguishedBy != nil }))
    typeOfName[name] = types.count - 1
    return types.count - 1
  }

  /// Where some properties stand, given as findings keep them.
  mutating func properties(_ packed: [UInt8], _ writer: EdgeWriter) throws -> Int {
    if let known = bodyOfPacked[packed] { return known }
    let properties = try RelationList.properties(packed)
    var marks: [Int: String] = [:]
    for (index, type) in schema.edges.enumerated() where type.distinguishedBy.map({ properties[$0] != nil }) ?? false {
      marks[index] = Resolver.edgeMark(type.name, properties: properties, schema: schema)
    }
    bodies.append((try writer.body(properties), marks))
    bodyOfPacked[packed] = bodies.count - 1
    return bodies.count - 1
  }

  /// What the key of the edge of a form has after its nodes' part.
  func mark(_ form: RelationForm) -> String {
    types[form.type].marked.flatMap { bodies[form.properties].marks[$0] } ?? ""
  }

  /// Where a form stands; nil where it is new.
  func index(of form: RelationForm) -> Int? {
    var slot = Self.hash(form) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if forms[index] == form { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a new form and the edge that it makes.
  mutating func add(_ form: RelationForm, edge: Int64) -> Int {
    forms.append(form)
    edges.append(edge)
    if forms.count * 2 > slots.count {
      slots = [Int32](repeating: 0, count: slots.count * 4)
      for index in forms.indices { place(index) }
    } else {
      place(forms.count - 1)
    }
    return forms.count - 1
  }

  private mutating func place(_ index: Int) {
    var slot = Self.hash(forms[index]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: index + 1)
  }

  /// A number that no document can foresee (SplitMix64's finish over a seed of this process).
  private static func hash(_ form: RelationForm) -> Int {
    var z = UInt64(bitPattern: form.from.rawValue) &* 0x9E37_79B9_7F4A_7C15 ^ seed
    z = (z ^ z >> 29) &+ UInt64(bitPattern: form.to.rawValue)
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9 &+ UInt64(form.type) &+ UInt64(form.properties) << 8
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (z ^ z >> 31) >> 1)
  }

  private static let seed = UInt64.random(in: .min ... .max)
}
