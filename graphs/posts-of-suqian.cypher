// 宿迁市：谁任什么职务
MATCH (p:Person)-[h:HOLDS_POST]->(r:Region {name: '宿迁市'})
RETURN p, h, r
