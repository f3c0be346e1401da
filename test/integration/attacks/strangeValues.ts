import { beforeAll, describe, expect, it } from 'vitest'

import type { AttackStage } from './stage.js'

import { textOf, thirtyBusinessDays } from '../../helpers/cast.js'
import { outcomeOf, outcomeOfAnswer } from './outcome.js'

const nul = String.fromCharCode(0)
const surrogate = String.fromCharCode(0xd800)
/** As a client sends it: a key like any other in JSON, and the prototype where it is assigned. */
const withPrototype = (value: unknown): Record<string, unknown> =>
  JSON.parse(`{"__proto__": ${JSON.stringify(value)}}`) as Record<string, unknown>
/** As it is: an editor made from plain text would have mended it. */
const bodyOf = (text: string): unknown =>
  JSON.parse(JSON.stringify(textOf('here')).replace('here', JSON.stringify(text).slice(1, -1)))
const nested = (levels: number): unknown => (levels === 0 ? {} : { material: nested(levels - 1) })

const values: [name: string, data: Record<string, unknown>][] = [
  ['terms ten levels deep', { noticeTerms: nested(10) }],
  ['terms in a prototype', { noticeTerms: withPrototype(thirtyBusinessDays) }],
  ['terms with a prototype', { noticeTerms: { ...thirtyBusinessDays, ...withPrototype({}) } }],
  ['terms with a constructor', { noticeTerms: { ...thirtyBusinessDays, constructor: {} } }],
  ['a label with NUL', { label: `a${nul}` }],
  ['a label with a lone surrogate', { label: `a${surrogate}` }],
  ['a label of a hundred thousand letters', { label: 'a'.repeat(100_000) }],
  ['a title with NUL', { title: `a${nul}` }],
  ['a title with a lone surrogate', { title: surrogate }],
  ['a text with NUL', { body: bodyOf(nul) }],
  ['a text with a lone surrogate', { body: bodyOf(surrogate) }],
  ['an exception that is a list', { exception: [] }],
  ['an exception in a number', { exception: { explanation: 1, reason: 2 } }],
  ['a replacement that is a condition', { replaces: { version: { equals: 1 } } }],
  ['a status in a prototype', withPrototype({ status: 'published' })],
  ['a status that is a list', { status: ['published'] }],
  ['a status that is a document', { status: { equals: 'published' } }],
  ['a step that is a list', { transition: ['publish'] }],
  ['channels in documents', { noticeChannels: [{ name: 'homepage' }] }],
  ['a policy that is a condition', { policy: { equals: 1 } }],
  ['a date with a time', { effectiveOn: '2099-01-01T00:00:00Z' }],
]

/** Values that no form sends. */
export const describeStrangeValues = (stageNow: () => AttackStage): void => {
  describe.each(values)('given %s', (name, data) => {
    let stage: AttackStage

    beforeAll(() => {
      stage = stageNow()
    })

    it.each(['approved', 'draft', 'inForce'] as const)(
      'changes nothing of what is %s',
      async (state) => {
        const { app, cast, versions } = stage.world
        const id = versions[state]
        const before = await stage.record({ isContentAlone: true })
        const outcomes = [
          outcomeOfAnswer(
            await app.rest('PATCH', `/policy-versions/${id}`, { as: cast.admin.token, body: data }),
          ),
          await outcomeOf(() =>
            app.payload.update({
              id,
              collection: 'policy-versions',
              data: data,
              user: cast.admin.user,
            }),
          ),
        ]

        for (const { code } of outcomes) {
          // What stands in a prototype only may count as not sent.
          expect(code).toMatch(name.endsWith('prototype') ? /^(?!HTTP_5)/ : /^(?!HTTP_5)[A-Z_\d]+$/)
        }
        expect(await stage.record({ isContentAlone: true })).toEqual(before)
        expect(({} as Record<string, unknown>).status).toBeUndefined()
      },
    )
  })
}
