import { find, make } from './elements.js'
import { ask } from './graphql.js'

const question = 'query Names($text: String!) { search(text: $text, first: 7) { id name kind summary } }'
const patience = 150

/** Completes names in an input as they are typed: arrows choose, Enter takes, Escape closes. Who was taken stands in data-id until the text changes. */
export function complete(input) {
  const list = find(`${input.id}-names`)
  let hits = []
  let at = -1
  let timer
  let running

  function close() {
    clearTimeout(timer)
    running?.abort()
    hits = []
    at = -1
    list.replaceChildren()
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  function take(hit) {
    input.value = hit.name
    input.dataset.id = hit.id
    close()
  }

  function mark(index) {
    at = (index + hits.length) % hits.length
    for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === at))
    list.children[at].scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', list.children[at].id)
  }

  function open() {
    list.replaceChildren(...hits.map((hit, i) => {
      const option = make('li', { id: `${list.id}-${i}`, role: 'option' }, make('b', {}, hit.name), make('span', {}, hit.summary || hit.kind.toLowerCase()))
      option.setAttribute('aria-selected', 'false')
      // Before the input loses the focus, which closes the list.
      option.addEventListener('pointerdown', event => {
        event.preventDefault()
        take(hit)
      })
      return option
    }))
    list.hidden = hits.length === 0
    input.setAttribute('aria-expanded', String(hits.length > 0))
  }

  async function look() {
    running?.abort()
    running = new AbortController()
    const { data } = await ask(question, { text: input.value }, running.signal).catch(() => ({}))
    if (!data || document.activeElement !== input) return
    hits = data.search
    at = -1
    open()
  }

  input.addEventListener('input', () => {
    delete input.dataset.id
    close()
    if (input.value.trim().length > 1) timer = setTimeout(look, patience)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' && hits.length === 0 && input.value.trim().length > 1) look()
    else if (hits.length === 0) return
    else if (event.key === 'ArrowDown') mark(at + 1)
    else if (event.key === 'ArrowUp') mark(at < 0 ? -1 : at - 1)
    else if (event.key === 'Enter' && at >= 0) take(hits[at])
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  })
}
