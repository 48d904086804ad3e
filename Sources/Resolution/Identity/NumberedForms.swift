import GraphModel

extension FindingsIndex {
  /// The forms under which a thing is known, each with what numbers the thing where the form leaves that out, so that
  /// 某项目 as a short form of 某项目一期 is not taken for that of 某项目二期.
  func forms(of entity: Int) -> [(text: IdentityText, suffix: String)] {
    let full = names[entity]
    var forms: [(text: IdentityText, suffix: String)] = []
    if full.count >= 2 { forms.append((full, "")) }
    let surfaces = findings.entities[entity].surfaces
    guard !surfaces.isEmpty else { return forms }
    let numbering = full.numbering
    for form in surfaces.map(IdentityText.init) where form.count >= 2 {
      forms.append((form, form.numbering == numbering ? "" : "/" + numbering))
    }
    return forms
  }
}
