import { Agent, request } from 'node:http'

/** Something that is measured: one piece of work, done over and over. */
export type Contender = { name: string; work: () => Promise<unknown> }

/** Pieces of work per second, of each contender. */
export type Rates = Record<string, number>

const concurrency = 8

/**
 * Measures contenders beside one another: in each round every one has its turn, so that what else the
 * machine does meets them all. Answers the median of each one's rounds, per second.
 */
export const measure = async ({
  contenders,
  milliseconds,
  rounds,
}: {
  contenders: Contender[]
  milliseconds: number
  rounds: number
}): Promise<Rates> => {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))

  for (const { work } of contenders) {
    await rateOf({ milliseconds: milliseconds / 2, work })
  }
  for (let round = 0; round < rounds; round += 1) {
    // In turns from both ends: whoever comes first is not always the same.
    for (const { name, work } of round % 2 ? contenders.toReversed() : contenders) {
      rates.get(name)!.push(await rateOf({ milliseconds, work }))
    }
  }
  return Object.fromEntries([...rates].map(([name, each]) => [name, median(each)]))
}

export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!

const rateOf = async ({
  milliseconds,
  work,
}: {
  milliseconds: number
  work: () => Promise<unknown>
}): Promise<number> => {
  const begin = performance.now()
  let done = 0
  const loop = async () => {
    while (performance.now() - begin < milliseconds) {
      await work()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: concurrency }, loop))
  return (done * 1000) / (performance.now() - begin)
}

const agent = new Agent({ keepAlive: true, maxSockets: concurrency })

type Wanted = { headers?: Record<string, string>; status?: number }

/** Asks an address over a connection that is kept. @throws Error for another status than is wanted. */
export const get = (url: string, { headers = {}, status = 200 }: Wanted = {}) => {
  const ask = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const asked = request(url, { agent, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString()
          if (response.statusCode === status) {
            resolve(body)
          } else {
            reject(new Error(`${url} answered ${response.statusCode}: ${body.slice(0, 200)}`))
          }
        })
      })
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // The server closes what lay idle while others had their turn.
        if (asked.reusedSocket && error.code === 'ECONNRESET') {
          ask().then(resolve, reject)
        } else {
          reject(error)
        }
      })
      asked.end()
    })
  return ask
}
