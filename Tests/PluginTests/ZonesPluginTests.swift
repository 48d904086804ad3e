import Testing

@Suite struct ZonesPluginTests {
  @Test(arguments: [
    ("阳朔县2023年12月份暨甲龙湖高新区四季度项目集中签约。", ["甲龙湖高新区"]),
    ("阳朔县县长王大明到东甲湖度假区调研。", ["东甲湖度假区"]),
    ("开工仪式在阳朔县赤石产业区举行。", ["阳朔县赤石产业区"]),
    ("阳朔县与服务外包园区合作。", ["服务外包园区"]),
  ])
  func beginsNamesBehindWhatLeadsUpToThem(_ text: String, _ names: [String]) throws {
    #expect(try NameReading(text).names("Zone") == names)
  }

  @Test(arguments: [
    "阳朔县实施“一轴一带一新城”战略。", "阳朔县召开推进会第三片区现场会。", "阳朔县又添国家级开发区。",
    "桂林市建设国家级新材料产业发展先行区。", "甲省正在推进全岛建设自由贸易试验区。", "远桥集团西南生产基地落户阳朔县。",
  ])
  func readsNoZoneOutOfCountsRanksAndAims(_ text: String) throws {
    #expect(try NameReading(text).names("Zone").isEmpty)
  }

  @Test func keepsNeighboursInARowApart() throws {
    let reading = try NameReading("现场会在阳朔经济开发区和十字经济开发区举行。阳朔经济开发区、十字经济开发区负责同志介绍情况。")
    #expect(reading.names("Zone") == ["阳朔经济开发区", "十字经济开发区"])
  }

  @Test func readsBothZonesBeforeOneEnding() throws {
    let reading = try NameReading("阳朔县县长王大明先后来到梁家湾和薛家湾工业园区调研。")
    #expect(reading.names("Zone") == ["梁家湾工业园区", "薛家湾工业园区"])
  }

  @Test func readsZonesThatTheirRowTells() throws {
    let reading = try NameReading("桂林市全力推进云龙山泵业基地、兴山临港工业区、海岸云帆村、觉山岛旅游度假区等产业集聚区建设。")
    #expect(reading.names("Zone") == ["云龙山泵业基地", "兴山临港工业区", "海岸云帆村", "觉山岛旅游度假区"])
    let companies = try NameReading("桂林市走访了远桥电子、甲龙工业园、恒达云帆等园区企业。")
    #expect(!companies.names("Zone").contains("恒达云帆"))
  }
}
