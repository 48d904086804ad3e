import GraphModel

/// Where a pattern matches.
struct PatternMatch: Hashable, Sendable {
  var span: Span
  /// For each capture its stretch, where it took part.
  var captures: [Span?]
}

/// The room in which patterns are run, kept for the next one.
struct MatcherRoom {
  fileprivate var waiting: [[PatternMatcher.Thread]]
  fileprivate var trail: [PatternMatcher.Mark] = []
  fileprivate var spare: [PatternMatcher.Thread] = []
  fileprivate var stack: [(state: Int32, trail: Int32)] = []

  /// What stands where the room was before it was given back.
  fileprivate static let none = MatcherRoom(waiting: [])

  /// Room for matches of any length.
  init() { waiting = Array(repeating: [], count: PatternMatcher.longest + 1) }

  private init(waiting: [[PatternMatcher.Thread]]) { self.waiting = waiting }
}

/// Runs a `PatternProgram` over a text, all states at once: a text costs time in proportion to its length and the number of
/// states, whatever the pattern.
///
/// Of the matches that start first the longest counts; they do not overlap. A match is at most `longest` scalars long.
struct PatternMatcher {
  fileprivate struct Thread {
    var state: Int32
    var start: Int32
    /// The last entry of its captures in `trail`, or -1.
    var trail: Int32
  }

  fileprivate struct Mark {
    var slot: Int32
    var position: Int32
    var before: Int32
  }

  /// The longest match, in scalars.
  static let longest = 240

  let program: PatternProgram
  let scene: RuleScene
  private let places: StartPlaces
  private var room: MatcherRoom
  /// For each state the step in which it was last reached.
  private var visited: [Int]
  private var steps = 0
  /// Threads that go on at a position, by the position modulo their number, are so many.
  private var live = 0
  /// Where the text begins in which it is matched.
  private var begin = 0

  init(_ program: PatternProgram, in scene: RuleScene, from places: StartPlaces) {
    self.program = program
    self.scene = scene
    self.places = places
    room = scene.takeRoom()
    visited = Array(repeating: 0, count: program.states.count)
  }

  /// Gives the room back for the next pattern.
  mutating func finish() {
    reset()
    scene.keep(room)
    room = MatcherRoom.none
  }

  /// The matches inside a span, in order.
  mutating func matches(in span: Span) -> [PatternMatch] {
    var found: [PatternMatch] = []
    begin = span.start
    var position = span.start
    while let match = first(from: position, to: span.end) {
      found.append(match)
      position = match.span.end
    }
    return found
  }

  /// Where a match may start, for a caller that looks for reasons: the best match that starts at one position, and the
  /// farthest position that any thread reached with the states that waited there.
  mutating func attempt(at start: Int, in span: Span) -> (match: PatternMatch?, reached: Int, wanted: [Int]) {
    var best: (span: Span, trail: Int32)?
    var reached = start
    var wanted: [Int] = []
    begin = span.start
    reset()
    room.waiting[start % room.waiting.count].append(Thread(state: 0, start: Int32(start), trail: -1))
    live = 1
    var position = start
    while live > 0 {
      let readers = step(position, span.end, &best, onlyFrom: start)
      if !readers.isEmpty { (reached, wanted) = (position, readers) }
      position += 1
    }
    return (best.map(match), reached, wanted)
  }

  private mutating func first(from begin: Int, to end: Int) -> PatternMatch? {
    var best: (span: Span, trail: Int32)?
    var position = nextStart(from: begin, to: end)
    guard position < end else { return nil }
    reset()
    while position < end || live > 0 {
      if live == 0 {
        if best != nil { break }
        position = nextStart(from: position, to: end)
        if position >= end { break }
        room.trail.removeAll(keepingCapacity: true)
      }
      if best == nil, position < end, position == self.begin || !program.isAnchored, places.contains(position) {
        room.waiting[position % room.waiting.count].append(Thread(state: 0, start: Int32(position), trail: -1))
        live += 1
      }
      _ = step(position, end, &best, onlyFrom: nil)
      position += 1
    }
    return best.map(match)
  }

