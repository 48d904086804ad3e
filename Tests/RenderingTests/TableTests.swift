import GraphModel
import Rendering
import Testing

private func text(_ table: ResultTable, _ format: TableFormat, _ options: TableOptions = TableOptions()) -> String {
  String(decoding: table.bytes(as: format, options: options), as: UTF8.self)
}

@Suite struct TableTests {
  let people = ResultTable(
    columns: ["name", "meetings"],
    rows: [[.value("王伟"), .value(3)], [.value("Li"), .value(12)], [.value("欧阳修文"), .null]])

  @Test func chineseColumnsLineUp() {
    #expect(
      text(people, .table) == """
        name      meetings
        --------  --------
        王伟             3
        Li              12
        欧阳修文

        """)
  }

  @Test func widthFitsTheScreen() {
    let table = ResultTable(
      columns: ["a", "sentence"], rows: [[.value(1), .value("会议强调，要坚定不移推进工业强市，奋力开创新局面。")]])
    let wrapped = text(table, .table, TableOptions(width: 21)).split(separator: "\n")
    #expect(wrapped.dropFirst(2).map(String.init) == ["1  会议强调，要坚定不", "   移推进工业强市，奋", "   力开创新局面。"])
    let cut = text(table, .table, TableOptions(width: 21, overflow: .cut)).split(separator: "\n")
    #expect(cut.last == "1  会议强调，要坚定…")
  }

  @Test func tooManyColumnsBecomeBlocks() {
    let table = ResultTable(
      columns: ["one", "second", "third"],
      rows: [[.value("aaaaaaaaaaaa"), .value("bbbbbbbbbbbb"), .value("cccccccccccc")]])
    #expect(
      text(table, .table, TableOptions(width: 24)) == """
        one     aaaaaaaaaaaa
        second  bbbbbbbbbbbb
        third   cccccccccccc

        """)
  }

  @Test func dataCannotSteerTheTerminal() {
    let table = ResultTable(columns: ["x\u{1B}[2J"], rows: [[.value("a\nb\t\u{9B}31m\u{202E}c")]])
    #expect(text(table, .table).hasSuffix("a\\nb\\t\\u{9b}31m\\u{202e}c\n"))
    #expect(!text(table, .json).unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }

  @Test func jsonHasThePromisedForms() {
    let person = ResultNode(id: NodeID(1), labels: ["Person"], properties: ["name": "王\"伟", "age": 40])
    let meeting = ResultNode(id: NodeID(2), labels: ["Meeting"], properties: [:])
    let attended = ResultRelationship(
      id: EdgeID(9), type: "ATTENDED", source: NodeID(1), target: NodeID(2), properties: ["weight": 1.0])
    let table = ResultTable(
      columns: ["n", "v"],
      rows: [
        [.node(person), .value(.float(.nan))], [.relationship(attended), .value(.float(-.infinity))],
        [.path([person, meeting], [attended]), .map(["b": .null, "a": .list([.value(true)])])],
      ])
    let node = #"{"$type":"node","id":1,"labels":["Person"],"properties":{"age":40,"name":"王\"伟"}}"#
    let edge = #"{"$type":"relationship","id":9,"type":"ATTENDED","start":1,"end":2,"properties":{"weight":1.0}}"#
    let other = #"{"$type":"node","id":2,"labels":["Meeting"],"properties":{}}"#
    #expect(
      text(table, .json) == #"{"columns":["n","v"],"rows":[[\#(node),{"$type":"float","value":"NaN"}],"#
        + #"[\#(edge),{"$type":"float","value":"-Infinity"}],"#
        + #"[{"$type":"path","nodes":[\#(node),\#(other)],"relationships":[\#(edge)]},{"a":[true],"b":null}]]}"# + "\n")
    #expect(text(ResultTable(columns: ["n"]), .json) == #"{"columns":["n"],"rows":[]}"# + "\n")
  }

  @Test func jsonLinesAreOneObjectARow() {
    #expect(
      text(people, .jsonl) == """
        {"name":"王伟","meetings":3}
        {"name":"Li","meetings":12}
        {"name":"欧阳修文","meetings":null}

        """)
  }

  @Test func csvQuotesAndGuardsFormulas() {
    let table = ResultTable(
      columns: ["a", "b"],
      rows: [
        [.value("x,\"y\"\nz"), .value(-3)], [.value("=HYPERLINK(1)"), .value("＋1")], [.value(.list(["q"])), .null],
      ])
    #expect(
      text(table, .csv) == "a,b\r\n\"x,\"\"y\"\"\nz\",-3\r\n'=HYPERLINK(1),'＋1\r\n\"[\"\"q\"\"]\",\r\n")
    let plain = TableOptions(header: false, guardsFormulas: false, byteOrderMark: true)
    #expect(text(table, .csv, plain).hasPrefix("\u{FEFF}\"x,"))
    #expect(text(table, .csv, plain).contains("=HYPERLINK(1)"))
    #expect(!text(table, .csv, plain).contains("'="))
  }

  @Test func markdownKeepsDataOutOfTheMarkup() {
    let table = ResultTable(columns: ["n|m"], rows: [[.value("<script>*x*|\n`y`")]])
    #expect(text(table, .markdown) == "| n\\|m |\n| --- |\n| &lt;script&gt;\\*x\\*\\|<br>\\`y\\` |\n")
  }

  @Test func graphPartsReadAsCypher() {
    let person = ResultNode(id: NodeID(1), labels: ["Person"], properties: ["name": "O'Neil"])
    let meeting = ResultNode(id: NodeID(2), labels: [], properties: [:])
    let edge = ResultRelationship(
      id: EdgeID(9), type: "ATTENDED", source: NodeID(2), target: NodeID(1), properties: [:])
    let table = ResultTable(columns: ["p"], rows: [[.path([person, meeting], [edge])]])
    #expect(text(table, .table).contains(#"(:Person {name: 'O\'Neil'})<-[:ATTENDED]-()"#))
  }

  @Test func aLongResultComesInPieces() {
    let row: [ResultValue] = [.value(.string(String(repeating: "长", count: 100)))]
    let table = ResultTable(columns: ["c"], rows: Array(repeating: row, count: 2000))
    for format in TableFormat.allCases {
      var pieces = 0
      table.write(as: format) { _ in pieces += 1 }
      #expect(pieces > 4, "\(format)")
    }
  }
}
