import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createPolicyReader } from '../../src/site/server.js'

/** The standalone reader on `node:http`, and beside it a server that sends the same bytes and does nothing else. */
const [connectionString, path] = process.argv.slice(2)
const reader = createPolicyReader({ connectionString })
const answer = await reader.fetch(new Request(`http://localhost${path}`))
const bytes = Buffer.from(await answer.arrayBuffer())
const headers = Object.fromEntries(answer.headers)

const listen = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const bare = await listen((_, response) => {
  response.writeHead(200, headers).end(bytes)
})
const policies = await listen(reader.listener)

console.log(JSON.stringify({ bare, policies }))
