import GraphModel

/// How a document's clean text follows from its source's decoded text, as one compact record: the runs of its `OffsetMap`,
/// and the clean scalars of those runs that differ from the source's.
enum CleaningCodec {
  /// - Parameter text: the clean text, as long as `offsets` says.
  static func encode(_ offsets: OffsetMap, text: ScalarText, source: ScalarText) -> [UInt8] {
    if offsets.runs.count <= 1, text == source { return [] }
    var writer = ByteWriter()
    writer.number(offsets.runs.count)
    var last = 0
    for run in offsets.runs {
      writer.signed(Int64(run.source.start - last))
      writer.number(run.source.count)
      last = run.source.end
      if text[run.clean] == source[run.source] {
        writer.byte(0)
      } else {
        writer.byte(1)
        writer.number(run.clean.count)
        writer.text(text.string(run.clean))
      }
    }
    return writer.bytes
  }

  /// The clean text and the way back, from the record and the source's decoded text.
  static func decode(_ bytes: [UInt8], source: ScalarText) throws -> (text: ScalarText, offsets: OffsetMap) {
    guard !bytes.isEmpty else { return (source, .identity(count: source.count)) }
    return try ByteReader.read(bytes) { reader in
      var scalars: [Unicode.Scalar] = []
      scalars.reserveCapacity(source.count)
      var runs: [OffsetMap.Run] = []
      var last = 0
      for _ in 0..<(try reader.count()) {
        let start = last &+ Int(try reader.signed())
        let length = try reader.number()
        guard start >= 0, start <= source.count, length <= source.count - start else {
          throw StoreError.damaged("cleaning leads outside of the source")
        }
        let span = Span(start, start + length)
        last = span.end
        let clean = scalars.count
        if try reader.byte() == 0 {
          scalars.append(contentsOf: source[span])
        } else {
          let count = try reader.number()
          scalars.append(contentsOf: try reader.text().unicodeScalars)
          guard scalars.count == clean + count else { throw StoreError.damaged("a replaced text has another length") }
        }
        runs.append(OffsetMap.Run(clean: Span(clean, scalars.count), source: span))
      }
      return (ScalarText(scalars), OffsetMap(runs: runs))
    }
  }
}
