import Extraction
import GraphModel

/// How much a quoted word looks like a coined abbreviation of a program (“三帮扶”, “双城双带”, “246”) by its shape alone.
struct CoinedShape {
  /// The kinds of shape, from telling to none.
  enum Kind {
    /// Two parallel halves led by numbers (“双城双带”, “两不愁三保障”) or a number with a noun or verb (“三帮扶”, “百亿果业”).
    case numbered
    /// A number, 大 and a noun (“五大东融”).
    case series
    /// Digits alone, or digits joined by +.
    case digits
    /// Two or more parallel parts of the same length with a shared character (“大抓工业、抓大工业”), or a year of a campaign.
    case parallel
    /// A concept, an idiom, a role, a period: no program by itself.
    case concept
    /// None of these.
    case plain
  }

  let kind: Kind

  init(_ text: ScalarText, _ span: Span, words: ProgramWords) {
    let inner = Array(text[span])
    kind = Self.kind(inner, text: text, span: span, words: words)
  }

  private static func kind(_ inner: [Unicode.Scalar], text: ScalarText, span: Span, words: ProgramWords) -> Kind {
    guard let first = inner.first, inner.count >= 2, inner.count <= 16 else { return .plain }
    if words.concept.contains(inner[...]) { return .concept }
    if inner.allSatisfy({ ScalarKind.isDigit($0) || $0 == "+" || $0 == "." || $0 == "·" }) {
      return inner.count >= 3 && inner.contains(where: ScalarKind.isDigit) ? .digits : .plain
    }
    guard inner.allSatisfy({ ScalarKind.isNamePart($0) || $0 == "、" || $0 == "+" }) else { return .plain }
    if first == "第" { return .concept }
    let numbers = inner.indices.filter { ScalarKind.isNumeral(inner[$0]) }
    guard numbers.first == 0 else { return parallel(inner) ? .parallel : .plain }
    var lead = 0
    while lead < inner.count, ScalarKind.isNumeral(inner[lead]) { lead += 1 }
    // 三零, 双百: nothing but numbers.
    guard lead < inner.count else { return inner.count <= 3 ? .numbered : .plain }
    // 三个一批: campaigns that count what is signed, begun and finished.
    if inner.count == 4, inner.suffix(2).elementsEqual("一批".unicodeScalars) { return .numbered }
    // 四新经济: a concept.
    if inner.suffix(2).elementsEqual("经济".unicodeScalars) { return .concept }
    // 三个区分开来, 四张清单: a measure word counts things, it coins no name.
    if ScalarKind.measures.contains(inner[lead]) { return .concept }
    if inner[lead] == "大" { return inner.count > lead + 1 ? .series : .concept }
    if inner.contains("、") || inner.contains("+") { return .plain }
    // 三县六镇: places are counted.
    if inner.allSatisfy({ ScalarKind.isNumeral($0) || "省市县区州旗镇乡村".unicodeScalars.contains($0) }) { return .concept }
    if inner[lead] == "流" || inner[lead] == "年" || inner[lead] == "月" || inner[lead] == "号" || inner[lead] == "强" {
      return .concept
    }
    let rest = inner.count - lead
    return inner.count <= 8 && rest >= 1 ? .numbered : .plain
  }

  private static func parallel(_ inner: [Unicode.Scalar]) -> Bool {
    // 内培外引, 引大引强: four characters, the first or the second of each half the same.
    inner.count == 4 && (inner[0] == inner[2] || inner[1] == inner[3])
  }
}
