import GraphModel

/// Where single scalars stand in one text: read once for each scalar that somebody asks for, and kept.
struct ScalarPlaces {
  private var known: [(scalar: Unicode.Scalar, places: [Int])] = []

  /// The places of a scalar in the text, in order.
  mutating func places(of scalar: Unicode.Scalar, in text: ScalarText) -> [Int] {
    for entry in known where entry.scalar == scalar { return entry.places }
    var places: [Int] = []
    text.scalars.withUnsafeBufferPointer { scalars in
      let bytes = UnsafeRawBufferPointer(scalars)
      let wanted = SIMD16<UInt32>(repeating: scalar.value)
      var start = 0
      // Few stretches hold it: sixteen scalars are compared at once.
      while start + 16 <= scalars.count {
        let stretch = bytes.loadUnaligned(fromByteOffset: start * 4, as: SIMD16<UInt32>.self)
        if any(stretch .== wanted) {
          for index in start..<start + 16 where scalars[index] == scalar { places.append(index) }
        }
        start += 16
      }
      for index in start..<scalars.count where scalars[index] == scalar { places.append(index) }
    }
    known.append((scalar, places))
    return places
  }
}
