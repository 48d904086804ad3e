import GraphModel
import TupuKit

extension Node {
  /// As JSON, with everything that identifies it.
  var json: JSONValue {
    [
      "id": .integer(id.rawValue), "key": .string(key), "type": .string(type), "name": .string(name),
      "aliases": .array(aliases.map(JSONValue.string)), "properties": properties.json,
    ]
  }
}

extension Edge {
  /// As JSON, its ends by key where they are known.
  func json(from: String, to: String) -> JSONValue {
    [
      "id": .integer(id.rawValue), "key": .string(key), "type": .string(type), "from": .string(from), "to": .string(to),
      "properties": properties.json,
    ]
  }
}

extension [String: PropertyValue] {
  /// As a JSON object, sorted by name.
  var json: JSONValue {
    .object(sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, JSONValue($0.value)) })
  }
}

extension PropertyValue {
  /// The value as people read it.
  var shown: String { text ?? JSONValue(self).line }
}

extension DocumentEntry {
  /// As JSON.
  var json: JSONValue {
    [
      "id": .string(id.description), "name": .string(name), "origins": .array(origins.map(JSONValue.string)),
      "title": .text(metadata.title), "published": .text(metadata.published?.description),
      "source": .text(metadata.source), "authors": .array(metadata.authors.map(JSONValue.string)),
      "mediaType": .string(mediaType.rawValue), "characters": .count(characters), "entities": .count(entities),
      "relations": .count(relations),
    ]
  }
}
