// Says what no well-behaved client says, and tells how the server ends it: a line a script, its close code.
import WebSocket from 'ws'

const [url] = process.argv.slice(2)
const init = { type: 'connection_init' }
const watch = id => ({ id, type: 'subscribe', payload: { query: 'subscription { documentLoaded { id } }' } })
const scripts = {
  'no greeting': [[], 'graphql-transport-ws'],
  'subscribes first': [[watch('1')], 'graphql-transport-ws'],
  'greets twice': [[init, init], 'graphql-transport-ws'],
  'one id twice': [[init, watch('1'), watch('1')], 'graphql-transport-ws'],
  'garbage': [['}{'], 'graphql-transport-ws'],
  'unknown type': [[init, { type: 'dance' }], 'graphql-transport-ws'],
  'too large': [[init, 'x'.repeat(100_000)], 'graphql-transport-ws'],
  'another protocol': [[], 'graphql-ws'],
  'greets, pings, asks, completes': [[init, { type: 'ping' }, { id: 'q', type: 'subscribe', payload: { query: '{ __typename }' } }, watch('w'), { id: 'w', type: 'complete' }, watch('w')], 'graphql-transport-ws', 700],
}
for (const [name, [messages, protocol, leave]] of Object.entries(scripts)) {
  const said = []
  const code = await new Promise(resolve => {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), [protocol])
    socket.on('open', () => {
      for (const message of messages) socket.send(typeof message === 'string' ? message : JSON.stringify(message))
      if (leave) setTimeout(() => socket.close(1000), leave)
    })
    socket.on('message', data => said.push(JSON.parse(data).type))
    socket.on('close', resolve)
    socket.on('error', () => {})
  })
  console.log(`${name}: ${code} ${said.join(' ')}`.trim())
}
