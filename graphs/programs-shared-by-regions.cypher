// 两个以上地区共同推进的工作举措
MATCH (a:Region)-[r:PURSUES]->(g:Program)<-[s:PURSUES]-(b:Region)
WHERE a.name < b.name
OPTIONAL MATCH (m:Meeting)-[d:DISCUSSED]->(g)
RETURN a, r, g, s, b, m, d
