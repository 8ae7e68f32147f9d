import { draw, make } from './elements.js'

const narrow = 560
const lineLength = 17
const mostLines = 3
const shapes = {
  PERSON: () => draw('circle', { r: 9 }),
  COUNTRY: () => draw('path', { d: 'M-10 0L-5 -9H5L10 0L5 9H-5Z' }),
  ORGANIZATION: () => draw('rect', { x: -8, y: -8, width: 16, height: 16, rx: 3 }),
  MEETING: () => draw('path', { d: 'M0 -8L8 0L0 8L-8 0Z' }),
}

/** The answer's graph, from one end on the left to the other on the right; on a narrow page from top to bottom. */
export function drawing({ graph, from, to }, exclude) {
  const figure = make('figure', { className: 'drawing' })
  const render = width => figure.replaceChildren(picture(graph, from.chosen.id, to.chosen.id, width, exclude))
  let drawn = 0
  new ResizeObserver(([{ contentRect: { width } }]) => {
    if (width > 0 && Math.abs(width - drawn) > 1) render(drawn = width)
  }).observe(figure)
  return figure
}

/** Dims what a path does not use; null shows all alike. */
export function highlight(figure, path) {
  for (const part of figure.querySelectorAll('[data-paths]')) part.classList.toggle('dim', path !== null && !part.dataset.paths.split(' ').includes(String(path)))
}

function picture({ nodes, edges }, from, to, width, exclude) {
  const isNarrow = width < narrow
  const links = joined(edges)
  const layers = ordered(layered(nodes, links, from, to), links)
  const widest = Math.max(...layers.map(({ ids }) => ids.length))
  const height = isNarrow ? layers.length * 104 : widest * 96 + 24
  const at = new Map()
  for (const { along, ids } of layers) {
    ids.forEach((id, j) => {
      const across = (j + 0.5) / ids.length
      at.set(id, isNarrow ? { x: across * width, y: 24 + along * (height - 84) } : { x: 70 + along * (width - 140), y: across * height - 14 })
    })
  }
  const names = new Map(nodes.map(node => [node.id, node.label]))
  const image = draw('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': `How ${names.get(from)} and ${names.get(to)} are connected, drawn` },
    links.map(link => line(link, at.get(link.source), at.get(link.target), isNarrow)),
    nodes.map(node => mark(node, at.get(node.id), pathsOf(links, node.id), node.id === from || node.id === to, exclude)))
  return image
}

/** One line for all edges between two nodes. */
function joined(edges) {
  const links = new Map()
  for (const { source, target, label, kind, paths } of edges) {
    const key = [source, target].sort().join(' ')
    const link = links.get(key) ?? { source, target, labels: new Set(), paths: new Set() }
    if (kind !== 'PARTICIPATED_IN') link.labels.add(label)
    paths.forEach(path => link.paths.add(path))
    links.set(key, link)
  }
  return [...links.values()]
}

const neighbours = (links, id) => links.flatMap(({ source, target }) => source === id ? [target] : target === id ? [source] : [])

const pathsOf = (links, id) => [...new Set(links.filter(({ source, target }) => source === id || target === id).flatMap(link => [...link.paths]))]

/** How far each node is from one. */
function distances(links, from) {
  const distance = new Map([[from, 0]])
  for (const id of distance.keys()) {
    for (const next of neighbours(links, id)) if (!distance.has(next)) distance.set(next, distance.get(id) + 1)
  }
  return distance
}

/** Nodes by how far on the way from one end to the other they are: a way of few steps takes as much room as one of many. */
function layered(nodes, links, from, to) {
  const [behind, ahead] = [distances(links, from), distances(links, to)]
  const layers = new Map()
  for (const { id } of nodes) {
    const [done, left] = [behind.get(id) ?? 0, ahead.get(id) ?? 0]
    const along = done + left === 0 ? 0.5 : done / (done + left)
    layers.set(along, [...layers.get(along) ?? [], id])
  }
  return [...layers].sort(([a], [b]) => a - b).map(([along, ids]) => ({ along, ids }))
}

/** Within a layer each node stands near its neighbours in the layers beside. */
function ordered(layers, links) {
  for (let sweep = 0; sweep < 4; sweep++) {
    const place = new Map(layers.flatMap(({ ids }) => ids.map((id, j) => [id, (j + 1) / (ids.length + 1)])))
    const pull = id => {
      const near = neighbours(links, id).map(other => place.get(other))
      return near.length === 0 ? place.get(id) : near.reduce((sum, value) => sum + value, 0) / near.length
    }
    for (const { ids } of layers) ids.sort((a, b) => pull(a) - pull(b) || (a < b ? -1 : 1))
  }
  return layers
}

function line({ labels, paths }, a, b, isNarrow) {
  const [dx, dy] = [(a.x + b.x) / 2, (a.y + b.y) / 2]
  const isLevel = isNarrow ? Math.abs(a.y - b.y) < 1 : Math.abs(a.x - b.x) < 1
  const bends = isLevel ? [dx + (isNarrow ? 0 : 40), dy + (isNarrow ? 40 : 0), dx + (isNarrow ? 0 : 40), dy + (isNarrow ? 40 : 0)] : isNarrow ? [a.x, dy, b.x, dy] : [dx, a.y, dx, b.y]
  const label = [...labels].join(', ')
  return draw('g', { class: 'edge', 'data-paths': [...paths].join(' ') },
    draw('path', { d: `M${a.x} ${a.y}C${bends.join(' ')} ${b.x} ${b.y}` }),
    label ? draw('text', { x: dx, y: dy - 5 }, label) : [])
}

function mark({ id, label, kind }, { x, y }, paths, isEnd, exclude) {
  const group = draw('g', { class: `node ${kind.toLowerCase()}${isEnd ? ' end' : ''}`, transform: `translate(${x} ${y})`, 'data-paths': paths.join(' ') },
    (shapes[kind] ?? shapes.PERSON)(), wrapped(label).map((words, i) => draw('text', { y: 26 + i * 15 }, words)))
  if (isEnd) return group
  group.setAttribute('tabindex', '0')
  group.setAttribute('role', 'button')
  group.setAttribute('aria-label', `What if not through ${label}?`)
  group.append(draw('title', {}, `What if not through ${label}?`))
  const act = () => exclude(id, label)
  group.addEventListener('click', act)
  group.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    act()
  })
  return group
}

function wrapped(label) {
  const lines = ['']
  for (const word of label.split(' ')) {
    if (lines.at(-1) && lines.at(-1).length + word.length >= lineLength) lines.push('')
    lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim()
  }
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]} …`]
}
