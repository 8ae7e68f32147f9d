const question = `query Paths($from: String!, $to: String!, $filter: PathFilter) {
  paths(from: $from, to: $to, filter: $filter) {
    from { ...end }
    to { ...end }
    results {
      steps {
        id sentence relation status disputed documents origins
        evidence { quote saidBy document { id title source publishedAt } }
      }
    }
    hasMore
    searched
    relax { change length }
  }
}
fragment end on PathEnd { asked chosen { id name } because others { name summary } }`

const example = `{
  paths(from: "Kalin", to: "Haftar", first: 1) {
    results {
      sentence
      steps { relation evidence { quote } }
    }
  }
}`

const find = id => document.getElementById(id)

/** An element with children; text never becomes markup. */
function make(name, attributes, ...children) {
  const element = Object.assign(document.createElement(name), attributes)
  element.append(...children.filter(child => child !== null))
  return element
}

async function ask(query, variables) {
  const token = sessionStorage.getItem('token')
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept': 'application/graphql-response+json, application/json', ...token && { Authorization: `Bearer ${token}` } },
    body: JSON.stringify({ query, variables }),
  })
  if (response.status === 401) {
    const given = prompt('This server asks for a token:')
    if (given) {
      sessionStorage.setItem('token', given.trim())
      return ask(query, variables)
    }
  }
  return response.json()
}

const count = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`

function told(end) {
  const others = end.others.map(other => other.summary ? `${other.name} (${other.summary})` : other.name)
  return make('div', {}, `${end.asked}: `, make('b', {}, end.chosen.name), `, ${end.because}`, others.length > 0 ? `; also ${others.join(', ')}` : null)
}

function quote({ quote, saidBy, document: source }) {
  const parts = [source.title, source.source, source.publishedAt, saidBy && `citing ${saidBy}`, source.id]
  return make('blockquote', {}, `“${quote.replace(/\s+/g, ' ').trim()}”`, make('cite', {}, parts.filter(Boolean).join(', ')))
}

function step(fact) {
  const without = make('button', { type: 'button', title: 'How are they connected without this?' }, 'ask without it')
  without.addEventListener('click', () => {
    find('without').value = fact.id
    find('ask').requestSubmit()
  })
  const facts = [count(fact.documents, 'document'), count(fact.origins, 'origin')]
  if (fact.status !== 'OCCURRED' && fact.status !== 'CURRENT') facts.push(fact.status.toLowerCase())
  if (fact.disputed) facts.push('disputed')
  return make('li', {}, make('div', { className: 'step' }, fact.sentence),
    make('div', { className: 'facts' }, `${facts.join(', ')}, ${fact.id}, `, without), ...fact.evidence.map(quote))
}

function show({ data, errors }) {
  const answer = find('answer')
  if (errors) {
    answer.replaceChildren(...errors.map(error => make('p', { className: 'problem' }, error.message)))
    return
  }
  const { from, to, results, hasMore, searched, relax } = data.paths
  const paths = results.map((path, i) => make('article', {},
    make('h2', {}, `Path ${i + 1}, ${count(path.steps.length, 'step')}`), make('ol', {}, ...path.steps.map(step))))
  answer.replaceChildren(make('div', { className: 'ends' }, told(from), told(to)), ...paths)
  if (results.length === 0) answer.append(make('p', {}, make('b', {}, 'No path. '), searched, relax ? ` There is one of ${count(relax.length, 'step')} ${relax.change}.` : null))
  if (hasMore) answer.append(make('p', { className: 'facts' }, 'There are more paths: ask for them in GraphQL, with first.'))
}

async function during(form, work) {
  const button = form.querySelector('button')
  button.disabled = true
  try {
    await work()
  } catch {
    find('answer').replaceChildren(make('p', { className: 'problem' }, 'The server does not answer. Is it still running?'))
  } finally {
    button.disabled = false
  }
}

find('ask').addEventListener('submit', event => {
  event.preventDefault()
  const without = find('without').value.trim()
  const filter = without ? { exclude: [without] } : null
  during(event.target, async () => show(await ask(question, { from: find('from').value, to: find('to').value, filter })))
})

find('run').addEventListener('submit', event => {
  event.preventDefault()
  during(event.target, async () => { find('result').textContent = JSON.stringify(await ask(find('text').value), null, 2) })
})

find('text').value = example
const { data } = await ask('{ stats { documents people organizations countries meetings } }').catch(() => ({}))
if (data) {
  const { documents, people, organizations, countries, meetings } = data.stats
  find('held').textContent = `Here: ${count(documents, 'document')}, ${people} people, ${organizations} organizations, ${countries} countries, ${count(meetings, 'meeting')}.`
}
const hasIde = (await fetch('/graphql/bcp-config.json', { method: 'HEAD' }).catch(() => ({ ok: false }))).ok
find(hasIde ? 'ide' : 'no-ide').hidden = false
