import GraphModel

/// What the process that draws is told: JSON on its standard input.
struct PictureRequest: Hashable {
  var body: String
  var frame: PictureFrame
  var format: PictureFormat
  var engine: LayoutEngine
  /// How many times its width a picture may be high, or the other way round, to be worth drawing; nil: any.
  var mostUneven: Double?
  /// Seconds after which no one waits for the picture any more.
  var seconds: Double

  var bytes: [UInt8] {
    var stream = JSONStream()
    stream.beginObject()
    stream.member("format", format.rawValue)
    stream.member("engine", engine.rawValue)
    stream.key("seconds")
    stream.float(seconds)
    if let mostUneven {
      stream.key("mostUneven")
      stream.float(mostUneven)
    }
    stream.member("title", frame.title)
    stream.member("subtitle", frame.subtitle)
    stream.key("legend")
    stream.beginArray()
    for entry in frame.legend {
      stream.beginObject()
      stream.member("caption", entry.caption)
      if let shape = entry.shape { stream.member("shape", shape) }
      stream.member("color", entry.color)
      stream.endObject()
    }
    stream.endArray()
    stream.key("footer")
    stream.beginArray()
    for text in frame.footer { stream.string(text) }
    stream.endArray()
    stream.member("body", body)
    stream.endObject()
    return stream.bytes
  }

  init(
    body: String, frame: PictureFrame, format: PictureFormat, engine: LayoutEngine, mostUneven: Double? = nil,
    seconds: Double = 10
  ) {
    self.body = body
    self.frame = frame
    self.format = format
    self.engine = engine
    self.mostUneven = mostUneven
    self.seconds = seconds
  }

  /// Reads what `bytes` wrote; nil where it is something else.
  init?(bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), let body = json["body"]?.text,
      let format = json["format"]?.text.flatMap(PictureFormat.init), format != .dot,
      let engine = json["engine"]?.text.flatMap(LayoutEngine.init)
    else { return nil }
    let legend = (json["legend"]?.items ?? []).compactMap { entry -> PictureFrame.Entry? in
      guard let caption = entry["caption"]?.text, let color = entry["color"]?.text else { return nil }
      return PictureFrame.Entry(caption: caption, shape: entry["shape"]?.text, color: color)
    }
    guard case .number(let seconds)? = json["seconds"] else { return nil }
    var mostUneven: Double?
    if case .number(let limit)? = json["mostUneven"] { mostUneven = limit }
    self.init(
      body: body,
      frame: PictureFrame(
        title: json["title"]?.text ?? "", subtitle: json["subtitle"]?.text ?? "", legend: legend,
        footer: (json["footer"]?.items ?? []).compactMap(\.text)),
      format: format, engine: engine, mostUneven: mostUneven, seconds: seconds)
  }

  /// Lays out and writes the picture, in this process; nil where it is more uneven than allowed. Throws `PictureError`.
  func drawn() throws -> [UInt8]? {
    let figure = try Drawing(source: body)
    try figure.layOut(engine.rawValue)
    let area = try figure.area()
    let (width, height) = (max(area.right - area.left, 1), max(area.top - area.bottom, 1))
    if let mostUneven, height / width > mostUneven || width / height > mostUneven { return nil }
    var source = String(decoding: try figure.rendered(as: "dot"), as: UTF8.self)
    guard let end = source.lastIndex(of: "}") else { throw PictureError.drawingFailed(message: "no end") }
    source.removeSubrange(end...)
    let frameSource = FrameSource(frame: frame)
    let measured = try Drawing(source: frameSource.measuringSource(width: width))
    try measured.layOut("dot")
    source += "\n" + frameSource.placedSource(around: area) { measured.size(of: $0) }
    source += "  graph [bb=\"\"\(resolution(area))]\n}\n"
    let whole = try Drawing(source: source)
    try whole.layOut("nop2")
    return try whole.rendered(as: format.rawValue)
  }

  /// 144 dots an inch, fewer where the longer side would exceed 12,000 dots.
  private func resolution(_ area: FrameSource.Area) -> String {
    guard format == .png else { return "" }
    let inches = max(area.right - area.left, area.top - area.bottom, 72) / 72
    return ", dpi=\(max(24, min(144, Int(12_000 / inches))))"
  }
}
