export const find = id => document.getElementById(id)

/** An element with children; text never becomes markup. */
export function make(name, attributes, ...children) {
  const element = Object.assign(document.createElement(name), attributes)
  element.append(...children.flat().filter(child => child !== null && child !== undefined))
  return element
}

const svg = 'http://www.w3.org/2000/svg'

/** The same for drawings, whose properties are attributes. */
export function draw(name, attributes, ...children) {
  const element = document.createElementNS(svg, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children.flat())
  return element
}

/** A button that looks like what it does: a word in a line of text. */
export function button(text, title, click) {
  const element = make('button', { type: 'button', title }, text)
  element.addEventListener('click', click)
  return element
}

export const count = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** 2025-08-25 → 25 August 2025 */
export const day = date => days.format(new Date(`${date}T00:00:00Z`))
