import GraphModel
import Testing

/// Where the names of companies begin, and which of their forms are one company.
@Suite struct CompanyFormTests {
  private func companies(_ text: String) throws -> [String] { try NameReading(text).names("Enterprise") }

  private func forms(_ text: String) throws -> [[String]] {
    try NameReading(text).findings.entities.filter { $0.type == "Enterprise" }.map { [$0.name] + $0.surfaces }
  }

  @Test(arguments: [
    ("周东明一行5人来集团交流,高度评价润德能源集团取得的成绩。", ["润德能源集团"]),
    ("岳西县要学习润德集团的企业精神。", ["润德集团"]),
    ("远山家电项目投资商宁波润德电器有限公司代表发言。", ["宁波润德电器有限公司"]),
    ("岳西县与上海为远投资有限公司、深圳为德电气有限公司签约。", ["上海为远投资有限公司", "深圳为德电气有限公司"]),
    ("走访了润德食品科技有限公司、合肥远德分离技术有限公司。", ["润德食品科技有限公司", "合肥远德分离技术有限公司"]),
    ("我市与兴业银行福州分行签订协议。", ["兴业银行福州分行"]),
    ("会议传达了2月23日合肥市煤矿和非煤矿山安全生产工作会议精神。", []),
    ("周东明、润德农业(中国)副总裁白玉洁出席仪式。", ["润德农业(中国)"]),
    ("包括远山集团联合盐化有限公司、润德盐化有限公司等企业参加。", ["远山集团联合盐化有限公司", "润德盐化有限公司"]),
    ("远山重工董事长周东明、润德股份董事长白玉洁等企业负责人参加。", ["远山重工", "润德股份"]),
    ("参加的有鄂尔多斯集团有限公司。", ["鄂尔多斯集团有限公司"]),
    ("由岳西远通会议展览服务有限公司承办。", ["岳西远通会议展览服务有限公司"]),
    ("参加的有周东明、远桥联合融资租赁有限公司总裁白玉洁。", ["远桥联合融资租赁有限公司"]),
    ("与省农业发展银行营业部签约。", ["省农业发展银行营业部"]),
    ("岳西县政府同上海均和集团国际贸易有限公司、宁波瑞和科技有限公司等企业签约。", ["上海均和集团国际贸易有限公司", "宁波瑞和科技有限公司"]),
    ("县政府同远桥集团签约,远桥集团和集团子公司参加。", ["远桥集团"]),
    ("包括上海均和集团有限公司、均和集团国际贸易有限公司。", ["上海均和集团有限公司", "均和集团国际贸易有限公司"]),
    ("岳西县人民政府同合肥远山型材责任有限公司签约。", ["合肥远山型材责任有限公司"]),
    ("商会会长、冠远泰通董事长周东明,张立董事长出席。", ["冠远泰通"]),
    ("欢迎企业家到岳西投资办厂。", []),
    ("发言的有美国Far Bridge公司、润德集团。", ["美国Far Bridge公司", "润德集团"]),
    ("市委书记白玉洁,市委副书记谢一厂出席会议。", []),
    ("授予周东等16名企业家称号,授予远山红柚专业合作社等16户农民专业合作社称号。", ["远山红柚专业合作社"]),
    ("总经理周东明、白玉等企业负责人参加。", []),
    ("润德电子、远山科技等16家企业参加。", ["润德电子", "远山科技"]),
  ])
  func namesBeginBehindWhatLeadsUpToThem(_ text: String, _ names: [String]) throws {
    #expect(try companies(text) == names)
  }

  @Test func formsOfOneCompany() throws {
    #expect(try forms("岳西县召开会议,润德投资集团公司汇报。润德投资集团总经理周东明参加。") == [["润德投资集团公司", "润德投资集团"]])
    #expect(
      try forms("中国银行股份有限公司浙江省分行行长周东明参加,中国银行浙江省分行发言,中行浙江省分行签约。") == [
        ["中国银行股份有限公司浙江省分行", "中国银行浙江省分行", "中行浙江省分行"]
      ])
  }

  @Test func thePlaceACompanyIsCalledAfterIsNotTheCompany() throws {
    #expect(try forms("岳西县24个项目开工。四川岳西润德新能源公司投资建设,岳西县中学扩建,岳西经开区扩区。") == [["四川岳西润德新能源公司"]])
  }

  @Test func aCompanyWithoutItsPlace() throws {
    #expect(try forms("上海润江岳西分区公司与县政府签约,润江岳西分区公司负责人发言。") == [["上海润江岳西分区公司", "润江岳西分区公司"]])
    #expect(try forms("合肥国际陆港公司董事长周东明参加会议,陆港公司汇报。") == [["合肥国际陆港公司", "陆港公司"]])
  }

  @Test func aMineOfAGroupIsAnotherCompany() throws {
    #expect(try forms("润德集团董事长周东明参加,润德集团远山煤矿矿长白玉洁发言。") == [["润德集团"], ["润德集团远山煤矿"]])
    #expect(try forms("岳西矿业公司总经理周东明、远山矿业集团董事长白玉洁参加。") == [["岳西矿业公司"], ["远山矿业集团"]])
  }

  @Test func aRankAmongCompaniesIsNoPartOfAName() throws {
    #expect(try NameReading("石泉县与世界500强恒远集团签约。").names("Enterprise") == ["恒远集团"])
  }
}
