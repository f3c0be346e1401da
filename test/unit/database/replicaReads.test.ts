import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { replicaReads } from '../../../src/database/replicaReads.js'

const statement = { text: 'select 1', values: [] }
const answering = (name: string) => ({
  query: vi.fn(() => Promise.resolve({ rows: [{ answer: name }] as unknown[] })),
})
const hanging = () => ({ query: vi.fn(() => new Promise<{ rows: unknown[] }>(() => {})) })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('asks the primary for what a replica does not answer in time, and that one again after a minute', async () => {
  const primary = answering('primary')
  const replica = hanging()
  const failed = vi.fn()
  const read = replicaReads({ failed, pools: () => ({ primary, replicas: [replica] }) })

  // Two at once: both wait, and it is told once.
  const both = Promise.all([read(statement), read(statement)])
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await both).toEqual([{ answer: 'primary' }, { answer: 'primary' }])
  expect(failed.mock.calls).toEqual([[new Error('It did not answer within 3 seconds.')]])

  await vi.advanceTimersByTimeAsync(59_000)
  expect(await read(statement)).toEqual({ answer: 'primary' })
  expect(replica.query).toHaveBeenCalledTimes(2)

  await vi.advanceTimersByTimeAsync(1_000)
  replica.query.mockResolvedValue({ rows: [{ answer: 'replica' }] })
  expect(await read(statement)).toEqual({ answer: 'replica' })
})

it('goes on with the replicas that answer', async () => {
  const primary = answering('primary')
  const lost = { query: vi.fn(() => Promise.reject(new Error('lost'))) }
  const failed = vi.fn()
  const read = replicaReads({
    failed,
    pools: () => ({ primary, replicas: [answering('one'), lost, answering('two')] }),
  })
  const answers: unknown[] = []
  for (let count = 0; count < 6; count += 1) {
    answers.push((await read<{ answer: string }>(statement))?.answer)
  }

  expect(answers).toEqual(['one', 'primary', 'one', 'two', 'one', 'two'])
  expect(failed).toHaveBeenCalledTimes(1)
})

it('leaves no timer behind where a replica answers', async () => {
  const read = replicaReads({
    failed: () => {},
    pools: () => ({ primary: answering('primary'), replicas: [answering('replica')] }),
  })
  await read(statement)

  expect(vi.getTimerCount()).toBe(0)
})
