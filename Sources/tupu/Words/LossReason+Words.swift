import TupuKit

extension LossReason {
  /// Why a candidate lost, in the language of this run.
  var words: String {
    let word: Word =
      switch self {
      case .dearer: .lostDearer
      case .unlikely: .lostUnlikely
      case .occupied: .lostOccupied
      case .excluded: .lostExcluded
      case .suppressed: .lostSuppressed
      case .retracted: .lostRetracted
      case .ownerless: .lostOwnerless
      case .general: .lostGeneral
      case .kindOnly: .lostKindOnly
      case .otherKind: .lostOtherKind
      case .absent: .lostAbsent
      case .cited: .lostCited
      }
    return word.text
  }
}

extension Word {
  /// What is said of candidates that lost.
  static let losses: [Word: (String, String)] = [
    .lostDearer: ("另一种读法更可能", "another reading is likelier"),
    .lostUnlikely: ("不够像名称", "not likely enough"),
    .lostOccupied: ("在别的名称之内", "inside another name"),
    .lostExcluded: ("词表中不作名称的词", "a word that is no name"),
    .lostSuppressed: ("是更长名称的一部分", "part of a longer name"),
    .lostRetracted: ("读完全文后撤回", "taken back after reading on"),
    .lostOwnerless: ("看不出是哪里的职务", "nothing tells whose post it is"),
    .lostGeneral: ("泛指", "a general mention"),
    .lostKindOnly: ("只说了种类", "only a kind is named"),
    .lostOtherKind: ("在这里是别的东西", "something else here"),
    .lostAbsent: ("没有说参加", "nothing says that it took part"),
    .lostCited: ("只是引述或受托", "only cited or represented"),
  ]
}
