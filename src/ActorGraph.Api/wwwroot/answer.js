import { button, count, day, make } from './elements.js'
import { ask } from './graphql.js'
import { drawing, highlight } from './drawing.js'

const quotesShown = 2
const around = 400
const wholeText = 'query Text($id: ID!) { document(id: $id) { text } }'

/** An answer as people read it: who was meant, the paths told with their sentences, and the graph drawn. */
export function told(answer, { choose, exclude, more }) {
  const figure = answer.results.length > 0 ? drawing(answer, exclude) : null
  const paths = answer.results.map((path, i) => tell(path, i, answer.results.length, figure, exclude))
  return [
    make('div', { className: 'ends' }, ['from', 'to'].map(end => meant(answer[end], end, choose))),
    figure,
    ...paths,
    answer.results.length === 0 ? make('p', { className: 'none' }, make('b', {}, 'No path. '), answer.searched, answer.relax ? ` There is one of ${count(answer.relax.length, 'step')} ${answer.relax.change}.` : null) : null,
    answer.hasMore ? make('p', { className: 'more' }, button('Show more paths', 'There are more ways', more)) : null,
  ].filter(Boolean)
}

function meant({ chosen, because, others, asked }, end, choose) {
  const line = make('p', {}, make('b', {}, chosen.name), asked === chosen.id ? null : `, ${because}`)
  if (others.length > 0) {
    line.append('. Or did you mean ')
    others.forEach((other, i) => line.append(i === 0 ? '' : ', ', button(other.name, `Ask about ${other.name}`, () => choose(end, other)), other.summary ? ` (${other.summary})` : ''))
    line.append('?')
  }
  return line
}

function tell({ steps, hubs }, index, of, figure, exclude) {
  const title = [of > 1 ? `Path ${index + 1}` : 'One path', count(steps.length, 'step'), hubs > 0 ? `through ${count(hubs, 'hub')}` : null].filter(Boolean).join(', ')
  const article = make('article', {}, make('h2', {}, title), make('ol', {}, steps.map(fact => step(fact, exclude, index === 0))))
  if (of > 1) {
    for (const event of ['pointerenter', 'focusin']) article.addEventListener(event, () => highlight(figure, index))
    for (const event of ['pointerleave', 'focusout']) article.addEventListener(event, () => highlight(figure, null))
  }
  return article
}

function step(fact, exclude, isOpen) {
  const facts = [count(fact.documents, 'document'), count(fact.origins, 'origin')]
  if (fact.status !== 'OCCURRED' && fact.status !== 'CURRENT') facts.push(fact.status.toLowerCase())
  if (fact.disputed) facts.push('documents contradict each other')
  const groups = [...Map.groupBy(fact.evidence, quote => quote.document.id).values()]
  const shown = isOpen ? groups.map(group => group.slice(0, quotesShown)) : []
  const hidden = isOpen ? groups.map(group => group.slice(quotesShown)).filter(group => group.length > 0) : groups
  return make('li', {},
    make('p', { className: 'step' }, fact.sentence),
    make('p', { className: 'facts' }, facts.join(', '), ' · ', button('What if not through this?', 'How are they connected without this step?', () => exclude(fact.id, fact.sentence.replace(/\.$/, '')))),
    shown.map(quotes),
    hidden.length > 0 ? make('details', { className: 'others' }, make('summary', {}, count(hidden.flat().length, isOpen ? 'more sentence' : 'sentence')), hidden.map(quotes)) : null)
}

/** Sentences of one document. */
function quotes(group) {
  const { document: source } = group[0]
  return make('figure', { className: 'source' },
    group.map(quote => make('blockquote', {}, `“${plain(quote.quote)}”`, quote.saidBy ? make('span', { className: 'said' }, ` citing ${quote.saidBy}`) : null)),
    make('figcaption', {}, make('cite', {}, source.title ?? source.id), [source.source, source.publishedAt && day(source.publishedAt)].filter(Boolean).map(part => `, ${part}`), context(group[0])))
}

/** The quote where it stands, fetched when it is opened. */
function context({ document: source, start, end }) {
  const text = make('p', {}, '…')
  const details = make('details', { className: 'context' }, make('summary', {}, 'In its context'), text)
  details.addEventListener('toggle', async () => {
    const { data } = await ask(wholeText, { id: source.id }).catch(() => ({}))
    if (!data?.document) {
      text.textContent = 'The document cannot be read now.'
      return
    }
    const whole = data.document.text
    const [before, after] = [whole.slice(Math.max(0, start - around), start), whole.slice(end, end + around)]
    text.replaceChildren(start > around ? `… ${before.replace(/^\S*/, '')}` : before, make('mark', {}, whole.slice(start, end)), end + around < whole.length ? `${after.replace(/\S*$/, '')}…` : after)
  }, { once: true })
  return details
}

const plain = text => text.replace(/\s+/g, ' ').trim()
