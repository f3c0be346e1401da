import { describe, expect, it } from 'vitest'

import { preparedReads, type ReadPool } from '../../../src/database/preparedReads.js'

type Asked = Parameters<ReadPool['query']>[0]

const poolThat = (answer: (asked: Asked) => unknown) => {
  const asked: Asked[] = []
  const pool: ReadPool = {
    query: async (statement) => {
      asked.push(statement)
      return { rows: [await answer(statement)] }
    },
  }
  return { asked, pool }
}

const failure = (code: string) => Object.assign(new Error(code), { code })
const statement = (values: unknown[]) => ({ text: 'select $1 as answer', values })

describe('reads on a pool', () => {
  it('are prepared under one name for one text', async () => {
    const { asked, pool } = poolThat(() => ({ answer: 1 }))
    const readRow = preparedReads(pool)

    expect(await readRow(statement([1]))).toEqual({ answer: 1 })
    await readRow(statement([2]))
    await readRow({ text: 'select 2 as answer', values: [] })
    const [first, second, other] = asked.map(({ name }) => name)
    expect(first).toMatch(/^policy_\w{32}$/)
    expect([second, other === first]).toEqual([first, false])
  })

  it.each(['26000', '42P05'])(
    'are not prepared any more once a proxy lost what was (%s)',
    async (code) => {
      const { asked, pool } = poolThat(({ name }) =>
        name === undefined ? { answer: 1 } : Promise.reject(failure(code)),
      )

      expect(await preparedReads(pool)(statement([1]))).toEqual({ answer: 1 })
      expect(await preparedReads(pool)(statement([1]))).toEqual({ answer: 1 })
      expect(asked.map(({ name }) => name !== undefined)).toEqual([true, false, false])
    },
  )

  it('fail as the pool does', async () => {
    const { asked, pool } = poolThat(() => Promise.reject(failure('57P01')))

    await expect(preparedReads(pool)(statement([1]))).rejects.toThrow('57P01')
    expect(asked).toHaveLength(1)
  })
})
