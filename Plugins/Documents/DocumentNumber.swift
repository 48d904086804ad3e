import GraphModel

/// The number that a body gives a document: 国发〔2024〕3号, 国务院令第710号, 财政部公告2023年第12号.
struct DocumentNumber {
  /// Where it stands.
  var span: Span
  /// Its standard form, with 〔〕 around the year and 第 before an order's figure (GB/T 9704-2012, section 7.2.5).
  var name: String
}
