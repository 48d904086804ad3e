import CGraphviz
import Glibc
import GraphModel

/// The process in which pictures are drawn: it may be killed at any moment without harm.
public enum PictureWorker {
  /// Exit codes beside 0.
  enum Outcome: Int32 {
    case badRequest = 70
    case drawingFailed = 71
    case noChineseFont = 72
    case tooUneven = 73
  }

  /// Reads a request from standard input, writes the picture to standard output or a message to standard error, and returns
  /// the exit code. The process must do nothing else.
  public static func run() -> Int32 {
    guard let request = PictureRequest(bytes: readAll(0)) else { return Outcome.badRequest.rawValue }
    // Should whoever waits be killed, this process must not go on for hours.
    alarm(UInt32(max(1, min(request.seconds, 86_400)).rounded(.up)) + 5)
    let lacksFont = request.needsChineseFont && tupu_font_exists(":lang=zh-cn") == 0
    if lacksFont, request.format != .svg { return Outcome.noChineseFont.rawValue }
    do {
      guard let bytes = try request.drawn() else { return Outcome.tooUneven.rawValue }
      guard writeAll(1, bytes) else { return Outcome.drawingFailed.rawValue }
      if lacksFont { _ = writeAll(2, Array("no-chinese-font".utf8)) }
      return 0
    } catch PictureError.drawingFailed(let message) {
      _ = writeAll(2, Array(message.utf8))
    } catch {
      _ = writeAll(2, Array("\(error)".utf8))
    }
    return Outcome.drawingFailed.rawValue
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 { bytes.append(contentsOf: buffer[..<count]) } else if count == 0 || errno != EINTR { return bytes }
    }
  }

  private static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
    }
    return true
  }
}

extension PictureRequest {
  /// Whether a Chinese character stands anywhere in the picture.
  fileprivate var needsChineseFont: Bool {
    ([body, frame.title, frame.subtitle] + frame.footer + frame.legend.map(\.caption)).contains { text in
      text.unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) || (0x20000...0x3FFFF).contains($0.value) }
    }
  }
}
