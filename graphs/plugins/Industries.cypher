// 产业：各地发展什么
MATCH (r)-[d:DEVELOPS]->(i:Industry)
RETURN r, d, i
