// Asks with Neo4j's own driver what stands on each line of the input, {"query", "parameters"}, and tells for each what it took in milliseconds, and the rows.
import { createInterface } from 'node:readline'
import neo4j from 'neo4j-driver'

const driver = neo4j.driver(process.argv[2])
const session = driver.session({ defaultAccessMode: neo4j.session.READ })

try {
  for await (const line of createInterface({ input: process.stdin })) {
    const { query, parameters } = JSON.parse(line)
    const began = performance.now()
    const { records } = await session.run(query, parameters)
    console.log(`${performance.now() - began} ${records.length}`)
  }
} finally {
  await session.close()
  await driver.close()
}
