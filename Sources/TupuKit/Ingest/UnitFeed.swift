import GraphModel

/// Turns what a walk found into batches of units of bounded size; records of JSON Lines files are read as they come.
struct UnitFeed {
  private let items: [SourceWalk.Item]
  private let options: IngestOptions
  private var index = 0
  private var reader: RecordReader?
  private var readerPath = ""
  private var seen: Set<String> = []
  /// Number of units known so far.
  private(set) var total: Int
  /// Files of JSON Lines that were read to their end, with the origins of their records.
  private(set) var finished: [(path: String, origins: Set<String>)] = []

  private static let batchUnits = 128
  private static let batchBytes = 4 << 20

  init(_ items: [SourceWalk.Item], options: IngestOptions) {
    self.items = items
    self.options = options
    total = items.count
  }

  /// The next units; none at the end.
  mutating func batch() -> [IngestUnit] {
    var units: [IngestUnit] = []
    var bytes = 0
    while units.count < Self.batchUnits, bytes < Self.batchBytes {
      if let (unit, size) = record() {
        units.append(unit)
        bytes += size
        continue
      }
      guard index < items.count else { break }
      let item = items[index]
      index += 1
      switch item {
      case .document(let path, let size):
        units.append(.file(path: path))
        bytes += min(size, options.limit)
      case .source(let source):
        units.append(.source(source))
        bytes += source.bytes.count
      case .failure(let origin, let failure): units.append(.failure(origin: origin, failure))
      case .records(let path): if let unit = open(path) { units.append(unit) }
      }
    }
    return units
  }

  /// Opens a file of JSON Lines; the unit that stands for it where it is none.
  private mutating func open(_ path: String) -> IngestUnit? {
    do throws(SourceFailure) {
      var opened = try RecordReader(path: path, limit: options.limit)
      if path == "-", try !opened.startsWithObject() {
        // Standard input that holds no records is one document.
        let bytes = try opened.rest()
        return .source(
          Source(name: "-", origin: "-", mediaType: .text, bytes: bytes, encoding: options.encoding))
      }
      reader = opened
      readerPath = path
      seen = []
      total -= 1
      return nil
    } catch {
      return .failure(origin: path, error)
    }
  }

  private mutating func record() -> (unit: IngestUnit, size: Int)? {
    guard var open = reader else { return nil }
    do throws(SourceFailure) {
      let line = try open.next()
      reader = open
      guard let line else {
        open.close()
        reader = nil
        if readerPath != "-" { finished.append((readerPath, seen)) }
        return nil
      }
      total += 1
      seen.insert(line.origin)
      switch line.result {
      case .success(var source):
        if readerPath == "-" { source.origin = "-" }
        return (.source(source), source.bytes.count)
      case .failure(let failure): return (.failure(origin: line.origin, failure), 0)
      }
    } catch {
      open.close()
      reader = nil
      total += 1
      return (.failure(origin: readerPath, error), 0)
    }
  }
}
