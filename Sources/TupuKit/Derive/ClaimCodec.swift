import GraphModel
import GraphStore
import Resolution

/// A claim as a derivation reads it: the number of its profile, the profile's content and blocks.
struct PackedClaim {
  var profile: Int64
  var mentions: Int
  var blocks: [Int64]
  var content: [UInt8]
}

/// Packs claims into profiles: claims of several documents that nothing tells apart have one profile.
enum ClaimCodec {
  /// A claim in a record: its profile, the number of its mentions, and the rest unread.
  struct Claim {
    let profile: Int64
    let mentions: Int
    fileprivate let rest: ByteReader

    /// The numbers of its blocks.
    func blocks() throws -> [Int64] {
      var reader = rest
      return try Self.blocks(&reader)
    }

    /// What identifies it.
    func content() throws -> [UInt8] {
      var reader = rest
      _ = try Self.blocks(&reader)
      return try reader.bytes(try reader.count())
    }

    private static func blocks(_ reader: inout ByteReader) throws -> [Int64] {
      let count = try reader.count()
      var blocks: [Int64] = []
      blocks.reserveCapacity(count)
      for _ in 0..<count { blocks.append(try reader.signed()) }
      return blocks
    }
  }

  /// The record of a document's claims, in the order of its findings.
  ///
  /// - Parameter singled: indices of claims that have profiles of their own because a judgement names them.
  static func pack(_ claims: [EntityClaim], singled: Set<Int> = []) -> [UInt8] {
    var writer = ByteWriter(capacity: claims.count * 256)
    // One room for all claims.
    var content = ByteWriter(capacity: 1024)
    var rest = ByteWriter(capacity: 1024)
    var blocks: [Int64] = []
    writer.number(claims.count)
    for (index, claim) in claims.enumerated() {
      let isSingle = claim.keys.isEmpty || singled.contains(index)
      content.clear()
      write(claim, isSingle: isSingle, to: &content)
      readBlocks(of: claim, isSingle: isSingle, to: &blocks)
      rest.clear()
      rest.number(blocks.count)
      for block in blocks { rest.signed(block) }
      rest.number(content.bytes.count)
      writer.signed(profile(content.bytes))
      writer.number(claim.mentions)
      writer.number(rest.bytes.count + content.bytes.count)
      writer.append(rest.bytes)
      writer.append(content.bytes)
    }
    return writer.bytes
  }

  /// Calls `body` for each claim of a record, in order; it may keep nothing of what it is given unread.
  static func read(_ record: [UInt8], _ body: (Claim) throws -> Void) throws {
    try ByteReader.read(record) { reader in
      for _ in 0..<(try reader.count()) {
        let profile = try reader.signed()
        let mentions = try reader.number()
        let length = try reader.count()
        try body(Claim(profile: profile, mentions: mentions, rest: reader))
        try reader.skip(length)
      }
    }
  }

  /// Packs one claim.
  ///
  /// - Parameter isSingle: whether the claim has a profile of its own: one that nothing certain identifies, or that a
  ///   judgement names.
  static func pack(_ claim: EntityClaim, isSingle: Bool) -> PackedClaim {
    var writer = ByteWriter(capacity: 240)
    write(claim, isSingle: isSingle, to: &writer)
    var blocks: [Int64] = []
    readBlocks(of: claim, isSingle: isSingle, to: &blocks)
    return PackedClaim(
      profile: profile(writer.bytes), mentions: claim.mentions, blocks: blocks, content: writer.bytes)
  }

  /// The number of the profile with a content.
  private static func profile(_ content: [UInt8]) -> Int64 { Int64(SHA256.number(of: content) >> 1) }

  /// Writes what identifies a claim.
  private static func write(_ claim: EntityClaim, isSingle: Bool, to writer: inout ByteWriter) {
    writer.byte(isSingle ? 1 : 0)
    writer.text(claim.type)
    writer.text(claim.name)
    list(claim.surfaces, &writer)
    writer.properties(claim.properties)
    list(claim.keys, &writer)
    list(claim.covers, &writer)
    writer.number(claim.hint == nil ? 0 : 1)
    if let hint = claim.hint { writer.text(hint) }
    if isSingle {
      writer.text(claim.id.document.description)
      writer.number(claim.id.index)
      writer.text(claim.localKey)
    }
  }

