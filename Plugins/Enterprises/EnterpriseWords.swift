import EnterprisesTables
import Extraction
import GraphModel

/// The word lists of the plug-in.
final class EnterpriseWords: Sendable {
  static let embedded = EnterpriseWords(
    WordSections(EmbeddedFile(tupu_enterprises_words(), count: tupu_enterprises_words_count())))

  /// Endings of full names, matched backwards; true for legal forms and groups, false for plants, banks and funds.
  let endings: WordTrie<Bool>
  /// What alone before an ending makes no name.
  let generic: WordTrie<Void>
  /// What after 等 says that the list before it was of companies.
  let listClose: WordTrie<Void>
  /// What short names end with, matched backwards.
  let trades: WordTrie<Void>
  /// Those of them that after a coined word leave no doubt.
  let coinedTrades: WordTrie<Void>
  /// The same words, matched forwards.
  let tradesForward: WordTrie<Void>
  /// Those that make a coined word before them a company wherever it stands, matched backwards.
  let aloneTrades: WordTrie<Void>
  /// Legal forms that stand inside the names of a company's parts.
  let legalInside: WordTrie<Void>
  /// Companies known by their short names.
  let wellKnown: WordTrie<Void>
  /// Posts that only companies have.
  let heads: WordTrie<Void>
  /// Words around the maker of a web page.
  let vendor: WordTrie<Void>

  /// Single characters that are words of their own before a name.
  let loneHeads: WordTrie<Void>
  /// State builders whose bureaus are numbered.
  let builders: WordTrie<Void>
  /// What ends the name of such a bureau.
  let builderEndings: WordTrie<Void>

  /// Works and services that a place has one of, matched backwards.
  let localWorks: WordTrie<Void>
  /// What ends items of a list of companies that are none themselves, matched backwards.
  let noCompany: WordTrie<Void>
  /// Short names of banks with their full ones.
  private let banks: [(short: String, full: String)]

  /// A name of a bank's branch with the bank's full name at its head: 农发行某市分行 is 中国农业发展银行某市分行.
  func canonical(_ name: String) -> String {
    guard let last = name.unicodeScalars.last, last == "行" || last == "部" else { return name }
    for bank in banks where name.hasPrefix(bank.short) { return bank.full + name.dropFirst(bank.short.count) }
    return name
  }

  /// Endings of zones that companies stand in, matched backwards.
  let zoneKinds: WordTrie<Void>
  /// What behind a company's name and its trade is built: the trade belongs to that.
  let works: WordTrie<Void>

  init(_ sections: WordSections) {
    localWorks = sections.trie("localWorks", reversed: true)
    zoneKinds = sections.trie("zoneKind", reversed: true)
    works = sections.trie("works")
    noCompany = sections.trie("noCompany", reversed: true)
    banks = sections["bankAlias"].compactMap { pair in
      let parts = pair.split(separator: "=")
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
    endings = WordTrie(
      sections["plant"].map { (word: $0, value: false) } + sections["legal"].map { (word: $0, value: true) },
      reversed: true)
    generic = sections.trie("generic")
    listClose = sections.trie("listClose")
    trades = sections.trie("trade", reversed: true)
    tradesForward = sections.trie("trade")
    aloneTrades = sections.trie("aloneTrade", reversed: true)
    legalInside = sections.trie("legalInside")
    coinedTrades = sections.trie("coinedTrade")
    wellKnown = sections.trie("wellKnown")
    heads = sections.trie("head")
    loneHeads = sections.trie("loneHead")
    builders = sections.trie("builder")
    builderEndings = sections.trie("builderEnding")
    vendor = sections.trie("vendor")
  }
}
