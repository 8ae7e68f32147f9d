import Graph from 'graphology'
export const draw = ({ nodes, edges }) => {
  const graph = new Graph({ multi: true })
  nodes.forEach(({ id, ...rest }) => graph.addNode(id, rest))
  edges.forEach(({ id, source, target, ...rest }) => graph.addEdgeWithKey(id, source, target, rest))
  return graph
}
