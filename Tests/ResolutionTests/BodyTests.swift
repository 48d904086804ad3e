import GraphModel
import Resolution
import Testing

@Suite struct BodyTests {
  private func bureau(_ number: Int, _ name: String, _ city: String, _ code: String, _ short: [String] = []) -> Draft {
    var draft = Draft(number)
    let body = draft.add("Organization", name)
    draft.relate(body, "PART_OF", draft.region(city, code, short))
    return draft
  }

  @Test func oneBureauUnderManyForms() {
    let drafts = [
      bureau(1, "市经信局", "安丘市", "370784"), bureau(2, "安丘市经信局", "安丘市", "370784"),
      bureau(3, "安丘经信局", "安丘市", "370784", ["安丘"]), bureau(4, "经信局", "安丘市", "370784"),
    ]
    #expect(groups(drafts, of: "Organization").count == 1)
    #expect(keys(drafts, of: "Organization") == ["Organization:经信局@370784"])
  }

  @Test func oneFormInTwoRegionsIsTwoBodies() {
    let drafts = [bureau(1, "市经信局", "安丘市", "370784"), bureau(2, "市经信局", "任丘市", "130982")]
    #expect(groups(drafts, of: "Organization").count == 2)
  }

  @Test func wordsThatBeginLikeALevelAreWhole() {
    let drafts = [
      bureau(1, "市场监管局", "安丘市", "370784"), bureau(2, "市市场监管局", "安丘市", "370784"),
      bureau(3, "安丘市场监管局", "安丘市", "370784", ["安丘"]), bureau(4, "安丘市市场监管局", "安丘市", "370784"),
    ]
    #expect(groups(drafts, of: "Organization").count == 1)
  }

  @Test func thePartyCommitteeIsNotItsDepartments() {
    let drafts = [
      bureau(1, "市委", "安丘市", "370784"), bureau(2, "中共安丘市委", "安丘市", "370784"),
      bureau(3, "市委宣传部", "安丘市", "370784"), bureau(4, "市政府", "安丘市", "370784"),
    ]
    #expect(
      groups(drafts, of: "Organization") == [["1 市委", "2 中共安丘市委"], ["3 市委宣传部"], ["4 市政府"]])
  }

  @Test func bareDepartmentsBelongToTheMeetingsRegion() {
    let drafts = [("安丘市", "370784"), ("安丘市", "370784"), ("任丘市", "130982")].enumerated().map { index, place in
      var draft = Draft(index + 1)
      draft.meeting("工业大会", of: draft.region(place.0, place.1))
      draft.add("Organization", "发改局")
      return draft
    }
    #expect(groups(drafts, of: "Organization") == [["1 发改局", "2 发改局"], ["3 发改局"]])
  }

  @Test func universitiesAreKnownByName() {
    let drafts = (1...2).map { number in
      var draft = Draft(number)
      draft.add("Organization", "华东理工大学")
      return draft
    }
    #expect(groups(drafts, of: "Organization").count == 1)
  }

  @Test func numberedBodiesAreNeverMergedThroughAShortForm() {
    let drafts = ["第一人民医院", "第二人民医院"].enumerated().map { index, name in
      var draft = Draft(index + 1)
      let body = draft.add("Organization", name, ["人民医院"])
      draft.relate(body, "PART_OF", draft.region("安丘市", "370784"))
      return draft
    }
    #expect(groups(drafts, of: "Organization").count == 2)
  }

  @Test func zonesAreToldApartByRegion() {
    let drafts = [("经济开发区", "安丘市", "370784"), ("安丘经济开发区", "安丘市", "370784"), ("经济开发区", "任丘市", "130982")]
      .enumerated().map { index, place in
        var draft = Draft(index + 1)
        let zone = draft.add("Zone", place.0)
        draft.relate(zone, "PART_OF", draft.region(place.1, place.2, [String(place.1.prefix(2))]))
        return draft
      }
    #expect(groups(drafts, of: "Zone") == [["1 经济开发区", "2 安丘经济开发区"], ["3 经济开发区"]])
  }

  @Test func townsOfOneNameNeedTheirCounty() {
    func town(_ number: Int, _ county: String, _ code: String) -> Draft {
      var draft = Draft(number)
      let town = draft.add("Region", "江口镇")
      draft.relate(town, "PART_OF", draft.region(county, code))
      return draft
    }
    #expect(groups([town(1, "宁陕县", "610923"), town(2, "桂平市", "450881")], of: "Region").count == 4)
    #expect(groups([town(1, "宁陕县", "610923"), town(2, "宁陕县", "610923")], of: "Region").count == 2)
  }
}
