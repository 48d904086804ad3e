import GraphModel

/// Draws subgraphs: chooses the layout by shape, has the picture drawn in a process of its own, and falls back when that
/// takes too long.
public struct PictureRenderer: Sendable {
  /// The command that runs `PictureWorker`: a path and arguments.
  public var worker: [String]

  /// By default the running program is started once more with the verb `render-worker`.
  public init(worker: [String] = ["/proc/self/exe", "render-worker"]) { self.worker = worker }

  /// A picture of a subgraph; throws `PictureError`. The same input gives the same bytes with the same Graphviz.
  public func picture(
    of subgraph: Subgraph, schema: GraphSchema, as format: PictureFormat, options: PictureOptions = PictureOptions()
  ) throws -> Picture {
    guard !subgraph.nodes.isEmpty else { throw PictureError.nothingToDraw }
    let figure = FigureBuilder(subgraph: subgraph, schema: schema, options: options).figure()
    let frame = PictureFrame(figure: figure, subgraph: subgraph, options: options)
    let attempts = attempts(for: figure, options: options)
    func body(_ engine: LayoutEngine) -> String {
      FigureSource(figure: figure, language: options.language, engine: engine, hasLegend: options.legend).text
    }
    guard format != .dot else {
      let body = body(attempts[0].engine)
      let label = FrameSource(frame: frame).graphLabel
      return Picture(
        bytes: Array((body.dropLast(2) + label + "}\n").utf8), engine: nil, abandoned: [],
        omittedNodes: figure.omittedNodes, lacksChineseFont: false)
    }
    var abandoned: [LayoutEngine] = []
    for (engine, mostUneven) in attempts {
      let request = PictureRequest(
        body: body(engine), frame: frame, format: format, engine: engine, mostUneven: mostUneven,
        seconds: options.deadline)
      let result = try ChildProcess(command: worker).run(input: request.bytes, seconds: options.deadline)
      switch result.ending {
      case .exited(0) where !result.output.isEmpty:
        return Picture(
          bytes: result.output, engine: engine, abandoned: abandoned, omittedNodes: figure.omittedNodes,
          lacksChineseFont: result.message.hasPrefix("no-chinese-font"))
      case .exited(PictureWorker.Outcome.tooUneven.rawValue): continue
      case .exited(PictureWorker.Outcome.noChineseFont.rawValue): throw PictureError.noChineseFont
      case .exited(PictureWorker.Outcome.drawingFailed.rawValue):
        throw PictureError.drawingFailed(message: ScreenText.visible(result.message))
      case .exited(let code): throw PictureError.workerFailed(message: "exit code \(code)")
      case .killed(let signal): throw PictureError.workerFailed(message: "signal \(signal)")
      case .tookTooLong: abandoned.append(engine)
      }
    }
    throw PictureError.tookTooLong(engines: abandoned, seconds: options.deadline)
  }

  /// The engines to try, in order, and how uneven their pictures may be; never empty.
  private func attempts(for figure: Figure, options: PictureOptions) -> [(engine: LayoutEngine, mostUneven: Double?)] {
    if let engine = options.engine { return engine == .sfdp ? [(.sfdp, nil)] : [(engine, nil), (.sfdp, nil)] }
    guard figure.suitsLayers else { return [(.sfdp, nil)] }
    let isSmall = figure.boxes.count <= Self.fewBoxes || figure.chain != nil
    return [(.dot, isSmall ? nil : Self.mostUneven), (.sfdp, nil)]
  }

  private static let mostUneven = 3.2
  private static let fewBoxes = 20
}

extension Figure {
  /// Layers for trees, paths and hubs; springs where so many lines would cross that layers no longer order them.
  var suitsLayers: Bool { lines.count <= 80 || Double(lines.count) <= 1.7 * Double(boxes.count) }
}
