import GraphModel
import Testing

/// What speeches and reports say in everyday words, which sounds like names and names nothing.
@Suite struct EverydayLanguageTests {
  @Test(arguments: [
    "要严厉打击制售假劣农资等坑农害农行为。", "开通网上银行和手机银行,推广电话银行业务。",
    "落实基本养老保险、补充医疗保险和大病保险待遇。", "上海证券交易所挂牌,期货交易活跃,保险意识增强。",
    "每个公司都要守法经营,快递公司、搬家公司和三大航空公司都要落实责任。", "利益集团、跨国公司和风投公司都有动作。",
    "建设更加优美的环境,打造最美的乡村,端上一碗小米粥。", "他借奥运冠军来宣传本公司,某公司和每个集团都可参加。",
  ])
  func noCompanies(_ text: String) throws {
    #expect(try NameReading("岳西县召开会议。" + text).names("Enterprise") == [])
  }

  @Test(arguments: [
    ("县农业银行、电力公司、移动公司负责人参加。", ["县农业银行", "电力公司", "移动公司"]),
    ("引进美的、小米、格力等企业。", ["美的", "小米", "格力"]),
    ("与美的集团、小米科技签约。", ["美的集团", "小米科技"]),
    ("岳西百川银行、远桥保险公司签约。", ["岳西百川银行", "远桥保险公司"]),
    ("由母公司远桥集团和主承销商岳西百川证券股份有限公司主办。", ["远桥集团", "岳西百川证券股份有限公司"]),
    ("省药监局责令岳西远桥制药厂整改,岳西远桥资本控股集团有限公司参加。", ["岳西远桥制药厂", "岳西远桥资本控股集团有限公司"]),
  ])
  func butThese(_ text: String, _ names: [String]) throws {
    #expect(try NameReading("岳西县召开会议。" + text).names("Enterprise") == names)
  }

  @Test(arguments: [
    ("伤者被送至岳西县人民医院救治,家属直奔医院。", ["岳西县人民医院"]),
    ("一间学校、不同学校和整个福利院都装上了空调,丰富学校文化内涵。", []),
    ("要支持工会、共青团、妇联、残联等群团组织依法开展工作,培育家庭农场。", []),
    ("观摩了标准化厂房、智慧养老服务中心、社区党群服务中心等项目现场。", []),
    ("县总工会、团县委、县妇联负责人参加。", ["县总工会", "团县委", "县妇联"]),
    ("群众每天早晨去博物馆,随后赶往岳西县档案馆。", ["岳西县档案馆"]),
  ])
  func bodiesBeginBehindWhatLeadsUpToThem(_ text: String, _ names: [String]) throws {
    #expect(try NameReading(text).names("Organization") == names)
  }

  @Test(arguments: [
    "要强化水库、河道、塘坝巡查防守。", "条例颁布实施以及高速公路免费政策受到欢迎。", "因为跑建桥项目,他瘦了。",
    "云岭集团日前与远桥达成物资采购项目合作。", "这项工作处于历史最低谷。", "全县各级深入开展教育实践活动,直接影响教育实践活动的成效。",
  ])
  func noProjectsZonesAndPrograms(_ text: String) throws {
    let reading = try EventReading(text, companies: ["云岭集团"], home: "甲县")
    #expect(reading.names("Project").isEmpty)
    #expect(reading.names("Program").isEmpty)
    #expect(try NameReading(text).names("Zone").isEmpty)
  }

  @Test func butTheseProjectsZonesAndPrograms() throws {
    #expect(try EventReading("云岭水库、东河高速公路开工建设。").names("Project") == ["云岭水库", "东河高速公路"])
    #expect(try NameReading("岳西县规划建设凤来新城。").names("Zone") == ["凤来新城"])
    #expect(try EventReading("深入开展党的群众路线教育实践活动。").names("Program") == ["群众路线教育实践活动"])
  }
}
