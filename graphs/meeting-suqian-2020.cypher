// 2020年3月17日，宿迁市：大会上的人、县区、部门和企业
MATCH (m:Meeting {date: '2020-03-17'})-[r]-(n)
OPTIONAL MATCH (n)-[s:HOLDS_POST|PART_OF|PURSUES]->(k:Region)
RETURN m, r, n, s, k
