import Testing

@testable import GraphModel

@Suite struct SHA256Tests {
  // Test vectors of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digestsTheStandardsVectors(_ message: String, _ digest: String) {
    var sha = SHA256()
    sha.update(Array(message.utf8))
    #expect(sha.hexadecimal() == digest)
    var portable = SHA256(isPortable: true)
    portable.update(Array(message.utf8))
    #expect(portable.hexadecimal() == digest)
  }

  @Test func doesNotDependOnHowTheBytesArrive() {
    let bytes = (0..<1000).map { UInt8($0 % 251) }
    var whole = SHA256()
    whole.update(bytes)
    var pieces = SHA256()
    var position = 0
    for size in [1, 63, 64, 65, 7, 800] {
      pieces.update(Array(bytes[position..<min(position + size, bytes.count)]))
      position += size
    }
    #expect(whole.hexadecimal() == pieces.hexadecimal())
    var portable = SHA256(isPortable: true)
    portable.update(bytes)
    #expect(portable.hexadecimal() == whole.hexadecimal())
  }
}

@Suite struct OffsetMapTests {
  @Test func leadsSpansBackAcrossRemovals() {
    var map = OffsetMap()
    map.append(cleanCount: 3, source: Span(0, 3))
    map.append(cleanCount: 4, source: Span(10, 14))
    #expect(map.source(of: Span(0, 2)) == Span(0, 2))
    #expect(map.source(of: Span(2, 5)) == Span(2, 12))
    #expect(map.source(of: Span(3, 7)) == Span(10, 14))
  }

  @Test func treatsAReplacedStretchAsAWhole() {
    var map = OffsetMap()
    map.append(cleanCount: 1, source: Span(0, 6))
    map.append(cleanCount: 2, source: Span(6, 8))
    #expect(map.source(of: Span(0, 1)) == Span(0, 6))
    #expect(map.source(of: Span(1, 2)) == Span(6, 7))
  }

  @Test func composesTwoSteps() {
    var first = OffsetMap()
    first.append(cleanCount: 5, source: Span(0, 5))
    first.append(cleanCount: 5, source: Span(8, 13))
    var second = OffsetMap()
    second.append(cleanCount: 2, source: Span(1, 3))
    second.append(cleanCount: 4, source: Span(4, 8))
    let both = second.composed(with: first)
    #expect(both.cleanCount == 6)
    for clean in 0..<6 {
      let middle = second.source(of: Span(clean, clean + 1))
      #expect(both.source(of: Span(clean, clean + 1)) == first.source(of: middle))
    }
  }
}

@Suite struct PartialDateTests {
  @Test(arguments: ["2021-03-04", "2021-03", "2021", "--03-04", "2020-02-29", "--02-29"])
  func readsWhatItPrints(_ text: String) throws {
    #expect(try #require(PartialDate(text)).description == text)
  }

  @Test(arguments: ["2021-02-29", "2021-13", "21", "2021-3-4", "--3-4", "", "-", "2021-04-31", "昨日"])
  func refusesWhatIsNoDate(_ text: String) { #expect(PartialDate(text) == nil) }

  @Test func goesBackOverMonthsAndLeapDays() {
    #expect(PartialDate("2020-03-01")?.dayBefore == PartialDate("2020-02-29"))
    #expect(PartialDate("2021-01-01")?.dayBefore == PartialDate("2020-12-31"))
    #expect(PartialDate("--03-04")?.dayBefore == nil)
  }
}
