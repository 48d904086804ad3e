extension Word {
  /// What is said of plug-ins.
  static let plugins: [Word: (String, String)] = [
    .helpPlugins: (
      "到此文件夹里找插件，可多次给出（默认为环境变量 TUPU_PLUGINS）。",
      "Look for plug-ins in this folder; may be given again (default: TUPU_PLUGINS)."
    ),
    .helpEnable: ("这一次启用此插件，可多次给出。", "Enable this plug-in for this run; may be given again."),
    .pluginAbstract: ("查看和管理插件。", "List and manage the plug-ins that read documents."),
    .pluginDiscussion: (
      "插件放在 $XDG_DATA_HOME/tupu/plugins（默认 ~/.local/share/tupu/plugins），或用 --plugins 指明。\n\n例：tupu plugin list",
      "Plug-ins lie in $XDG_DATA_HOME/tupu/plugins (default ~/.local/share/tupu/plugins), or where --plugins says."
        + "\n\nExample: tupu plugin list"
    ),
    .pluginListAbstract: ("列出插件：载体、版本、是否启用、来处。", "List plug-ins: carrier, version, whether enabled, from where."),
    .pluginListDiscussion: ("例：tupu plugin list --plugins 插件/", "Example: tupu plugin list --plugins plugins/"),
    .columnCarrier: ("载体", "carrier"),
    .columnVersion: ("版本", "version"),
    .columnEnabled: ("启用", "enabled"),
    .columnRules: ("规则", "rules"),
    .columnEntries: ("词条", "entries"),
    .pluginBuiltIn: ("内置", "built in"),
    .pluginHidden: ("{0}：没有使用，插件 {1} 已取自 {2}", "{0}: not used, the plug-in {1} is taken from {2}"),
    .pluginsBroken: ("{0} 个插件无法使用", "plug-ins that cannot be used: {0}"),
    .pluginRefused: ("插件 {0}：{1}", "plug-in {0}: {1}"),
    .pluginMissing: (
      "插件 {0} 已启用，但没有找到；用 --plugins 指明它所在的文件夹，或用 tupu plugin disable 停用",
      "the plug-in {0} is enabled but nowhere to be found; name its folder with --plugins, or see tupu plugin disable"
    ),
    .pluginWithout: (
      "插件 {0} 需要 {1}，而产生 {1} 的插件 {2} 没有运行",
      "the plug-in {0} requires {1}, and the plug-in {2}, which produces it, does not run"
    ),
    .pluginUnreadable: ("无法读取 {0}：{1}", "cannot read {0}: {1}"),
    .pluginOutside: ("{0} 在插件的文件夹之外", "{0} leads out of the plug-in's folder"),
    .pluginManifest: ("{0}:{1}", "{0}:{1}"),
    .pluginOtherName: (
      "{0}：插件名为 {1}，文件夹名却是 {2}；两者必须相同", "{0}: the plug-in is called {1} and its folder {2}; they must be the same"
    ),
    .pluginNoCarrier: (
      "{0}：没有 rules.yaml，也没有 run（进程的命令），不知如何读文档",
      "{0}: neither rules.yaml nor `run` (the command of a process) says how it reads documents"
    ),
    .pluginCompiledOnly: (
      "{0}：carrier: swift 的插件须编译进程序，不能从文件夹载入",
      "{0}: a plug-in of `carrier: swift` is compiled into the program and cannot be loaded from a folder"
    ),
    .pluginNoCommand: (
      "{0}：run 的命令 {1} 既不在 PATH 里，也不是插件文件夹中的程序",
      "{0}: the command {1} of `run` is neither on PATH nor a program in the plug-in's folder"
    ),
    .documentsIncomplete: (
      "{0} 篇文档缺少某个插件的结果；下次 tupu ingest 会重读",
      "documents that lack what a plug-in would have found: {0}; the next tupu ingest reads them again"
    ),
    .countIncomplete: ("不完整", "incomplete"),
    .moreIncomplete: ("插件 {0}：另有 {1} 篇文档同样失败", "the plug-in {0} failed on {1} more documents"),
    .pluginTooLarge: ("{0}：文件太多或文件夹太深", "{0}: too many files, or folders too deep"),
    .pipelineRequirement: (
      "插件 {0} 需要 {1}，但没有插件产生它；检查 requires，或启用产生它的插件",
      "the plug-in {0} requires {1}, which no plug-in produces; look at its `requires`, or enable the one that produces it"
    ),
    .pipelineClash: ("插件 {1} 和 {2} 都声明了类型 {0}", "the plug-ins {1} and {2} both declare the type {0}"),
    .pipelineCircle: ("插件互相等待：{0}", "plug-ins wait for each other: {0}"),
    .pipelineSameName: ("两个插件同名：{0}", "two plug-ins are called {0}"),
    .pipelineEnd: (
      "插件 {0}：边 {1} 连到类型 {2}，但没有插件声明它", "the plug-in {0}: the edge {1} names the type {2}, which no plug-in declares"
    ),
  ]
}
