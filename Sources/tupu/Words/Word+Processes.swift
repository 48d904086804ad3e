extension Word {
  /// What is said of plug-ins' processes.
  static let processes: [Word: (String, String)] = [
    .processFailed: ("插件 {0}：{1}", "the plug-in {0}: {1}"),
    .processSaid: ("{0}\n它的错误输出：\n{1}", "{0}\nIt said on standard error:\n{1}"),
    .processNotStarted: ("无法启动：{0}", "cannot be started: {0}"),
    .processStartTooLong: (
      "启动后 {0} 秒内没有应答；可放宽 limits.start_seconds", "did not greet within {0} s; allow more by limits.start_seconds"
    ),
    .processBadGreeting: ("第一行应答里应有 {0}", "its first line must hold {0}"),
    .processExited: ("中途退出（退出码 {0}）", "ended in the middle (exit status {0})"),
    .processKilled: ("被信号 {0} 终止", "was ended by signal {0}"),
    .processClosedInput: ("关闭了标准输入，没有读完文档", "closed its standard input before it had read the document"),
    .processClosedOutput: ("关闭了标准输出", "closed its standard output"),
    .processTookTooLong: (
      "{0} 秒内没有应答；可放宽 limits.document_seconds", "did not answer within {0} s; allow more by limits.document_seconds"
    ),
    .processTotalTooLong: (
      "总用时超过 {0} 秒，不再启动；可放宽 limits.total_seconds",
      "took more than {0} s in all and is not asked any more; allow more by limits.total_seconds"
    ),
    .processTooLong: (
      "应答超过 {0} MB；可放宽 limits.output_megabytes",
      "its answer is longer than {0} MB; allow more by limits.output_megabytes"
    ),
    .processNotJSON: ("应答不是 JSON（该行第 {0} 字节处）", "its answer is not JSON (at byte {0} of the line)"),
    .processBadAnswer: ("应答中的 {0} {1}", "{0} of its answer {1}"),
    .processReported: ("插件报告：{0}", "it reports: {0}"),
    .processGivenUp: ("连续失败 {0} 次，不再启动", "failed {0} times in a row and is not started again"),
    .answerMissing: ("缺失", "is missing"),
    .answerWrongKind: ("应为 {0}", "must be {0}"),
    .answerUnknown: ("没有意义，检查拼写或在 plugin.yaml 中声明", "means nothing; look at its spelling or declare it in plugin.yaml"),
    .answerOtherDocument: ("应为 {0}", "must be {0}"),
    .answerUndeclared: ("是 plugin.yaml 没有声明的类型 {0}", "is the type {0}, which plugin.yaml does not declare"),
    .answerWrongEnd: ("不能是类型 {0} 的节点", "cannot be a node of type {0}"),
    .answerUnknownEntity: ("指向没有的实体 {0}", "names the entity {0}, which is not there"),
    .answerSameID: ("与另一个实体重复：{0}", "is that of another entity: {0}"),
    .answerOutside: ("{0}..<{1} 在长度为 {2} 的正文之外", "{0}..<{1} lies outside the text, which is {2} long"),
    .answerInsideCharacter: (
      "{0} 落在一个字符中间；检查 offsets 的单位", "{0} lies in the middle of a character; look at the unit of `offsets`"
    ),
    .answerBadLength: ("须为 1 到 {0} 个字符", "must be 1 to {0} characters long"),
    .answerControls: ("含有控制字符", "holds control characters"),
    .answerTooMany: ("超过 {0} 项；可放宽 limits.mentions", "has more than {0} items; allow more by limits.mentions"),
    .answerNotAShare: ("须在 0 与 1 之间", "must be between 0 and 1"),
  ]
}
