// 五份材料：会议、主要人物、地区和工作举措
MATCH (m:Meeting)-[h:HELD_IN]->(r:Region)
OPTIONAL MATCH (p:Person)-[s:SPOKE_AT|PRESIDED_OVER]->(m)
OPTIONAL MATCH (p)-[t:HOLDS_POST]->(r)
OPTIONAL MATCH (r)-[u:PURSUES]->(g:Program)
OPTIONAL MATCH (r)-[v:PART_OF]->(x:Region)
RETURN m, h, r, p, s, t, u, g, v, x
