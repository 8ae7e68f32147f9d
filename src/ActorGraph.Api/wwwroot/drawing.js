import { draw, make } from './elements.js'

const narrow = 560
const smallest = 0.8
const [stepWidth, laneHeight, stepHeight, laneWidth] = [112, 100, 96, 108]
const [side, head, below] = [70, 22, 34]
const [lineLength, lineStep] = [17, 15]
const mostLines = 3
const nameStart = 26
const shapes = {
  PERSON: () => draw('circle', { r: 9 }),
  COUNTRY: () => draw('path', { d: 'M-10 0L-5 -9H5L10 0L5 9H-5Z' }),
  ORGANIZATION: () => draw('rect', { x: -8, y: -8, width: 16, height: 16, rx: 3 }),
  MEETING: () => draw('path', { d: 'M0 -8L8 0L0 8L-8 0Z' }),
}

/** The answer's graph: each path runs from one end on the left to the other on the right; on a narrow page, and where it is too long for that, from top to bottom. */
export function drawing(answer, exclude) {
  const figure = make('figure', { className: 'drawing' })
  let drawn = 0
  new ResizeObserver(([{ contentRect: { width } }]) => {
    if (width === 0 || Math.abs(width - drawn) < 1) return
    drawn = width
    figure.replaceChildren(picture(answer, width, exclude))
  }).observe(figure)
  return figure
}

/** Dims what a path does not use; null shows all alike. */
export function highlight(figure, path) {
  for (const part of figure.querySelectorAll('[data-paths]')) part.classList.toggle('dim', path !== null && !part.dataset.paths.split(' ').includes(String(path)))
}

function picture({ graph: { nodes, edges }, results, from, to }, width, exclude) {
  const ends = [from.chosen, to.chosen]
  const ways = results.map(({ steps }) => [from.chosen.id, ...steps.flatMap(step => [step.meeting?.id, step.to.id]).filter(Boolean)])
  const hops = Math.max(...ways.map(way => way.length)) - 1
  const { places, lanes } = placed(ways, 0.9 / hops)
  const fits = length => length * smallest <= width
  const isUpright = width < narrow || !fits(hops * stepWidth + 2 * side) && fits(lanes * laneWidth)
  const [image, room] = isUpright ? [Math.max(width, lanes * laneWidth), hops * stepHeight] : [Math.max(width, hops * stepWidth + 2 * side), lanes * laneHeight]
  const height = isUpright ? room + 2 * head + below : room + head
  const at = new Map([...places].map(([id, { along, lane }]) => {
    const across = (lane + 0.5) / lanes
    return [id, isUpright ? { x: across * image, y: head + along * room } : { x: side + along * (image - 2 * side), y: across * room }]
  }))
  const isBeside = isUpright && lanes === 1
  const names = new Map(nodes.map(({ id, label }) => [id, wrapped(label)]))
  const wordsBelow = id => isBeside ? 0 : nameStart + (names.get(id).length - 1) * lineStep
  const links = joined(edges).filter(({ source, target }) => at.has(source) && at.has(target))
  // Shrunk to fit, but never so far that names can't be read; beyond that it scrolls.
  const scale = Math.min(1, Math.max(smallest, width / image))
  return draw('svg', { viewBox: `0 0 ${image} ${height}`, width: image * scale, height: height * scale, role: 'group', 'aria-label': `How ${ends[0].name} and ${ends[1].name} are connected, drawn` },
    links.map(link => line(link, at.get(link.source), at.get(link.target), isUpright, ends.map(end => end.id), wordsBelow)),
    nodes.filter(({ id }) => at.has(id)).map(node => mark(node, at.get(node.id), pathsOf(links, node.id), names.get(node.id), ends.some(end => end.id === node.id), isBeside, exclude)))
}

/** Where each node stands: how far along the first path that passes it, from 0 to 1, and in which lane. A lane is shared by what stands further apart than the gap. */
function placed(ways, gap) {
  const places = new Map()
  const lanes = []
  const [first, last] = [ways[0][0], ways[0].at(-1)]
  for (const way of ways) {
    const fresh = way.map((id, i) => ({ id, along: i / (way.length - 1) })).filter(({ id }) => id !== first && id !== last && !places.has(id))
    let lane = lanes.findIndex(taken => fresh.every(({ along }) => taken.every(other => Math.abs(other - along) > gap)))
    if (lane < 0) lane = lanes.push([]) - 1
    for (const { id, along } of fresh) {
      places.set(id, { along, lane })
      lanes[lane].push(along)
    }
  }
  const middle = (lanes.length - 1) / 2
  places.set(first, { along: 0, lane: middle }).set(last, { along: 1, lane: middle })
  return { places, lanes: lanes.length }
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

const pathsOf = (links, id) => [...new Set(links.filter(({ source, target }) => source === id || target === id).flatMap(link => [...link.paths]))]

function line({ source, target, labels, paths }, a, b, isUpright, ends, wordsBelow) {
  const [dx, dy] = [(a.x + b.x) / 2, (a.y + b.y) / 2]
  const isLevel = isUpright ? Math.abs(a.y - b.y) < 1 : Math.abs(a.x - b.x) < 1
  const bends = isLevel ? [dx + (isUpright ? 0 : 40), dy + (isUpright ? 40 : 0), dx + (isUpright ? 0 : 40), dy + (isUpright ? 40 : 0)] : isUpright ? [a.x, dy, b.x, dy] : [dx, a.y, dx, b.y]
  const label = [...labels].join(', ')
  // Away from the names of the two ends, and under the name of the upper one.
  const apart = ends.includes(source) ? 0.68 : ends.includes(target) ? 0.32 : 0.5
  const under = isUpright && !isLevel ? (wordsBelow(a.y < b.y ? source : target) + 20) / Math.abs(b.y - a.y) : 0
  const along = a.y < b.y ? Math.max(apart, under) : Math.min(apart, 1 - under)
  const eased = along * along * (3 - 2 * along)
  const [x, y] = isUpright ? [a.x + (b.x - a.x) * eased, a.y + (b.y - a.y) * along] : [a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * eased]
  return draw('g', { class: 'edge', 'data-paths': [...paths].join(' ') },
    draw('path', { d: `M${a.x} ${a.y}C${bends.join(' ')} ${b.x} ${b.y}` }),
    label ? draw('text', { x, y: y - 5 }, label) : [])
}

/** Names stand below; beside where a single line would run through them. */
function mark({ id, label, kind }, { x, y }, paths, name, isEnd, isBeside, exclude) {
  const group = draw('g', { class: `node ${kind.toLowerCase()}${isEnd ? ' end' : ''}${isBeside ? ' beside' : ''}`, transform: `translate(${x} ${y})`, 'data-paths': paths.join(' ') },
    (shapes[kind] ?? shapes.PERSON)(), name.map((words, i) => draw('text', isBeside ? { x: 18, y: 4.5 + (i - (name.length - 1) / 2) * lineStep } : { y: nameStart + i * lineStep }, words)))
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
