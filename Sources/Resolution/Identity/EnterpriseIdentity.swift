import GraphModel

/// Enterprises are the same by registered name; a short form belongs to the one company of its county whose name it opens.
struct EnterpriseIdentity {
  let index: FindingsIndex

  func identity(of entity: Int) -> Identity {
    let regions = index.regions(of: entity, by: ["LOCATED_IN"]).map(county)
    let places = regions.isEmpty ? (index.home.map { [county($0)] } ?? []) : regions
    var identity = Identity()
    var hasRegisteredName = false
    for (form, suffix) in index.forms(of: entity) {
      let core = self.core(of: form)
      if let core, isRegistered(form, core: core) {
        hasRegisteredName = true
        identity.keys.insert(KeySet.key("Enterprise:", form.key, suffix))
        if !places.isEmpty { identity.covers.formUnion(covers(of: core, suffix, in: places)) }
      }
      if !regions.isEmpty {
        let short = (core ?? withoutPlace(form)).key
        for region in regions { identity.keys.insert(KeySet.key("Enterprise:", short, suffix, "@", region)) }
      }
    }
    if !hasRegisteredName, let place = places.first {
      let name = index.names[entity]
      let short = core(of: name) ?? withoutPlace(name)
      if !short.isEmpty { identity.hint = KeySet.key("Enterprise:", short.key, "@", place) }
    }
    return identity
  }

  /// What shorter forms of a company may be guessed by in the counties where it may be.
  private func covers(of core: IdentityText, _ suffix: String, in places: [String]) -> [String] {
    var writer = KeyWriter("Enterprise:")
    let start = writer.count
    var covers: [String] = []
    let openings = openings(of: core)
    covers.reserveCapacity(openings.count * places.count)
    for opening in openings {
      writer.shorten(to: start)
      writer.add(opening)
      writer.add(suffix)
      writer.add("@")
      let end = writer.count
      for place in places {
        writer.shorten(to: end)
        writer.add(place)
        covers.append(writer.key)
      }
    }
    return covers
  }

  /// The name between place and legal form: 浙江东屹新材料有限公司 → 东屹新材料; nil where it has no legal form.
  private func core(of form: IdentityText) -> IdentityText? {
    guard let suffix = Self.legalForms.first(where: form.hasSuffix) else { return nil }
    var rest = form.dropLast(suffix.count)
    while let inner = Self.innerForms.first(where: rest.hasSuffix), rest.count > 4 {
      rest = rest.dropLast(inner.count)
    }
    return rest.isEmpty ? nil : withoutPlace(rest)
  }

  /// Whether the name can be a registered one: it has a legal form, and is not cut off by a place-word (市某某有限公司).
  private func isRegistered(_ form: IdentityText, core: IdentityText) -> Bool {
    guard !PlacePrefix.beginsWithLevel(form), core.count >= 2 else { return false }
    // Without a place in front the same words may be registered elsewhere, unless they are many.
    let hasPlace = core.count + 2 <= form.count && !form.hasPrefix(core)
    return hasPlace || core.count >= 6
  }

  /// What short forms of a company begin like: 东屹新, 东屹新材, 东屹新材料.
  private func openings(of core: IdentityText) -> [IdentityText] {
    var openings: [IdentityText] = []
    openings.reserveCapacity(11)
    for length in 2...max(2, min(core.count, 8)) { openings.append(core.prefix(length)) }
    if core.count >= 6 {
      // The place in front may be a city that the document does not name.
      let rest = core.dropFirst(2)
      for length in 3...6 { openings.append(rest.prefix(length)) }
    }
    return openings
  }

  private func withoutPlace(_ name: IdentityText) -> IdentityText {
    let rest = index.prefix.removed(from: name)
    if rest != name { return rest.count >= 2 ? rest : name }
    guard let province = Self.provinces.first(where: { name.hasPrefix($0) }) else { return name }
    var short = name.dropFirst(province.count)
    if let next = short.scalars.first, next == "省" || next == "市", short.count > 3 { short = short.dropFirst(1) }
    return short.count >= 2 ? short : name
  }

  private static let legalForms = names([
    "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "集团公司", "总公司", "股份公司", "分公司", "集团", "公司",
  ])
  private static let innerForms = names(["集团", "控股", "股份"])
  private static let provinces = names([
    "北京", "天津", "上海", "重庆", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南",
    "广东", "广西", "海南", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "台湾", "香港", "澳门", "中国",
  ])

  private static func names(_ words: [String]) -> [IdentityText] {
    words.map { IdentityText(scalars: $0.unicodeScalars) }
  }
}
