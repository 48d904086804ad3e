import ArgumentParser
import GraphModel
import TupuKit

/// `tupu dump`: the whole content in a canonical form.
struct DumpCommand: ParsableCommand {
  static var configuration: CommandConfiguration { help("dump", .dumpAbstract, .dumpDiscussion) }

  @OptionGroup var store: StoreOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let base = try store.open()
    var buffer: [UInt8] = []
    try base.dump { line in
      buffer += line.utf8
      buffer.append(10)
      if buffer.count > 1 << 16 {
        try Console.write(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try Console.write(buffer)
  }
}
