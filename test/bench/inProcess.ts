import { handleEndpoints } from 'payload'

import type { Figure } from './figures.js'
import type { Instance, World } from './payloads.js'

import { formsOf } from '../../src/domain/delivery/writeVersion.js'
import { currentPolicy, type TextForm } from '../../src/index.js'
import { ratio } from './figures.js'
import { type Contender, measure } from './load.js'
import { latenessOf } from './lateness.js'
import { plansOf } from './plans.js'

type Pace = { milliseconds: number; rounds: number }

/** What is measured without a socket: the read itself, the endpoint, sizes, plans and lateness. */
export const inProcessFigures = async ({
  few,
  many,
  pace,
}: {
  few: World
  many: World
  pace: Pace
}): Promise<Figure[]> => {
  const reads = await measure({
    contenders: [
      { name: 'payload.find', work: () => findRow(few) },
      { name: 'current', work: () => readCurrent({ world: few }) },
      {
        name: 'current in all forms',
        work: () => readCurrent({ texts: [...formsOf.json], world: few }),
      },
      { name: 'current of many', work: () => readCurrent({ world: many }) },
    ],
    ...pace,
  })
  const etag = (await ask({ path: current, ...few.cached })).headers.get('etag')!
  const endpoints = await measure({
    contenders: [
      asking({ name: 'rest', path: restOf(few), token: few.token, ...few.cached }),
      asking({ name: 'uncached', path: current, ...few.uncached }),
      asking({ name: 'warm', path: current, ...few.cached }),
      asking({ name: '304', etag, path: current, ...few.cached }),
    ],
    ...pace,
  })

  return [
    ratio({
      name: 'the current version in process with its HTML, uncached, against `payload.find`',
      of: reads.current!,
      to: reads['payload.find']!,
      wanted: '≥ 8 ×',
    }),
    ratio({
      name: 'the same in the three forms of the JSON answer',
      of: reads['current in all forms']!,
      to: reads['payload.find']!,
      wanted: '–',
    }),
    ...(['uncached', 'warm', '304'] as const).map((name, index) =>
      ratio({
        name: `the endpoint through \`handleEndpoints\`, ${name}, against Payload’s REST query`,
        of: endpoints[name]!,
        to: endpoints.rest!,
        wanted: ['≥ 4 ×', '≥ 8 ×', '≥ 15 ×'][index]!,
      }),
    ),
    ratio({
      name: `latency of ${many.size.policies} × ${many.size.versions} against ${few.size.policies} × ${few.size.versions}`,
      of: reads.current!,
      to: reads['current of many']!,
      wanted: '≤ 1.3 ×',
    }),
    {
      name: 'sequential scans of versions in the plans of all reads',
      measured: await plansOf(many),
      unit: '',
      wanted: 'none',
    },
    {
      name: 'lateness at the origin, no worker running',
      measured: await latenessOf(few),
      unit: 'ms',
      wanted: '0 ms',
    },
  ]
}

const current = '/policies/policy-1/current'

/** The number of the version in force, of which one more is announced. */
export const inForceOf = ({ size }: World): number => size.versions - 1

/** The same row over Payload's own REST, as a site would ask for it. */
export const restOf = (world: World): string =>
  `/policy-versions?${new URLSearchParams({
    depth: '0',
    limit: '1',
    'where[label][equals]': String(inForceOf(world)),
    'where[policy][equals]': '1001',
  })}`

const findRow = async (world: World): Promise<void> => {
  const { docs } = await world.cached.payload.find({
    collection: 'policy-versions',
    depth: 0,
    limit: 1,
    where: {
      and: [{ policy: { equals: 1001 } }, { label: { equals: String(inForceOf(world)) } }],
    },
  })
  assertFound(docs.length === 1)
}

const readCurrent = async ({
  texts,
  world: { uncached },
}: {
  texts?: TextForm[]
  world: World
}): Promise<void> => {
  const { html } = await currentPolicy({ payload: uncached.payload, slug: 'policy-1', texts })
  assertFound(Boolean(html))
}

const assertFound = (isFound: boolean): void => {
  if (!isFound) {
    throw new Error('The version that is measured is not there.')
  }
}

type Asked = Pick<Instance, 'config' | 'key'> & { etag?: string; path: string; token?: string }

/** Asks an endpoint of Payload, without Next and without a socket. */
export const ask = ({ config, etag, key, path, token }: Asked): Promise<Response> =>
  handleEndpoints({
    config,
    payloadInstanceCacheKey: key,
    request: new Request(`http://localhost/api${path}`, {
      headers: {
        ...(etag && { 'If-None-Match': etag }),
        ...(token && { Authorization: `JWT ${token}` }),
      },
    }),
  })

const asking = ({ name, ...asked }: Asked & { name: string }): Contender => ({
  name,
  work: async () => {
    const response = await ask(asked)
    const wanted = asked.etag ? 304 : 200
    if (response.status !== wanted) {
      throw new Error(`${asked.path} answered ${response.status}: ${await response.text()}`)
    }
    await response.arrayBuffer()
  },
})
