// Gives one answer to each library, and says how many nodes and edges each has then.
import { readFileSync } from 'node:fs'
import { draw as cytoscape } from './cytoscape.js'
import { draw as graphology } from './graphology.js'
import { draw as vis } from './vis.js'
import { draw as d3 } from './d3.js'

const text = readFileSync(0, 'utf8')
const elements = cytoscape(JSON.parse(text))
const graph = graphology(JSON.parse(text))
const data = vis(JSON.parse(text))
const placed = d3(JSON.parse(text))
const ends = id => data.nodes.get(id) !== null
console.log(JSON.stringify({
  cytoscape: [elements.nodes().length, elements.edges().length],
  graphology: [graph.order, graph.size],
  vis: [data.nodes.length, data.edges.get({ filter: edge => ends(edge.from) && ends(edge.to) }).length],
  d3: [placed.nodes().filter(node => Number.isFinite(node.x)).length, placed.force('link').links().filter(link => link.source.id && link.target.id).length]
}))
