import Extraction
import GraphModel

/// The word lists of `Tables/words.txt` about meetings and their titles, ready for matching.
final class MeetingWords: Sendable {
  let head: WordTrie<Void>
  let headEnding: WordTrie<Void>
  let festival: WordTrie<Void>
  let partHead: WordTrie<Void>
  let bodyOrMeeting: WordTrie<Void>
  let afterHeadBar: WordTrie<Void>
  let convene: WordTrie<Void>
  let convening: WordTrie<Void>
  let conveneAfter: WordTrie<Void>
  let citedEnding: WordTrie<Void>
  let soft: WordTrie<Void>
  let citedAfter: WordTrie<Void>
  let wish: WordTrie<Void>
  let sessionPart: WordTrie<Void>
  let sessionBody: WordTrie<Void>
  let planning: WordTrie<Void>
  let dateline: WordTrie<Void>
  let determiner: WordTrie<Void>
  let back: WordTrie<Void>
  let party: WordTrie<Void>
  let levelHead: WordTrie<Void>
  let bodyOnly: WordTrie<Void>
  let frequency: WordTrie<Void>
  let time: WordTrie<Void>
  let trim: WordTrie<Void>
  let level: WordTrie<Void>
  let coordinated: WordTrie<Void>
  let nation: WordTrie<Void>
  let kindPart: WordTrie<Void>
  /// Words that begin with a preposition and are none: 对接.
  let softNot: WordTrie<Void>
  /// What a meeting is called that is held for another: 兰洽会筹备会议.
  let heldFor: WordTrie<Void>
  /// What behind a place makes it part of the name of a street or a house.
  let houseAfter: WordTrie<Void>
  let stop: Set<Unicode.Scalar>

  init(_ lists: WordLists) {
    let heads = lists["head"] + lists["stem"].flatMap { stem in ["会", "大会", "会议"].map { stem + $0 } }
    head = WordTrie(words: heads)
    headEnding = WordTrie(words: heads, reversed: true)
    festival = lists.words("festival")
    partHead = lists.words("part-head")
    bodyOrMeeting = lists.words("body-or-meeting")
    afterHeadBar = lists.words("after-head-bar")
    convene = lists.endings("convene")
    convening = WordTrie(
      words: ["召开", "举行", "举办", "召集", "组织召开", "主持召开", "召开了", "举行了", "举办了", "主办", "承办"], reversed: true)
    conveneAfter = lists.words("convene-after")
    citedEnding = lists.endings("cited-ending")
    soft = lists.endings("soft")
    citedAfter = lists.words("cited-after")
    wish = lists.words("wish")
    sessionPart = lists.words("session-part")
    sessionBody = lists.endings("session-body")
    planning = lists.endings("planning")
    dateline = lists.endings("dateline")
    determiner = lists.endings("determiner")
    back = lists.endings("back")
    party = lists.words("party")
    levelHead = lists.words("level-head")
    bodyOnly = lists.words("body-only")
    frequency = lists.words("frequency")
    time = lists.endings("time")
    trim = lists.words("trim")
    level = lists.words("level")
    coordinated = lists.endings("coordinated")
    nation = lists.words("nation")
    kindPart = lists.words("kind-part")
    softNot = lists.words("soft-not")
    heldFor = lists.words("held-for")
    houseAfter = lists.words("house-after")
    stop = lists.scalars("title-stop")
  }
}
