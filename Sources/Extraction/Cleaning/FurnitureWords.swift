import GraphModel

/// The words by which lines around an article show that they are none of it, in folded form.
enum FurnitureWords {
  /// What a label stands before.
  enum Kind: Sendable {
    /// The publishing date.
    case date
    /// A date that may also be the event's (时间).
    case vagueDate
    /// Where the text was taken from.
    case source
    /// Who wrote it or took the pictures.
    case author
    /// Who edited, read or released it.
    case editor
    /// How often it was read.
    case count
    /// Sizes of type to choose from.
    case font
    /// Something to click, or the name of a platform; nothing follows.
    case action
    /// Pages of one article.
    case pages
    /// What an office's register says of a document.
    case note
  }

  /// Labels and buttons.
  static let labels: WordTrie<Kind> = {
    var trie = WordTrie<Kind>()
    func add(_ kind: Kind, _ words: String) {
      for word in words.split(whereSeparator: \.isWhitespace) { trie.insert(word, kind) }
    }
    add(.vagueDate, "时间 日期")
    add(
      .date,
      """
      发布时间 发布日期 发表时间 发表日期 发稿时间 发稿日期 更新时间 更新日期 录入时间 录入日期 添加时间 添加日期 上传时间 上传日期
      信息时间 发布于 公开日期 公布日期 生成日期 创建时间 编辑时间 出版日期 刊发时间 刊发日期 见报日期 最后更新 文章发布时间 新闻时间
      """)
    add(
      .source,
      """
      来源 信息来源 稿件来源 文章来源 新闻来源 内容来源 资料来源 来源单位 稿源 出处 信息提供 供稿单位 来稿单位 发布机构 发布单位
      信息发布单位 发布者 发布人 来自 转自 转载自 原载 责任部门 所属栏目 栏目 所属分类 分类
      """)
    add(
      .author,
      """
      作者 记者 本报记者 本台记者 本网记者 特约记者 特约通讯员 见习记者 实习记者 全媒体记者 融媒体记者 首席记者 摄影记者 通讯员
      撰稿 撰稿人 撰文 供稿 供稿人 投稿 文 图 文/图 图/文 文图 图文 摄影 摄 摄影报道 文字 图片 图片来源 摄像 拍摄 报道员 信息员 记者/
      """)
    add(
      .editor,
      """
      编辑 责任编辑 责编 本期编辑 本文编辑 执行编辑 值班编辑 网络编辑 实习编辑 新媒体编辑 版面编辑 见习编辑 校对 校核 一校 二校
      三校 初校 审核 审核人 审稿 审稿人 审读 审签 审定 初审 复审 终审 一审 二审 三审 再审 编审 核稿 核发 监制 总监制 主编 副主编
      值班主编 值班主任 值班总编 值班编委 值班领导 签发 签发人 策划 总策划 统筹 录入 录入员 录入人 排版 美编 视觉 制作 后期 编辑部
      责任校对 责任审核 责任主编 编校 编务 出品 联系人及电话
      """)
    add(
      .count,
      """
      浏览 浏览量 浏览次数 浏览数 浏览人次 点击 点击量 点击数 点击率 点击次数 阅读 阅读量 阅读数 阅读次数 阅读人数 人气 访问量
      访问次数 访问数 访问 查看 查看次数 查看数 评论 评论数 热度 本文已被浏览 本页浏览 已阅读 已浏览 字数 点赞数 被浏览 条评论
      本文被浏览 您是第
      """)
    add(.font, "字体 字号 文字大小 字体大小 字号大小 视力保护色 保护视力色 背景色 正文字号 页面颜色")
    add(
      .action,
      """
      打印 打印本页 打印此页 打印文章 打印本文 打印页面 打印预览 我要打印 关闭 关闭窗口 关闭本页 关闭此页 关闭页面 关 闭 返回 返回首页
      返回顶部 返回列表 返回上页 返回上一页 返回目录 返回主页 收藏 收藏本页 收藏本文 收藏本站 加入收藏 设为首页 我要收藏 我要评论
      发表评论 我要纠错 纠错 举报 推荐 推荐给朋友 推荐给好友 繁体 繁体版 繁体中文 简体 简体版 简体中文 无障碍 无障碍浏览 无障碍阅读
      关怀版 长者模式 长者专区 适老化 大字版 老年版 手机版 电脑版 触屏版 客户端 首页 网站首页 主页 登录 注册 搜索 站内搜索 高级搜索 下载
      复制链接 展开 展开全文 展开详细 阅读全文 查看全文 收起 播放 暂停 语音播报 听新闻 朗读 语音朗读 点赞 赞 转发 评论 网友评论 放大
      缩小 增大字体 减小字体 正文 默认 超大 顶部 回到顶部 TOP 扫一扫 扫码 分享 分享到 分享至 分享本文 一键分享 分享文章 我要分享
      打开APP 立即打开 English 保存 全文 原文链接 阅读原文 网站地图 联系我们 关于我们 网站声明 免责声明 隐私声明 隐私政策 版权声明
      法律声明 使用帮助 意见反馈 在线留言 纠错信箱 广告服务 诚聘英才 友情链接 订阅 RSS 微信 微信好友 朋友圈 微信朋友圈 微博 新浪微博
      腾讯微博 新浪 腾讯 QQ QQ好友 QQ空间 qq空间 qq好友 人人网 豆瓣 豆瓣网 网易微博 百度贴吧 贴吧 开心网 抖音 抖音号 快手 快手号
      今日头条 头条 头条号 百家号 企鹅号 网易号 大鱼号 搜狐号 凤凰号 一点号 一点资讯 快传号 微信公众号 公众号 视频号 微信视频号
      哔哩哔哩 小红书 知乎 澎湃号 澎湃 学习强国 新华号 人民号 强国号 央视频 手机客户端 官方微信 官方微博 官方抖音 官方网站 政务微博
      政务微信 政务新媒体 新闻客户端 二维码 移动端 移动版 微信扫一扫 手机站 手机网 更多 更多>> 上一张 下一张 上一图 下一图 大图 原图 幻灯播放
      进入长者版 长者版 长者助手 适老版 智能问答 智能问政 登录个人中心 个人中心 移动端应用 信息检索 在线客服 在线咨询 文章图片 文章正文 文章详情
      匿名发表 非常满意 基本满意 不太满意 很不满意 不做评价 暂无列表 APP内打开 新闻中心 收藏文章 纯净阅读 扫码阅读 扫码查看 转发到 用手机查看
      上一篇 下一篇 上一条 下一条 上一页 下一页 上一版 下一版 尾页 末页 没有了 已经是第一篇 已经是最后一篇 没有了! 无 发布
      """)
    add(.pages, "总共 共 页码 当前页 分页")
    add(.note, "索引号 信息索引 信息索引号 信息编号 主题分类 体裁分类 组配分类 信息分类 公开方式 公开形式 公开范围 公开类别 公开程序 公开时限 有效性 时效性")
    return trie
  }()

