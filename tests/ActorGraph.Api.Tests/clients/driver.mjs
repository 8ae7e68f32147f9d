// Reads with Neo4j's own driver what ActorGraph wrote, and tells the type of every value.
import neo4j from 'neo4j-driver'

const [uri, query] = process.argv.slice(2)
const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: false })
const session = driver.session({ defaultAccessMode: neo4j.session.READ })

function told(value) {
  if (value === null || value === undefined) return 'null'
  if (neo4j.isInt(value)) return 'Integer ' + value.toString()
  if (Array.isArray(value)) return 'List [' + value.map(told).join(', ') + ']'
  if (neo4j.isNode(value)) return 'Node ' + [...value.labels].sort().join(':')
  if (neo4j.isRelationship(value)) return 'Relationship ' + value.type
  if (neo4j.isPath(value)) return 'Path ' + value.length
  if (value instanceof Int8Array) return 'Bytes ' + Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex')
  if (typeof value === 'object' && value.constructor !== Object) return value.constructor.name + ' ' + value.toString()
  if (typeof value === 'object') return 'Map {' + Object.keys(value).sort().map(key => key + ': ' + told(value[key])).join(', ') + '}'
  return typeof value + ' ' + value
}

try {
  const { records } = await session.run(query)
  for (const record of records) for (const key of record.keys) console.log(key + ': ' + told(record.get(key)))
} finally {
  await session.close()
  await driver.close()
}
