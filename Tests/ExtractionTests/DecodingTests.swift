import Extraction
import Foundation
import GraphModel
import Testing

/// Chinese as it stands in GB 18030 and Big5 bytes, made by the system's `iconv` program where it is there.
func encoded(_ text: String, _ name: String) throws -> [UInt8] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
  process.arguments = ["-f", "UTF-8", "-t", name]
  let input = Pipe()
  let output = Pipe()
  process.standardInput = input
  process.standardOutput = output
  try process.run()
  try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  try input.fileHandleForWriting.close()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return [UInt8](data)
}

@Suite struct DecodingTests {
  static let article = """
    全县工业发展大会召开
    2月17日,全县工业发展大会在县会展中心召开。县委书记林树声出席会议并讲话,强调要以项目建设为抓手,推进产业集群发展。
    """
  static let traditional = """
    全縣工業發展大會召開
    二月十七日，全縣工業發展大會在縣會展中心召開。縣委書記林樹聲出席會議並講話，強調要以項目建設為抓手，推進產業集群發展。
    """

  func read(_ bytes: [UInt8], encoding: String? = nil, type: MediaType = .text) throws -> String {
    let source = Source(name: "a", origin: "a", mediaType: type, bytes: bytes, encoding: encoding)
    return try DocumentReader().decode(source).description
  }

  @Test(arguments: ["UTF-8", "GB18030", "GBK", "GB2312", "UTF-16LE", "UTF-16BE", "UTF-16"])
  func findsTheEncodingOfSimplifiedText(_ name: String) throws {
    #expect(try read(encoded(Self.article, name)) == Self.article)
    #expect(try read(encoded("市政府召开会议", name == "UTF-16" ? name : "GBK")) == "市政府召开会议")
  }

  @Test(arguments: ["UTF-8", "GB18030", "GBK", "BIG5", "BIG5-HKSCS", "UTF-16LE", "UTF-16BE"])
  func findsTheEncodingOfTraditionalText(_ name: String) throws {
    #expect(try read(encoded(Self.traditional, name)) == Self.traditional)
  }

  @Test(arguments: [("utf-8", [0xEF, 0xBB, 0xBF]), ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF])])
  func takesAByteOrderMarkAway(_ name: String, _ mark: [UInt8]) throws {
    #expect(try read(mark + encoded(Self.article, name)) == Self.article)
  }

  @Test(arguments: ["gb2312", "GBK", "gb_2312-80", "x-gbk", "cp936"])
  func takesTheUsersWordAndReadsPartsOfGB18030AsTheWhole(_ label: String) throws {
    #expect(try read(encoded("朱镕基、張洺榕、㐂", "GB18030"), encoding: label) == "朱镕基、張洺榕、㐂")
  }

  @Test func believesThePageUnlessItIsUTF8() throws {
    let page = "<html><head><meta charset=\"gb2312\"></head><body>会议</body></html>"
    #expect(try read(Array(page.utf8), type: .html) == page)
    #expect(try read(encoded(page, "GBK"), type: .html) == page)
    let other = page.replacingOccurrences(of: "gb2312", with: "big5").replacingOccurrences(of: "会议", with: "會議")
    #expect(try read(encoded(other, "BIG5"), type: .html) == other)
  }

  @Test func namesTheByteWhereUTF8IsCutOffOrBroken() throws {
    let bytes = Array(Self.article.utf8)
    #expect(throws: ReadingError.malformed(encoding: "utf-8", offset: bytes.count - 3)) {
      try read(Array(bytes.dropLast()))
    }
    var broken = bytes
    broken[61] = 0xFF
    #expect(throws: ReadingError.malformed(encoding: "utf-8", offset: 59)) { try read(broken) }
    #expect(throws: ReadingError.malformed(encoding: "utf-8", offset: 6)) { try read(Array("会议召".utf8.dropLast(2))) }
  }

  @Test func namesTheByteWhereGB18030IsCutOff() throws {
    let bytes = try encoded(Self.article, "GBK")
    #expect(throws: ReadingError.malformed(encoding: "gb18030", offset: bytes.count - 2)) {
      try read(bytes.dropLast(2) + [0xA1])
    }
  }

  @Test func refusesWhatIsNoText() throws {
    #expect(throws: ReadingError.empty) { try read([]) }
    #expect(throws: ReadingError.empty) { try read(Array(" \r\n\u{3000}\u{FEFF}".utf8)) }
    #expect(throws: ReadingError.binary(offset: 6)) { try read(Array("会议".utf8) + [0, 1, 2]) }
    #expect(throws: ReadingError.binary(offset: 0)) { try read(Array("%PDF-1.7\n...".utf8)) }
    #expect(throws: ReadingError.binary(offset: 0)) { try read((0..<200).map { UInt8(1 + $0 % 31) }) }
    #expect(throws: ReadingError.unknownEncoding("klingon")) { try read([65], encoding: "klingon") }
    #expect(throws: ReadingError.tooLarge(bytes: 11, limit: 10)) {
      try DocumentReader(limit: 10).decode(
        Source(name: "a", origin: "a", mediaType: .text, bytes: Array(repeating: 65, count: 11)))
    }
  }
}
