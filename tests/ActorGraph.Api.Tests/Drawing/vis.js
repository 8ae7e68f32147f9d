import { DataSet } from 'vis-data'
export const draw = ({ nodes, edges }) => ({
  nodes: new DataSet(nodes),
  edges: new DataSet(edges.map(edge => ({ ...edge, from: edge.source, to: edge.target })))
})
