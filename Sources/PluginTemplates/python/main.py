"""Finds phone numbers, and the people who are named in the same sentence."""
import json
import re
import sys

PHONE = re.compile(r"(?<!\d)(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9})(?!\d)")


def read(document):
    """What a document says: entities with their mentions, and relations."""
    text = document["text"]
    entities, relations = [], []
    for match in PHONE.finditer(text):
        phone = f"phone-{match.start()}"
        entities.append({"id": phone, "type": "Phone", "name": match.group(), "mentions": [match.span()],
                         "rule": "phone.number"})
        for person in document["entities"]:
            for start, end in document["sentences"]:
                holds_phone = start <= match.start() and match.end() <= end
                if holds_phone and any(start <= a and b <= end for a, b in person["mentions"]):
                    relations.append({"type": "REACHED_BY", "from": person["id"], "to": phone,
                                      "evidence": [[start, end]], "rule": "phone.same-sentence"})
    return {"entities": entities, "relations": relations}


greeting = json.loads(sys.stdin.readline())
print(json.dumps({"tupu": 1, "plugin": greeting["plugin"]}), flush=True)
for line in sys.stdin:
    document = json.loads(line)
    print(json.dumps({"document": document["document"], **read(document)}), flush=True)
