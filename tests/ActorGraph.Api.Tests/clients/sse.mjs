// Follows one operation with the public client graphql-sse: a line a result, until the server completes it.
import { createClient } from 'graphql-sse'

const [url, query, token] = process.argv.slice(2)
const client = createClient({
  url,
  headers: token ? { Authorization: `Bearer ${token}` } : {},
  retryAttempts: 0,
  on: { connected: () => console.log('connected') },
})
try {
  for await (const result of client.iterate({ query })) console.log(JSON.stringify(result))
  console.log('complete')
} catch (error) {
  console.log('failed ' + (error?.message ?? JSON.stringify(error)))
}
