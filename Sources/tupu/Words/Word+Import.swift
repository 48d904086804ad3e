extension Word {
  /// What `tupu import` says.
  static let importing: [Word: (String, String)] = [
    .importAbstract: ("从 CSV 和 JSON Lines 导入节点和边。", "Import nodes and edges from CSV and JSON Lines."),
    .importDiscussion: (
      "表头写明类型：节点 id:ID,name,age:int,:LABEL；边 :START_ID,:END_ID,:TYPE,since:date。表头没有标注时用 --nodes、--edges。"
        + "每个节点和每条边都以文件和行号为出处；同一文件再次导入则替换原来的内容；有一处错误就什么也不导入。"
        + "\n\n例：tupu import --nodes Person=people.csv --nodes City=cities.csv --edges LIVES_IN:Person:City=lives.csv",
      "Headers name types: nodes `id:ID,name,age:int,:LABEL`, edges `:START_ID,:END_ID,:TYPE,since:date`; where a header "
        + "has no marks, --nodes and --edges say what a file holds. Every node and edge keeps its file and line as "
        + "evidence; a file imported again takes its own place; one mistake, and nothing is imported.\n\nExample: tupu "
        + "import --nodes Person=people.csv --nodes City=cities.csv --edges LIVES_IN:Person:City=lives.csv"
    ),
    .helpImportFiles: (
      "表头有标注的 CSV 文件，或 JSON Lines 文件（.jsonl）。", "CSV files whose headers have marks, or JSON Lines files (.jsonl)."
    ),
    .helpImportNodes: ("节点文件：标签（可多个，用冒号隔开）=文件。", "A file of nodes: label (or several, with colons)=file."),
    .helpImportEdges: (
      "边文件：TYPE=文件，或 TYPE:FROM:TO=文件（FROM、TO 是两端节点的标签）。",
      "A file of edges: type=file, or type:from:to=file with the labels of both ends."
    ),
    .helpImportKey: (
      "没有标注时，标识节点的列（默认 id，否则第一列）。",
      "The column that identifies nodes where none is marked (default: id, else the first)."
    ),
    .helpDelimiter: ("分隔符，如“;”或 tab（默认逗号）。", "What parts values, as `;` or tab (default: a comma)."),
    .importNothing: ("没有要导入的文件。", "There is no file to import."),
    .importBadOption: (
      "“{0}”应写成 LABEL=文件、TYPE=文件 或 TYPE:FROM:TO=文件。", "“{0}” should be label=file, type=file or type:from:to=file."
    ),
    .importBadDelimiter: ("分隔符应是一个 ASCII 字符，不是“{0}”。", "The delimiter is one ASCII character, not “{0}”."),
    .importNotUTF8: (
      "不是 UTF-8。请先转换编码，如 iconv -f GB18030 -t UTF-8。", "Not UTF-8. Convert it first, as by iconv -f GB18030 -t UTF-8."
    ),
    .importEmpty: ("没有内容。", "There is nothing in it."),
    .importNoColumn: ("没有“{0}”列。", "There is no column {0}."),
    .importRepeatedColumn: ("“{0}”列出现了两次。", "The column {0} is there twice."),
    .importUnknownType: (
      "不认识类型“{0}”。可用：int、float、boolean、string、date、time、localtime、datetime、localdatetime、duration，加 [] 为列表。",
      "There is no type “{0}”. There are int, float, boolean, string, date, time, localtime, datetime, localdatetime, "
        + "duration, and lists with []."
    ),
    .importNoRole: (
      "表头没有 :ID，也没有 :START_ID 和 :END_ID；请用 --nodes 标签=文件 或 --edges 类型=文件 说明。",
      "The header has neither :ID nor :START_ID and :END_ID; say what it holds by --nodes label=file or --edges type=file."
    ),
    .importWrongWidth: ("这一行有 {0} 个值，表头有 {1} 列。", "The row has {0} values, the header {1} columns."),
    .importOpenQuote: ("引号没有结束。", "The quote does not end."),
    .importAfterQuote: (
      "引号结束后还有文字；值里的引号应写成两个。", "There is text after the quote's end; a quote inside a value is doubled."
    ),
    .importMissingValue: ("{0} 没有值。", "{0} has no value."),
    .importBadValue: ("“{0}”不是 {1}。", "“{0}” is no {1}."),
    .importDuplicateKey: ("{0} 出现了两次。", "{0} is there twice."),
    .importUnknownNode: ("没有节点 {0}。请同时或先导入节点。", "There is no node {0}. Import the nodes before, or with it."),
    .importAmbiguousNode: (
      "“{0}”是几类节点的键（{1}）。请用 --edges TYPE:FROM:TO=文件 说明。",
      "“{0}” is the key of nodes of several types ({1}). Say which by --edges type:from:to=file."
    ),
    .importNotJSON: ("不是 JSON 对象。", "Not a JSON object."),
    .importBadRecord: ("缺少“{0}”，或它的值不对。", "“{0}” is missing, or its value is wrong."),
    .importStillNeeded: (
      "{0} 的边连着这里的节点：请在同一条命令里一起导入（或删除）。", "Edges of {0} lead to nodes of it: import (or remove) both in one command."
    ),
  ]
}
