import GraphModel
import Testing

@Suite struct JSONStreamTests {
  @Test func commasFallIntoPlace() {
    var stream = JSONStream()
    stream.beginObject()
    stream.key("a")
    stream.beginArray()
    stream.integer(1)
    stream.null()
    stream.beginArray()
    stream.endArray()
    stream.beginObject()
    stream.endObject()
    stream.endArray()
    stream.member("b", "x")
    stream.endObject()
    stream.newline()
    stream.boolean(true)
    #expect(stream.text == "{\"a\":[1,null,[],{}],\"b\":\"x\"}\ntrue")
  }

  @Test func indentedTextReadsTheSame() throws {
    var stream = JSONStream(indent: 2)
    stream.beginObject()
    stream.key("a")
    stream.beginArray()
    stream.integer(1)
    stream.endArray()
    stream.key("b")
    stream.beginObject()
    stream.endObject()
    stream.endObject()
    #expect(stream.text == "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}")
  }

  @Test func everyScalarReadsBack() throws {
    let text = "\"\\/\u{0}\u{8}\t\n\u{C}\r\u{1F}\u{7F}\u{80}\u{9F}\u{A0}é\u{2027}\u{2028}\u{2029}\u{202A}中𠮷"
    var stream = JSONStream()
    stream.string(text)
    #expect(try JSONValue(parsing: stream.bytes) == .string(text))
    let bare = stream.text.unicodeScalars.filter {
      $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0 == "\u{2028}"
    }
    #expect(bare.isEmpty)
  }

  @Test func floatsKeepTheirKind() {
    let cases: [(Double, String)] = [
      (1, "1.0"), (-0.0, "-0.0"), (0.1, "0.1"), (1e300, "1e+300"), (.nan, #"{"$type":"float","value":"NaN"}"#),
      (.infinity, #"{"$type":"float","value":"Infinity"}"#), (-.infinity, #"{"$type":"float","value":"-Infinity"}"#),
    ]
    for (number, text) in cases {
      var stream = JSONStream()
      stream.float(number)
      #expect(stream.text == text)
    }
  }

  @Test func piecesMakeTheWhole() {
    var stream = JSONStream()
    var bytes: [UInt8] = []
    stream.beginArray()
    for number in 0..<3 {
      stream.integer(number)
      bytes += stream.drain()
    }
    stream.endArray()
    bytes += stream.drain()
    #expect(String(decoding: bytes, as: UTF8.self) == "[0,1,2]")
  }
}
