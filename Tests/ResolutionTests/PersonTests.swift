import GraphModel
import Resolution
import Testing

@Suite struct PersonTests {
  @Test func onePostInTwoDocumentsIsOnePerson() {
    let drafts = (1...2).map { number in
      var draft = Draft(number)
      draft.person("王建国", ("市委书记", draft.region("安丘市", "370784")))
      return draft
    }
    #expect(groups(drafts, of: "Person") == [["1 王建国", "2 王建国"]])
    #expect(keys(drafts, of: "Person") == ["Person:王建国@370784"])
  }

  @Test func oneNameInTwoRegionsIsTwoPeople() {
    var a = Draft(1)
    a.person("王建国", ("市长", a.region("安丘市", "370784")))
    var b = Draft(2)
    b.person("王建国", ("市长", b.region("任丘市", "130982")))
    #expect(groups([a, b], of: "Person") == [["1 王建国"], ["2 王建国"]])
  }

  @Test func promotionInTheSameRegionIsOnePerson() {
    var a = Draft(1)
    let city = a.region("安丘市", "370784")
    a.person("王建国", ("市委副书记", city), ("市长", city))
    var b = Draft(2)
    b.person("王建国", ("市委书记", b.region("安丘市", "370784")))
    #expect(groups([a, b], of: "Person").count == 1)
  }

  @Test func aDocumentThatNamesBothPostsJoinsTwoRegions() {
    var a = Draft(1)
    a.person("王建国", ("市长", a.region("安丘市", "370784")))
    var b = Draft(2)
    b.person("王建国", ("县委书记", b.region("昌乐县", "370725")))
    var both = Draft(3)
    both.person("王建国", ("市长", both.region("安丘市", "370784")), ("县委书记", both.region("昌乐县", "370725")))
    #expect(groups([a, b], of: "Person").count == 2)
    #expect(groups([a, b, both], of: "Person").count == 1)
    #expect(keys([a, b, both], of: "Person") == ["Person:王建国@370725"])
  }

  @Test func headsOfTwoBureausOfOneCityStayTwo() {
    var a = Draft(1)
    let first = a.add("Organization", "市教育局")
    a.relate(first, "PART_OF", a.region("安丘市", "370784"))
    a.person("李伟", ("局长", first))
    var b = Draft(2)
    let second = b.add("Organization", "市水利局")
    b.relate(second, "PART_OF", b.region("安丘市", "370784"))
    b.person("李伟", ("局长", second))
    #expect(groups([a, b], of: "Person").count == 2)
  }

  @Test(arguments: [("县委宣传部", "部长", "宣传部部长"), ("县委宣传部", "部长", "县委宣传部长"), ("县教育局", "局长", "教育局局长")])
  func aPostSetBeforeOrInTheTitleIsOnePost(body: String, title: String, fused: String) {
    var a = Draft(1)
    let organization = a.add("Organization", body)
    a.relate(organization, "PART_OF", a.region("昌乐县", "370725"))
    a.person("李伟", (title, organization))
    var b = Draft(2)
    b.person("李伟", (fused, b.region("昌乐县", "370725")))
    #expect(groups([a, b], of: "Person").count == 1)
  }

  @Test func aBareNameJoinsTheOnlyOneOfThatNameInTheRegion() {
    var a = Draft(1)
    a.person("王建国", ("市长", a.region("安丘市", "370784")))
    var b = Draft(2)
    b.meeting("全市工业大会", of: b.region("安丘市", "370784"))
    b.person("王建国")
    #expect(groups([a, b], of: "Person") == [["1 王建国", "2 王建国"]])
    var elsewhere = Draft(3)
    elsewhere.meeting("全市工业大会", of: elsewhere.region("任丘市", "130982"))
    elsewhere.person("王建国")
    #expect(groups([a, b, elsewhere], of: "Person") == [["1 王建国", "2 王建国"], ["3 王建国"]])
  }

  @Test func aBareNameThatFitsTwoStaysAlone() {
    var a = Draft(1)
    a.person("李伟", ("副市长", a.region("安丘市", "370784")))
    var b = Draft(2)
    let bureau = b.add("Organization", "市教育局")
    b.relate(bureau, "PART_OF", b.region("安丘市", "370784"))
    b.person("李伟", ("局长", bureau))
    var bare = Draft(3)
    bare.meeting("全市工业大会", of: bare.region("安丘市", "370784"))
    bare.person("李伟")
    #expect(groups([a, b, bare], of: "Person") == [["1 李伟"], ["2 李伟"], ["3 李伟"]])
  }

  @Test func bareNamesOfOneRegionAreOneUnlessOneDocumentTellsThemApart() {
    let drafts = (1...3).map { number in
      var draft = Draft(number)
      draft.meeting("全市工业大会", of: draft.region("安丘市", "370784"))
      draft.person("李伟")
      if number == 3 { draft.person("李伟") }
      return draft
    }
    #expect(groups(drafts, of: "Person") == [["1 李伟", "2 李伟"], ["3 李伟"], ["3 李伟"]])
  }

  @Test func withoutAnyPlaceANameIsNoIdentity() {
    let drafts = (1...2).map { number in
      var draft = Draft(number)
      draft.person("李伟")
      return draft
    }
    #expect(groups(drafts, of: "Person").count == 2)
  }

  @Test func traditionalAndSimplifiedSpellingsAreOneName() {
    var a = Draft(1)
    a.person("張學鋒", ("縣委書記", a.region("雲陽縣", "500235")))
    var b = Draft(2)
    b.person("张学锋", ("县委书记", b.region("云阳县", "500235")))
    #expect(groups([a, b], of: "Person").count == 1)
    #expect(groups([a, b], of: "Region").count == 1)
  }
}
