import Extraction
import Foundation
import GraphModel
import TestSupport
import Testing

/// A pipeline of one plug-in that is a Python program.
private struct ProcessBench {
  let folder = try! TemporaryFolder()
  let pipeline: Pipeline

  init(
    greeting: String = "greet()", body: String, options: String = "", limits: String = "{document_seconds: 20}"
  ) throws {
    let path = try folder.writeProcess(greeting: greeting, body: body, options: options, limits: limits)
    let place = try PluginFolder(path: path)
    pipeline = try Pipeline([try PluginLoader.plugin(try PluginLoader.manifest(of: place), in: place)])
  }

  /// What is found in each text, and why nothing is.
  func read(_ texts: String...) throws -> [Reading] {
    defer { pipeline.finish() }
    let reader = DocumentReader()
    let documents = try texts.map { text in
      try reader.document(
        from: Source(name: "a.txt", origin: "a.txt", mediaType: .text, bytes: Array(text.utf8), encoding: "utf-8"))
    }
    return try pipeline.read(documents).map { try $0.get() }
  }

  /// Whether a process whose number the program wrote into a file is gone.
  func isGone(_ file: String) throws -> Bool {
    let text = try String(contentsOfFile: folder.file("Things/\(file)"), encoding: .utf8)
    let number = try #require(pid_t(text))
    for _ in 0..<100 {
      // A process that was killed and not yet waited for is no more.
      let state = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
      if state == nil || state?.contains(") Z ") == true { return true }
      usleep(20_000)
    }
    return false
  }
}

