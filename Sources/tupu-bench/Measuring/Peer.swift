import Glibc
import GraphModel

/// Another program that reads the same texts, for a figure beside ours.
enum Peer {
  /// jieba's tagger (PyPI `jieba`, MIT): seconds of processor time that it needs for some texts once its tables are loaded.
  private static let jiebaScript = """
    import sys, time, glob
    try:
        import jieba, jieba.posseg as tagger
    except ImportError:
        sys.exit(3)
    jieba.setLogLevel(60)
    texts = [open(name, encoding='utf-8').read() for name in sorted(glob.glob(sys.argv[1] + "/*.txt"))]
    tagger.lcut(texts[0])
    start = time.process_time()
    for text in texts: tagger.lcut(text)
    print(time.process_time() - start)
    """

  /// Seconds of jieba's tagger for some sources; nil where there is no Python or no jieba.
  static func jieba(_ sources: some Sequence<Source>) -> Double? {
    var template = Array("/tmp/tupu-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var paths: [String] = []
    defer {
      for path in paths { unlink(path) }
      rmdir(folder)
    }
    for (number, source) in sources.enumerated() {
      let path = "\(folder)/\(number).txt"
      guard let file = fopen(path, "w") else { return nil }
      paths.append(path)
      fwrite(source.bytes, 1, source.bytes.count, file)
      fclose(file)
    }
    let script = folder + "/peer"
    guard let file = fopen(script, "w") else { return nil }
    fputs(jiebaScript, file)
    fclose(file)
    let output = output(of: "python3 \(script) \(folder) 2>/dev/null")
    unlink(script)
    return output.flatMap { Double($0) }
  }

  /// The first line that a command prints, where it ends well.
  private static func output(of command: String) -> String? {
    guard let pipe = popen(command, "r") else { return nil }
    var line = [CChar](repeating: 0, count: 256)
    let isThere = fgets(&line, 255, pipe) != nil
    guard pclose(pipe) == 0, isThere else { return nil }
    let bytes = line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
