import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type AccessStage, createAccessStage, published } from './accessStage.js'
import { type Answer, type Call, roads, send } from './calls.js'
import { type Caller, callers, outsiders } from './callers.js'
import { disclosures, publicReads } from './disclosures.js'
import { tells } from './judge.js'
import { probes } from './probes.js'

describe('what was never published', () => {
  let stage: AccessStage
  let asserted = 0

  beforeAll(async () => {
    stage = await createAccessStage()
  })

  afterAll(() => stage.stop())

  const answerTo = (call: Call, caller: Caller): Promise<Answer> =>
    send({
      app: stage.app,
      call,
      identity: stage.identities[caller],
      road: roads.find((road) => road in call)!,
    })

  it.each(disclosures.map(({ name, ask }) => [name, ask] as const))(
    'is shown to people with a role, and nobody else, by reading %s',
    async (_, ask) => {
      const shown = await askedBy(askers, async (caller) =>
        tells(await answerTo(ask(stage), caller)),
      )

      expect(shown).toEqual({ ...ofAll(outsiders, false), editor: true })
      asserted += askers.length
    },
  )

  it.each(probes.map(({ name, questions }) => [name, questions] as const))(
    'is not found out by asking for %s',
    async (_, questions) => {
      const [one, other] = questions(stage)
      const told = await askedBy(askers, async (caller) => {
        const answers = [await answerTo(one, caller), await answerTo(other, caller)] as const
        return { differs: !isDeepStrictEqual(...answers), tells: answers.some(tells) }
      })

      expect(told).toEqual({
        ...ofAll(outsiders, { differs: false, tells: false }),
        editor: { differs: true, tells: expect.any(Boolean) as boolean },
      })
      asserted += askers.length
    },
  )

  it.each(publicReads.map(({ name, ask }) => [name, ask] as const))(
    'stands in no public answer: %s',
    async (_, ask) => {
      const answers = await askedBy(callers, async (caller) => {
        const answer = await answerTo(ask(stage), caller)
        return { isPublic: answer.text.includes(published), tells: tells(answer) }
      })

      expect(answers).toEqual(ofAll(callers, { isPublic: true, tells: false }))
      asserted += callers.length
    },
  )

  it.each([
    'current',
    'current.html',
    'versions',
    'versions.html',
    'versions/1',
    'compare/1/2',
    'texts/sha256:0',
    'timemap',
    'feed.atom',
    'feed.json',
    'calendar.ics',
  ])('does not show in that a policy is being drafted: %s', async (route) => {
    const [drafted, missing] = await Promise.all(
      ['unannounced', 'no-such-policy'].map(async (slug) => {
        const { body, status } = await stage.app.rest('GET', `/policies/${slug}/${route}`)
        return { status, text: JSON.stringify(body).replaceAll(slug, '…') }
      }),
    )

    expect(drafted).toMatchObject({ status: 404 })
    expect(drafted).toEqual(missing)
    asserted += 1
  })

  it('was looked for in at least 250 cells', () => {
    expect(asserted).toBeGreaterThanOrEqual(250)
  })
})

/** Those who may not see it, and one who may: what nobody could be shown would prove nothing. */
const askers: readonly Caller[] = [...outsiders, 'editor']

const askedBy = async <T>(
  names: readonly Caller[],
  ask: (caller: Caller) => Promise<T>,
): Promise<Partial<Record<Caller, T>>> => {
  const answers: Partial<Record<Caller, T>> = {}
  for (const name of names) {
    answers[name] = await ask(name)
  }
  return answers
}

const ofAll = <T>(names: readonly Caller[], value: T): Partial<Record<Caller, T>> =>
  Object.fromEntries(names.map((name) => [name, value]))
