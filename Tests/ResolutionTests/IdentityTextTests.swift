import GraphModel
import Testing

@testable import Resolution

struct IdentityTextTests {
  @Test func reducesNamesToWhatIdentifies() {
    #expect(IdentityText("“ＡＢ” 公司（上海）").key == "ab公司上海")
    #expect(IdentityText("50%@#/").key == "50%25%40%23%2F")
    #expect(IdentityText("县人民政府").hasSuffix("人民政府") && !IdentityText("政府").hasSuffix("人民政府"))
    #expect(IdentityText("第三批").numbering == "三" && IdentityText("三农").numbering.isEmpty)
  }

  @Test func keysCountOnce() {
    var keys: KeySet = ["b", "a"]
    keys.insert("b")
    keys.formUnion(["区", "aa"])
    #expect(keys.sorted == ["a", "aa", "b", "区"])
    #expect(KeySet.subtract(["a", "b", "c"], ["b", "d"]) == ["a", "c"])
  }
}
