import { auditServer } from 'graphql-http'

const [url] = process.argv.slice(2)
const results = await auditServer({ url, fetchFn: fetch })
const told = []
for (const result of results) told.push({ name: result.name, status: result.status, reason: result.reason })
console.log(JSON.stringify(told))
