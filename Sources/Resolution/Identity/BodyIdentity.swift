import GraphModel

/// Organizations and zones are the same by name (without the place before it) and the region they belong to.
struct BodyIdentity {
  let index: FindingsIndex

  func identity(of entity: Int) -> Identity {
    let assertion = index.findings.entities[entity]
    let regions = index.regions(of: entity, by: ["PART_OF", "LOCATED_IN"])
    let type = assertion.type + ":"
    var identity = Identity()
    for (form, suffix) in index.forms(of: entity) {
      if !regions.isEmpty {
        let core = index.prefix.removed(from: form).key
        for region in regions { identity.keys.insert(KeySet.key(type, core, suffix, "@", region)) }
      }
      if isKnownEverywhere(form, type: assertion.type) {
        identity.keys.insert(KeySet.key(type, form.key, suffix))
      }
    }
    if identity.keys.isEmpty, let home = index.home {
      let core = index.prefix.removed(from: index.names[entity])
      if !core.isEmpty { identity.hint = KeySet.key(type, core.key, "@", home) }
    }
    return identity
  }

  /// Whether the name says by itself which body it is.
  private func isKnownEverywhere(_ form: IdentityText, type: String) -> Bool {
    if PlacePrefix.beginsWithLevel(form) { return false }
    if index.prefix.standsBefore(form) { return true }
    if type == "Zone" { return false }
    if form.count >= 4, Self.national.contains(where: form.hasPrefix) { return true }
    return form.count >= 4 && Self.selfNaming.contains(where: form.hasSuffix)
  }

  private static let national = names(["国家", "国务院", "中国", "中华", "中央", "中共中央", "全国", "最高人民", "新华社", "人民日报"])
  private static let selfNaming = names(["大学", "研究院", "研究所", "科学院", "工程院", "日报社", "理工学院", "职业技术学院", "师范学院", "基金会"])

  private static func names(_ words: [String]) -> [IdentityText] {
    words.map { IdentityText(scalars: $0.unicodeScalars) }
  }
}
