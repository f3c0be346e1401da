import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { builtInMaterialityRules } from '../../src/index.js'
import { createMember, refusalOf, setStatus, textOf } from '../helpers/cast.js'
import { startApp } from '../helpers/app.js'
import { createStage, type Stage } from '../helpers/stage.js'

type Warned = Record<string, unknown> & { code: string; topic?: string }

const before = 'We keep your data for six months. Books are green.'
const after = 'We keep your data for twelve months. Books are green.'

describe('the materiality guard', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage(
      {},
      { localization: { defaultLocale: 'en', locales: ['en', 'de', 'it'] } },
    )
  })

  afterAll(() => stage.stop())

  const inForce = async (): Promise<number> => {
    const { policy } = await stage.inForce()
    const id = await stage.approved({ body: textOf(before), policy })
    await stage.publish(id)
    return policy
  }
  const drafted = async (data: Record<string, unknown> & { policy: number }) => {
    const doc = await stage.app.payload.create({
      collection: 'policy-versions',
      data: { body: textOf(after), title: 'Privacy Policy', ...data },
      overrideAccess: false,
      user: stage.cast.editor.user,
    })
    return doc as unknown as { id: number; warnings: Warned[] } // Payload's types know no collection of a plugin.
  }
  const doubts = (warnings: unknown) =>
    (warnings as Warned[]).filter(({ code }) => code.startsWith('MATERIALITY'))
  const windowOf = async (id: number): Promise<{ warnings: Warned[] }> =>
    (
      await stage.app.rest('GET', `/policy-versions/${id}/notice-window`, {
        as: stage.cast.reviewer.token,
      })
    ).body

  it('names the sentences and asks for a reason where a draft is marked as not material', async () => {
    const { warnings } = await drafted({ policy: await inForce() })

    expect(doubts(warnings)).toEqual([
      expect.objectContaining({
        blocks: false,
        claim: 'materialChange',
        code: 'MATERIALITY_IN_DOUBT',
        count: 1,
        field: 'materialityReason',
        locale: 'en',
        message: expect.stringMatching(
          /not material.*how long data is kept: “We keep your data for six months\.” → “We keep your data for twelve months\.”\..*Say in the field/u,
        ),
        topic: 'retention',
      }),
      expect.objectContaining({ topic: 'dates' }),
    ])
    expect(doubts(warnings)[0]).not.toHaveProperty('acknowledged')
  })

  it('shows the reviewer the sentences and the reason that was given', async () => {
    const { id } = await drafted({
      materialityReason: 'A slip of the pen: it was twelve months all along.',
      policy: await inForce(),
    })

    for (const warning of doubts((await windowOf(id)).warnings)) {
      expect(warning).toMatchObject({
        acknowledged: 'A slip of the pen: it was twelve months all along.',
        sentences: [expect.objectContaining({ after: 'We keep your data for twelve months.' })],
      })
      expect(warning.message).not.toMatch(/Say in the field/u)
    }
  })

  it('never decides: without a reason it can be submitted, approved and published', async () => {
    const { id, warnings } = await drafted({ policy: await inForce() })
    expect(doubts(warnings)).not.toEqual([])

    for (const [status, by] of [
      ['in_review', stage.cast.editor],
      ['approved', stage.cast.reviewer],
      ['published', stage.cast.publisher],
    ] as const) {
      const answer = await setStatus(stage.app, { id, by, status })
      expect(answer.status).toBe(status)
      if (status !== 'published') {
        expect(doubts(answer.warnings)).toHaveLength(2)
      }
    }
  })

  it('says nothing of a material change, a first version or one that reads the same', async () => {
    const policy = await inForce()
    const material = await drafted({ materialChange: true, policy })
    const same = await drafted({ body: textOf(`${before.toUpperCase()}  `), policy })
    const first = await windowOf((await stage.inForce()).first.id)

    for (const { warnings } of [material, same, first]) {
      expect(doubts(warnings)).toEqual([])
    }
  })

  it('reads every language, and says where there are no rules for one', async () => {
    const policy = await inForce()
    const { app, cast } = stage
    const { id } = await drafted({ body: textOf(before), policy })
    const words = { de: 'Wir löschen Daten nach einem Monat.', it: 'Teniamo i dati per un mese.' }
    const write = (version: number, locale: 'de' | 'it', body: string) =>
      app.payload.update({
        id: version,
        collection: 'policy-versions',
        data: { body: textOf(body), title: 'Privacy' },
        locale,
        overrideAccess: false,
        user: cast.editor.user,
      })
    await write(id, 'de', words.de)
    await write(id, 'it', words.it)
    for (const [status, by] of [
      ['in_review', cast.editor],
      ['approved', cast.reviewer],
      ['published', cast.publisher],
    ] as const) {
      await setStatus(app, { id, by, status })
    }

    const next = await drafted({ body: textOf(before), policy })
    await write(next.id, 'de', words.de.replace('einem Monat', 'zwei Monaten'))
    await write(next.id, 'it', words.it.replace('un mese', 'due mesi'))

    expect(
      doubts((await windowOf(next.id)).warnings).map(({ code, locale, topic }) => ({
        code,
        locale,
        topic,
      })),
    ).toEqual([
      { code: 'MATERIALITY_IN_DOUBT', locale: 'de', topic: 'retention' },
      { code: 'MATERIALITY_IN_DOUBT', locale: 'de', topic: 'dates' },
      { code: 'MATERIALITY_NOT_READ', locale: 'it', topic: undefined },
    ])
  })

  it('compares with the announced version that it will follow, not with the one in force', async () => {
    const policy = await inForce()
    const upcoming = await stage.approved({
      body: textOf(after),
      effectiveOn: '2026-09-01',
      materialChange: true,
      policy,
    })
    await stage.publish(upcoming)

    const follows = await drafted({ effectiveOn: '2026-10-01', policy })
    const comesBefore = await drafted({ effectiveOn: '2026-08-01', policy })

    expect(doubts(follows.warnings)).toEqual([])
    expect(doubts(comesBefore.warnings).map(({ topic }) => topic)).toEqual(['retention', 'dates'])
  })

  it('also doubts that a replacement differs from the announced version not materially', async () => {
    const policy = await inForce()
    const upcoming = await stage.approved({
      body: textOf(after),
      effectiveOn: '2026-09-01',
      materialChange: true,
      policy,
    })
    await stage.publish(upcoming)
    const { warnings } = await drafted({
      body: textOf(after.replace('twelve', 'twenty')),
      effectiveOn: '2026-09-01',
      materialChange: true,
      policy,
      replaces: { materialDifference: false, version: upcoming },
    })

    expect(doubts(warnings).map(({ claim, topic }) => [claim, topic])).toEqual([
      ['replaces.materialDifference', 'retention'],
      ['replaces.materialDifference', 'dates'],
    ])
  })

  it('takes the rules of the host, and refuses to start with rules that cannot be read', async () => {
    const own = await createStage({
      materiality: {
        rules: { en: { ...noTopics(builtInMaterialityRules.en), colours: ['green|blue'] } },
      },
    })
    const { policy } = await own.inForce()
    const doc = await own.app.payload.create({
      collection: 'policy-versions',
      data: { body: textOf('We keep your data green.'), policy, title: 'Privacy Policy' },
      overrideAccess: false,
      user: own.cast.editor.user,
    })
    await own.stop()

    const { warnings } = doc as unknown as { warnings: unknown } // Payload's types know no collection of a plugin.
    expect(doubts(warnings)).toMatchObject([
      { message: expect.stringMatching(/touches colours/u), topic: 'colours' },
    ])
    await expect(
      startApp({
        databaseUrl: 'postgres://nowhere',
        options: { materiality: { rules: { en: { fees: ['f*'] } } } },
      }),
    ).rejects.toThrow(/`materiality\.rules\.en\.fees\[0\]` is "f\*"/u)
  })
})

