import GraphModel
import Testing

@Suite struct JSONValueTests {
  @Test(arguments: [
    "null", "true", "[]", "{}", "-12", "0.5", "1e+20", "\"会议\"", "[1,[2,{\"a\":null}],\"\"]",
    "{\"b\":1,\"a\":\"\\\"\\\\\\n\\u0007\"}",
  ])
  func whatIsReadIsWrittenBack(text: String) throws {
    #expect(try JSONValue(parsing: text).line == text)
  }

  @Test func readsEveryEscapeAndBlanks() throws {
    let text = " \n{ \"k\" : \"\\u4f1a\\/\\b\\f\\r\\t\\ud83d\\ude00\\ud800\" , \"n\" : [ 1.0 , -0 ] }\t"
    let value = try JSONValue(parsing: text)
    #expect(value["k"] == "会/\u{8}\u{C}\r\t😀\u{FFFD}")
    #expect(value["n"] == [.number(1), 0])
    #expect(value["missing"] == nil)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "tru", "01", "1.", "-", "1e", "\"\u{1}\"", "\"\\x\"", "\"open", "1 2",
    "1e999",
    "\"\\u12\"", "{a:1}",
  ])
  func rejectsWhatIsNoJSON(text: String) {
    #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
  }

  @Test func saysWhereTheTextGoesWrong() {
    #expect(throws: JSONError(reason: .unexpectedByte, offset: 4)) { try JSONValue(parsing: "[1, x]") }
    #expect(throws: JSONError(reason: .badString, offset: 3)) { try JSONValue(parsing: [34, 0xE4, 0xB8, 34]) }
  }

  @Test func deepNestingIsAnErrorAndNoCrash() {
    let text = String(repeating: "[", count: 1_000_000)
    #expect(throws: JSONError(reason: .tooDeep, offset: JSONValue.maximumDepth + 1)) { try JSONValue(parsing: text) }
  }

  @Test func wholeFloatsKeepTheirPoint() {
    #expect(JSONValue.number(1).line == "1.0")
    #expect(JSONValue.number(.nan).line == "null")
    #expect(JSONValue.integer(.max).line == "9223372036854775807")
  }

  @Test func noTextCanSteerATerminal() {
    #expect(JSONValue.string("\u{1B}[2J\u{9B}\u{7F}").line == "\"\\u001b[2J\\u009b\\u007f\"")
  }

  @Test func indentedFormBreaksOnlyWhatIsNested() {
    let value: JSONValue = ["name": "甲", "spans": [["start": 1, "end": 2]], "none": []]
    #expect(
      value.indented == """
        {
          "name": "甲",
          "spans": [
            {"start": 1, "end": 2}
          ],
          "none": []
        }
        """)
  }
}
