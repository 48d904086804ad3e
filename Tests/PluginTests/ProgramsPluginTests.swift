import Testing

@Suite struct ProgramsPluginTests {
  @Test func readsQuotedNamesWithTheirCategoryWord() throws {
    let reading = try EventReading(
      "会议要求,加快推进招商引资“678”工程,深化“一窗办结”改革,落实“五级联动”工作机制,开展“走企业、送政策、解难题”专题活动。")
    #expect(
      reading.names("Program") == ["招商引资“678”工程", "“一窗办结”改革", "“五级联动”工作机制", "“走企业、送政策、解难题”专题活动"])
    #expect(reading.surfaces("招商引资“678”工程") == ["678"])
  }

  @Test func joinsBareAndFullFormsToTheFullest() throws {
    let reading = try EventReading("全县要抓好“四送”活动。县委书记说,“四送”活动重在落实,“四送”不能走过场。")
    #expect(reading.names("Program") == ["“四送”活动"])
  }

  @Test func takesCoinedNamesThatAreCarriedOut() throws {
    let reading = try EventReading("全市“三招三引”大会召开\n会议强调,要做好“三招三引”工作,让“三招三引”成为主旋律。")
    #expect(reading.names("Program") == ["“三招三引”"])
  }

  @Test(arguments: [
    "奋力夺取首季“开门红”。", "争当高质量发展的“排头兵”。", "对企业家“高看一眼、厚爱三分”。", "下好先手棋,打好“主动仗”。",
    "要坚持“一盘棋”思想。", "当好服务企业的“店小二”。", "要以“千里马”的姿态冲刺“双过半”。", "做好“无中生有”的文章。",
    "深刻领会“两个确立”的决定性意义。", "各类会议不得影响工作。", "推进重点工程建设,落实各项改革。",
  ])
  func leavesAttitudesAndGeneralitiesAlone(_ text: String) throws {
    #expect(try EventReading(text).names("Program").isEmpty)
  }

  @Test func readsUnquotedNamesFromTheVerbToTheCategoryWord() throws {
    let reading = try EventReading("要大力实施企业梯度培育工程,扎实开展六大攻坚行动,深入实施创新驱动发展战略。")
    #expect(reading.names("Program") == ["企业梯度培育工程", "六大攻坚行动", "创新驱动发展战略"])
  }

  @Test func readsNestedAndSharedQuotations() throws {
    let reading = try EventReading("围绕“聚焦‘头号工程’、再创新业绩”主题,开展“千企走访”“百日攻坚”专项行动。")
    #expect(reading.names("Program") == ["‘头号工程’", "“千企走访”", "“百日攻坚”专项行动"])
  }

  @Test func saysWhoPursuesThem() throws {
    let reading = try EventReading(
      "我县深入开展“四送”活动,主动承接海东市交通、文旅和人才“五大东进”,抢抓长三角一体化发展机遇。", regions: ["海东市"], home: "甲县")
    #expect(reading.sources("PURSUES", of: "“四送”活动") == ["甲县"])
    #expect(reading.sources("PURSUES", of: "“五大东进”") == ["海东市"])
    #expect(reading.sources("PURSUES", of: "长三角一体化发展").isEmpty)
  }

  @Test func readsTheProgramOfAPlan() throws {
    let reading = try EventReading("会议审议了《甲县农村供水提质三年行动实施方案》。")
    #expect(reading.names("Program") == ["甲县农村供水提质三年行动"])
  }

  @Test func takesACampaignYearAndItsActivityAsOne() throws {
    let reading = try EventReading("深入开展“作风提升年”暨“问需求、解难题”活动,落实“民企二十条”。", home: "甲县")
    #expect(reading.names("Program") == ["“作风提升年”暨“问需求、解难题”活动", "“民企二十条”"])
  }

  @Test func aSubjectBeforeTheVerbHidesNoCampaign() throws {
    let reading = try EventReading("今年来,在全区开展营商环境提升年行动,实行精准招商。", home: "甲区")
    #expect(reading.names("Program") == ["营商环境提升年行动"])
  }

  @Test func whatTheHomeRegionIsToBecomeIsAProgram() throws {
    let reading = try EventReading("加快推进“法治青田”建设,建设“幸福家园”。", home: "青田县")
    #expect(reading.names("Program") == ["“法治青田”建设"])
  }

  @Test(arguments: [
    ("开展“工业强县、产业兴县”三年攻坚突破行动。", "“工业强县、产业兴县”三年攻坚突破行动"), ("加快“米袋子”工程建设。", "“米袋子”工程"),
    ("县委建设“法治云县”工作领导小组会议召开。", "“法治云县”"), ("推进“健康林市、健康云县”建设。", "“健康林市、健康云县”建设"),
    ("我县全力推进“五水共治”的一项重要举措。", "“五水共治”"), ("深入实施组织振兴行动。", "组织振兴行动"),
    ("全县工业经济提升年百日冲刺行动结出硕果。", "工业经济提升年百日冲刺行动"), ("交流了政法干警核心价值观教育实践活动情况。", "政法干警核心价值观教育实践活动"),
    ("贵安新区是实施大数据战略行动的主战场。", "大数据战略行动"), ("深入推进县级公立医院综合改革。", "公立医院综合改革"),
  ])
  func namesGoOnToTheirLastCategoryWord(_ text: String, _ name: String) throws {
    #expect(try EventReading(text, home: "云县").names("Program") == [name])
  }

  @Test func namesJoinedByAnAndAreTwo() throws {
    #expect(
      try EventReading("把实施创新驱动发展战略与新型城市化战略统一起来。").names("Program") == ["创新驱动发展战略", "新型城市化战略"])
  }

  @Test(arguments: [
    "招商引资项目“云签约”活动举行。", "全力筹备“林桥经验”纪念活动。", "小镇覆盖我州“三县六镇”。", "制定了“六项”活动制度。", "加快“三新”融合试点镇建设。",
    "近两年会展业借助国家级新区、自贸试验区、海上丝绸之路核心区、生态文明示范区“四区联动”政策优势,取得了飞速发展,成为全省会展业发展的一面旗帜。", "谋划“十四五”卫生健康事业改革发展。",
  ])
  func eventsCountsAndAdvantagesAreNoPrograms(_ text: String) throws {
    #expect(try EventReading(text, home: "云县").names("Program").isEmpty)
  }

  @Test func takesTheQuotationsOfARowThatIsCalledPrograms() throws {
    let reading = try EventReading("我县创新实施项目“五专周晾晒”、招商引资“两长一员”、“走送解”服务企业等工作机制。", home: "甲县")
    #expect(reading.surfaces("“走送解”") == ["走送解"])
    #expect(reading.sources("PURSUES", of: "“走送解”") == ["甲县"])
  }

  @Test func takesAYearOfACampaignBehindItsQuotation() throws {
    let reading = try EventReading("要落实“大抓实业、大抓引商”年工作要求。")
    #expect(reading.names("Program") == ["“大抓实业、大抓引商”年"])
  }

  @Test(arguments: [
    "第十届交易会“一路同行”系列活动在甲市举行。", "全面推进制造业,打造“一平台”“一小镇”“一基地”。", "他介绍了集团旅游产业“246”发展战略。",
  ])
  func leavesEventsCountsAndCompaniesPlansAlone(_ text: String) throws {
    #expect(try EventReading(text).names("Program").isEmpty)
  }

  @Test func aPlaceBeforeTheVerbHidesNoProgram() throws {
    let reading = try EventReading("甲市作为海东市深入实施大数据战略行动的主战场,积极响应国家创新驱动发展战略。", regions: ["海东市"])
    #expect(reading.names("Program") == ["大数据战略行动", "创新驱动发展战略"])
  }

  @Test func readsPlansByTheirTitlesAndYearsOfCampaigns() throws {
    let reading = try EventReading("会议审议了《甲山古镇保护规划》,督查2018年文旅大招商突破年攻坚工作。", home: "甲县")
    #expect(reading.names("Program") == ["甲山古镇保护规划", "文旅大招商突破年"])
    #expect(reading.sources("PURSUES", of: "甲山古镇保护规划") == ["甲县"])
  }
}
