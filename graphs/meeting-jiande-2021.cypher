// 2021年3月4日，建德市：大会上的人、部门和企业，议及的工作举措
MATCH (m:Meeting {date: '2021-03-04'})-[r]-(n)
OPTIONAL MATCH (n)-[s:HOLDS_POST|PART_OF|PURSUES]->(k:Region)
RETURN m, r, n, s, k
