// 2019年9月5日，临安区：谁讲话，谁发言，议及什么
MATCH (m:Meeting {date: '2019-09-05'})-[r]-(n)
OPTIONAL MATCH (n)-[s:HOLDS_POST|PART_OF|PURSUES]->(k:Region)
RETURN m, r, n, s, k
