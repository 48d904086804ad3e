import GraphModel

/// Meetings are the same by title, convening region and date. A title whose session or number is in it (省委十三届七次全会)
/// needs no date; any other one without a date stands for itself, because such meetings come round every year.
struct MeetingIdentity {
  let index: FindingsIndex

  func identity(of entity: Int) -> Identity {
    let assertion = index.findings.entities[entity]
    let title = withoutScope(index.names[entity])
    guard !title.isEmpty else { return Identity() }
    let regions = index.regions(of: entity, by: ["HELD_IN"])
    guard let date = assertion.properties["date"]?.text.flatMap(PartialDate.init) else {
      guard title.hasSuffix("全会") || title.hasSuffix("会议") || title.hasSuffix("大会"), isSession(title) else {
        return Identity()
      }
      return Identity(keys: KeySet(stems(title, regions)))
    }
    var identity = Identity()
    if isSession(title) { identity.keys = KeySet(stems(title, regions)) }
    let forms = coarser(date)
    for stem in stems(title, regions) {
      if date.year != nil, date.day != nil {
        identity.keys.insert("\(stem)/\(date)")
        identity.covers.formUnion(forms.map { "\(stem)/\($0)" })
      } else if identity.hint == nil {
        identity.hint = "\(stem)/\(date)"
      }
    }
    return identity
  }

  private func stems(_ title: IdentityText, _ regions: [String]) -> [String] {
    guard regions.isEmpty else { return regions.map { "Meeting:\(title.key)@\($0)" } }
    // 市委五届九次全会 is some city's, nobody knows which.
    return PlacePrefix.beginsWithLevel(title) ? [] : ["Meeting:\(title.key)"]
  }

  /// The dates that a less exact report may give: the month, the year, the day without its year.
  private func coarser(_ date: PartialDate) -> [PartialDate] {
    [
      PartialDate(year: date.year, month: date.month), PartialDate(year: date.year),
      PartialDate(month: date.month, day: date.day),
    ]
  }

  /// The title without whose meeting it is: 全市…大会, 安丘市…大会 → …大会.
  private func withoutScope(_ title: IdentityText) -> IdentityText {
    if let first = title.scalars.first, ["全", "我"].contains(first), title.count > 4,
      "省市县区州盟旗镇乡".unicodeScalars.contains(title[1])
    {
      return title.dropFirst(2)
    }
    let rest = index.prefix.removed(from: title)
    return rest.count >= 4 ? rest : title
  }

  /// Whether the title says which session of which term it is: 五届九次.
  private func isSession(_ title: IdentityText) -> Bool {
    let marks = title.scalars
    guard let term = marks.firstIndex(of: "届") else { return false }
    return marks[term...].contains { $0 == "次" || $0 == "中" } && !title.numbering.isEmpty
  }
}
