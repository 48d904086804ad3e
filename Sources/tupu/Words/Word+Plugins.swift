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
    .countCaughtUp: ("库中重新抽取", "extracted again"),
    .pluginEnableAbstract: (
      "启用插件：记在知识库里，并重新抽取其中的文档。",
      "Enable a plug-in: recorded in the knowledge base, whose documents are extracted again."
    ),
    .pluginEnableDiscussion: (
      "例：tupu plugin enable Contacts --plugins 插件/", "Example: tupu plugin enable Contacts --plugins plugins/"
    ),
    .pluginDisableAbstract: (
      "停用插件：它找到的一切从图谱中消失。", "Disable a plug-in: all that it found leaves the graph."
    ),
    .pluginDisableDiscussion: ("例：tupu plugin disable Contacts", "Example: tupu plugin disable Contacts"),
    .helpSwitchName: ("插件名（见 tupu plugin list）。", "The plug-in's name (see tupu plugin list)."),
    .pluginNewAbstract: (
      "新建一个可以直接运行的插件：找电话号码，以及同一句里的人。",
      "Make a plug-in that runs as it is: it finds telephone numbers and the people in the same sentence."
    ),
    .pluginNewDiscussion: (
      "在当前文件夹里新建以插件名命名的文件夹；改其中的文件，让它找你要的东西。\n\n例：tupu plugin new Phones --carrier process",
      "Makes a folder of that name here; change its files to have it find what you need."
        + "\n\nExample: tupu plugin new Phones --carrier process"
    ),
    .helpNewName: ("插件名：字母开头，后跟字母、数字、“_”或“-”。", "The name: a letter, then letters, digits, `_` or `-`."),
    .helpCarrier: (
      "以什么读文档：rules 为规则，process 为任何语言的程序，swift 为编译进 tupu 的代码。",
      "By what it reads: rules in YAML, a process in any language, swift code compiled into tupu."
    ),
    .helpLanguageOfProcess: ("进程的语言（默认 python）。", "The language of the process (default: python)."),
    .badPluginName: (
      "“{0}”不能作插件名：须以字母开头，后跟字母、数字、“_”或“-”（swift 不用“-”），最多 40 个",
      "\"{0}\" cannot be a plug-in's name: a letter, then letters, digits, `_` or `-` (not for swift), at most 40"
    ),
    .languageNeedsProcess: ("--language 须与 --carrier process 同用", "--language goes with --carrier process"),
    .pluginMade: ("已建立 {0}/", "made {0}/"),
    .pluginNextEnable: (
      "接下来：tupu plugin enable {0} --plugins .\n然后：tupu ingest 文档/ --plugins .",
      "Next: tupu plugin enable {0} --plugins .\nThen: tupu ingest documents/ --plugins ."
    ),
    .pluginNextCompile: (
      "接下来：(cd {0} && swiftc -O main.swift -o reader)\n然后：tupu plugin enable {0} --plugins .\n然后：tupu ingest 文档/ --plugins .",
      "Next: (cd {0} && swiftc -O main.swift -o reader)\nThen: tupu plugin enable {0} --plugins .\n"
        + "Then: tupu ingest documents/ --plugins ."
    ),
    .pluginNextTarget: (
      "把它移到源码的 Plugins/ 下，然后：\n  Package.swift：在 plugins 一行加上 \"{0}\"\n"
        + "  Sources/TupuKit/Plugins/Roster.swift：加上 import {0} 和 try {0}Plugin()",
      "Move it into Plugins/ of the source tree, then:\n  Package.swift: add \"{0}\" to the line `let plugins`\n"
        + "  Sources/TupuKit/Plugins/Roster.swift: add `import {0}` and `try {0}Plugin()`"
    ),
    .pluginExists: ("已有文件夹 {0}", "there is a folder {0} already"),
    .pluginAddAbstract: (
      "把插件放进自己的插件文件夹；不会因此运行。", "Put a plug-in among your own; it does not run before it is enabled."
    ),
    .pluginAddDiscussion: (
      "可以是文件夹、.tar.gz 或 .zip。\n\n例：tupu plugin add Contacts.tar.gz",
      "A folder, a .tar.gz or a .zip.\n\nExample: tupu plugin add Contacts.tar.gz"
    ),
    .helpPackage: ("文件夹、.tar.gz 或 .zip。", "A folder, a .tar.gz or a .zip."),
    .helpAddInto: (
      "放进此文件夹（默认 $XDG_DATA_HOME/tupu/plugins）。", "Put it into this folder (default: $XDG_DATA_HOME/tupu/plugins)."
    ),
    .helpReplace: ("替换同名的插件。", "Take the place of the plug-in of this name."),
    .noUserFolder: ("没有用户文件夹（HOME）；用 --into 指明", "there is no home folder (HOME); name one with --into"),
    .pluginAdded: (
      "已把插件 {0} 放到 {1}；用 tupu plugin enable {0} 启用",
      "put the plug-in {0} into {1}; tupu plugin enable {0} switches it on"
    ),
    .packageUnknownKind: ("不是文件夹、.tar.gz 或 .zip", "is neither a folder nor a .tar.gz nor a .zip"),
    .packageDamaged: ("压缩包已损坏", "is damaged"),
    .packageTooLarge: ("超过一万个文件或 512 MB", "holds more than 10,000 files or 512 MB"),
    .packageBadPath: ("其中有不能用的路径：{0}", "holds a path that cannot be used: {0}"),
    .packageNotAFile: ("{0} 是链接或设备，插件只能有文件", "{0} is a link or a device; a plug-in holds files alone"),
    .packageUnknownMethod: ("{0} 已加密或压缩方法不认识", "{0} is encrypted, or packed by a method that is not read"),
    .packageTwice: ("其中两次出现 {0}", "holds {0} twice"),
    .packageNoManifest: ("其中没有 plugin.yaml", "holds no plugin.yaml"),
    .pluginEnabled: ("已启用插件 {0}", "enabled the plug-in {0}"),
    .pluginDisabled: ("已停用插件 {0}", "disabled the plug-in {0}"),
    .pluginRuns: ("它会在 {1} 中运行：{0}", "it runs this in {1}: {0}"),
    .pluginIsEnabled: ("插件 {0} 已经启用", "the plug-in {0} is enabled already"),
    .pluginNotEnabled: ("插件 {0} 没有启用", "the plug-in {0} is not enabled"),
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
    .pipelineEdge: (
      "插件 {0} 的 draws 提到边 {1}，但没有插件声明它", "the plug-in {0} draws the edge type {1}, which no plug-in declares"
    ),
    .pipelineEnd: (
      "插件 {0}：边 {1} 连到类型 {2}，但没有插件声明它", "the plug-in {0}: the edge {1} names the type {2}, which no plug-in declares"
    ),
  ]
}