describe('the redline of a version', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage()
  })

  afterAll(() => stage.stop())

  const ask = (
    id: number | string,
    query = '',
    as: string | undefined = stage.cast.reviewer.token,
  ) => stage.app.rest('GET', `/policy-versions/${id}/redline${query}`, { as })
  const history = async () => {
    const { first, policy } = await stage.inForce()
    const second = await stage.approved({ body: textOf(before), policy })
    await stage.publish(second)
    const { id, fingerprint } = (await stage.app.payload.create({
      collection: 'policy-versions',
      data: {
        body: textOf(after),
        materialityReason: 'A slip of the pen.',
        policy,
        title: 'Privacy Notice',
      },
      overrideAccess: false,
      user: stage.cast.editor.user,
    })) as unknown as { fingerprint: string; id: number } // Payload's types know no collection of a plugin.
    return { draft: id, fingerprint, first: first.id, policy, second }
  }

  it('compares a draft with the version in force, with what is compared on both sides', async () => {
    const { draft, fingerprint, second } = await history()
    const { body, headers } = await ask(draft)

    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toMatchObject({
      from: { id: second, label: '2', state: 'in_force', status: 'published' },
      locale: 'en',
      locales: ['en'],
      message: null,
      to: {
        id: draft,
        fingerprint,
        label: '3',
        materialChange: false,
        materialityReason: 'A slip of the pen.',
        state: null,
        status: 'draft',
      },
    })
    expect(body.from.fingerprint).toMatch(/^sha256:/u)
    expect(body.redline.counts).toMatchObject({ wordsDeleted: 2, wordsInserted: 2 })
    expect(
      body.redline.sections[0].blocks[0].segments.filter(
        ({ op }: { op: string }) => op !== 'equal',
      ),
    ).toEqual([
      { kind: 'substantial', op: 'delete', text: 'six' },
      { kind: 'substantial', op: 'insert', text: 'twelve' },
    ])
    expect(body.signs.map(({ topic }: { topic: string }) => topic)).toEqual(['retention', 'dates'])
    expect(body.besides).toContainEqual({
      after: 'Privacy Notice',
      before: 'Privacy Policy',
      path: 'title',
    })
    expect(body.versions.map(({ label }: { label: string }) => label)).toEqual(['3', '2', '1'])
  })

  it('compares with any other version, by its label, its id or as the one in force', async () => {
    const { draft, first, second } = await history()
    const other = async (query: string) => (await ask(draft, query)).body.from.id as number

    expect(await other('?against=1')).toBe(first)
    expect(await other(`?against=${first}`)).toBe(first)
    expect(await other('?against=in-force')).toBe(second)
    expect(await other('?against=2')).toBe(second)
    expect((await ask(draft, '?against=nine')).body.errors[0]).toMatchObject({
      data: { code: 'NOT_FOUND' },
      message: expect.stringMatching(/no version "nine"/u),
    })
    expect((await ask(draft, '?locale=fr')).body.errors[0]).toMatchObject({
      data: { code: 'INVALID_PARAMETER', locales: ['en'] },
    })
  })

  it('takes a name for a label before it takes it for an id, and compares no version with itself', async () => {
    const { draft, first } = await history()
    await stage.app.payload.update({
      id: draft,
      collection: 'policy-versions',
      data: { label: String(first) },
      overrideAccess: false,
      user: stage.cast.editor.user,
    })

    for (const itself of [first, draft]) {
      expect((await ask(draft, `?against=${itself}`)).body.errors[0]).toMatchObject({
        data: { code: 'INVALID_PARAMETER' },
        message: expect.stringMatching(/nothing would differ/u),
      })
    }
    expect((await ask(draft, '?against=1')).body.from.id).toBe(first)
  })

  it('compares a draft with the announced version that it will follow, and with the one in force where it comes before that', async () => {
    const { policy } = await stage.inForce()
    const announced = await stage.published({
      body: textOf(before),
      effectiveOn: '2026-09-01',
      policy,
    })
    const draft = async (effectiveOn: null | string) =>
      (
        await stage.app.payload.create({
          collection: 'policy-versions',
          data: { body: textOf(after), effectiveOn, policy, title: 'Privacy Policy' },
          overrideAccess: false,
          user: stage.cast.editor.user,
        })
      ).id
    const later = await ask(await draft(null))

    expect(later.body).toMatchObject({
      follows: { id: announced.id, state: 'upcoming' },
      from: { id: announced.id },
    })
    expect(later.body.redline.counts).toMatchObject({ wordsDeleted: 1, wordsInserted: 1 })
    expect(later.body.besides).not.toContainEqual(expect.objectContaining({ path: 'effectiveOn' }))
    const sooner = await ask(await draft('2026-08-01'))
    expect(sooner.body).toMatchObject({
      follows: { label: '1', state: 'in_force' },
      from: { label: '1' },
    })
    // The day on which version 1 took effect, though none was chosen for it.
    expect(sooner.body.besides).toContainEqual({
      after: '2026-08-01',
      before: '2026-06-01',
      path: 'effectiveOn',
    })
    expect((await ask(announced.id)).body.from).toMatchObject({ label: '1' })
  })

  it('compares a published version with the one before it', async () => {
    const { first, second } = await history()

    expect((await ask(second)).body.from.id).toBe(first)
  })

  it('says of a first version that there is nothing to compare it with', async () => {
    const { first } = await history()
    const { body, status } = await ask(first)

    expect(status).toBe(200)
    expect(body).toMatchObject({
      besides: [],
      from: null,
      message: 'There is no earlier version in force to compare this one with.',
      redline: null,
      signs: [],
    })
  })

  it('follows the stored draft: another text has another fingerprint, and an approval of the old one is refused', async () => {
    const { draft, fingerprint } = await history()
    const { app, cast } = stage
    await app.payload.update({
      id: draft,
      collection: 'policy-versions',
      data: { body: textOf(before) },
      overrideAccess: false,
      user: cast.editor.user,
    })
    await setStatus(app, { id: draft, by: cast.editor, status: 'in_review' })
    const { body } = await ask(draft)

    expect(body.redline.counts.substantial).toBe(1) // The title.
    expect(body.to.fingerprint).not.toBe(fingerprint)
    const approve = (shown: string) =>
      refusalOf(
        setStatus(app, { id: draft, by: cast.reviewer, fingerprint: shown, status: 'approved' }),
      )
    expect(await approve(fingerprint)).toMatchObject({ code: 'APPROVAL_VOID' })
    expect(await approve(body.to.fingerprint)).toMatchObject({ code: 'no refusal' })
  })

  it('is for those with a role alone', async () => {
    const { draft } = await history()
    const reader = await createMember(stage.app, { email: 'reader@example.com', roles: [] })

    for (const as of [undefined, reader.token]) {
      const { body, status } = await stage.app.rest('GET', `/policy-versions/${draft}/redline`, {
        as,
      })
      expect(status).toBe(403)
      expect(body.errors[0].data.code).toBe('FORBIDDEN')
    }
    for (const { token } of [stage.cast.editor, stage.cast.publisher, stage.cast.admin]) {
      expect((await ask(draft, '', token)).status).toBe(200)
    }
    expect((await ask('abc')).status).toBe(404)
  })
})

const noTopics = (topics: object) =>
  Object.fromEntries(Object.keys(topics).map((topic) => [topic, []]))
