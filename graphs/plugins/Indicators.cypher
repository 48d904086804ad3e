// 指标：各地的指标值，目标和完成
MATCH (r:Region)-[f:HAS_FIGURE]->(i:Indicator)
RETURN r, f, i
