// 联系方式：谁的电话和邮箱
MATCH (n)-[r:HAS_CONTACT]->(c:Contact)
RETURN n, r, c
