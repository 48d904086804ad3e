import Extraction
import GraphModel
import Regions
import Testing

@Suite struct RegionsGazetteerTests {
  let gazetteer = Gazetteer.embedded

  func names(_ form: String, in year: Int) -> [String] {
    guard let match = gazetteer.form(form) else { return [] }
    return gazetteer.references(match.form).map(\.division).filter { $0.holds(in: year) }.map { gazetteer.name($0.row) }
  }

  @Test func nameFollowsTheYear() {
    #expect(names("临安", in: 1995) == ["临安县"])
    #expect(names("临安", in: 2010) == ["临安市"])
    #expect(names("临安", in: 2019) == ["临安区"])
    #expect(names("旬阳", in: 2020) == ["旬阳县"])
    #expect(names("旬阳", in: 2021) == ["旬阳市"])
    #expect(gazetteer.division(code: 330_182, in: 2000)?.firstYear == 1992)
    #expect(names("建德", in: 2023) == ["建德市"])
    #expect(names("襄樊", in: 2009) == ["襄樊市"])
    #expect(names("襄樊", in: 2012).isEmpty)
  }

  @Test func everyProvinceIsThere() {
    let provinces = gazetteer.children(of: 0, in: 2024)
    #expect(provinces.count == 34)
    #expect(gazetteer.children(of: 330000, in: 2020).count == 11)
  }

  @Test func parentsFollowTheYear() throws {
    let xunyang = try #require(gazetteer.division(code: 610_928, in: 2015))
    let above = try #require(gazetteer.parent(of: xunyang, in: 2015))
    #expect(gazetteer.name(above.row) == "安康市")
    let province = try #require(gazetteer.parent(of: above, in: 2015))
    #expect(gazetteer.name(province.row) == "陕西省")
    #expect(gazetteer.parent(of: province, in: 2015) == nil)
    let yunyang = try #require(gazetteer.division(code: 500_235, in: 2020))
    #expect(gazetteer.parent(of: yunyang, in: 2020).map { gazetteer.name($0.row) } == "重庆市")
  }

  @Test func shortAndMiddleForms() {
    #expect(names("恩施州", in: 2015) == ["恩施土家族苗族自治州"])
    #expect(names("恩施", in: 2015).sorted() == ["恩施土家族苗族自治州", "恩施市"].sorted())
    #expect(names("内蒙", in: 2015) == ["内蒙古自治区"])
    #expect(names("道真", in: 2015) == ["道真仡佬族苗族自治县"])
    #expect(gazetteer.form("资源")?.isCommon == true)
    #expect(gazetteer.form("资源县")?.isCommon == false)
    #expect(gazetteer.form("建德")?.isCommon == false)
  }

  @Test func longestFormWins() {
    let text: ScalarText = "在恩施土家族苗族自治州恩施市"
    #expect(gazetteer.longestMatch(in: text, at: 1)?.end == 11)
    #expect(gazetteer.longestMatch(in: text, at: 11)?.end == 14)
    #expect(gazetteer.longestMatch(in: text, at: 0) == nil)
    #expect(gazetteer.longestMatch(in: text, at: 13) == nil)
  }

  @Test func townsAreFoundInTheEmbeddedBytes() {
    #expect(gazetteer.towns.codes("乾潭镇").map { $0 / 1000 } == [330182])
    #expect(gazetteer.towns.codes("江口镇").count > 10)
    #expect(gazetteer.towns.codes("江口镇").contains(500_235_113))
    #expect(gazetteer.towns.codes("无此镇").isEmpty)
    #expect(gazetteer.towns.codes("").isEmpty)
    #expect(gazetteer.towns.codes("㮾梨街道") == [430_121_004])
  }
}
