// 文件：谁印发，谁引用，谁废止谁
MATCH (n)-[r:ISSUED|CITES|AMENDS]->(d:OfficialDocument)
RETURN n, r, d
