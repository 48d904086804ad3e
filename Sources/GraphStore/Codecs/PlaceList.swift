import GraphModel

/// Where an entity or a relation is claimed: a document's number, the claim's index in its findings, and how many spans
/// it has there.
public struct Place: Hashable, Sendable, Comparable {
  /// The document's number in this file.
  public var document: Int
  /// The index among the entities or the relations of the document's findings.
  public var index: Int
  /// Number of spans that the claim has.
  public var spans: Int

  /// In the place of a document's number: the claim is a person's, and the index the number of the judgement.
  public static let statements = 0

  /// Points to a claim.
  public init(document: Int, index: Int, spans: Int) {
    self.document = document
    self.index = index
    self.spans = spans
  }

  /// Orders by document, then index.
  public static func < (a: Place, b: Place) -> Bool { (a.document, a.index) < (b.document, b.index) }
}

/// A sorted list of places as a record: each document's number as the distance from the last one.
enum PlaceList {
  static func encode(_ places: [Place]) -> [UInt8] {
    var writer = ByteWriter(capacity: places.count * 5)
    write(places, after: 0, to: &writer)
    return writer.bytes
  }

  private static func write(_ places: [Place], after document: Int, to writer: inout ByteWriter) {
    var last = document
    for place in places {
      writer.number(place.document - last)
      writer.number(place.index)
      writer.number(place.spans)
      last = place.document
    }
  }

  /// A record with others behind its places; nil where these are not all later ones.
  ///
  /// - Parameter places: sorted.
  static func appending(_ places: [Place], to bytes: UnsafeRawBufferPointer) throws -> [UInt8]? {
    guard let first = places.first else { return Array(bytes) }
    var reader = ByteReader(bytes)
    var last = Place(document: 0, index: 0, spans: 0)
    while !reader.isAtEnd {
      last = Place(
        document: last.document + (try reader.number()), index: try reader.number(), spans: try reader.number())
    }
    guard bytes.isEmpty || last < first else { return nil }
    var writer = ByteWriter(capacity: bytes.count + places.count * 5)
    writer.append(bytes)
    write(places, after: last.document, to: &writer)
    return writer.bytes
  }

  static func decode(_ bytes: UnsafeRawBufferPointer) throws -> [Place] {
    var reader = ByteReader(bytes)
    var places: [Place] = []
    var last = 0
    while !reader.isAtEnd {
      last += try reader.number()
      places.append(Place(document: last, index: try reader.number(), spans: try reader.number()))
    }
    return places
  }

  /// The list without the claims of some documents and with others, still sorted.
  static func merge(_ places: [Place], removing gone: Set<Place>, adding new: [Place]) -> [Place] {
    let kept = gone.isEmpty ? places : places.filter { !gone.contains($0) }
    guard !new.isEmpty else { return kept }
    let new = new.sorted()
    if let last = kept.last, let first = new.first, last < first { return kept + new }
    return (kept + new).sorted()
  }
}
