// 8月14日，云阳县：动员大会的出席、发言和授牌
MATCH (m:Meeting {date: '--08-14'})-[r]-(n)
OPTIONAL MATCH (n)-[s:HOLDS_POST|PART_OF|PURSUES]->(k:Region)
RETURN m, r, n, s, k