  /// The first position from one on at which a match may start; `end` where there is none.
  private func nextStart(from position: Int, to end: Int) -> Int {
    guard program.isAnchored else { return places.next(from: position, to: end) }
    return position == begin && position < end && places.contains(position) ? position : end
  }

  private mutating func reset() {
    room.trail.removeAll(keepingCapacity: true)
    if live > 0 { for index in room.waiting.indices { room.waiting[index].removeAll(keepingCapacity: true) } }
    live = 0
  }

  /// Lets every thread at a position read what stands there; the states that read are returned where reasons are asked for.
  private mutating func step(
    _ position: Int, _ end: Int, _ best: inout (span: Span, trail: Int32)?, onlyFrom: Int?
  ) -> [Int] {
    let slot = position % room.waiting.count
    guard !room.waiting[slot].isEmpty else { return [] }
    var threads = room.spare
    room.spare = []
    swap(&threads, &room.waiting[slot])
    live -= threads.count
    steps += 1
    if threads.count > 1 { threads.sort { $0.start < $1.start } }
    var readers: [Int] = []
    for thread in threads {
      if let best, Int(thread.start) > best.span.start { break }
      room.stack.append((thread.state, thread.trail))
      while let (state, trail) = room.stack.popLast() {
        let index = Int(state)
        if visited[index] == steps { continue }
        visited[index] = steps
        switch program.states[index] {
        case .split(let targets): for target in targets.reversed() { room.stack.append((target, trail)) }
        case .start: if position == begin { room.stack.append((program.next[index], trail)) }
        case .save(let slot):
          room.trail.append(Mark(slot: slot, position: Int32(position), before: trail))
          room.stack.append((program.next[index], Int32(room.trail.count - 1)))
        case .match:
          let span = Span(Int(thread.start), position)
          if best == nil || span.start < best!.span.start || span.end > best!.span.end { best = (span, trail) }
        case .scalar(let scalar):
          if onlyFrom != nil { readers.append(index) }
          if position < end, scene.text[position] == scalar { go(on: index, thread.start, trail, to: position + 1) }
        case .set(let ranges, let negated):
          if onlyFrom != nil { readers.append(index) }
          guard position < end else { continue }
          let value = scene.text[position].value
          if ranges.contains(where: { $0.contains(value) }) != negated {
            go(on: index, thread.start, trail, to: position + 1)
          }
        case .token(let token):
          if onlyFrom != nil { readers.append(index) }
          scene.forEachEnd(of: token, at: position) { stop in
            if stop <= end { go(on: index, thread.start, trail, to: stop) }
          }
        }
      }
    }
    threads.removeAll(keepingCapacity: true)
    room.spare = threads
    return readers
  }

  private mutating func go(on state: Int, _ start: Int32, _ trail: Int32, to position: Int) {
    guard position - Int(start) <= Self.longest else { return }
    room.waiting[position % room.waiting.count].append(Thread(state: program.next[state], start: start, trail: trail))
    live += 1
  }

  private func match(_ best: (span: Span, trail: Int32)) -> PatternMatch {
    var captures = [Span?](repeating: nil, count: program.captures.count)
    var ends = [Int32](repeating: -1, count: program.captures.count)
    var entry = best.trail
    while entry >= 0 {
      let mark = room.trail[Int(entry)]
      let capture = Int(mark.slot / 2)
      if mark.slot % 2 == 1 {
        if ends[capture] < 0 { ends[capture] = mark.position }
      } else if ends[capture] >= 0, captures[capture] == nil, mark.position <= ends[capture] {
        captures[capture] = Span(Int(mark.position), Int(ends[capture]))
      }
      entry = mark.before
    }
    return PatternMatch(span: best.span, captures: captures)
  }
}
