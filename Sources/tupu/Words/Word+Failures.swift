extension Word {
  /// What is said where something is wrong.
  static let failures: [Word: (String, String)] = [
    .error: ("错误：", "error: "),
    .cannotWrite: ("无法写入 {0}：{1}", "cannot write {0}: {1}"),
    .cannotRead: ("无法读取 {0}：{1}", "cannot read {0}: {1}"),
    .queryOneSource: ("请给出一条查询，或用 --file 指定文件", "give a query, or a file by --file"),
    .badParameters: ("参数不是正确的 JSON 对象：{0}", "the parameters are no JSON object: {0}"),
    .readOnlyWayOut: (
      "加上 --write，改动就作为你的陈述记录下来（tupu judgements 列出，tupu undo 撤回）",
      "with --write it is kept as your statement (tupu judgements lists, tupu undo takes back)"
    ),
    .pictureToTerminal: ("不能在终端显示图片；请重定向到文件", "a terminal cannot show a picture; redirect it to a file"),
    .jsonPlace: ("{0}（第 {1} 行第 {2} 列）", "{0} (line {1}, column {2})"),
    .jsonEndsEarly: ("内容不完整，提前结束", "it ends too early"),
    .jsonUnexpected: ("此处的字符不符合 JSON 语法", "this is not what JSON allows here"),
    .jsonBadNumber: ("数字的写法不正确", "a number is not written as JSON writes numbers"),
    .jsonBadString: (
      "字符串中有控制字符、未知的转义或无效的编码", "a text holds a bare control character, an unknown escape or invalid bytes"
    ),
    .jsonTooDeep: ("嵌套过深", "it is nested too deeply"),
    .jsonTrailing: ("结尾之后还有多余的内容", "something follows after its end"),
    .shellHello: (
      "语句以分号结束；:help 说明，:quit 退出",
      "A statement ends with a semicolon; :help tells more, :quit ends"
    ),
    .shellHelp: (
      """
      语句以分号结束，可以写成多行；Tab 补全标签、关系类型、属性、函数和关键字；Ctrl-C 放弃正在输入或运行的语句。
      :schema          哪些标签由哪些关系相连
      :format 格式     table、json、jsonl、csv、markdown、dot、svg、png
      :explain 查询    查询计划
      :quit            退出（或 Ctrl-D）
      """,
      """
      A statement ends with a semicolon and may take several lines. Tab completes labels, edge types, properties, functions
      and keywords; Ctrl-C gives up what is being typed or run.
      :schema          which labels are joined by which edge types
      :format FORMAT   table, json, jsonl, csv, markdown, dot, svg, png
      :explain QUERY   the plan of a query
      :quit            ends the shell (as does Ctrl-D)
      """
    ),
    .unknownFormat: ("没有格式“{0}”；有：{1}", "there is no format \"{0}\"; there are: {1}"),
    .unknownCommand: ("没有命令 {0}；:help 列出全部", "there is no command {0}; :help lists them"),
    .scratchWrites: ("--scratch 本来就可写，不用 --write", "--scratch can be written anyway; leave out --write"),
    .scratchPicture: ("临时图谱不能画图；请用 :format table", "a scratch graph cannot be drawn; use :format table"),
    .protocolReads: (
      "jsonl 协议只读；写入请用 tupu query --write", "the jsonl protocol only reads; write with tupu query --write"
    ),
    .noCypher: (
      "--document 和 --region 不是图谱查询；--show-cypher 用于名称、--type、--path 和 --all",
      "--document and --region are no queries; --show-cypher goes with names, --type, --path and --all"
    ),
    .didYouMeanWord: ("是不是想写 {0}？", "Did you mean {0}?"),
    .mustBePositive: ("{0} 必须是正数", "{0} must be a positive number"),
    .mustBeBetween: ("{0} 必须在 {1} 与 {2} 之间", "{0} must be between {1} and {2}"),
    .nothingAsked: ("没有要找的文字", "there is nothing to look for in an empty text"),
    .sourceFailed: ("{0}：{1}", "{0}: {1}"),
    .sourcesFailed: ("{1} 个来源中有 {0} 个失败", "{0} of {1} sources failed"),
    .filesLeftOut: (
      "文件夹中有 {0} 个文件不是可读的类型，未读入：{1}（可读 .txt .html .jsonl；其他请先转成文本）",
      "{0} files of other kinds in folders were not read: {1} (.txt, .html and .jsonl are; turn others into text first)"
    ),
    .noEnding: ("无后缀", "without ending"),
    .sourceMissing: ("没有这个文件", "no such file"),
    .sourceIsFolder: ("这是文件夹，需要文件", "this is a folder; a file is needed"),
    .sourceNoPermission: ("没有读取权限", "permission denied"),
    .sourceUnreadable: ("无法读取：{0}", "cannot be read: {0}"),
    .sourceNotAFile: ("不是文件也不是文件夹", "neither a file nor a folder"),
    .sourceNoMatch: ("没有匹配的文件", "no file matches"),
    .sourceNothingInside: ("文件夹中没有可读的文件", "the folder holds no file of a known kind"),
    .sourceEmpty: ("没有文字", "holds no text"),
    .sourceBinary: ("不是文本（第 {0} 字节处）", "is not text (at byte {0})"),
    .sourceUnknownEncoding: ("不认识的编码“{0}”", "unknown encoding \"{0}\""),
    .sourceMalformed: (
      "不是有效的 {0}（第 {1} 字节处）；可用 --encoding 指定编码",
      "is not valid {0} (at byte {1}); name its encoding with --encoding"
    ),
    .sourceTooLarge: ("太大：{0} 字节，上限 {1} 字节", "too large: {0} bytes, the limit is {1}"),
    .sourceBadRecord: ("不是有效的记录：{0}", "is no valid record: {0}"),
    .recordNotJSON: ("不是 JSON（该行第 {0} 字节处）", "it is not JSON (at byte {0} of the line)"),
    .recordNotAnObject: ("不是 JSON 对象", "it is no JSON object"),
    .recordNoText: ("需要 text 或 html 其中之一", "it needs either text or html"),
    .recordBadMember: ("“{0}”的值无效", "the value of \"{0}\" is not valid"),
    .sourcePlugin: ("插件出错：{0}", "a plug-in failed: {0}"),
    .noSuchNode: ("没有叫“{0}”的节点。", "nothing is called \"{0}\"."),
    .didYouMean: ("是不是要找：{0}？", "\nDid you mean: {0}?"),
    .ambiguousName: (
      "“{0}”可能指 {1} 个节点；请用键（第一列）或 --type 指明：",
      "\"{0}\" may mean {1} nodes; say which by its key (first column) or --type:"
    ),
    .noSuchDocument: ("没有文档“{0}”；用 tupu docs list 查看全部。", "there is no document \"{0}\"; tupu docs list shows all."),
    .ambiguousDocument: (
      "“{0}”可能指 {1} 篇文档；请用编号（第一列）指明：",
      "\"{0}\" may mean {1} documents; say which by its identity (first column):"
    ),
    .unknownType: ("没有类型“{0}”；有：{1}", "there is no type \"{0}\"; there are: {1}"),
    .unknownProperty: ("没有属性“{0}”；有：{1}", "there is no property \"{0}\"; there are: {1}"),
    .badValue: ("“{0}”不是 {1} 类型的值", "\"{0}\" is no value of kind {1}"),
    .noEdgeBetween: ("{0} 与 {1} 之间没有这样的边", "there is no such edge between {0} and {1}"),
    .noPath: ("{0} 与 {1} 之间没有 {2} 步以内的联系", "there is no way between {0} and {1} of at most {2} steps"),
    .nothingFound: ("没有找到“{0}”", "nothing found for \"{0}\""),
    .nothingToDraw: ("没有可画的内容", "there is nothing to draw"),
    .renderOnePart: (
      "请选择要画的部分：名称、--document、--region、--type、--query、--query-file 或 --all 之一",
      "say what to draw: names, or one of --document, --region, --type, --query, --query-file, --all"
    ),
    .renderPathNeedsTwo: ("--path 需要两个名称", "--path needs two names"),
    .unknownEnding: ("输出文件须以 {0} 之一结尾", "the output must end in one of {0}"),
    .noChineseFont: (
      "没有安装中文字体；Debian 上可安装 fonts-noto-cjk",
      "no font with Chinese characters is installed; on Debian install fonts-noto-cjk"
    ),
    .omittedNodes: ("图中略去 {0} 个节点；用 --limit 放宽", "nodes left out of the picture: {0}; allow more with --limit"),
    .pictureTooSlow: ("{0} 秒内没有画完；请减小 --depth 或 --limit", "not drawn within {0} s; lower --depth or --limit"),
    .pictureFailed: ("Graphviz 未能画图：{0}", "Graphviz refused the drawing: {0}"),
    .pictureWorkerFailed: ("画图进程失败：{0}", "the drawing process failed: {0}"),
    .checkFailed: ("发现 {0} 个问题", "problems found: {0}"),
    .evalOneSource: ("--documents 与 --predictions 只能用一个", "use --documents or --predictions, not both"),
    .noGold: ("{0} 中没有标注文件（名称.json）", "{0} holds no gold file (NAME.json)"),
    .badGraphFile: ("{0} 不是标注文件：{1}", "{0} is no annotation file: {1}"),
    .sameNode: ("两端是同一个：{0}", "both are the same: {0}"),
    .differentTypes: ("类型不同，不能是同一事物：{0}，{1}", "nodes of different types cannot be the same: {0}, {1}"),
    .unknownKey: ("没有键为“{0}”的节点或边", "there is no node or edge with the key \"{0}\""),
    .unknownJudgement: ("没有编号为 {0} 的判定；用 tupu judgements 查看", "there is no decision {0}; tupu judgements shows all"),
    .storeMissing: (
      "没有知识库 {0}；先用 tupu ingest 建立，或用 --db 指明",
      "there is no knowledge base {0}; make one with tupu ingest, or name it with --db"
    ),
    .storeNotADatabase: (
      "{0} 不是知识库文件，或已损坏；请用 --db 指明另一个文件",
      "{0} is no knowledge base, or is damaged; name another file with --db"
    ),
    .storeForeign: (
      "{0} 属于别的程序，没有改动；请用 --db 指明另一个文件",
      "{0} belongs to another application and was not touched; name another file with --db"
    ),
    .storeNewer: (
      "{0} 由更新的版本写成（格式 {1}，本程序只识 {2}）；请升级 tupu",
      "{0} was written by a newer version (schema {1}, this one knows {2}); upgrade tupu"
    ),
    .storeOlder: ("{0} 的格式较旧；先用 tupu ingest 打开一次即可升级", "{0} has an older schema; tupu ingest brings it up to date"),
    .storeBusy: ("{0} 正被另一个进程写入（已等 {1} 秒）；请稍后再试", "another process is writing {0} (waited {1} s); try again later"),
    .storeFull: (
      "磁盘已满，{0} 中未完成的一步没有保留；腾出空间后重新运行即可",
      "the disk is full; the unfinished step was not kept in {0}. Free some space and run it again"
    ),
    .storeReadOnly: ("{0} 或其文件夹不可写", "{0} or its folder cannot be written"),
    .storeCannotOpen: ("无法打开 {0}：{1}", "cannot open {0}: {1}"),
    .storeDamaged: (
      "{0} 已损坏，有记录无法读取：{1}。tupu check 列出损坏之处；把文档重新读入新文件（tupu ingest 文件夹 --db 新文件）即可重建图谱",
      "{0} is damaged, a record cannot be read: {1}. tupu check lists the damage; taking the documents into a new file "
        + "(tupu ingest FOLDER --db NEW) builds the graph again"
    ),
    .storeRefused: ("{0} 出错（SQLite {1}）：{2}", "{0} failed (SQLite {1}): {2}"),
    .storeCollision: ("两个键的编号相同：{0}，{1}", "two keys have the same number: {0}, {1}"),
  ]
}
