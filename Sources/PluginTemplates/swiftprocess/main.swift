// Finds phone numbers, and the people who are named in the same sentence.
// Compile it with: swiftc -O main.swift -o reader
import Foundation

struct Greeting: Codable {
  var tupu = 1
  var plugin: String
}

/// A document as it comes: offsets count Unicode scalars of `text`.
struct Document: Decodable {
  struct Entity: Decodable {
    var id: Int
    var type: String
    var name: String
    var mentions: [[Int]]
  }
  var document: Int
  var text: String
  var sentences: [[Int]]
  var entities: [Entity]
}

/// What a document says.
struct Answer: Encodable {
  struct Entity: Encodable {
    var id: String
    var type = "Phone"
    var name: String
    var mentions: [[Int]]
    var rule = "phone.number"
  }
  struct Relation: Encodable {
    var type = "REACHED_BY"
    var from: Int
    var to: String
    var evidence: [[Int]]
    var rule = "phone.same-sentence"
  }
  var document: Int
  var entities: [Entity] = []
  var relations: [Relation] = []
}

func read(_ document: Document) -> Answer {
  let text = Array(document.text.unicodeScalars)
  var answer = Answer(document: document.document)
  func isDigit(_ index: Int) -> Bool { text.indices.contains(index) && ("0"..."9").contains(text[index]) }
  var start = 0
  while start < text.count {
    var end = start
    while isDigit(end) || end > start && text[end..<min(end + 1, text.count)] == ["-"] && isDigit(end + 1) { end += 1 }
    let number = String(String.UnicodeScalarView(text[start..<end]))
    let digits = number.filter { $0 != "-" }.count
    if (10...12).contains(digits), number.hasPrefix("0") || number.hasPrefix("1") && digits == 11 {
      let id = "phone-\(start)"
      answer.entities.append(Answer.Entity(id: id, name: number, mentions: [[start, end]]))
      for sentence in document.sentences where sentence[0] <= start && end <= sentence[1] {
        for person in document.entities
        where person.mentions.contains(where: { sentence[0] <= $0[0] && $0[1] <= sentence[1] }) {
          answer.relations.append(Answer.Relation(from: person.id, to: id, evidence: [sentence]))
        }
      }
    }
    start = max(end, start + 1)
  }
  return answer
}

func say(_ value: some Encodable) throws {
  FileHandle.standardOutput.write(try JSONEncoder().encode(value) + Data("\n".utf8))
}

let greeting = try JSONDecoder().decode(Greeting.self, from: Data((readLine() ?? "").utf8))
try say(Greeting(plugin: greeting.plugin))
while let line = readLine() { try say(read(JSONDecoder().decode(Document.self, from: Data(line.utf8)))) }
