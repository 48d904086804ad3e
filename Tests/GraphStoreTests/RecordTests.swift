import GraphModel
import Testing

@testable import GraphStore

/// Records that are kept or wait to be kept.
@Suite struct RecordTests {
  @Test func heldBytesStayAsTheyWere() {
    var pieces = (0..<300).map { number in [UInt8](repeating: UInt8(number % 251), count: number * 37) }
    pieces.append((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) })
    pieces.append([7])
    let held = {
      let holder = ByteHolder()
      return pieces.map(holder.hold)
    }()
    for (piece, bytes) in zip(pieces, held) {
      #expect(bytes.count == piece.count)
      #expect(bytes.array == piece)
      #expect(bytes.withBytes { $0.elementsEqual(piece) })
    }
  }

  @Test func laterPlacesAreAddedAsIfTheListWereWrittenAnew() throws {
    let known = [
      Place(document: 0, index: 3, spans: 1), Place(document: 2, index: 0, spans: 4),
      Place(document: 2, index: 7, spans: 1),
    ]
    let later = [Place(document: 2, index: 8, spans: 2), Place(document: 900, index: 0, spans: 1)]
    func added(_ places: [Place], to known: [Place]) throws -> [UInt8]? {
      try PlaceList.encode(known).withUnsafeBytes { try PlaceList.appending(places, to: $0) }
    }
    #expect(try added(later, to: known) == PlaceList.encode(known + later))
    #expect(try added(later, to: []) == PlaceList.encode(later))
    #expect(try added([], to: known) == PlaceList.encode(known))
    // What belongs in front or is there already has to be put in its place.
    #expect(try added([Place(document: 1, index: 0, spans: 1)], to: known) == nil)
    #expect(try added([known[2]], to: known) == nil)
  }

  @Test func rowsAreAllInserted() throws {
    for count in [0, 1, 31, 32, 33, 100] {
      let database = try Database(uri: ":memory:", flags: 0x2 | 0x4)
      try database.execute("CREATE TABLE pair (a INTEGER, b INTEGER)")
      try RowInserter(into: "pair", columns: 2, in: database).run(count) { row, index, place in
        row.bind(place, index)
        row.bind(place + 1, index * index)
      }
      #expect(try database.integer("SELECT count(*) FROM pair WHERE b = a * a") == count)
      #expect(try database.integer("SELECT count(DISTINCT a) FROM pair") == count)
    }
  }
}
