import * as fc from 'fast-check'
import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createPolicyClient, isNotFound, PolicyApiError } from '../../../src/site/client.js'
import { activeNoticeOf, publicVersionOf } from '../../helpers/publicVersions.js'

const baseUrl = 'https://cms.example/api'

/** A client whose API answers what it is told to, and what that was asked. */
const clientOf = (
  answer: unknown,
  {
    status = 200,
    ...options
  }: Partial<Parameters<typeof createPolicyClient>[0]> & { status?: number } = {},
) => {
  const asked: { init: RequestInit; url: string }[] = []
  const client = createPolicyClient({
    baseUrl,
    fetch: (url, init) => {
      asked.push({ init, url })
      const body = typeof answer === 'string' ? answer : JSON.stringify(answer)
      return Promise.resolve(new Response(body, { status }))
    },
    ...options,
  })

  return { asked, client }
}

const caught = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'It did not reject.',
    (error: unknown) => error,
  )

describe('asks the public routes', () => {
  const version = { ...publicVersionOf(), nextChangeAt: null }
  const everything = {
    ...version,
    notices: [activeNoticeOf()],
    redline: {},
    versions: [version],
  }

  it.each([
    ['current', { slug: 'privacy' }, '/policies/privacy/current'],
    [
      'current',
      { at: new Date('2026-06-01T00:00:00Z'), slug: 'privacy' },
      '/policies/privacy/current?at=2026-06-01T00%3A00%3A00.000Z',
    ],
    [
      'current',
      { at: '2026-06-01', locale: 'pt-BR', slug: 'privacy' },
      '/policies/privacy/current?at=2026-06-01&locale=pt-BR',
    ],
    ['timeline', { slug: 'privacy' }, '/policies/privacy/versions'],
    ['version', { label: 'v2.0', slug: 'privacy' }, '/policies/privacy/versions/v2.0'],
    [
      'text',
      { fingerprint: `sha256:${'0a'.repeat(32)}`, slug: 'privacy' },
      `/policies/privacy/texts/sha256:${'0a'.repeat(32)}`,
    ],
    ['compare', { from: '1', slug: 'privacy', to: '2' }, '/policies/privacy/compare/1/2'],
    ['activeNotices', undefined, '/policy-notices/active'],
    [
      'activeNotices',
      { locale: 'de', placement: 'check out & pay' },
      '/policy-notices/active?placement=check+out+%26+pay&locale=de',
    ],
  ] as const)('%s of %j', async (name, args, path) => {
    const { asked, client } = clientOf(everything)
    const call = client[name] as (args: unknown) => Promise<unknown>

    expect(await call(args)).toEqual(everything)
    expect(asked.map(({ url }) => url)).toEqual([`${baseUrl}${path}`])
  })

  it('asks for JSON, with own headers, in its language, below the slugs of the host', async () => {
    const { asked, client } = clientOf(everything, {
      baseUrl: '/cms/api/',
      headers: { 'X-Site': 'shop' },
      locale: 'de',
      slugs: { notices: 'announcements', policies: 'legal' },
    })
    await client.current({ slug: 'privacy' })
    await client.activeNotices({ locale: 'fr' })

    expect(asked.map(({ url }) => url)).toEqual([
      '/cms/api/legal/privacy/current?locale=de',
      '/cms/api/announcements/active?locale=fr',
    ])
    expect(asked[0]!.init.headers).toEqual({ Accept: 'application/json', 'X-Site': 'shop' })
  })
})

describe('in a browser that cannot combine signals', () => {
  const any = Object.getOwnPropertyDescriptor(AbortSignal, 'any')!
  beforeEach(() => {
    delete (AbortSignal as { any?: unknown }).any
  })
  afterEach(() => {
    Object.defineProperty(AbortSignal, 'any', any)
  })

  it('asks all the same, and gives up when it is told to', async () => {
    const { asked, client } = clientOf({ notices: [] })
    expect(await client.activeNotices()).toEqual({ notices: [] })
    expect(asked[0]!.init.signal).toBeInstanceOf(AbortSignal)

    const giveUp = new AbortController()
    await client.activeNotices({ signal: giveUp.signal })
    expect(asked[1]!.init.signal!.aborted).toBe(false)
    giveUp.abort(new Error('Enough.'))
    expect(asked[1]!.init.signal!.reason).toEqual(new Error('Enough.'))
  })
})

it('says so where fetch refuses at once', async () => {
  const { client } = clientOf(null, {
    fetch: () => {
      throw new TypeError('Not like that.')
    },
  })
  expect(await caught(client.activeNotices())).toMatchObject({
    code: 'UNREACHABLE',
    message: expect.stringContaining('Not like that.') as string,
  })
})