  /// Words at the start of a line behind which only navigation stands.
  static let lineStarts = WordTrie<String>([
    ("上一篇", "navigation"), ("下一篇", "navigation"), ("上一条", "navigation"), ("下一条", "navigation"),
    ("上一页", "navigation"), ("下一页", "navigation"), ("上篇:", "navigation"), ("下篇:", "navigation"),
    ("前一篇", "navigation"), ("后一篇", "navigation"), ("当前位置", "navigation"), ("当前的位置", "navigation"),
    ("您的位置", "navigation"), ("您现在的位置", "navigation"), ("您当前的位置", "navigation"),
    ("您当前位置", "navigation"), ("你的位置", "navigation"), ("你现在的位置", "navigation"), ("您所在的位置", "navigation"),
    ("您所在位置", "navigation"), ("所在位置", "navigation"), ("当前所在位置", "navigation"), ("现在位置", "navigation"),
    ("欢迎访问", "navigation"), ("欢迎光临", "navigation"), ("欢迎来到", "navigation"), ("今天是", "navigation"),
    ("扫一扫", "share"), ("微信扫", "share"), ("扫描二维码", "share"), ("长按二维码", "share"), ("分享到", "share"),
    ("招商热线", "navigation"), ("您对这篇文章", "navigation"), ("对此文章发表", "navigation"), ("原标题:", "page-line"),
    ("声明:转载", "site"), ("用微信扫", "share"), ("打开微信", "share"), ("点击下载", "share"), ("关注我们", "share"),
  ])

