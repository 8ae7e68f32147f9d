import { forceLink, forceManyBody, forceSimulation } from 'd3-force'
export const draw = ({ nodes, edges }) =>
  forceSimulation(nodes).force('charge', forceManyBody()).force('link', forceLink(edges).id(node => node.id)).stop().tick(50)
