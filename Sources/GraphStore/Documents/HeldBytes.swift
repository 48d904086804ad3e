import Glibc

/// Bytes that one thread made and that wait for another one.
///
/// What waits long does not lie among the memory that its maker takes and gives back at every turn: freed later by another
/// thread, it would leave thousands of holes there, and every further piece of memory would be a cold one.
public struct HeldBytes: Sendable {
  private enum Place {
    case array([UInt8])
    case slab(ByteSlab, start: Int)
  }

  private let place: Place
  /// Number of the bytes.
  public let count: Int

  /// Bytes that stay where they are.
  public init(_ bytes: [UInt8]) {
    place = .array(bytes)
    count = bytes.count
  }

  fileprivate init(_ slab: ByteSlab, start: Int, count: Int) {
    place = .slab(slab, start: start)
    self.count = count
  }

  /// Lends the bytes to `body`.
  public func withBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    switch place {
    case .array(let bytes): try bytes.withUnsafeBytes(body)
    case .slab(let slab, let start):
      try body(UnsafeRawBufferPointer(start: slab.memory + start, count: count))
    }
  }

  /// The bytes in an array.
  public var array: [UInt8] {
    if case .array(let bytes) = place { return bytes }
    return withBytes { Array($0) }
  }
}

/// Takes bytes up one after the other in blocks of memory of their own; belongs to one thread.
public final class ByteHolder {
  private var slab: ByteSlab?
  private var used = 0

  private static let block = 1 << 20

  /// A holder that has no memory yet.
  public init() {}

  /// Copies bytes to where they can wait.
  public func hold(_ bytes: [UInt8]) -> HeldBytes {
    guard !bytes.isEmpty else { return HeldBytes([]) }
    if bytes.count > (slab?.size ?? 0) - used {
      slab = ByteSlab(size: max(Self.block, bytes.count))
      used = 0
    }
    guard let slab else { return HeldBytes(bytes) }
    bytes.withUnsafeBytes {
      (slab.memory + used).copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(slab.memory), byteCount: $0.count)
    }
    defer { used += bytes.count }
    return HeldBytes(slab, start: used, count: bytes.count)
  }
}

/// A block of memory from the system, given back when nothing in it is held any more.
private final class ByteSlab: @unchecked Sendable {
  // Safe to share: its holder writes each place once, before anybody else knows of it.

  let memory: UnsafeMutableRawPointer
  let size: Int

  /// Nil where the system has no memory left.
  init?(size: Int) {
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE
    guard let memory = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0), memory != MAP_FAILED else { return nil }
    self.memory = memory
    self.size = size
  }

  deinit { munmap(memory, size) }
}
