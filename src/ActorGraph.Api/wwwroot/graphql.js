/** One request; asks for a token where the server wants one. */
export async function ask(query, variables, signal) {
  const token = sessionStorage.getItem('token')
  const response = await fetch('/graphql', {
    method: 'POST',
    signal,
    headers: { 'Content-Type': 'application/json', 'Accept': 'application/graphql-response+json, application/json', ...token && { Authorization: `Bearer ${token}` } },
    body: JSON.stringify({ query, variables }),
  })
  if (response.status === 401) {
    const given = prompt('This server asks for a token:')
    if (given) {
      sessionStorage.setItem('token', given.trim())
      return ask(query, variables, signal)
    }
  }
  return response.json()
}
