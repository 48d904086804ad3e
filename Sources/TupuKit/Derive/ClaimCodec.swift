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
  private static let version: UInt8 = 1

  /// The record of a document's claims, in the order of its findings.
  static func pack(_ claims: [EntityClaim]) -> [UInt8] {
    var writer = ByteWriter()
    writer.byte(version)
    writer.number(claims.count)
    for claim in claims {
      let packed = pack(claim, isSingle: claim.keys.isEmpty)
      writer.signed(packed.profile)
      writer.number(packed.mentions)
      writer.number(packed.blocks.count)
      for block in packed.blocks { writer.signed(block) }
      writer.number(packed.content.count)
      writer.append(packed.content)
    }
    return writer.bytes
  }

  /// Reads a record back.
  static func unpack(_ record: [UInt8]) throws -> [PackedClaim] {
    try ByteReader.read(record) { reader in
      guard try reader.byte() == version else { throw StoreError.damaged("claims of an unknown version") }
      var claims: [PackedClaim] = []
      for _ in 0..<(try reader.count()) {
        let profile = try reader.signed()
        let mentions = try reader.number()
        var blocks: [Int64] = []
        for _ in 0..<(try reader.count()) { blocks.append(try reader.signed()) }
        claims.append(
          PackedClaim(
            profile: profile, mentions: mentions, blocks: blocks, content: try reader.bytes(try reader.count())))
      }
      return claims
    }
  }

  /// Packs one claim.
  ///
  /// - Parameter isSingle: whether the claim has a profile of its own: one that nothing certain identifies, or that a
  ///   judgement names.
  static func pack(_ claim: EntityClaim, isSingle: Bool) -> PackedClaim {
    var writer = ByteWriter()
    writer.byte(isSingle ? 1 : 0)
    writer.text(claim.type)
    writer.text(claim.name)
    list(claim.surfaces, &writer)
    writer.properties(claim.properties)
    list(claim.keys, &writer)
    list(claim.covers, &writer)
    list(claim.hint.map { [$0] } ?? [], &writer)
    if isSingle {
      writer.text(claim.id.document.description)
      writer.number(claim.id.index)
      writer.text(claim.localKey)
    }
    let number = SHA256.number(of: writer.bytes)
    // A judgement may connect a claim by its local key.
    var blocks = claim.blocks.map(block)
    if isSingle { blocks.append(block(claim.localKey)) }
    blocks.sort()
    var distinct: [Int64] = []
    for block in blocks where block != distinct.last { distinct.append(block) }
    return PackedClaim(
      profile: Int64(number >> 1), mentions: claim.mentions, blocks: distinct, content: writer.bytes)
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

  /// The number of a block (FNV-1a, 64 bits); two blocks of one number are only resolved together.
  static func block(_ name: String) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int64(bitPattern: hash)
  }

  private static func list(_ texts: [String], _ writer: inout ByteWriter) {
    writer.number(texts.count)
    for text in texts { writer.text(text) }
  }

  private static func list(_ reader: inout ByteReader) throws -> [String] {
    var texts: [String] = []
    for _ in 0..<(try reader.count()) { texts.append(try reader.text()) }
    return texts
  }
}
