import GraphModel

/// Leads offsets in the units that a process counts in to Unicode scalars and back.
struct OffsetUnits {
  /// Where each scalar starts, and the length at the end; empty where the units are scalars.
  private let starts: [Int32]
  private let scalars: Int

  init(_ text: ScalarText, _ units: ProcessDeclaration.Offsets) {
    scalars = text.count
    let width: (Unicode.Scalar) -> Int32
    switch units {
    case .scalars:
      starts = []
      return
    case .utf8:
      width = { $0.value < 0x80 ? 1 : $0.value < 0x800 ? 2 : $0.value < 0x10000 ? 3 : 4 }
    case .utf16:
      width = { $0.value < 0x10000 ? 1 : 2 }
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(text.count + 1)
    var place: Int32 = 0
    for scalar in text.scalars {
      place += width(scalar)
      starts.append(place)
    }
    self.starts = starts
  }

  /// Length of the text in the process's units.
  var length: Int { starts.last.map { Int($0) } ?? scalars }

  /// A position of the text in the process's units.
  func offset(of scalar: Int) -> Int { starts.isEmpty ? scalar : Int(starts[scalar]) }

  /// The scalar that starts at an offset between 0 and `length`; nil where the offset lies inside one.
  func scalar(at offset: Int) -> Int? {
    guard !starts.isEmpty else { return offset }
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return Int(starts[low]) == offset ? low : nil
  }
}
