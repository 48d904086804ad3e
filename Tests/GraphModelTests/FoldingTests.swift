import Foundation
import GraphModel
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("臨潼縣召開「萬億產業」高質量發展動員大會", "临潼县召开“万亿产业”高质量发展动员大会"),
    ("縣委書記、縣長羅潤東", "县委书记、县长罗润东"),
    ("ＧＤＰ增长５．３％，（全省）", "GDP增长5.3%,(全省)"),
    ("佔比幹部髮展後續於裡裏爲為啟啓衞衛", "占比干部发展后续于里里为为启启卫卫"),
    ("二○二一年", "二〇二一年"),
    ("吾斯曼•买买提・艾力", "吾斯曼·买买提·艾力"),
    ("⼯业⾼质量　发展", "工业高质量 发展"),
    ("靑海省", "青海省"),
  ])
  func foldsWhatIsWrittenInOneOfSeveralWays(_ text: String, _ folded: String) {
    #expect(Folding.fold(text) == folded)
    #expect(Folding.fold(ScalarText(text)) == ScalarText(folded))
  }

  @Test func leavesSimplifiedTextAsItIs() {
    let text = "乾潭镇、乾县:著名的覆盖面,显著;瞭望,慰藉。着力“双招双引”—Aa…"
    #expect(Folding.fold(text) == text)
  }

  @Test func lowersCaseOnlyWhenAsked() {
    #expect(Folding.fold("ＧＤＰ Gdp") == "GDP Gdp")
    #expect(Folding.fold("ＧＤＰ Gdp", lowercasing: true) == "gdp gdp")
    #expect(Folding.fold(ScalarText("ＡZ[@É"), lowercasing: true) == "az[@É")
  }

  @Test func keepsLengthAndIsDoneAfterOneTime() {
    let every = ScalarText((0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init))
    let folded = Folding.fold(every)
    #expect(folded.count == every.count)
    #expect(Folding.fold(folded) == folded)
  }

  /// Every ideograph that the `opencc` tool turns to a simplified one must fold to the same, where the tool is installed.
  @Test func agreesWithOpenCC() throws {
    let tool = "/usr/bin/opencc"
    guard FileManager.default.isExecutableFile(atPath: tool) else {
      print("skipped: \(tool) is not installed")
      return
    }
    let kept: Set<Unicode.Scalar> = ["乾"]
    let ideographs = (0x4E00...0x9FA5 as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    let input = FileManager.default.temporaryDirectory.appendingPathComponent("folding-\(UUID().uuidString).txt")
    let output = input.appendingPathExtension("out")
    defer {
      try? FileManager.default.removeItem(at: input)
      try? FileManager.default.removeItem(at: output)
    }
    try ideographs.map { String($0) }.joined(separator: "\n").write(to: input, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = ["-c", "t2s", "-i", input.path, "-o", output.path]
    try process.run()
    process.waitUntilExit()
    let lines = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == ideographs.count)
    for (ideograph, line) in zip(ideographs, lines) where line != String(ideograph) && !kept.contains(ideograph) {
      #expect(Folding.fold(String(ideograph)) == Folding.fold(String(line)))
    }
  }
}
