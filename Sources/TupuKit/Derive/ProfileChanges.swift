import GraphStore

/// What a derivation changes of profiles, by their numbers.
///
/// A list with a dictionary beside it: a change that is met again, as most are, is altered where it stands.
struct ProfileChanges {
  private var places: [Int64: Int] = [:]
  private var changes: [(id: Int64, change: ProfileChange)] = []

  /// The numbers of the profiles that change, sorted.
  var sortedIDs: [Int64] { changes.map(\.id).sorted() }

  /// What changes of a profile; nil: nothing.
  subscript(id: Int64) -> ProfileChange? { places[id].map { changes[$0].change } }

  /// Adds a claim to a profile.
  ///
  /// - Parameter empty: a change of the profile that changes nothing yet, made where it is the first one.
  mutating func add(_ place: Place, to id: Int64, _ empty: () throws -> ProfileChange) rethrows {
    changes[try index(of: id, empty)].change.added.append(place)
  }

  /// Takes a claim from a profile.
  ///
  /// - Parameter empty: a change of the profile that changes nothing yet, made where it is the first one.
  mutating func remove(_ place: Place, from id: Int64, _ empty: () throws -> ProfileChange) rethrows {
    changes[try index(of: id, empty)].change.removed.insert(place)
  }

  private mutating func index(of id: Int64, _ empty: () throws -> ProfileChange) rethrows -> Int {
    if let known = places[id] { return known }
    changes.append((id, try empty()))
    places[id] = changes.count - 1
    return changes.count - 1
  }
}
