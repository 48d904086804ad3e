import GraphModel

extension EntityAssertion {
  /// The forms under which a thing is known, each with what numbers the thing where the form leaves that out, so that
  /// 某项目 as a short form of 某项目一期 is not taken for that of 某项目二期.
  var numberedForms: [(text: IdentityText, suffix: String)] {
    let full = IdentityText(name)
    let numbering = full.numbering
    return ([full] + surfaces.map(IdentityText.init)).filter { $0.count >= 2 }.map { form in
      (form, form.numbering == numbering ? "" : "/" + numbering)
    }
  }
}
