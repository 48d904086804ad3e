import Extraction
import GraphModel

/// What a predicate says of the participants around it.
enum Act: Sendable {
  /// Was there.
  case attend
  /// Led it.
  case preside
  /// Said something: persons only.
  case say
  /// Gave a speech, a report, an exchange: anyone.
  case speech
  /// Honoured the ones behind 为, 向, 对.
  case honour
  /// Was honoured.
  case honoured
  /// Did what is done at ceremonies: signed, unveiled.
  case perform
  /// Something else.
  case other

  /// Whether nothing is said of a meeting: bodies before it do not take part.
  var isAside: Bool { self == .other || self == .perform }
}

/// The word lists of `Tables/words.txt` about participants, ready for matching.
final class ParticipantWords: Sendable {
  let acts: WordTrie<Act>
  let attendObject: WordTrie<Void>
  /// How what is attended may end.
  let attendedEnd: WordTrie<Void>
  let presideNot: WordTrie<Void>
  let speechNot: WordTrie<Void>
  let speechNotBefore: WordTrie<Void>
  let honourObject: WordTrie<Void>
  let award: WordTrie<Void>
  let citedEnding: WordTrie<Void>
  let giver: WordTrie<Void>
  let giving: WordTrie<Void>
  let beforeGiving: WordTrie<Void>
  let collectiveAfter: WordTrie<Void>
  let from: WordTrie<Void>
  let bareBody: WordTrie<Void>
  let citedPerson: WordTrie<Void>
  let listBehind: WordTrie<Void>
  let participantAdverb: WordTrie<Void>
  let meetingObject: WordTrie<Void>
  /// What ends the place of a scene: 会上, 签约仪式上.
  let scene: WordTrie<Void>
  /// Verbs that describe projects: 建设项目.
  let works: WordTrie<Void>
  /// What behind a verb makes it an attribute: 签约企业.
  let attributive: WordTrie<Void>
  let review: WordTrie<Void>
  /// What carries the words of somebody who is not there.
  let letter: WordTrie<Void>

  init(_ lists: WordLists) {
    let sections: [(String, Act)] = [
      ("other", .other), ("say", .say), ("speak", .say), ("speech", .speech), ("attend", .attend),
      ("preside", .preside), ("honour", .honour), ("honour-passive", .honoured), ("perform", .perform),
    ]
    acts = WordTrie(sections.flatMap { section, act in lists[section].map { (word: $0, value: act) } })
    attendObject = lists.words("attend-object")
    attendedEnd = lists.endings("attended-end")
    presideNot = lists.words("preside-not")
    speechNot = lists.words("speech-not")
    speechNotBefore = lists.endings("speech-not-before")
    honourObject = lists.words("honour-object")
    award = lists.words("award")
    citedEnding = lists.endings("cited-noun")
    giver = lists.endings("giver")
    giving = lists.words("giver")
    beforeGiving = lists.words("before-giving")
    collectiveAfter = lists.words("collective-after")
    from = lists.endings("from")
    bareBody = lists.words("bare-body")
    citedPerson = lists.words("cited-person")
    listBehind = lists.words("list-behind")
    participantAdverb = lists.words("participant-adverb")
    meetingObject = lists.words("meeting-object")
    scene = lists.endings("scene")
    works = lists.words("works")
    attributive = lists.words("attributive")
    review = lists.endings("review")
    letter = lists.words("letter")
  }
}
