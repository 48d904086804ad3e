// 任务：谁牵头，谁配合，谁负责
MATCH (o:Organization)-[r:RESPONSIBLE_FOR]->(t:Task)
RETURN o, r, t
