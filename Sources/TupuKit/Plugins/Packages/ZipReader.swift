import CZlib

/// Reads zip archives (PKWARE APPNOTE 6.3.10, zip64 sizes too, without encryption) by their central directory.
///
/// Everything that the directory says is compared with the archive before anything is unpacked: sizes together, places that
/// overlap, names that differ from those beside the data.
struct ZipReader {
  /// What the directory says of a file.
  private struct Item {
    var name: String
    var nameBytes: ArraySlice<UInt8>
    var method: Int
    var check: Int
    var packed: Int
    var size: Int
    var local: Int
    var isProgram: Bool
  }

  private let bytes: [UInt8]

  /// The files of an archive; links and devices are refused.
  ///
  /// - Throws: `PackageError`.
  static func entries(_ bytes: [UInt8]) throws(PackageError) -> [PackageEntry] {
    let reader = ZipReader(bytes: bytes)
    let items = try reader.items()
    var total = 0
    for item in items {
      guard item.size <= PackageEntry.maximumBytes - total else { throw .tooLarge }
      total += item.size
    }
    let places = try reader.places(of: items)
    var entries: [PackageEntry] = []
    for (item, place) in zip(items, places) {
      entries.append(
        PackageEntry(path: item.name, bytes: try reader.content(of: item, at: place), isProgram: item.isProgram))
    }
    return entries
  }

  private func items() throws(PackageError) -> [Item] {
    guard let end = endRecord() else { throw .damaged }
    let count = try number(end + 10, 2)
    guard count <= PackageEntry.maximumCount else { throw .tooLarge }
    let start = try number(end + 16, 4)
    let length = try number(end + 12, 4)
    var place = start
    var items: [Item] = []
    for _ in 0..<count {
      guard try number(place, 4) == 0x0201_4B50 else { throw .damaged }
      let (nameLength, extraLength) = (try number(place + 28, 2), try number(place + 30, 2))
      let next = try place + 46 + nameLength + extraLength + number(place + 32, 2)
      guard next <= end else { throw .damaged }
      let nameBytes = bytes[place + 46..<place + 46 + nameLength]
      let name = String(decoding: nameBytes, as: UTF8.self)
      let mode = try number(place + 38, 4) >> 16
      if !name.hasSuffix("/") {
        // No type at all is what other systems than Unix write.
        guard [0, 0o100000].contains(mode & 0o170000) else { throw .notAFile(name) }
        let method = try number(place + 10, 2)
        guard try number(place + 8, 2) & 1 == 0, method == 0 || method == 8 else { throw .unknownMethod(name) }
        var sizes = (
          size: try number(place + 24, 4), packed: try number(place + 20, 4), local: try number(place + 42, 4)
        )
        try widen(&sizes, extra: place + 46 + nameLength..<place + 46 + nameLength + extraLength)
        items.append(
          Item(
            name: name, nameBytes: nameBytes, method: method, check: try number(place + 16, 4), packed: sizes.packed,
            size: sizes.size, local: sizes.local, isProgram: mode & 0o100 != 0))
      }
      place = next
    }
    guard place - start == length else { throw .damaged }
    return items
  }

  /// Replaces numbers of all ones by those of the zip64 extra field (APPNOTE 4.5.3), in their order.
  private func widen(
    _ sizes: inout (size: Int, packed: Int, local: Int), extra: Range<Int>
  ) throws(PackageError) {
    let wide = 0xFFFF_FFFF
    guard sizes.size == wide || sizes.packed == wide || sizes.local == wide else { return }
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound {
      let (kind, length) = (try number(place, 2), try number(place + 2, 2))
      if kind == 1 {
        var field = place + 4
        func next() throws(PackageError) -> Int {
          guard field + 8 <= place + 4 + length else { throw .damaged }
          defer { field += 8 }
          return try number(field, 8)
        }
        if sizes.size == wide { sizes.size = try next() }
        if sizes.packed == wide { sizes.packed = try next() }
        if sizes.local == wide { sizes.local = try next() }
        return
      }
      place += 4 + length
    }
    throw .damaged
  }

  /// Where the data of each file starts; no byte belongs to two.
  private func places(of items: [Item]) throws(PackageError) -> [Int] {
    var places: [Int] = []
    for item in items {
      guard try number(item.local, 4) == 0x0403_4B50 else { throw .damaged }
      let nameLength = try number(item.local + 26, 2)
      let start = try item.local + 30 + nameLength + number(item.local + 28, 2)
      guard start <= bytes.count, item.packed <= bytes.count - start, nameLength == item.nameBytes.count,
        bytes[item.local + 30..<item.local + 30 + nameLength].elementsEqual(item.nameBytes)
      else { throw .damaged }
      places.append(start)
    }
    var end = 0
    for index in items.indices.sorted(by: { items[$0].local < items[$1].local }) {
      guard items[index].local >= end else { throw .damaged }
      end = places[index] + items[index].packed
    }
    return places
  }

  private func content(of item: Item, at start: Int) throws(PackageError) -> [UInt8] {
    let data = bytes[start..<start + item.packed]
    let content: [UInt8]
    if item.method == 0 {
      content = Array(data)
    } else {
      do {
        content = try Inflater.inflate(data, .raw, limit: item.size)
      } catch .tooLarge {
        // More comes of it than the directory says.
        throw .damaged
      }
    }
    let check = content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32(clamping: $0.count)) }
    guard content.count == item.size, Int(check) == item.check else { throw .damaged }
    return content
  }

  /// Where the record stands that ends the archive; a comment of up to 65,535 bytes may follow it.
  private func endRecord() -> Int? {
    guard bytes.count >= 22 else { return nil }
    return stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1).first {
      bytes[$0] == 0x50 && bytes[$0 + 1] == 0x4B && bytes[$0 + 2] == 5 && bytes[$0 + 3] == 6
        && $0 + 22 + Int(bytes[$0 + 20]) + Int(bytes[$0 + 21]) << 8 == bytes.count
    }
  }

  /// A number, the lowest byte first; those that no size can be are too large.
  private func number(_ start: Int, _ count: Int) throws(PackageError) -> Int {
    guard start >= 0, start <= bytes.count - count else { throw .damaged }
    guard count < 8 || bytes[start + 7] < 0x40 else { throw .tooLarge }
    return (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
  }
}
