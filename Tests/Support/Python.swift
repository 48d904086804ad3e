import Foundation

/// Python, in which the processes of plug-ins are written for tests.
public enum Python {
  /// Whether there is one; tests that need it are skipped otherwise.
  public static let isThere = path != nil

  private static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }
}

extension TemporaryFolder {
  /// Writes a plug-in that is a Python program, finding the type `Thing`.
  ///
  /// - Parameter body: Python that handles `document` and calls `answer(entities, relations)`.
  /// - Parameter limits: a YAML mapping.
  /// - Returns: the path of its folder.
  @discardableResult
  public func writeProcess(
    _ name: String = "Things", greeting: String = "greet()", body: String, requires: String = "[]",
    options: String = "", limits: String = "{document_seconds: 20}"
  ) throws -> String {
    try write(
      "\(name)/plugin.yaml",
      """
      name: \(name)
      version: "1"
      run: [python3, main.py]
      requires: \(requires)
      produces: [Thing]
      limits: \(limits)
      \(options)
      nodes:
        Thing:
          caption: {zh: 东西, en: Thing}
          look: {color: "#ffffff"}
          properties:
            weight: {kind: float, caption: {zh: 重量, en: weight}}
      edges:
        NEAR:
          caption: {zh: 邻近, en: near}
          look: {color: "#000000"}
          from: [Thing]
          to: [Thing]
      """)
    try write(
      "\(name)/main.py",
      """
      import json, os, signal, subprocess, sys, time

      def say(value):
          print(json.dumps(value), flush=True)

      def greet():
          say({"tupu": 1, "plugin": json.loads(sys.stdin.readline())["plugin"]})

      def answer(entities=(), relations=()):
          say({"document": document["document"], "entities": list(entities), "relations": list(relations)})

      def thing(start, end, **more):
          return {"type": "Thing", "mentions": [[start, end]], **more}

      \(greeting)
      for line in sys.stdin:
          document = json.loads(line)
          text = document["text"]
      \(body.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n"))
      """)
    return file(name)
  }
}
