import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { listenForChanges } from '../../../src/database/changes.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Servers that answer `listen` or refuse it, one a connection; the last for all others. */
const stage = (...servers: ('refuses' | 'tells')[]) => {
  const clients: (EventEmitter & { isEnded: boolean })[] = []
  let changes = 0
  const { stop } = listenForChanges({
    changed: () => {
      changes += 1
    },
    connect: () => {
      const server = servers[clients.length] ?? servers.at(-1)
      const client = Object.assign(new EventEmitter(), {
        connect: () => Promise.resolve(),
        end: () => {
          client.isEnded = true
          client.emit('end')
          return Promise.resolve()
        },
        isEnded: false,
        query: () =>
          server === 'refuses'
            ? Promise.reject(new Error('cannot execute LISTEN during recovery'))
            : Promise.resolve(),
      })
      clients.push(client)
      return client
    },
  })

  return { changes: () => changes, clients, stop }
}

it('tells of each change, and once where it begins to listen', async () => {
  const { changes, clients, stop } = stage('tells')
  await vi.advanceTimersByTimeAsync(0)
  expect(changes()).toBe(1)
  clients[0]!.emit('notification')
  expect(changes()).toBe(2)
  await stop()
})

it('listens again after a second where the connection was lost, and tells that something may have been missed', async () => {
  const { changes, clients, stop } = stage('tells')
  await vi.advanceTimersByTimeAsync(0)
  clients[0]!.emit('error', new Error('gone'))
  clients[0]!.emit('end')
  await vi.advanceTimersByTimeAsync(999)
  expect([clients.length, changes()]).toEqual([1, 1])
  await vi.advanceTimersByTimeAsync(1)
  expect([clients.length, changes()]).toEqual([2, 2])
  await stop()
})

it('asks a replica, which lets nobody listen, ever more rarely', async () => {
  const { changes, clients, stop } = stage('refuses')
  await vi.advanceTimersByTimeAsync(10 * 60_000)

  // After 1, 2, 4, 8, 16 and 32 seconds, and then once a minute.
  expect([clients.length, changes()]).toEqual([15, 0])
  expect(clients.every(({ isEnded }) => isEnded)).toBe(true)
  await stop()
})

it('begins again with a second once it was let', async () => {
  const { clients, stop } = stage('refuses', 'refuses', 'tells')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(clients).toHaveLength(3)
  clients[2]!.emit('end')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(clients).toHaveLength(4)
  await stop()
})

it('ends its connection and never makes another', async () => {
  const { clients, stop } = stage('tells')
  await vi.advanceTimersByTimeAsync(0)
  await stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([clients.length, clients[0]!.isEnded]).toEqual([1, true])
})
