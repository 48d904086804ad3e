import GraphModel

/// A manual page in the man macros of troff, from ArgumentParser's description of the commands.
struct ManualPage {
  let command: JSONValue

  /// The page.
  var text: String {
    var lines = [".TH TUPU 1", ".SH NAME", "tupu \\- \(escaped(command["abstract"]))", ".SH SYNOPSIS"]
    lines += [".B tupu", ".I VERB", "[OPTION]... [ARGUMENT]..."]
    if let discussion = command["discussion"]?.text { lines += [".SH DESCRIPTION"] + paragraphs(discussion) }
    lines.append(".SH VERBS")
    for verb in command["subcommands"]?.items ?? [] { lines += section(verb, after: "tupu") }
    return lines.joined(separator: "\n")
  }

  private func section(_ verb: JSONValue, after parent: String) -> [String] {
    guard verb["shouldDisplay"] != false, let name = verb["commandName"]?.text, name != "help" else { return [] }
    let full = "\(parent) \(name)"
    let arguments = (verb["arguments"]?.items ?? []).filter { $0["shouldDisplay"] != false }
    let positional = arguments.filter { $0["kind"] == "positional" }.map { "\\fI\(escaped($0["valueName"]))\\fR" }
    var lines = [".SS \"\(escape(full))\(positional.isEmpty ? "" : " ")\(positional.joined(separator: " "))\""]
    lines.append(escaped(verb["abstract"]))
    if let discussion = verb["discussion"]?.text { lines += [".PP"] + paragraphs(discussion) }
    for argument in arguments {
      lines += [".TP", heading(argument), escaped(argument["abstract"])]
      if let values = argument["allValues"]?.items, !values.isEmpty {
        lines.append("(" + values.compactMap(\.text).map(escape).joined(separator: ", ") + ")")
      }
    }
    for child in verb["subcommands"]?.items ?? [] { lines += section(child, after: full) }
    return lines
  }

  private func heading(_ argument: JSONValue) -> String {
    if argument["kind"] == "positional" { return "\\fI\(escaped(argument["valueName"]))\\fR" }
    let names = (argument["names"]?.items ?? []).compactMap { name -> String? in
      guard let text = name["name"]?.text else { return nil }
      return "\\fB" + (name["kind"] == "short" ? "\\-" : "\\-\\-") + escape(text) + "\\fR"
    }
    let value = argument["kind"] == "option" ? " \\fI\(escaped(argument["valueName"]))\\fR" : ""
    return names.joined(separator: ", ") + value
  }

  private func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ".PP" : escape(String($0)) }
  }

  private func escaped(_ value: JSONValue?) -> String { escape(value?.text ?? "") }

  /// Text that troff takes for nothing but text.
  private func escape(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\n", with: " ")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
