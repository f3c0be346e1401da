import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'

import { createPolicyReader, type PolicyReader } from '../../../src/site/server.js'

let database: Server
let reader: PolicyReader
const sockets = new Set<Socket>()

afterEach(async () => {
  sockets.forEach((socket) => socket.destroy())
  await reader.close()
  await new Promise((resolve) => database.close(resolve))
})

/** A database that lets in whoever comes, and from then on says nothing. */
const startSilent = async ({ letsIn }: { letsIn: boolean }): Promise<string> => {
  database = createServer((socket) => {
    sockets.add(socket)
    // Of a question to which the answer never comes, nobody needs to hear the end.
    socket.on('error', () => undefined)
    socket.once('data', () => {
      if (letsIn) {
        // Authentication is done, and it is ready (the PostgreSQL protocol, message formats R and Z).
        socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]))
      }
    })
  })
  await new Promise<void>((resolve) => database.listen(0, '127.0.0.1', resolve))
  return `postgres://reader@127.0.0.1:${(database.address() as AddressInfo).port}/policies`
}

it.each([
  ['does not let anybody in', false],
  ['does not answer a question', true],
])(
  'a database that %s is given up after seconds',
  async (_, letsIn) => {
    const errors: unknown[] = []
    reader = createPolicyReader({
      connectionString: await startSilent({ letsIn }),
      onError: (error) => errors.push(error),
    })
    const { status } = await reader.fetch(
      new Request('https://cms.example/api/policies/privacy/current'),
    )

    expect(status).toBe(503)
    expect(String(errors[0])).toMatch(/timeout/i)
  },
  15_000,
)
