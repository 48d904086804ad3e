// 荣誉：谁获得什么
MATCH (n)-[h:RECEIVED]->(o:Honour)
RETURN n, h, o
