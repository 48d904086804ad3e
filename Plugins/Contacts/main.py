"""Finds telephone numbers and e-mail addresses, and whose they are.

A number belongs to whoever is named nearest before it in its sentence; where nobody is, to the last one named before it in
the sentence before, as in "联系人：…。电话：…". Numbers that are no telephone numbers (of documents, accounts, identity cards)
are told by what stands around them.
"""
import json
import re
import sys
import unicodedata
from bisect import bisect_right

# A dash in whatever form, or a bracket around the area code.
AREA = r"(?:[(（]0\d{2,3}[)）]\s?|0\d{2,3}\s?[-－—–]{1,2}\s?)"
LANDLINE = re.compile(rf"(?<![\d-])({AREA})([2-9]\d{{6,7}})(?:\s?(?:转|[-－—–])\s?(\d{{1,5}}))?(?!\d)")
MOBILE = re.compile(r"(?<![\d-])1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?![\d-])")
HOTLINE = re.compile(r"(?<![\d-])(?:[48]00[-－—\s]?\d{3}[-－—\s]?\d{4}|(?<=热线)[：:\s]{0,2}1\d{4})(?!\d)")
# A number without its area code, told by the word before it.
LOCAL = re.compile(r"(?:电话|電話|传真|傳真)[:：\s]{0,2}([2-8]\d{6,7})(?![\d-])")
EMAIL = re.compile(
    r"(?<![A-Za-z0-9._+-])[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}(?![A-Za-z0-9@])")
# Words right before a number that make it another one.
OTHER_NUMBERS = ("账号", "帐号", "账户", "卡号", "证号", "编号", "文号", "号码为", "信用代码", "邮编", "备案号")
# Words that somebody is named behind.
PERSON = ("联系人", "聯系人", "聯繫人", "负责人", "負責人")


def digits(text):
    return re.sub(r"\D", "", unicodedata.normalize("NFKC", text))


def contacts(text):
    """Every contact of a text: kind, normal form, properties, start, end; none inside another."""
    found = []
    for match in LANDLINE.finditer(text):
        name = digits(match.group(1)) + "-" + match.group(2)
        extra = {"extension": match.group(3)} if match.group(3) else {}
        found.append(("landline", name, extra, match.start(), match.end(2)))
    for match in MOBILE.finditer(text):
        found.append(("mobile", digits(match.group()), {}, *match.span()))
    for match in HOTLINE.finditer(text):
        number = digits(match.group())
        start = match.end() - len(match.group().lstrip("：: \t"))
        name = number if len(number) == 5 else f"{number[:3]}-{number[3:6]}-{number[6:]}"
        found.append(("hotline", name, {}, start, match.end()))
    for match in LOCAL.finditer(text):
        found.append(("landline", match.group(1), {}, *match.span(1)))
    for match in EMAIL.finditer(text):
        found.append(("e-mail", match.group().lower(), {}, *match.span()))
    end = 0
    for contact in sorted(found, key=lambda item: (item[3], -item[4])):
        before = text[max(0, contact[3] - 6):contact[3]].rstrip("：: ")
        if contact[3] >= end and not before.endswith(OTHER_NUMBERS):
            yield contact
            end = contact[4]


def owner(start, sentences, named, text):
    """The entity whose contact stands at a position, with the stretch that says so."""
    index = bisect_right(sentences, [start, len(sentences) and sentences[-1][1]]) - 1
    last = bisect_right(named, start, key=lambda mention: mention[0]) - 1
    # Somebody is named to whom the number belongs, though nobody is known there: it is nobody else's.
    own = index >= 0 and any(word in text[sentences[index][0]:start] for word in PERSON)
    for back in (0,) if own else (0, 1):
        if index >= back and last >= 0 and named[last][1] >= sentences[index - back][0]:
            return named[last][2], sentences[index - back][0], sentences[index][1]
    return None


def read(document):
    named = sorted((end, start, entity["id"]) for entity in document["entities"] for start, end in entity["mentions"])
    entities, relations = {}, []
    for kind, name, extra, start, end in contacts(document["text"]):
        entity = entities.setdefault(name, {
            "id": name, "type": "Contact", "name": name, "properties": {"kind": kind}, "mentions": [],
            "rule": f"contact.{kind}"})
        entity["properties"].update(extra)
        entity["mentions"].append([start, end])
        found = owner(start, document["sentences"], named, document["text"])
        if found:
            relations.append({"type": "HAS_CONTACT", "from": found[0], "to": name, "evidence": [found[1:]],
                              "rule": "contact.named-before"})
    return {"entities": list(entities.values()), "relations": relations}


greeting = json.loads(sys.stdin.readline())
print(json.dumps({"tupu": 1, "plugin": greeting["plugin"]}), flush=True)
for line in sys.stdin:
    document = json.loads(line)
    print(json.dumps({"document": document["document"], **read(document)}), flush=True)
