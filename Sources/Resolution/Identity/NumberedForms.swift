import GraphModel

extension FindingsIndex {
  /// The forms under which a thing is known, each with what numbers the thing where the form leaves that out, so that
  /// 某项目 as a short form of 某项目一期 is not taken for that of 某项目二期.
  func forms(of entity: Int) -> [(text: IdentityText, suffix: String)] {
    let full = names[entity]
    let surfaces = findings.entities[entity].surfaces
    var forms: [(text: IdentityText, suffix: String)] = []
    forms.reserveCapacity(surfaces.count + 1)
    if full.count >= 2 { forms.append((full, "")) }
    guard !surfaces.isEmpty else { return forms }
    let numbering = full.numbering
    for surface in surfaces {
      let form = IdentityText(surface)
      guard form.count >= 2 else { continue }
      forms.append((form, form.numbering == numbering ? "" : "/" + numbering))
    }
    return forms
  }
}
