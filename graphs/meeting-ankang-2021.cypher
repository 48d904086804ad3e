// 安康市：工业经济运行调度工作会议上的发言和要办的项目
MATCH (m:Meeting)-[:HELD_IN]->(:Region {name: '安康市'})
WHERE m.name CONTAINS '调度'
MATCH (m)-[r]-(n)
OPTIONAL MATCH (n)-[s:HOLDS_POST|PART_OF|PURSUES]->(k:Region)
RETURN m, r, n, s, k
