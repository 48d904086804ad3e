import GraphModel

/// Where single scalars stand in one text: read once for each scalar that somebody asks for, and kept.
struct ScalarPlaces {
  private var known: [(scalar: Unicode.Scalar, places: [Int])] = []

  /// The places of a scalar in the text, in order.
  mutating func places(of scalar: Unicode.Scalar, in text: ScalarText) -> [Int] {
    for entry in known where entry.scalar == scalar { return entry.places }
    var places: [Int] = []
    text.scalars.withUnsafeBufferPointer { scalars in
      for index in scalars.indices where scalars[index] == scalar { places.append(index) }
    }
    known.append((scalar, places))
    return places
  }
}
