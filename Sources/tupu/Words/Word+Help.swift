extension Word {
  /// What verbs and their arguments are for.
  static let help: [Word: (String, String)] = [
    .tupuAbstract: (
      "把政府会议文档变成有出处的知识图谱。",
      "Turns Chinese government-meeting documents into a knowledge graph with evidence."
    ),
    .tupuDiscussion: (
      "例：tupu ingest 文档/ && tupu show 张三\n\n退出码：0 完成；1 没有找到或检查未通过；2 用法错误或出错。",
      "Example: tupu ingest documents/ && tupu show 张三\n\nExit status: 0 done; 1 nothing found or a check "
        + "failed; 2 misuse or error."
    ),
    .helpLanguage: ("提示语言（默认随系统）。", "Language of messages (default: the locale's)."),
    .helpStore: ("知识库文件（默认为环境变量 TUPU_DB，否则 tupu.db）。", "The knowledge base (default: TUPU_DB, else tupu.db)."),
    .helpFormat: ("输出格式。", "Output format."),
    .helpEncoding: ("文件编码，如 gb18030（默认自动识别）。", "Character encoding, as gb18030 (default: detected)."),
    .queryAbstract: ("用 openCypher 查询图谱。", "Ask the graph in openCypher."),
    .queryDiscussion: (
      """
      结果边查边输出；Ctrl-C 结束查询。json：{"columns": …, "rows": …}；jsonl：每行一个对象。语句之间用分号隔开。
      默认只读；加 --write 后，写入作为你的陈述保存，judgements 列出，why 说明，undo 撤回。
      CALL dbms.procedures() 和 CALL dbms.functions() 列出过程和函数。

      例：tupu query 'MATCH (p:Person)-[r]->(o) RETURN p.name, type(r), o.name LIMIT 10'
      """,
      """
      Rows are printed as they come; Ctrl-C ends a query. json: {"columns": …, "rows": …}; jsonl: one object a row. Semicolons
      part statements. Without --write nothing is written; with it, what a query writes is kept as your statement, listed by
      judgements, shown by why and taken back by undo. CALL dbms.procedures() and CALL dbms.functions() list what can be called.

      Example: tupu query 'MATCH (p:Person)-[r]->(o) RETURN p.name, type(r), o.name LIMIT 10'
      """
    ),
    .helpQuery: ("查询；“-”为标准输入。", "The query; `-` is standard input."),
    .helpQueryFile: ("从文件读取语句。", "Read the statements from a file."),
    .helpParams: ("参数，JSON 对象，如 '{\"name\": \"张三\"}'。", "Parameters as a JSON object, as '{\"name\": \"张三\"}'."),
    .helpShowCypher: ("不回答，只打印给出同样结果的 Cypher。", "Print the Cypher that gives this answer instead of it."),
    .helpWrite: (
      "允许 CREATE、MERGE、SET、REMOVE、DELETE：改动作为你的陈述保存，可以撤回。",
      "Allow CREATE, MERGE, SET, REMOVE and DELETE: what they change is kept as your statement and can be undone."
    ),
    .helpQueryFormat: (
      "输出格式；dot、svg、png 画出结果中的点、线和路径。",
      "Output format; dot, svg and png draw the nodes, relationships and paths in the result."
    ),
    .helpTimeout: ("每条查询最多运行的秒数。", "How many seconds a query may run."),
    .helpMemory: ("每条查询保留的数据最多占用的兆字节数。", "How many megabytes the rows that a query keeps may take."),
    .shellAbstract: ("逐条执行 Cypher 查询。", "Run Cypher queries one after the other."),
    .shellDiscussion: (
      """
      语句以分号结束；Tab 补全，:help 列出命令。jsonl：每行一个请求 {"query": …, "params": …}，每行一个回答。

      例：tupu shell
      """,
      """
      A statement ends with a semicolon; Tab completes, :help lists the commands. jsonl: one request a line,
      {"query": …, "params": …}, one answer a line.

      Example: tupu shell
      """
    ),
    .helpScratch: ("用内存中的空图，不用知识库。", "Use an empty graph in memory instead of the knowledge base."),
    .helpFiles: ("文件；“-”为标准输入。", "Files; `-` is standard input."),
    .helpName: ("名称、别名或键。", "A name, an alias or a key."),
    .helpType: ("只要这个类型的节点，如 Person。", "Only nodes of this type, as Person."),
    .helpKey: ("节点或边的键（见 tupu show --format json）。", "The key of a node or an edge (see tupu show --format json)."),
    .helpLimit: ("最多几条。", "How many at most."),
    .helpLinkLimit: ("每种联系最多几条。", "How many links of each type and direction at most."),
    .helpQuoteLimit: ("最多几处引文（默认全部）。", "How many quotes at most (default: all)."),
    .helpDocument: ("文档的编号（或前几位）、路径或文件名。", "A document's identity (or its first digits), path or file name."),
    .ingestAbstract: ("读入文档，更新图谱。", "Take documents in and bring the graph up to date."),
    .ingestDiscussion: (
      "路径可以是文件、文件夹、通配符、JSON Lines 文件或“-”（标准输入）。没有变化的文件不会重读；读不了的文件会逐个说明，不影响其余；文件夹中其他类型的文件只报数，不读入。\n\n例：tupu ingest 文档/ "
        + "'新闻/*.html'",
      "Paths are files, folders, patterns, JSON Lines files or `-` (standard input). What has not changed "
        + "is not read again; a file that cannot be read is named and stops nothing else; files of other kinds in a folder are "
        + "counted and left out.\n\nExample: tupu "
        + "ingest documents/ 'news/*.html'"
    ),
    .helpInputs: ("文件、文件夹、通配符，或“-”。", "Files, folders, patterns, or `-`."),
    .helpJobs: ("同时读几个文档（默认为处理器核数）。", "How many documents are read at the same time (default: the number of cores)."),
    .helpForce: ("没有变化的文档也重读。", "Read documents again though nothing changed."),
    .helpPrune: (
      "所给文件夹中已不存在的文件，其文档也从知识库删除。", "Remove the documents whose files are gone from the folders named."
    ),
    .helpMaximumSize: ("跳过大于此值的文件。", "Leave out files larger than this."),
    .docsAbstract: ("列出、查看、删除文档。", "List, show and remove documents."),
    .docsDiscussion: ("例：tupu docs list --format csv", "Example: tupu docs list --format csv"),
    .docsListAbstract: ("列出全部文档。", "List every document."),
    .docsListDiscussion: ("例：tupu docs list", "Example: tupu docs list"),
    .docsShowAbstract: ("查看一篇文档及其中的实体。", "Show a document and what was found in it."),
    .docsShowDiscussion: ("例：tupu docs show 会议.txt --text", "Example: tupu docs show meeting.txt --text"),
    .docsRemoveAbstract: ("删除文档，以及只有它支持的一切。", "Remove documents and everything that only they support."),
    .docsRemoveDiscussion: ("例：tupu docs remove 会议.txt", "Example: tupu docs remove meeting.txt"),
    .helpDocumentText: ("输出原文。", "Print the text of the source."),
    .extractAbstract: (
      "读文档，输出其中的实体和关系（不需要知识库）。",
      "Print what documents say: entities and relations (needs no knowledge base)."
    ),
    .extractDiscussion: (
      "json：一个文件输出一个对象，多个文件输出一个数组；jsonl：每个文件一行。\n\n例：tupu extract 会议.txt --format json"
        + "\n例：tupu extract 会议.txt --explain=张三",
      "json: one object for one file, an array for several; jsonl: one line a file.\n\nExample: tupu "
        + "extract meeting.txt --format json\nExample: tupu extract meeting.txt --explain=张三"
    ),
    .helpExplain: (
      "说明此处（文字，或起止位置）什么规则命中、什么候选落选、为什么；不写则说明全文。",
      "Say for a place (a text, or START:END) which rules fired, which candidates lost and why; without one, for all."
    ),
    .helpExtractOut: ("每个文件写成此文件夹中的“文件名.json”。", "Write each file's result as NAME.json into this folder."),
    .cleanAbstract: ("输出清理后的正文，或列出清理掉的内容。", "Print the clean text of files, or what cleaning takes out and why."),
    .cleanDiscussion: ("例：tupu clean --show 网页.html", "Example: tupu clean --show page.html"),
    .helpCleanShow: ("列出去掉了什么、在哪里、为什么。", "Show what is taken out, where and why."),
    .showAbstract: ("查看一个节点：职务、联系，每条都附引文。", "Show a node: posts and links, each with a quote."),
    .showDiscussion: ("例：tupu show 张三 --type Person", "Example: tupu show 张三 --type Person"),
    .searchAbstract: ("查找节点和文档。", "Find nodes and documents."),
    .searchDiscussion: (
      "不分繁简、全半角、大小写；一两个字也能查。\n\n例：tupu search 招商引资 项目",
      "Script, width and case make no difference; one or two characters do.\n\nExample: tupu search 招商引资 项目"
    ),
    .helpSearchText: ("要找的词；多个词须同时出现。", "The words to look for; all of them must occur."),
    .pathAbstract: ("两个节点之间最短的联系。", "A shortest way between two nodes."),
    .pathDiscussion: ("例：tupu path 张三 李四", "Example: tupu path 张三 李四"),
    .helpLongest: ("最多几步。", "How many steps at most."),
    .whyAbstract: ("一个节点或一条边的全部出处。", "Every sentence that a node or an edge rests on."),
    .whyDiscussion: ("例：tupu why 张三 某市 HOLDS_POST", "Example: tupu why 张三 某市 HOLDS_POST"),
    .helpWhyOther: ("另一端的名称或键：问两者之间的边。", "The other end's name or key: asks for the edges between the two."),
    .helpEdgeType: ("只问这一类型的边，如 HOLDS_POST。", "Only edges of this type, as HOLDS_POST."),
    .renderAbstract: ("画出图谱的一部分。", "Draw a part of the graph."),
    .renderDiscussion: (
      "例：tupu render 张三 --depth 2 --output 张三.svg",
      "Example: tupu render 张三 --depth 2 --output zhang.svg"
    ),
    .helpRenderNames: ("以这些节点为中心。", "The nodes to start from."),
    .helpDepth: ("从中心走几步。", "How many steps to go from there."),
    .helpRenderDocument: ("画一篇文档的内容。", "Draw what a document says."),
    .helpRenderRegion: ("画一个地区的内容。", "Draw what belongs to a region."),
    .helpRenderType: ("画一个类型的全部节点。", "Draw the nodes of a type."),
    .helpRenderPath: ("画两个节点之间最短的联系。", "Draw a shortest way between two nodes."),
    .helpRenderQuery: (
      "画 openCypher 查询结果中的点、线和路径。", "Draw the nodes, relationships and paths that an openCypher query returns."
    ),
    .helpRenderQueryFile: ("同上，查询写在文件里。", "The same, the query standing in a file."),
    .helpRenderAll: ("画整个图谱。", "Draw the whole graph."),
    .helpRenderOutput: (
      "输出文件，按结尾定格式：.svg .png .pdf .dot；“-”为标准输出（SVG）。",
      "The file to write; its ending says the format: .svg .png .pdf .dot; `-` is standard output (SVG)."
    ),
    .helpRenderLimit: ("最多画几个节点。", "How many nodes are drawn at most."),
    .helpRenderTitle: ("图的标题。", "The picture's headline."),
    .helpRenderEngine: ("布局引擎（默认按图形选择）。", "The layout engine (default: chosen by shape)."),
    .statsAbstract: ("知识库里有多少东西。", "How much the knowledge base holds."),
    .statsDiscussion: ("例：tupu stats --format json", "Example: tupu stats --format json"),
    .schemaAbstract: ("图谱的类型、属性和说法。", "The types of the graph, their properties and captions."),
    .schemaDiscussion: ("例：tupu schema --built-in", "Example: tupu schema --built-in"),
    .helpBuiltIn: ("不看知识库，只看内置插件。", "Show the built-in plug-ins' types; needs no knowledge base."),
    .checkAbstract: (
      "检查知识库：每个节点和边都有出处，图谱与文档一致。",
      "Audit the knowledge base: evidence for everything, and the graph that the documents give."
    ),
    .checkDiscussion: ("例：tupu check --db tupu.db", "Example: tupu check --db tupu.db"),
    .dumpAbstract: ("按固定次序输出全部内容，可用 diff 比较。", "Print the whole content in a canonical form that diff can compare."),
    .dumpDiscussion: ("例：tupu dump > 图谱.jsonl", "Example: tupu dump > graph.jsonl"),
    .evalAbstract: ("用标注文件评测抽取的准确率、召回率和 F1。", "Score extraction against gold annotations: precision, recall, F1."),
    .evalDiscussion: (
      "例：tupu eval --gold 标注/ --documents 文档/ --errors",
      "Example: tupu eval --gold gold/ --documents documents/ --errors"
    ),
    .helpGold: ("标注文件（名称.json）所在的文件夹。", "The folder of gold files (NAME.json)."),
    .helpEvalDocuments: ("文档所在的文件夹（默认与标注同处）。", "The folder of the documents (default: beside the gold files)."),
    .helpPredictions: ("不再抽取，改用此文件夹中的“名称.json”。", "Score the NAME.json files of this folder instead of extracting."),
    .helpErrors: ("列出每一处错漏。", "List every mistake."),
    .mergeAbstract: ("判定两个节点是同一事物。", "Decide that two nodes are the same thing."),
    .mergeDiscussion: ("例：tupu merge 键一 键二 --reason 简历", "Example: tupu merge KEY1 KEY2 --reason \"same CV\""),
    .splitAbstract: ("判定两个键不是同一事物。", "Decide that two keys are not the same thing."),
    .splitDiscussion: ("例：tupu split 键一 键二", "Example: tupu split KEY1 KEY2"),
    .rejectAbstract: ("判定一个节点或一条边有误，不再出现。", "Decide that a node or an edge is wrong; it leaves the graph."),
    .rejectDiscussion: ("例：tupu reject 键 --reason 误读", "Example: tupu reject KEY --reason misread"),
    .correctAbstract: (
      "改正节点或边的一个属性；不给值则去掉。",
      "Correct a property of a node or an edge; without a value it is taken away."
    ),
    .correctDiscussion: ("例：tupu correct 键 date 2021-03-04", "Example: tupu correct KEY date 2021-03-04"),
    .judgementsAbstract: ("列出人工判定。", "List what persons decided."),
    .judgementsDiscussion: ("例：tupu judgements", "Example: tupu judgements"),
    .undoAbstract: ("撤回一项人工判定。", "Take a decision back."),
    .undoDiscussion: ("例：tupu undo 3", "Example: tupu undo 3"),
    .helpReason: ("理由。", "Why."),
    .helpAuthor: ("由谁判定（默认为用户名）。", "Who decides (default: the user's name)."),
    .helpProperty: ("属性名，如 name、date、title。", "The property, as name, date, title."),
    .helpValue: ("新的值。", "The new value."),
    .helpNumber: ("判定的编号（见 tupu judgements）。", "The decision's number (see tupu judgements)."),
    .manualAbstract: ("输出手册页（troff）。", "Print the manual page (troff)."),
    .manualDiscussion: ("例：tupu manual > tupu.1 && man ./tupu.1", "Example: tupu manual > tupu.1 && man ./tupu.1"),
  ]
}
