/// Everything that Tupu says to people: one table, both languages side by side.
enum Word: String, CaseIterable, Sendable {
  // What Tupu is.
  case tupuAbstract
  // Arguments that several verbs share.
  case helpLanguage, helpFormat, helpEncoding, helpFiles
  // Verbs.
  case extractAbstract, extractDiscussion, helpExtractOut
  // Sources that cannot be read.
  case sourceMissing, sourceIsFolder, sourceNoPermission, sourceUnreadable, sourceEmpty, sourceBinary
  case sourceUnknownEncoding, sourceMalformed, sourceTooLarge, sourcePlugin
  case sourceFailed, sourcesFailed
  // Writing.
  case cannotWrite, error

  /// The text in both languages.
  var phrase: Phrase {
    switch self {
    case .tupuAbstract:
      Phrase(
        "把政府会议文档变成有出处的知识图谱。", "Turns Chinese government-meeting documents into an evidence-backed knowledge graph.")
    case .helpLanguage: Phrase("提示语言:zh 或 en(默认随系统)。", "Language of messages: zh or en (default: the locale's).")
    case .helpFormat: Phrase("输出格式。", "Output format.")
    case .helpEncoding: Phrase("文件编码,如 gb18030(默认自动识别)。", "Character encoding, as gb18030 (default: detected).")
    case .helpFiles: Phrase("文件;“-”为标准输入。", "Files; `-` is standard input.")
    case .extractAbstract:
      Phrase("读文档,输出其中的实体和关系(不需要库)。", "Print what documents say: entities and relations (needs no store).")
    case .extractDiscussion:
      Phrase(
        "json:一个文件输出一个对象,多个文件输出一个数组;jsonl:每个文件一行。\n\n例:tupu extract 会议.txt --format json",
        "json: one object for one file, an array for several; jsonl: one line a file.\n\n"
          + "Example: tupu extract meeting.txt --format json")
    case .helpExtractOut:
      Phrase("每个文件写成此文件夹中的“文件名.json”。", "Write each file's result as NAME.json into this folder.")
    case .sourceMissing: Phrase("没有这个文件", "no such file")
    case .sourceIsFolder: Phrase("这是文件夹,需要文件", "this is a folder; a file is needed")
    case .sourceNoPermission: Phrase("没有读取权限", "permission denied")
    case .sourceUnreadable: Phrase("无法读取:{0}", "cannot be read: {0}")
    case .sourceEmpty: Phrase("没有文字", "holds no text")
    case .sourceBinary: Phrase("不是文本(第 {0} 字节处)", "is not text (at byte {0})")
    case .sourceUnknownEncoding: Phrase("不认识的编码“{0}”", "unknown encoding \"{0}\"")
    case .sourceMalformed:
      Phrase(
        "不是有效的 {0}(第 {1} 字节处);可用 --encoding 指定编码", "is not valid {0} (at byte {1}); name its encoding with --encoding")
    case .sourceTooLarge: Phrase("太大:{0} 字节,上限 {1} 字节", "too large: {0} bytes, the limit is {1}")
    case .sourcePlugin: Phrase("插件出错:{0}", "a plug-in failed: {0}")
    case .sourceFailed: Phrase("{0}:{1}", "{0}: {1}")
    case .sourcesFailed: Phrase("{1} 个文件中有 {0} 个失败", "{0} of {1} files failed")
    case .cannotWrite: Phrase("无法写入 {0}:{1}", "cannot write {0}: {1}")
    case .error: Phrase("错误:", "error: ")
    }
  }
}