  /// Puts the numbers of a claim's blocks, sorted, each once, in the place of what a list holds.
  private static func readBlocks(of claim: EntityClaim, isSingle: Bool, to blocks: inout [Int64]) {
    blocks.removeAll(keepingCapacity: true)
    blocks.reserveCapacity(claim.keys.count + claim.covers.count + 2)
    for key in claim.keys { blocks.append(block(key)) }
    for key in claim.covers { blocks.append(block(key)) }
    if let hint = claim.hint { blocks.append(block(hint)) }
    // A judgement may connect a claim by its local key.
    if isSingle || blocks.isEmpty { blocks.append(block(claim.localKey)) }
    blocks.sort()
    var kept = 0
    for block in blocks where kept == 0 || block != blocks[kept - 1] {
      blocks[kept] = block
      kept += 1
    }
    blocks.removeLast(blocks.count - kept)
  }

  /// The claim that a profile stands for, with the mentions and the weight of all of them.
  static func claim(of profile: Profile) throws -> EntityClaim {
    try ByteReader.read(profile.claim) { reader in
      let isSingle = try reader.byte() == 1
      let type = try reader.text()
      let name = try reader.text()
      let surfaces = try list(&reader)
      let properties = try reader.properties()
      let keys = try list(&reader)
      let covers = try list(&reader)
      let hint = try list(&reader).first
      // Profiles of several claims are told apart by their number, which their content gives.
      let digits = String(UInt64(bitPattern: profile.id), radix: 16)
      var id = ClaimID(
        document: DocumentID(String(repeating: "0", count: 16 - digits.utf8.count) + digits), index: 0)
      var localKey = "\(type):\(digits)"
      if isSingle {
        id = ClaimID(document: DocumentID(try reader.text()), index: try reader.number())
        localKey = try reader.text()
      }
      return EntityClaim(
        id: id, type: type, name: name, surfaces: surfaces, properties: properties, mentions: profile.mentions,
        weight: profile.claims, sortedKeys: keys, sortedCovers: covers, hint: hint, localKey: localKey)
    }
  }

  /// Whether it shows in the node of some profiles how many documents say each of them: not where they have one name and no
  /// two have other properties.
  static func areWeighed(_ profiles: [Profile]) throws -> Bool {
    guard profiles.count > 1 else { return false }
    var names: [ArraySlice<UInt8>] = []
    var properties: ArraySlice<UInt8> = []
    var type = ""
    for profile in profiles {
      try ByteReader.read(profile.claim) { reader in
        _ = try reader.byte()
        type = try reader.text()
        let length = try reader.count()
        let name = profile.claim[reader.position..<reader.position + length]
        if !names.contains(name) { names.append(name) }
        try reader.skip(length)
        for _ in 0..<(try reader.count()) { try reader.skip(try reader.count()) }
        let start = reader.position
        try reader.skipProperties()
        let own = profile.claim[start..<reader.position]
        // One byte says that there are none.
        if own.count > 1, !properties.isEmpty, own != properties { names = [] }
        if own.count > 1 { properties = own }
      }
      if names.isEmpty { return true }
    }
    return Resolver.isWeighed(names: names.map { String(decoding: $0, as: UTF8.self) }, type: type)
  }

  /// The number of a block (FNV-1a, 64 bits); two blocks of one number are only resolved together.
  static func block(_ name: String) -> Int64 {
    func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64 {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      return Int64(bitPattern: hash)
    }
    return name.utf8.withContiguousStorageIfAvailable(hash) ?? Array(name.utf8).withUnsafeBufferPointer(hash)
  }

  private static func list(_ texts: [String], _ writer: inout ByteWriter) {
    writer.number(texts.count)
    for text in texts { writer.text(text) }
  }

  private static func list(_ reader: inout ByteReader) throws -> [String] {
    let count = try reader.count()
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try reader.text()) }
    return texts
  }
}
