import Glibc
import GraphModel

/// The state of one running query: the current row in slots, the graph, and what bounds the run.
final class Frame {
  /// The current row; every variable of the query has a slot of its own.
  let slots: UnsafeMutableBufferPointer<Value>
  let graph: any PropertyGraph
  let writer: (any MutablePropertyGraph)?
  let parameters: [String: Value]
  let limits: QueryLimits
  let procedures: ProcedureRegistry
  /// Whether operators count their rows.
  let isProfiling: Bool
  var changes = QueryChanges()
  private(set) var deletedNodes: Set<NodeID> = []
  private var deletedEdges: [EdgeID: (type: Token, source: NodeID, target: NodeID)] = [:]
  private var ticks = 0
  private var heldBytes = 0
  private var resident = ResidentMemory()
  private let deadline: ContinuousClock.Instant?

  init(
    slotCount: Int, graph: any PropertyGraph, writer: (any MutablePropertyGraph)?, parameters: [String: Value],
    limits: QueryLimits, procedures: ProcedureRegistry, profiling: Bool
  ) {
    slots = .allocate(capacity: max(1, slotCount))
    slots.initialize(repeating: .null)
    self.graph = graph
    self.writer = writer
    self.parameters = parameters
    self.limits = limits
    self.procedures = procedures
    isProfiling = profiling
    deadline = limits.timeout.map { ContinuousClock.now + $0 }
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }

  /// The moment at which the statement began, in UTC.
  lazy var clock: DateTimeValue = Frame.now()

  static func now() -> DateTimeValue {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Zone.utc.moment(epochSecond: Int64(time.tv_sec), nanosecond: Int(time.tv_nsec))
  }

  /// To be called now and then by whatever runs long: throws where the query must end.
  @inline(__always)
  func tick() throws {
    ticks &+= 1
    if ticks & 0x3FF == 0 { try checkLimits() }
  }

  /// `tick` for a step that does the work of many.
  func tick(_ count: Int) throws {
    let before = ticks >> 10
    ticks &+= count
    if ticks >> 10 != before { try checkLimits() }
  }

  private func checkLimits() throws {
    if ticks & 0xFFFF < 0x400 { try checkResidentMemory(adding: 0) }
    if let deadline, ContinuousClock.now > deadline {
      throw CypherError(.execution, .timedOut, "The query ran longer than it may.")
    }
    if limits.isCancelled?() == true { throw CypherError(.execution, .cancelled, "The query was cancelled.") }
  }

  /// Throws where so many bytes more would be too many.
  func reserve(bytes: Int) throws {
    guard let memory = limits.memory else { return }
    if heldBytes &+ bytes > memory { throw Self.memoryExceeded(memory) }
    if bytes > 1 << 22 { try checkResidentMemory(adding: bytes) }
  }

  /// What no operator counts (values on their way, what the graph caches) shows in what the process holds.
  private func checkResidentMemory(adding bytes: Int) throws {
    guard let memory = limits.memory, resident.growth() &+ bytes > memory &+ memory / 4 else { return }
    throw Self.memoryExceeded(memory)
  }

  private static func memoryExceeded(_ memory: Int) -> CypherError {
    CypherError(
      .execution, .memoryExceeded, "The query needs more than the \(memory >> 20) MB of memory that it may use.",
      suggestion: "Add a LIMIT, or ask for fewer rows at once.")
  }

  /// Notes bytes held by rows that an operator keeps.
  func hold(bytes: Int) throws {
    try reserve(bytes: bytes)
    heldBytes += bytes
  }

  func release(bytes: Int) { heldBytes -= bytes }

  /// The values of some slots, to be kept.
  func save(_ wanted: [Int]) -> [Value] { wanted.map { slots[$0] } }

  func restore(_ wanted: [Int], _ values: [Value]) {
    for (index, slot) in wanted.enumerated() { slots[slot] = values[index] }
  }

  // MARK: Reading the graph

  func checkAlive(_ node: NodeID) throws {
    if !deletedNodes.isEmpty && deletedNodes.contains(node) {
      throw CypherError(.entityNotFound, .deletedEntityAccess, "The node was deleted by this query.")
    }
  }

  func checkAlive(_ edge: EdgeID) throws {
    if !deletedEdges.isEmpty && deletedEdges[edge] != nil {
      throw CypherError(.entityNotFound, .deletedEntityAccess, "The relationship was deleted by this query.")
    }
  }

  /// Type and ends of a relationship, even of one that this query deleted.
  func ends(of edge: EdgeID) throws -> (type: Token, source: NodeID, target: NodeID)? {
    if !deletedEdges.isEmpty, let ends = deletedEdges[edge] { return ends }
    return try graph.ends(of: edge)
  }

  func noteDeletion(of node: NodeID) { deletedNodes.insert(node) }

  func noteDeletion(of edge: EdgeID, ends: (type: Token, source: NodeID, target: NodeID)) {
    deletedEdges[edge] = ends
  }

  /// The properties of a node, relationship or map; nil where the value is none of these.
  func properties(of value: Value) throws -> [String: Value]? {
    let found: [(key: Token, value: PropertyValue)]
    switch value {
    case .map(let map): return map
    case .node(let id):
      try checkAlive(id)
      found = try graph.properties(of: id)
    case .relationship(let id):
      try checkAlive(id)
      found = try graph.properties(of: id)
    default: return nil
    }
    return Dictionary(found.map { (graph.keyName($0.key), Value($0.value)) }) { first, _ in first }
  }
}

/// What bounds a query's run.
public struct QueryLimits: Sendable {
  /// The longest time that it may run.
  public var timeout: Duration?
  /// The most bytes that the rows it keeps (to sort, group or hand to a write) may take, roughly.
  public var memory: Int?
  /// Asked now and then from the query's thread; true ends the query.
  public var isCancelled: (@Sendable () -> Bool)?

  /// Bounds a query; no time limit and 4 GB where nothing else is said.
  public init(
    timeout: Duration? = nil, memory: Int? = 4 << 30, isCancelled: (@Sendable () -> Bool)? = nil
  ) {
    self.timeout = timeout
    self.memory = memory
    self.isCancelled = isCancelled
  }
}

/// What a query changed.
public struct QueryChanges: Hashable, Sendable {
  /// Nodes that were created.
  public var nodesCreated = 0
  /// Nodes that were deleted.
  public var nodesDeleted = 0
  /// Relationships that were created.
  public var relationshipsCreated = 0
  /// Relationships that were deleted.
  public var relationshipsDeleted = 0
  /// Properties that were set or removed.
  public var propertiesSet = 0
  /// Labels that were added.
  public var labelsAdded = 0
  /// Labels that were removed.
  public var labelsRemoved = 0

  /// Nothing changed.
  public init() {}

  /// Whether anything changed.
  public var isEmpty: Bool { self == QueryChanges() }
}
