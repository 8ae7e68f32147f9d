import { told } from './answer.js'
import { button, count, find, make } from './elements.js'
import { ask } from './graphql.js'
import { complete } from './names.js'

const question = `query Paths($from: String!, $to: String!, $first: Int!, $filter: PathFilter) {
  paths(from: $from, to: $to, first: $first, filter: $filter) {
    from { ...end }
    to { ...end }
    results {
      hubs
      steps {
        id sentence status disputed documents origins
        meeting { id } to { id }
        evidence(first: 8) { quote start end saidBy document { id title source publishedAt } }
      }
    }
    hasMore
    searched
    relax { change length }
    graph { nodes { id label kind } edges { source target label kind paths } }
  }
}
fragment end on PathEnd { asked because chosen { id name } others { id name summary } }`

const candidates = 'query Candidates($text: String!) { search(text: $text, first: 5) { id name summary } }'

const example = `{
  paths(from: "Kalin", to: "Haftar", first: 1) {
    results {
      sentence
      steps { relation evidence { quote } }
    }
  }
}`

const fewPaths = 3
const mostPaths = 50
const [from, to, answer] = [find('from'), find('to'), find('answer')]
let without = []
let first = fewPaths

const problem = text => make('p', { className: 'problem' }, text)

/** What the page asks stands in its address: a link to it asks the same. */
function remember() {
  const asked = new URLSearchParams({ from: from.value, to: to.value })
  for (const end of [from, to]) if (end.dataset.id) asked.set(`${end.id}-id`, end.dataset.id)
  for (const { id, label } of without) asked.append('without', `${id} ${label}`)
  if (`?${asked}` !== location.search) history.pushState(null, '', `?${asked}`)
}

function recall() {
  const asked = new URLSearchParams(location.search)
  if (!asked.has('from') || !asked.has('to')) return false
  for (const end of [from, to]) choose(end.id, { id: asked.get(`${end.id}-id`), name: asked.get(end.id) })
  without = asked.getAll('without').map(text => ({ id: text.split(' ')[0], label: text.slice(text.indexOf(' ') + 1) }))
  first = fewPaths
  return true
}

function choose(end, { id, name }) {
  find(end).value = name
  if (id) find(end).dataset.id = id
  else delete find(end).dataset.id
}

function showWithout() {
  find('without').replaceChildren(...without.length === 0 ? [] : ['Without ', ...without.map(({ id, label }) => {
    const chip = button(`${label} ×`, `Allow it again: ${label}`, () => {
      without = without.filter(other => other.id !== id)
      submit()
    })
    return make('span', { className: 'chip' }, chip)
  })])
}

const actions = {
  choose(end, other) {
    choose(end, other)
    submit()
  },
  exclude(id, label) {
    without = [...without.filter(other => other.id !== id), { id, label }]
    submit()
  },
  more() {
    first = Math.min(first * 2, mostPaths)
    submit()
  },
}

/** Whoever a name may mean, to choose from where the name alone does not tell. */
async function offer(end) {
  if (end.dataset.id) return null
  const { data } = await ask(candidates, { text: end.value })
  if (!data || data.search.length < 2) return null
  const others = data.search.flatMap((hit, i) => [i === 0 ? '' : ', ', button(hit.name, `Ask about ${hit.name}`, () => actions.choose(end.id, hit)), hit.summary ? ` (${hit.summary})` : ''])
  return make('p', { className: 'ends' }, `${end.value} may be `, others, '.')
}

async function answerNow() {
  const filter = without.length > 0 ? { exclude: without.map(({ id }) => id) } : null
  const { data, errors } = await ask(question, { from: from.dataset.id ?? from.value, to: to.dataset.id ?? to.value, first, filter })
  answer.replaceChildren(...errors ? [...errors.map(error => problem(error.message)), ...(await Promise.all([offer(from), offer(to)])).filter(Boolean)] : told(data.paths, actions))
}

async function during(form, shown, work) {
  const asking = form.querySelector('button:not([type=button])')
  asking.disabled = true
  shown.setAttribute('aria-busy', 'true')
  try {
    await work()
  } catch {
    shown.replaceChildren(problem('The server does not answer. Is it still running?'))
  } finally {
    asking.disabled = false
    shown.removeAttribute('aria-busy')
  }
}

const submit = () => find('ask').requestSubmit()

async function asked() {
  showWithout()
  await during(find('ask'), answer, answerNow)
}

find('ask').addEventListener('submit', event => {
  event.preventDefault()
  remember()
  asked()
})
for (const end of [from, to]) {
  complete(end)
  end.addEventListener('change', () => { [without, first] = [[], fewPaths] })
}
find('swap').addEventListener('click', () => {
  const [one, other] = [from, to].map(end => ({ id: end.dataset.id, name: end.value }))
  choose('from', other)
  choose('to', one)
  submit()
})
addEventListener('popstate', () => {
  if (recall()) asked()
  else answer.replaceChildren()
})

const result = find('result')
find('run').addEventListener('submit', event => {
  event.preventDefault()
  during(event.target, result, async () => { result.textContent = JSON.stringify(await ask(find('text').value), null, 2) })
})
find('text').addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) find('run').requestSubmit()
})
find('text').value = example

if (recall()) asked()
const { data } = await ask('{ stats { documents people organizations countries meetings } }').catch(() => ({}))
if (data) {
  const { documents, people, organizations, countries, meetings } = data.stats
  find('held').textContent = `${count(documents, 'document')} held: ${people} people, ${organizations} organizations, ${countries} countries, ${count(meetings, 'meeting')}.`
}
const hasIde = (await fetch('/graphql/bcp-config.json', { method: 'HEAD' }).catch(() => ({ ok: false }))).ok
find(hasIde ? 'ide' : 'no-ide').hidden = false
