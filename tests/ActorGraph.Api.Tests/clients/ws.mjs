// Follows one operation with the public client graphql-ws: a line a result, until the server completes it.
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

const [url, query, token] = process.argv.slice(2)
const client = createClient({
  url: url.replace(/^http/, 'ws'),
  webSocketImpl: WebSocket,
  connectionParams: token ? { token } : undefined,
  retryAttempts: 0,
  on: { closed: event => console.log('closed ' + event.code) },
})
try {
  for await (const result of client.iterate({ query })) console.log(JSON.stringify(result))
  console.log('complete')
} catch (error) {
  console.log('failed ' + (error?.message ?? error?.code ?? '') + JSON.stringify(error))
}
await client.dispose()
