extension Word {
  /// What is said of rule packs, their examples and traces.
  static let rules: [Word: (String, String)] = [
    .ruleUnreadable: ("无法读取：{0}", "cannot be read: {0}"),
    .ruleTooLarge: ("太大：{0}，上限 {1}", "too large: {0}, the limit is {1}"),
    .ruleOutside: (
      "“{0}”不在插件的文件夹里；把文件放进文件夹，写它在其中的路径",
      "\"{0}\" is not inside the plug-in's folder; put the file there and write its path in the folder"
    ),
    .ruleNotYAML: ("不是正确的 YAML：{0}", "this is not YAML: {0}"),
    .ruleAnchor: (
      "不能使用 YAML 的锚（&）和引用（*）；把值写出来，文字本身以 & 或 * 开头则加引号",
      "YAML anchors (&) and aliases (*) are not taken; write the value out, or quote a text that begins so"
    ),
    .ruleIncludeCircle: ("文件互相包含：{0}；去掉其中一个 include", "files include each other: {0}; take one `include` out"),
    .ruleMissingKey: ("缺少：{0}", "missing: {0}"),
    .ruleUnknownKey: ("不认识的键“{0}”；可用：{1}", "unknown key \"{0}\"; known: {1}"),
    .ruleExclusiveKeys: ("只能有其中一个：{0}", "only one of these may stand here: {0}"),
    .ruleWrongForm: ("{0} 应当是{1}", "`{0}` must be {1}"),
    .ruleDuplicateName: ("重名：“{0}”；请换一个名字", "\"{0}\" is there already; choose another name"),
    .ruleUnknownName: ("没有“{0}”；有：{1}", "there is no \"{0}\"; there are: {1}"),
    .ruleUndeclaredType: (
      "这里不能用类型“{0}”；可用：{1}。在 plugin.yaml 里声明（nodes、edges、requires、produces）",
      "the type \"{0}\" cannot be used here; known: {1}. Declare it in plugin.yaml (nodes, edges, requires, produces)"
    ),
    .ruleUndeclaredProperty: (
      "{1} 没有属性“{0}”；有：{2}。在 plugin.yaml 的 properties 里声明",
      "{1} has no property \"{0}\"; there are: {2}. Declare it under `properties` in plugin.yaml"
    ),
    .rulePartCircle: ("模式互相包含：{0}", "parts contain each other: {0}"),
    .rulePatternSyntax: (
      "模式在这里读不下去，需要 {0}；字符本身前面加 \\",
      "the pattern cannot be read on; expected {0} (put \\ before a character that stands for itself)"
    ),
    .ruleEmptyPattern: (
      "模式可以什么都不匹配；让至少一部分必须出现", "the pattern can match nothing at all; make at least one part of it necessary"
    ),
    .rulePatternTooLarge: (
      "模式太大（上限 {0}）；减少重复次数或拆成几条规则", "the pattern is too large (limit {0}); lower its repetitions or split it into rules"
    ),
    .ruleTooManyWords: (
      "词表“{0}”多于 {1} 个词形，不能作条件", "the word list \"{0}\" has more than {1} forms, too many for a condition"
    ),
    .ruleEmptyList: ("词表“{0}”没有词条", "the word list \"{0}\" has no entries"),
    .ruleNotUTF8: ("不是 UTF-8，未采用这一行", "not UTF-8; the line is left out"),
    .ruleLineTooLong: ("太长（上限 {0}），未采用这一行", "too long (limit {0}); the line is left out"),
    .ruleNoName: ("没有名称，未采用这一行", "no name; the line is left out"),
    .ruleControlCharacter: ("含控制字符，未采用这一行", "holds a control character; the line is left out"),
    .ruleTooManyColumns: ("多于 {0} 列，未采用这一行", "more than {0} columns; the line is left out"),
    .ruleOpenQuote: ("引号没有关上，未采用这一行", "a quote is not closed; the line is left out"),
    .ruleDuplicateEntry: ("“{0}”在第 {1} 行已有，以那一行为准", "\"{0}\" stands on line {1} already, which counts"),
    .ruleNeverFired: (
      "规则 {0} 在这些文档里从未用上；用 tupu plugin trace 看原因", "the rule {0} never fired; tupu plugin trace says why"
    ),
    .ruleUnused: ("没有规则用到“{0}”", "no rule uses \"{0}\""),
    .ruleShadowed: (
      "规则 {0} 找到的都被前面的 {1} 先找到；调换次序或删去", "all that the rule {0} finds, {1} before it has found; swap or drop them"
    ),
    .formText: ("一段文字", "a text"), .formTexts: ("一个词或一列词", "a text or a list of texts"),
    .formMapping: ("键和值", "a mapping of keys to values"),
    .formMappings: ("一列规则，每条以 - 开头", "a list, each item with a dash"),
    .formTruth: ("yes 或 no", "yes or no"), .formNumber: ("范围内的整数", "a whole number in range"),
    .formShare: ("0 到 1 之间的数", "a number from 0 to 1"),
    .formWordList: ("文件名、一列词，或 file、words", "a file name, a list of words, or a mapping with `file` or `words`"),
    .formScope: ("list、sentence、paragraph、section、document 之一", "one of list, sentence, paragraph, section, document"),
    .formReach: ("sentence、paragraph、section、document 之一", "one of sentence, paragraph, section, document"),
    .formOrder: (
      "any、from first、to first、from inside、to inside、from at start、to at start 之一",
      "one of any, from first, to first, from inside, to inside, from at start, to at start"
    ),
    .formChoice: ("nearest 或 all", "nearest or all"), .formSide: ("from 或 to", "from or to"),
    .formFolds: ("case、width、script 中的几个", "some of case, width, script"),
    .formFilling: ("一段文字，或含 from、nearest、words 之一", "a text, or a mapping with `from`, `nearest` or `words`"),
    .conditionAfter: ("前面没有紧挨着：{0}", "none of these stands right before it: {0}"),
    .conditionNotAfter: ("前面紧挨着 not_after 中的词：{0}", "one of `not_after` stands right before it: {0}"),
    .conditionBefore: ("后面没有紧挨着：{0}", "none of these stands right behind it: {0}"),
    .conditionNotBefore: ("后面紧挨着 not_before 中的词：{0}", "one of `not_before` stands right behind it: {0}"),
    .conditionWith: ("范围内没有：{0}", "none of these stands in the scope: {0}"),
    .conditionWithout: ("范围内有 without 中的词：{0}", "one of `without` stands in the scope: {0}"),
    .conditionSection: ("上面的标题里没有：{0}", "no heading above holds one of: {0}"),
    .conditionInside: ("不在这些类型的提及之内：{0}", "it is not inside a mention of: {0}"),
    .conditionNotInside: ("在一处 {0} 的提及之内", "it is inside a mention of {0}"),
    .conditionExcept: ("“{0}”列在 except 中", "\"{0}\" is one of `except`"),
    .conditionFoundBy: ("不是这些规则找到的：{0}", "none of these rules found it: {0}"),
    .conditionNotFoundBy: ("是规则 {0} 找到的", "the rule {0} found it"),
    .conditionProperty: ("属性 {0} 不是：{1}", "its property {0} is none of: {1}"),
    .conditionHome: ("它是文档所属的地区或其上级", "it is the document's home region, or what that is a part of"),
    .conditionOutsideHome: ("它与文档所属的地区无关", "it is not within the document's home region, nor is that within it"),
    .trialFired: ("用上了：{0}", "fired: {0}"),
    .trialNoEntry: ("词表 {0} 中没有这里的词", "the list {0} has no form that stands here"),
    .trialNoQuotation: ("这里没有引号，或引号后没有：{0}", "no quotation stands here, or none followed by: {0}"),
    .trialStopped: ("读到“{0}”，接下来需要：{1}", "read \"{0}\", then wanted: {1}"),
    .trialCondition: ("匹配“{0}”，但{1}", "matches \"{0}\", but {1}"),
    .trialTaken: ("匹配“{0}”，但前面的规则已占用", "matches \"{0}\", but an earlier rule has taken the place"),
    .trialMarksOther: ("匹配“{0}”，但标记的是另一处", "matches \"{0}\", but marks another stretch of it"),
    .trialNoMention: ("这里没有 {0} 的提及", "no mention of {0} stands here"),
    .trialNoPartner: ("“{0}”在范围内没有可以相连的另一端", "\"{0}\" has no other end in the scope that satisfies the rule"),
    .exampleBadExpectation: (
      "期望应写作：=> 甲 -[TYPE {key: value}]-> 乙，或 => 甲 {key: value}",
      "an expectation has the form `=> A -[TYPE {key: value}]-> B` or `=> A {key: value}`"
    ),
    .exampleBadDate: ("日期应写作 2024-03-01", "a date has the form 2024-03-01"),
    .exampleNoText: ("例子没有正文", "the example has no text"),
    .exampleMissing: ("没有找到 {0}“{1}”", "{0} \"{1}\" is not found"),
    .exampleUnexpected: ("多找到 {0}“{1}”（规则 {2}）", "{0} \"{1}\" is found but not marked (rule {2})"),
    .exampleOtherName: ("“{0}”应名为 {1}，得到 {2}", "\"{0}\" should be called {1} and is called {2}"),
    .exampleMissingLink: ("没有 {0}", "{0} is not drawn"),
    .exampleUnexpectedLink: ("多出 {0}（规则 {1}）", "{0} is drawn but not expected (rule {1})"),
    .exampleOtherValue: ("{0} 的 {1} 应为 {2}，得到 {3}", "{1} of {0} should be {2} and is {3}"),
    .exampleUnknownNode: ("没有节点“{0}”", "there is no node \"{0}\""),
    .examplesPassed: ("{0}：{1} 个例子全部通过", "{0}: all {1} examples pass"),
    .examplesFailed: ("{0}：{2} 个例子中 {1} 个不通过", "{0}: {1} of {2} examples fail"),
    .noExamples: (
      "{0}：没有例子；在它文件夹的 Examples/ 里放 .txt 文件，内置插件要写出文件夹（Plugins/{0}）",
      "{0}: no examples; put .txt files into Examples/ of its folder, and name the folder of a built-in plug-in (Plugins/{0})"
    ),
    .noneValue: ("无", "none"),
    .pluginCheckAbstract: ("检查插件：每处错误的文件、行、列和改法。", "Check a plug-in: every error with its place and the way out."),
    .pluginCheckDiscussion: (
      "给出文档时，还报告从未用上的规则和被前面规则遮住的规则。\n\n例：tupu plugin check 插件/Industries 文档/*.txt",
      "With documents it also reports rules that never fire and rules that earlier ones shadow.\n\n"
        + "Example: tupu plugin check plugins/Industries texts/*.txt"
    ),
    .pluginTestAbstract: ("运行插件旁边的例子。", "Run the examples beside a plug-in."),
    .pluginTestDiscussion: (
      "例子是 Examples/*.txt：[文字](Label) 标出应找到的，=> 甲 -[TYPE]-> 乙 写出应有的联系。\n\n例：tupu plugin test 插件/Industries",
      "Examples are Examples/*.txt: [words](Label) marks what to find, `=> A -[TYPE]-> B` says which links to draw.\n\n"
        + "Example: tupu plugin test plugins/Industries"
    ),
    .pluginTraceAbstract: ("在一处文字上试了哪些规则，各需要什么。", "Which rules were tried at a place of a text, and what each wanted."),
    .pluginTraceDiscussion: (
      "例：tupu plugin trace 报告.txt --at 生物医药 --plugin Industries",
      "Example: tupu plugin trace report.txt --at 生物医药 --plugin Industries"
    ),
    .helpPluginName: ("插件的名称或文件夹。", "A plug-in's name or folder."),
    .helpCheckCorpus: ("用来试规则的文档。", "Documents on which to try the rules."),
    .helpTraceAt: ("文字，或以字符计的 起-止。", "The words, or START-END in characters of the document's text."),
    .helpTracePlugin: ("规则包的名称或文件夹。", "The rule pack's name or folder."),
    .checkedPlugin: ("{0}：没有错误（{1} 条规则，{2} 个词条）", "{0}: no errors ({1} rules, {2} entries)"),
    .checkedRule: ("{0}：用上 {1} 次", "{0}: fired {1} times"),
    .pluginHasErrors: ("{0}：{1} 处错误", "{0}: errors found: {1}"),
    .pluginIsNoPack: ("插件 {0} 不是规则包", "the plug-in {0} is no rule pack"),
    .notInText: ("文档中没有“{0}”", "the document does not hold \"{0}\""),
    .noSuchPlugin: ("没有插件“{0}”；有：{1}", "there is no plug-in \"{0}\"; there are: {1}"),
    .columnOutcome: ("结果", "outcome"), .columnAdds: ("产生", "adds"),
    .ruleLinesLeftOut: (
      "{0}：词表有 {1} 行没有采用，见 tupu plugin check {0}", "{0}: lines of word lists left out: {1}; see tupu plugin check {0}"
    ),
  ]
}
