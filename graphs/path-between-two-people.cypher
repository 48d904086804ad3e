// 张爱军与曹秀明之间的最短路径
MATCH path = shortestPath((a:Person {name: '张爱军'})-[*..6]-(b:Person {name: '曹秀明'}))
RETURN path
