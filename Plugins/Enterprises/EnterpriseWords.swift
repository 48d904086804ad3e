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
  /// What says, before 包括, that companies are listed, matched backwards.
  let listOpeners: WordTrie<Void>
  /// What kind of companies a list is of, between their number and 企业.
  let listKinds: WordTrie<Void>
  /// Banks and the like that are called after their place alone, matched backwards.
  let placeBanks: WordTrie<Void>
  /// What joins a company's name and 子公司.
  let partOf: WordTrie<Void>
  /// Parts of a company between its name and the post of one who heads them, matched backwards.
  let divisions: WordTrie<Void>
  /// What kind of company stands before a name, matched backwards.
  let appositions: WordTrie<Void>
  /// What companies do with projects and treaties.
  let deeds: WordTrie<Void>
  /// What behind a list of companies says that they are at a meeting.
  let attending: WordTrie<Void>
  /// Buildings, shops and streets that are called after a company.
  let houses: WordTrie<Void>
  /// What short names end with, matched backwards.
  let trades: WordTrie<Void>
  /// Those of them that after a coined word leave no doubt.
  let coinedTrades: WordTrie<Void>
  /// The same words, matched forwards.
  let tradesForward: WordTrie<Void>
  /// Those that make a coined word before them a company wherever it stands, matched backwards.
  let aloneTrades: WordTrie<Void>
  /// Legal forms that stand inside the names of a company's parts, matched backwards.
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

  private static let group = Array("集团".unicodeScalars)
  private static let state = Array("中国".unicodeScalars)

  /// The name of a group without 中国 and with 集团, for groups of the whole state and those known by their short names.
  private func group(_ name: String) -> String? {
    var brand = Array(name.unicodeScalars)[...]
    let isGroup = brand.count >= 4 && brand.suffix(2).elementsEqual(Self.group)
    if isGroup { brand = brand.dropLast(2) }
    let isState = brand.count >= 4 && brand.prefix(2).elementsEqual(Self.state)
    guard isGroup && isState || wellKnown[brand] != nil else { return nil }
    if isState { brand = brand.dropFirst(2) }
    var text = ""
    text.unicodeScalars.append(contentsOf: brand + Self.group)
    return text
  }

  /// A name of a bank's branch with the bank's full name at its head: 农发行某市分行 is 中国农业发展银行某市分行.
  ///
  /// Of a group known everywhere the short name stands for it: 中国诚通集团 and 诚通集团 are one.
  func canonical(_ name: String) -> String {
    if let group = group(name) { return group }
    guard let last = name.unicodeScalars.last, last == "行" || last == "部" else { return name }
    for bank in banks where name.hasPrefix(bank.short) { return bank.full + name.dropFirst(bank.short.count) }
    return name
  }

  /// Endings of zones that companies stand in, matched backwards.
  let zoneKinds: WordTrie<Void>
  /// A place's own investment companies by their short names, matched backwards.
  let localHoldings: WordTrie<Void>
  /// A company of a company, behind which its own name stands, matched backwards.
  let subsidiaries: WordTrie<Void>
  /// What right before 公司 or 厂 tells a kind of company, matched backwards.
  let kindsBefore: WordTrie<Void>
  /// Trades that behind a name known everywhere are what the company does.
  let notWith: WordTrie<Void>
  /// What behind such a name makes another word of its end.
  let goesOn: WordTrie<Void>
  /// What behind a company's name and its trade is built: the trade belongs to that.
  let works: WordTrie<Void>

  init(_ sections: WordSections) {
    localWorks = sections.trie("localWorks", reversed: true)
    zoneKinds = sections.trie("zoneKind", reversed: true)
    localHoldings = sections.trie("localHolding", reversed: true)
    goesOn = sections.trie("goesOn")
    subsidiaries = sections.trie("subsidiary", reversed: true)
    kindsBefore = sections.trie("kindBefore", reversed: true)
    notWith = sections.trie("notWith")
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
    listOpeners = sections.trie("listOpener", reversed: true)
    listKinds = sections.trie("listKind")
    placeBanks = sections.trie("placeBank", reversed: true)
    partOf = sections.trie("partOf")
    divisions = sections.trie("division", reversed: true)
    houses = sections.trie("house")
    appositions = sections.trie("apposition", reversed: true)
    deeds = sections.trie("deed")
    attending = sections.trie("attending")
    trades = sections.trie("trade", reversed: true)
    tradesForward = sections.trie("trade")
    aloneTrades = sections.trie("aloneTrade", reversed: true)
    legalInside = sections.trie("legalInside", reversed: true)
    coinedTrades = sections.trie("coinedTrade")
    wellKnown = sections.trie("wellKnown")
    heads = sections.trie("head")
    loneHeads = sections.trie("loneHead")
    builders = sections.trie("builder")
    builderEndings = sections.trie("builderEnding")
    vendor = sections.trie("vendor")
  }
}
