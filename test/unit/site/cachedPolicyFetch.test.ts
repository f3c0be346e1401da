import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { policyAt } from '../../../src/domain/timeline.js'
import {
  cachedPolicyFetch,
  createPolicyClient,
  noticesTag,
  policyFetchOptions,
  policyTag,
} from '../../../src/exports/site.js'
import { ask, deliveryFrom } from '../../helpers/deliveries.js'
import { memorySource, publishedRowOf } from '../../helpers/memorySource.js'
import { nextCache } from '../../helpers/nextCache.js'

const start = Date.UTC(2026, 5, 1)
const iso = (ms: number) => new Date(ms).toISOString()

/** A site in Next before an API, on a clock of its own. */
const siteOf = ({
  isCareful = true,
  revalidate,
  rows,
}: {
  /** False leaves all to Next. */
  isCareful?: boolean
  revalidate: number
  rows: ReturnType<typeof publishedRowOf>[]
}) => {
  let now = start
  let asked = 0
  const clock = () => new Date(now)
  const delivery = deliveryFrom(memorySource({ now: clock, rows }))
  const { expire, fetch, settle } = nextCache({
    fetch: async (url, { headers }) => {
      asked += 1
      const answer = await ask({
        delivery,
        headers: headers as Record<string, string>,
        path: url.replace('https://cms.example/api', ''),
      })
      answer.headers.set('Date', clock().toUTCString())
      return answer
    },
    now: clock,
  })

  return {
    asked: () => asked,
    expire,
    policies: createPolicyClient({
      baseUrl: 'https://cms.example/api',
      fetch: isCareful
        ? cachedPolicyFetch({ fetch, now: clock, revalidate })
        : (url, init) =>
            fetch(url, { ...init, ...policyFetchOptions({ revalidate, tags: ['any'] }) }),
      timeout: Infinity,
    }),
    settle,
    travel: (ms: number) => {
      now += ms
    },
  }
}

const inSeconds = (seconds: number) => iso(start + seconds * 1_000)
const first = publishedRowOf({ effectiveAt: inSeconds(-1_000), label: '1' })
const announced = publishedRowOf({
  effectiveAt: inSeconds(100),
  label: '2',
  publishedAt: inSeconds(-10),
})

