import CGraphviz
import GraphModel