@Suite(.enabled(if: Python.isThere, "python3 is not installed")) struct ProcessPluginTests {
  private static let find = """
    at = text.find("塔")
    answer([thing(at, at + 1)] if at >= 0 else [])
    """

  @Test func whatItFindsHasPlacesRulesAndLinks() throws {
    let bench = try ProcessBench(
      body: """
        answer([thing(0, 2, id="a", rule="thing.first", properties={"weight": 2}), thing(3, 5, id="b")],
               [{"type": "NEAR", "from": "a", "to": "b"}])
        """)
    let reading = try bench.read("东塔和西塔。另一句。")[0]
    #expect(reading.failures.isEmpty)
    #expect(reading.findings.entities.map(\.name) == ["东塔", "西塔"])
    #expect(reading.findings.entities[0].properties == ["weight": .float(2)])
    #expect(
      reading.findings.entities[0].provenance == Provenance(extractor: "Things", version: "1", rule: "thing.first"))
    #expect(reading.findings.relations.map(\.evidence) == [[Span(0, 6)]], "the sentence, where it names none")
  }

  @Test(arguments: [("scalars", 1), ("utf8", 4), ("utf16", 2)])
  func offsetsCountAsDeclared(_ unit: String, _ width: Int) throws {
    let bench = try ProcessBench(
      body: "answer([thing(\(width), \(width) + (3 if \(width) == 4 else 1))])", options: "offsets: \(unit)")
    #expect(try bench.read("𠮷塔。")[0].findings.entities.map(\.name) == ["塔"])
  }

  @Test func aBatchIsHandedOverAtOnceAndOneDocumentsCrashIsItsOwn() throws {
    let bench = try ProcessBench(
      body: """
        held = globals().setdefault("held", [])
        held.append(document)
        if not document["more"]:
            for document in held:
                if "炸" in document["text"]:
                    os._exit(7)
            for document in held:
                answer([thing(0, 1, name=str(len(held)))])
            held.clear()
        """, options: "batch: 4")
    #expect(bench.pipeline.batch == 4)
    let whole = try bench.read("甲。", "乙。", "丙。")
    #expect(whole.map { $0.findings.entities.map(\.name) } == [["3"], ["3"], ["3"]])
    let broken = try bench.read("甲。", "炸。", "丙。")
    #expect(broken.map { $0.failures.map(\.reason) } == [[], [.exited(status: 7)], []])
    #expect(broken.map { $0.findings.entities.count } == [1, 0, 1])
  }

  static let starts: [(String, ProcessError.Reason)] = [
    ("sys.exit(3)", ProcessError.Reason.exited(status: 3)), ("os.abort()", .killed(signal: 6)),
    ("print('hello', flush=True); time.sleep(60)", .notJSON(offset: 0)),
    ("say({'tupu': 2, 'plugin': 'Things'})", .badGreeting("\"tupu\": 1")),
    ("say({'tupu': 1, 'plugin': 'Other'})", .badGreeting("\"plugin\": \"Things\"")),
    ("time.sleep(60)", .startTookTooLong(seconds: 0.5)),
  ]

  @Test(arguments: starts)
  func aBadStartIsToldAndTriedAFewTimesOnly(_ greeting: String, _ reason: ProcessError.Reason) throws {
    let bench = try ProcessBench(greeting: greeting, body: Self.find, limits: "{start_seconds: 0.5}")
    let texts = try bench.read("甲。", "乙。", "丙。", "丁。", "戊。", "己。", "庚。").map { $0.failures.map(\.reason) }
    // A slow machine may not even get as far as the crash.
    #expect(texts.prefix(5).allSatisfy { $0 == [reason] || $0 == [.startTookTooLong(seconds: 0.5)] })
    #expect(texts.suffix(2) == [[.givenUp(failures: 5)], [.givenUp(failures: 5)]])
  }

  static let faults: [(String, String, ProcessError.Reason)] = [
    ("os._exit(7)", "{}", ProcessError.Reason.exited(status: 7)),
    ("os.kill(os.getpid(), signal.SIGSEGV)", "{}", .killed(signal: 11)),
    ("time.sleep(60)", "{document_seconds: 1.5}", .tookTooLong(seconds: 1.5)),
    (
      "signal.signal(signal.SIGTERM, signal.SIG_IGN); signal.signal(signal.SIGINT, signal.SIG_IGN); time.sleep(60)",
      "{document_seconds: 1.5}", .tookTooLong(seconds: 1.5)
    ),
    ("os.close(1); time.sleep(60)", "{}", .closedOutput),
    ("sys.stdin.close(); os.close(1); time.sleep(60)", "{}", .closedOutput),
    ("print('{nonsense', flush=True)", "{}", .notJSON(offset: 1)),
    ("while True: print('{}', flush=True)", "{}", .badAnswer(member: "document", problem: .missing)),
    ("say({'document': 99})", "{}", .badAnswer(member: "document", problem: .otherDocument(expected: 1))),
    ("while True: sys.stdout.write('x' * (1 << 20))", "{output_megabytes: 1}", .tooLong(megabytes: 1)),
    (
      "answer(thing(0, 1) for _ in range(10_000_000))", "{output_megabytes: 1, memory_megabytes: 512}",
      .exited(status: 1)
    ),
    (
      "sys.stdout.write('{\"document\": 1, \"entities\": [' + '[0, 1], ' * 10_000_000); sys.stdout.flush()",
      "{output_megabytes: 1}", .tooLong(megabytes: 1)
    ),
    (
      "answer([{'type': 'Thing', 'mentions': [[0, 1]] * 11}])", "{mentions: 10}",
      .badAnswer(member: "entities[0].mentions", problem: .tooMany(limit: 10))
    ),
    ("bytearray(8 << 30)", "{memory_megabytes: 512}", .exited(status: 1)),
    (
      "answer([thing(0, 99)])", "{}",
      .badAnswer(member: "entities[0].mentions[0]", problem: .outside(start: 0, end: 99, length: 3))
    ),
    (
      "answer([thing(-1, 1)])", "{}",
      .badAnswer(member: "entities[0].mentions[0]", problem: .outside(start: -1, end: 1, length: 3))
    ),
    (
      "answer([thing(2, 1)])", "{}",
      .badAnswer(member: "entities[0].mentions[0]", problem: .outside(start: 2, end: 1, length: 3))
    ),
    (
      "answer([thing(10**30, 1)])", "{}",
      .badAnswer(member: "entities[0].mentions[0]", problem: .wrongKind(expected: "[integer, integer]"))
    ),
    (
      "answer([{'type': 'Person', 'mentions': [[0, 1]]}])", "{}",
      .badAnswer(member: "entities[0].type", problem: .undeclaredType("Person"))
    ),
    ("answer([{'type': 'Thing'}])", "{}", .badAnswer(member: "entities[0].mentions", problem: .missing)),
    ("answer([thing(0, 1, color='red')])", "{}", .badAnswer(member: "entities[0].color", problem: .unknown)),
    (
      "answer([thing(0, 1, properties={'weight': 'much'})])", "{}",
      .badAnswer(member: "entities[0].properties.weight", problem: .wrongKind(expected: "float"))
    ),
    (
      "answer([thing(0, 1, name='\\x1b[2J')])", "{}",
      .badAnswer(member: "entities[0].name", problem: .controlCharacters)
    ),
    (
      "answer([thing(0, 1, id='a'), thing(1, 2, id='a')])", "{}",
      .badAnswer(member: "entities[1].id", problem: .sameID("a"))
    ),
    (
      "answer([], [{'type': 'NEAR', 'from': 0, 'to': 'b'}])", "{}",
      .badAnswer(member: "relations[0].from", problem: .unknownEntity("0"))
    ),
    (
      "answer([], [{'type': 'HOLDS_POST', 'from': 0, 'to': 'b'}])", "{}",
      .badAnswer(member: "relations[0].type", problem: .undeclaredType("HOLDS_POST"))
    ),
    ("say({'document': document['document'], 'error': 'no model'})", "{}", .reported("no model")),
  ]

  @Test(arguments: faults)
  func aFaultIsToldAndTheOtherDocumentsAreDone(
    _ fault: String, _ limits: String, _ reason: ProcessError.Reason
  ) throws {
    let bench = try ProcessBench(
      body: "if \"坏\" in text:\n    \(fault)\nelse:\n"
        + Self.find.split(separator: "\n").map { "    \($0)" }
        .joined(separator: "\n"), limits: limits)
    let readings = try bench.read("东塔。", "坏塔。", "西塔。")
    #expect(readings.map { $0.failures.map(\.reason) } == [[], [reason], []])
    #expect(readings.map { $0.findings.entities.map(\.name) } == [["塔"], [], ["塔"]])
  }

  @Test func whatItSaysOnStandardErrorIsKeptShort() throws {
    let bench = try ProcessBench(
      body: "sys.stderr.write('noise\\n' * 1_000_000)\nsys.stderr.write('the last words')\nos._exit(1)")
    let failure = try #require(try bench.read("甲。")[0].failures.first)
    #expect(failure.message.hasSuffix("the last words"))
    #expect(failure.message.utf8.count <= ProcessError.messageLength)
  }

  @Test func oneThatReadsNoMoreIsTold() throws {
    let bench = try ProcessBench(greeting: "greet(); os.close(0); time.sleep(60)", body: "")
    let reasons = try bench.read(String(repeating: "东塔和西塔。", count: 30_000))[0].failures.map(\.reason)
    #expect(reasons == [.closedInput])
  }

  @Test func deepNestingIsNoAnswer() throws {
    let bench = try ProcessBench(body: "print('[' * 100000, flush=True)")
    guard case .notJSON? = try bench.read("甲。")[0].failures.first?.reason else {
      Issue.record("nested lists were read")
      return
    }
  }

  @Test func nothingIsLeftRunning() throws {
    let bench = try ProcessBench(
      body: """
        open("own", "w").write(str(os.getpid()))
        child = subprocess.Popen(["sleep", "600"])
        open("child", "w").write(str(child.pid))
        # One that leaves the process group, too.
        other = subprocess.Popen(["sleep", "600"], start_new_session=True)
        open("other", "w").write(str(other.pid))
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        answer()
        while True:
            time.sleep(60)
        """)
    #expect(try bench.read("甲。")[0].failures.isEmpty)
    for file in ["own", "child", "other"] { #expect(try bench.isGone(file), "\(file) runs on") }
  }

  @Test func itGetsNoMoreTimeThanAllDocumentsMayTake() throws {
    let bench = try ProcessBench(body: "time.sleep(0.3)\nanswer()", limits: "{total_seconds: 0.1}")
    let reasons = try bench.read("甲。", "乙。").map { $0.failures.map(\.reason) }
    #expect(reasons == [[], [.totalTookTooLong(seconds: 0.1)]])
  }

  @Test func itIsToldOfWhatItRequiresAndNothingElse() throws {
    let folder = try TemporaryFolder()
    let things = try PluginFolder(path: try folder.writeProcess(body: "answer([thing(0, 1)])"))
    try folder.write(
      "Others/plugin.yaml",
      """
      name: Others
      version: "1"
      run: [python3, main.py]
      requires: [Thing]
      produces: [Other]
      nodes:
        Other: {caption: {zh: 别的, en: Other}, look: {color: "#ffffff"}}
      """)
    try folder.write(
      "Others/main.py",
      """
      import json, sys
      print(json.dumps({"tupu": 1, "plugin": json.loads(sys.stdin.readline())["plugin"]}), flush=True)
      for line in sys.stdin:
          d = json.loads(line)
          e = d["entities"][0]
          print(json.dumps({"document": d["document"], "entities": [
              {"type": "Other", "mentions": d["sentences"], "name": f"{e['type']} {e['name']} {e['mentions']} {sorted(set(d) - {'title'})}"}
          ]}), flush=True)
      """)
    let others = try PluginFolder(path: folder.file("Others"))
    let pipeline = try Pipeline(
      try [others, things].map { try PluginLoader.plugin(try PluginLoader.manifest(of: $0), in: $0) })
    defer { pipeline.finish() }
    #expect(pipeline.plugins.map(\.manifest.name) == ["Things", "Others"])
    let document = try DocumentReader().document(
      from: Source(name: "a", origin: "a", mediaType: .text, bytes: Array("塔。".utf8), encoding: "utf-8"))
    let names = try pipeline.findings(of: document).entities.map(\.name)
    #expect(names.contains("Thing 塔 [[0, 1]] ['document', 'entities', 'more', 'sentences', 'text']"))
  }
}
