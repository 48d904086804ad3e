import ArgumentParser
import GraphModel
import TupuKit

/// `tupu-bench adversarial`: texts that would make careless rules slow, at three sizes; what takes time linear in the text
/// takes twice as long for twice as much.
struct AdversarialBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adversarial", abstract: "Measure whether extraction takes linear time on texts made against it.",
    discussion: "Example: tupu-bench adversarial --bytes 250000")

  @Option(help: "The smallest size, in bytes; two and four times as much follow.") var bytes = 250_000
  @Option(help: "Only the texts whose name holds this word.") var only: String?
  @Option(help: "The growth from one size to the next that is still called linear.") var limit = 3.0

  func run() throws {
    let extractor = try DocumentExtractor()
    _ = try extractor.extract(source("云阳县召开会议。", size: 60))
    var isLinear = true
    print(
      "CPU seconds of reading and extracting \(bytes), \(bytes * 2), \(bytes * 4) bytes, and the growth of each step")
    for text in AdversarialText.all where only.map(text.name.contains) ?? true {
      var seconds: [Double] = []
      for size in [bytes, bytes * 2, bytes * 4] {
        let source = source(text.unit, head: text.head, size: size)
        seconds.append(
          try Measure.cpu {
            let (document, findings) = try extractor.extract(source)
            return findings.line(of: document).utf8.count
          }.seconds)
      }
      let growth = [seconds[1] / seconds[0], seconds[2] / seconds[1]]
      // Below a twentieth of a second chance decides.
      let isBad = seconds[2] > 0.05 && growth.contains { $0 > limit }
      isLinear = isLinear && !isBad
      let padded = text.name + String(repeating: " ", count: max(1, 26 - text.name.count))
      let times = seconds.map { Measure.decimal($0, 3) }.joined(separator: "  ")
      print(
        "\(padded) \(times)   \(growth.map { Measure.decimal($0, 2) + "×" }.joined(separator: " "))\(isBad ? "  NOT LINEAR" : "")"
      )
    }
    print("peak \(Measure.decimal(Measure.peakMemory, 0)) MB")
    if !isLinear { throw ExitCode(1) }
  }

  private func source(_ unit: (Int) -> String, head: String, size: Int) -> Source {
    var text = head
    var number = 0
    while text.utf8.count < size {
      text += unit(number)
      number += 1
    }
    return Source(name: "adversarial.txt", origin: "-", mediaType: .text, bytes: Array(text.utf8))
  }

  private func source(_ unit: String, size: Int) -> Source { source({ _ in unit }, head: "", size: size) }
}

/// A text made of one piece again and again, or of pieces that differ by their number.
struct AdversarialText: Sendable {
  let name: String
  /// What stands before the pieces.
  var head = ""
  let unit: @Sendable (Int) -> String

  private static let names = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹"
  private static let places = "江口城关双龙高阳南溪青山石桥新安太平永兴大河白沙马鞍清水金鸡长岭"
  private static let trades = "新材料科技电子机械食品智能光伏环保物流纺织医药建筑农业商贸数据航空"

  /// The texts.
  static let all: [AdversarialText] = [
    AdversarialText(name: "list marks") { _ in "、" },
    AdversarialText(name: "opening quotes") { _ in "“" },
    AdversarialText(name: "closing quotes") { _ in "”" },
    AdversarialText(name: "opening titles") { _ in "《" },
    AdversarialText(name: "brackets") { _ in "(" },
    AdversarialText(name: "surnames") { _ in "王李张刘陈欧阳" },
    AdversarialText(name: "names in one list") { given(names, $0) + "、" },
    AdversarialText(name: "digits") { _ in "7" },
    AdversarialText(name: "Chinese digits") { _ in "三" },
    AdversarialText(name: "dates") { _ in "3月4日" },
    AdversarialText(name: "one region", head: "云阳县召开会议。") { _ in "云阳县" },
    AdversarialText(name: "towns in one sentence", head: "云阳县召开会议,") { given(places, $0) + "镇、" },
    AdversarialText(name: "villages in one sentence", head: "云阳县江口镇") { given(places, $0) + "村、" },
    AdversarialText(name: "one company") { _ in "浙江东屹新材料有限公司" },
    AdversarialText(name: "companies of one brand") { "浙江东屹" + given(trades, $0) + "有限公司、" },
    AdversarialText(name: "bodies in one list", head: "云阳县") { given(trades, $0) + "局、" },
    AdversarialText(name: "one meeting") { _ in "召开全县工业经济高质量发展大会" },
    AdversarialText(name: "meetings that differ") { "召开全县" + given(trades, $0) + "工作会议。" },
    AdversarialText(name: "festivals and activities") { _ in "第九届开茶节,活动举行" },
    AdversarialText(name: "meetings without names") { _ in "召开座谈会并召开" },
    AdversarialText(name: "programs in one sentence", head: "云阳县实施") { "“" + given(trades, $0) + "”行动、" },
    AdversarialText(name: "projects in one sentence", head: "云阳县开工") { given(trades, $0) + "生产线项目、" },
    AdversarialText(name: "delegations", head: "我市召开会议。") { _ in "云阳县代表团来我市考察," },
    AdversarialText(name: "posts without names") { _ in "市委书记市长县委常委" },
    AdversarialText(name: "post and name") { "县委书记" + given(names, $0) + "," },
    AdversarialText(name: "speakers of one sentence", head: "会上,") { "市长" + given(names, $0) + "强调," },
    AdversarialText(name: "points") { _ in "努尔·" },
    AdversarialText(name: "blanks") { _ in "王 " },
    AdversarialText(name: "line ends", head: "云阳县召开会议。") { _ in "\n" },
    AdversarialText(name: "tags that do not close", head: "云阳县召开会议。") { _ in "<a " },
    AdversarialText(name: "one Latin letter") { _ in "a" },
  ]

  /// Three characters that tell a number from all others below the cube of how many there are.
  private static func given(_ characters: String, _ number: Int) -> String {
    let characters = Array(characters)
    let base = characters.count
    return [number / base / base % base, number / base % base, number % base].map { String(characters[$0]) }.joined()
  }
}