  /// Words at the start of a line of the tail that begin lists of other articles: the rest of the tail goes with them.
  static let tailStarts = WordTrie(words: [
    "相关阅读", "相关新闻", "相关链接", "相关文章", "相关推荐", "相关信息", "相关报道", "相关稿件", "相关文档", "相关资讯", "相关内容",
    "推荐阅读", "推荐文章", "延伸阅读", "热点推荐", "热门推荐", "热门文章", "热门新闻", "热点新闻", "最新文章", "最新新闻", "最新资讯",
    "猜你喜欢", "猜您喜欢", "为您推荐", "精彩推荐", "编辑推荐", "今日推荐", "今日热点", "图片新闻", "新闻排行", "点击排行", "阅读排行",
    "热点排行", "友情链接", "相关搜索", "读完这篇文章后", "网友评论", "发表评论", "我来说两句", "您可能感兴趣", "你可能感兴趣", "其他新闻",
    "大家都在看", "看过本文的人", "配套讲稿", "特殊限制", "关键词:", "版权提示", "下载须知",
  ])

  /// Phrases that only the owner of a site writes; a line of the head or tail with one goes.
  static let sitePhrases = WordTrie(words: [
    "ICP备", "ICP证", "ICP许可", "公网安备", "网安备", "版权所有", "All Rights Reserved", "all rights reserved", "Copyright",
    "copyright",
    "COPYRIGHT", "©", "网站标识码", "技术支持", "Powered by", "powered by", "内容管理系统", "授权用户", "建议使用", "最佳浏览", "最佳分辨率",
    "浏览器访问", "互联网新闻信息服务", "互联网新闻信息许可", "信息网络传播视听节目", "广播电视节目制作经营", "增值电信业务", "违法和不良信息举报",
    "不良信息举报", "举报电话", "举报邮箱", "未经授权", "未经书面", "未经许可", "不得转载", "谢绝转载", "转载请注明", "转载须注明", "本网注明",
    "本站注明", "本站所有", "本网站所有", "仅代表作者", "不代表本站", "不代表本网", "侵犯了您的", "如有侵权", "联系本站", "联系删除", "网络实名",
    "新媒体矩阵", "融媒体矩阵", "媒体矩阵", "维护单位", "网站管理", "网站维护", "政府网站找错", "设计制作", "您是第", "http://", "https://",
    "www.", "WWW.",
  ])

  /// Words at the start of a line of the tail that the owner of a site writes.
  static let siteStarts = WordTrie(words: [
    "主办:", "主办单位:", "承办:", "承办单位:", "协办:", "协办单位:", "主管:", "主管单位:", "运维:", "运行维护", "网站主办", "网站承办", "地址:",
    "邮编:", "邮政编码", "电话:", "联系电话:", "传真:", "电子邮箱:", "邮箱:", "客服电话", "新闻热线", "投稿邮箱", "总编热线", "QQ群", "备案号",
    "备案序号", "网站备案",
  ])

  /// How sites and their columns about one place are called, matched backwards.
  static let sites = WordTrie(
    words: ["网", "网站", "日报", "晚报", "报", "政府", "在线", "之窗", "发布", "电视台", "新闻", "要闻"], reversed: true)
  /// Columns that any site has.
  static let columns = WordTrie(words: [
    "今日", "本地", "时政", "国内", "国际", "图片", "综合", "最新", "热点", "头条", "社会", "经济", "财经", "政务", "工作", "重要", "新闻", "文化",
    "教育", "科技", "行业", "公司", "企业", "视频", "焦点", "部门", "乡镇", "基层", "县区", "区县", "各地", "地方", "省内", "市内", "县内", "区内", "本县",
    "本市", "本区", "本省", "本州", "我县",
    "我市", "我区", "领导", "近期", "推荐", "相关", "更多", "返回", "本网", "本站", "政府", "网站", "会议", "活动", "媒体", "滚动", "信息", "通知", "机关",
  ])

  /// Phrases of sites where people share documents, one of which marks a line anywhere.
  static let sharingPhrases = WordTrie(words: [
    "由会员分享", "会员上传", "可在线阅读", "珍藏版)》请在", "网站上搜索", "配套讲稿", "word图标", "特殊限制:", "部分文档作品中含有", "设计者仅对作品中",
    "禁止商用", "下载文档到电脑", "请自行鉴别", "本文档由用户", "用户上传", "文档分享", "请先登录", "下载该文章", "当前显示", "更多公文素材", "提示信息)",
    "资源描述", "文档贡献者", "文档侵犯", "需要改动", "更多加载中", "点击加载更多", "加载更多", "内容加载", "下载此文档", "文库仅提供",
  ])

  /// Where the first of some phrases stands in a span; nil where none does.
  static func first(of phrases: WordTrie<Void>, _ text: ScalarText, _ span: Span) -> Int? {
    phrases.firstMatch(in: text, from: span.start, limit: span.end)?.span.start
  }
}
