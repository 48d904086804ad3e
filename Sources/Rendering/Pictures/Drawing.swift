import CGraphviz

/// A graph in Graphviz's hands. One at a time in a process, on one thread, and a layout cannot be stopped: pictures are made
/// in a process of their own (`PictureWorker`).
final class Drawing {
  private let handle: OpaquePointer

  /// Reads Graphviz source; throws `PictureError.drawingFailed`.
  init(source: String) throws {
    tupu_graphviz_clear_messages()
    guard let handle = tupu_drawing_open(source) else { throw Self.failure("unreadable source") }
    self.handle = handle
  }

  deinit { tupu_drawing_close(handle) }

  /// Places nodes and edges; throws `PictureError.drawingFailed`.
  func layOut(_ engine: String) throws {
    guard tupu_drawing_layout(handle, engine) == 0 else { throw Self.failure("no layout by \(engine)") }
  }

  /// The area that the drawing covers.
  func area() throws -> FrameSource.Area {
    var area = FrameSource.Area(left: 0, bottom: 0, right: 0, top: 0)
    guard tupu_drawing_size(handle, &area.left, &area.bottom, &area.right, &area.top) == 0 else {
      throw Self.failure("no size")
    }
    return area
  }

  /// The size of a node, or nil where there is no such node.
  func size(of node: String) -> (width: Double, height: Double)? {
    var width = 0.0
    var height = 0.0
    return tupu_drawing_node_size(handle, node, &width, &height) == 0 ? (width, height) : nil
  }

  /// The drawing in a format; throws `PictureError.drawingFailed`.
  func rendered(as format: String) throws -> [UInt8] {
    var bytes: UnsafeMutablePointer<CChar>?
    var length = 0
    guard tupu_drawing_render(handle, format, &bytes, &length) == 0, let bytes else {
      throw Self.failure("no \(format)")
    }
    defer { tupu_bytes_free(bytes) }
    return Array(UnsafeRawBufferPointer(start: bytes, count: length))
  }

  private static func failure(_ what: String) -> PictureError {
    .drawingFailed(message: what + ": " + ScreenText.visible(String(cString: tupu_graphviz_messages())))
  }
}