describe('on a page in Next', () => {
  it('Next alone shows the old text once more after a change, long after', async () => {
    const { policies, settle, travel } = siteOf({
      isCareful: false,
      revalidate: 50,
      rows: [first, announced],
    })
    await policies.current({ slug: 'privacy' })
    travel(10_000_000)

    expect((await policies.current({ slug: 'privacy' })).label).toBe('1')
    await settle()
    expect((await policies.current({ slug: 'privacy' })).label).toBe('2')
  })

  it('the new text shows at its instant, not a millisecond later or earlier, and is kept again', async () => {
    const { asked, policies, travel } = siteOf({ revalidate: 3_600, rows: [first, announced] })
    const label = async () => (await policies.current({ slug: 'privacy' })).label

    expect(await label()).toBe('1')
    travel(99_999)
    expect(await label()).toBe('1')
    expect(asked()).toBe(1)
    travel(1)
    expect(await label()).toBe('2')
    expect(await label()).toBe('2')
    expect(await label()).toBe('2')
    expect(asked()).toBe(2)
  })

  it('a publication that nobody could foresee shows after the time that answers are kept, or at once', async () => {
    const surprise = publishedRowOf({ effectiveAt: inSeconds(20), label: '2' })
    const { policies, travel } = siteOf({ revalidate: 60, rows: [first, surprise] })
    const label = async () => (await policies.current({ slug: 'privacy' })).label

    await label()
    travel(61_000)
    expect(await label()).toBe('2')

    const other = siteOf({ revalidate: 60, rows: [first, surprise] })
    await other.policies.current({ slug: 'privacy' })
    other.travel(20_000)
    other.expire(policyTag('privacy'))
    expect((await other.policies.current({ slug: 'privacy' })).label).toBe('2')
  })

  it('what never changes, and what was at a moment, is asked for once', async () => {
    const { asked, policies, settle, travel } = siteOf({ revalidate: 60, rows: [first, announced] })

    await policies.text({ fingerprint: 'sha256:1', slug: 'privacy' })
    travel(30_000)
    await policies.text({ fingerprint: 'sha256:1', slug: 'privacy' })
    expect(asked()).toBe(1)
    travel(1_000_000)
    await policies.text({ fingerprint: 'sha256:1', slug: 'privacy' })
    expect(asked()).toBe(1)
    await settle()

    const before = asked()
    const atThat = () => policies.current({ at: inSeconds(0), slug: 'privacy' })
    expect((await atThat()).label).toBe('1')
    expect((await atThat()).label).toBe('1')
    expect(asked()).toBe(before + 1)
  })

  it('a refusal is no answer to keep', async () => {
    const later = publishedRowOf({ effectiveAt: inSeconds(10) })
    const { policies, travel } = siteOf({ revalidate: 60, rows: [later] })

    await expect(policies.current({ slug: 'privacy' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    travel(10_000)
    expect((await policies.current({ slug: 'privacy' })).label).toBe('1')
  })

  it.each([
    ['/policies/privacy/current?locale=de', policyTag('privacy')],
    ['/policies/terms-of-use/versions', policyTag('terms-of-use')],
    ['/policies/privacy/versions/2.0', policyTag('privacy')],
    ['/policies/privacy/texts/sha256:0a', policyTag('privacy')],
    ['/policies/privacy/compare/1/2', policyTag('privacy')],
    ['/policy-notices/active?placement=homepage', noticesTag],
  ])('%s is kept under the tag %s', async (path, tag) => {
    const inits: RequestInit[] = []
    const fetch = cachedPolicyFetch({
      fetch: (_, init) => {
        inits.push(init)
        return Promise.resolve(Response.json({}, { headers: { Date: new Date().toUTCString() } }))
      },
      revalidate: 7,
    })
    await fetch(`https://cms.example/api${path}`, { headers: { Accept: 'application/json' } })

    expect(inits).toMatchObject([{ next: { revalidate: 7, tags: [tag] } }])
  })
})

it('whenever versions are published and pages read, no page shows what a known change has outdated, nor older news than it may', async () => {
  const gap = fc.oneof(
    fc.integer({ max: 5, min: 0 }),
    fc.integer({ max: 2_500, min: 0 }),
    fc.integer({ max: 100_000, min: 0 }),
  )

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ effectiveAfter: gap, publishedAfter: gap }), {
        maxLength: 4,
        minLength: 1,
      }),
      fc.array(fc.record({ after: gap, settles: fc.boolean() }), { maxLength: 10, minLength: 3 }),
      fc.constantFrom(1, 5, 60),
      async (versions, reads, revalidate) => {
        let publishedAt = start
        const taken = new Set<number>()
        const rows = versions.map(({ effectiveAfter, publishedAfter }, index) => {
          publishedAt += publishedAfter + 1
          let effectiveAt = publishedAt + effectiveAfter
          while (taken.has(effectiveAt)) {
            effectiveAt += 1
          }
          taken.add(effectiveAt)
          return publishedRowOf({
            effectiveAt: iso(effectiveAt),
            label: `${index}`,
            publishedAt: iso(publishedAt),
          })
        })
        const { policies, settle, travel } = siteOf({ revalidate, rows })
        let now = start

        for (const { after, settles } of reads) {
          now += after
          travel(after)
          const shown = await policies.current({ slug: 'privacy' }).then(
            ({ label }) => label,
            () => null,
          )
          // A second, as the `Date` of an answer counts whole ones.
          const newsUpTo = [now - revalidate * 1_000 - 1_000, now]
          const instants = [...newsUpTo, ...rows.map((row) => +new Date(row.publishedAt))].filter(
            (instant) => instant >= newsUpTo[0]! && instant <= now,
          )
          const allowed = instants.map((news) => {
            const known = rows.filter((row) => +new Date(row.publishedAt) <= news)
            return (
              policyAt({
                at: new Date(now),
                versions: known.map(({ effectiveAt, id }) => ({
                  effectiveAt: new Date(effectiveAt),
                  id,
                })),
              })?.id ?? null
            )
          })

          expect(allowed).toContain(shown)
          if (settles) {
            await settle()
          }
        }
      },
    ),
  )
})