it('passes no signal where nothing limits the call', async () => {
  const { asked, client } = clientOf({ notices: [] }, { timeout: Infinity })
  await client.activeNotices()

  expect(asked[0]!.init).not.toHaveProperty('signal')
})

describe('says what went wrong', () => {
  it('what the API refused, by its code and with its details', async () => {
    const { client } = clientOf(
      {
        errors: [
          {
            data: { code: 'NOT_FOUND', startsAt: '2026-12-01T05:00:00.000Z' },
            message: 'No version of privacy is in force.',
            name: 'PolicyError',
          },
        ],
      },
      { status: 404 },
    )
    const error = await caught(client.current({ slug: 'privacy' }))

    expect(error).toBeInstanceOf(PolicyApiError)
    expect(error).toMatchObject({
      code: 'NOT_FOUND',
      details: { startsAt: '2026-12-01T05:00:00.000Z' },
      message: 'No version of privacy is in force.',
      status: 404,
    })
    expect(isNotFound(error)).toBe(true)
  })

  it.each([
    ['a page of a proxy', '<!doctype html><h1>Bad gateway</h1>', 502, 'UNREADABLE'],
    ['a page that is no API', '<!doctype html><h1>Welcome</h1>', 200, 'UNREADABLE'],
    ['JSON of something else', { ok: true }, 200, 'UNREADABLE'],
    ['null', 'null', 200, 'UNREADABLE'],
    ['a list', '[{"label":"1"}]', 200, 'UNREADABLE'],
    ['nothing', '', 200, 'UNREADABLE'],
    ['another server’s refusal', { errors: 'none of your business' }, 403, 'UNREADABLE'],
    [
      'a reader without its database',
      { errors: [{ message: 'The database cannot be read right now. Try again.' }] },
      503,
      'UNREACHABLE',
    ],
  ])('%s', async (_, answer, status, code) => {
    const { client } = clientOf(answer, { status })
    const error = await caught(client.current({ slug: 'privacy' }))

    expect(error).toMatchObject({ code, name: 'PolicyApiError', status })
    expect((error as Error).message).toContain(`${baseUrl}/policies/privacy/current`)
    expect(isNotFound(error)).toBe(false)
  })

  it('an API that cannot be reached', async () => {
    const server = createServer().listen(0)
    const { port } = server.address() as { port: number }
    await new Promise((resolve) => server.close(resolve))
    const client = createPolicyClient({ baseUrl: `http://localhost:${port}/api` })

    expect(await caught(client.activeNotices())).toMatchObject({
      code: 'UNREACHABLE',
      name: 'PolicyApiError',
      status: null,
    })
  })

  it('an API that never answers', async () => {
    const server = createServer().listen(0)
    const { port } = server.address() as { port: number }
    const client = createPolicyClient({ baseUrl: `http://localhost:${port}/api`, timeout: 50 })
    const error = await caught(client.activeNotices())
    server.close()

    expect(error).toMatchObject({ code: 'UNREACHABLE', status: null })
    expect((error as Error).message).toMatch(/did not answer within 50 ms/)
  })

  it('nothing, where the caller gave up: it rejects with the reason', async () => {
    const giveUp = new AbortController()
    const client = createPolicyClient({
      baseUrl,
      fetch: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal!.addEventListener('abort', () => reject(new Error('aborted')))
        }),
    })
    const call = caught(client.current({ signal: giveUp.signal, slug: 'privacy' }))
    giveUp.abort('The visitor left.')

    expect(await call).toBe('The visitor left.')
    expect(await caught(client.current({ signal: giveUp.signal, slug: 'privacy' }))).toBe(
      'The visitor left.',
    )
  })
})

it('whatever a visitor makes of a slug and a label, it asks for that very route or for nothing', async () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.constantFrom('..', '../admin', 'privacy/current?x', 'a%2f..', '__proto__', 'Privacy', '-'),
    fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,9}$/),
  )

  await fc.assert(
    fc.asyncProperty(anything, anything, async (slug, label) => {
      const { asked, client } = clientOf(publicVersionOf())
      const error = await caught(client.version({ label, slug }))

      if (asked[0]) {
        expect(new URL(asked[0].url).href).toBe(`${baseUrl}/policies/${slug}/versions/${label}`)
      } else {
        expect(error).toMatchObject({ code: 'INVALID_PARAMETER', status: null })
        expect(isNotFound(error)).toBe(true)
      }
    }),
  )
})
