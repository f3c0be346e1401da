import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createDraft, createPolicy, textOf } from '../helpers/cast.js'
import { calendarDays, createStage, type Stage, tenDays } from '../helpers/stage.js'

describe('the preview of a notice', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage(
      { channels: { 'e-mail': () => Promise.resolve() } },
      { localization: { defaultLocale: 'en', locales: ['en', 'de', 'ar', 'it', 'th'] } },
    )
  })

  afterAll(() => stage.stop())

  const window = async (id: number) =>
    (
      await stage.app.rest('GET', `/policy-versions/${id}/notice-window`, {
        as: stage.cast.publisher.token,
      })
    ).body
  /** What readers were told, as the preview words it. */
  const posted = async (version: number) =>
    (await stage.noticesOf(version))
      .sort((one, other) => Number(one.id) - Number(other.id))
      .map(({ message, postedAt, url, visibleUntil }) => ({
        message,
        postedAt,
        url,
        visibleUntil,
      }))
  const wordsOf = ({
    message,
    postedAt,
    url,
    visibleUntil,
  }: Record<'message' | 'postedAt' | 'url' | 'visibleUntil', unknown>) => ({
    message,
    postedAt,
    url,
    visibleUntil,
  })
  const translated = async (id: number, locale: string, title: string) =>
    stage.app.payload.update({
      id,
      collection: 'policy-versions',
      data: { body: textOf('Wir achten darauf.'), title },
      locale,
      overrideAccess: false,
      user: stage.cast.editor.user,
    })
  const draft = async (data: Record<string, unknown> & { policy: number }) => {
    const { id } = (await stage.app.payload.create({
      collection: 'policy-versions',
      data: { body: textOf('We keep it safe.'), title: 'Privacy Policy', ...data },
      overrideAccess: false,
      user: stage.cast.editor.user,
    })) as { id: number }
    await translated(id, 'de', 'Datenschutzerklärung')
    await translated(id, 'ar', 'سياسة الخصوصية')
    return id
  }
  const approve = async (id: number) => {
    for (const [by, status] of [
      [stage.cast.editor, 'in_review'],
      [stage.cast.reviewer, 'approved'],
    ] as const) {
      await stage.app.payload.update({
        id,
        collection: 'policy-versions',
        data: { status },
        overrideAccess: false,
        user: by.user,
      })
    }
  }

  it('has exactly the words that are published, in every language, and those of the withdrawal', async () => {
    const { policy } = await stage.inForce()
    const id = await draft({
      changeSummary: 'We keep it for a year.',
      effectiveOn: '2026-07-20',
      materialChange: true,
      noticeChannels: ['homepage', 'e-mail'],
      policy,
    })
    await translated(id, 'it', 'Informativa')
    await translated(id, 'th', 'นโยบาย')
    await approve(id)
    const { languages, notices } = await window(id)

    expect([...languages].sort()).toEqual(['ar', 'de', 'en', 'it', 'th'])
    expect(notices).toMatchObject([
      {
        channels: [
          { hasDriver: true, name: 'homepage' },
          { hasDriver: true, name: 'e-mail' },
        ],
        changeSummary: { en: 'We keep it for a year.' },
        kind: 'announcement',
        label: '2',
        message: {
          en: {
            after: 'Privacy Policy changed on July 20, 2026.',
            before: 'Privacy Policy will change on July 20, 2026.',
          },
        },
      },
    ])
    expect(notices[0].message.de.before).toMatch(/Datenschutzerklärung.*20\. Juli 2026/)
    // There are no words in these languages; the date is in that of the sentence, and Gregorian.
    expect(notices[0].message).toMatchObject({
      it: { before: 'Informativa will change on July 20, 2026.' },
      th: { before: 'นโยบาย will change on July 20, 2026.' },
    })
    await stage.publish(id)
    expect(await posted(id)).toEqual([wordsOf(notices[0]), wordsOf(notices[0])])
    for (const locale of ['en', 'de']) {
      const { body } = await stage.app.rest('GET', `/policy-notices/active?locale=${locale}`)
      expect(body.notices.at(-1)).toMatchObject({
        changeSummary: notices[0].changeSummary[locale] ?? null,
        message: notices[0].message[locale].before,
      })
    }

    const announced = await window(id)
    expect(announced.notices).toMatchObject([
      { channels: [{ name: 'e-mail' }, { name: 'homepage' }], kind: 'withdrawal' },
    ])
    await stage.withdraw(id)
    expect((await posted(id)).slice(2)).toEqual([
      wordsOf(announced.notices[0]),
      wordsOf(announced.notices[0]),
    ])
    expect((await window(id)).notices).toEqual([])
  })

  it('tells what takes whose place, and where the other one is taken back', async () => {
    const { policy } = await stage.inForce()
    const first = await draft({
      effectiveOn: '2026-07-20',
      materialChange: true,
      noticeChannels: ['homepage', 'e-mail'],
      policy,
    })
    await approve(first)
    await stage.publish(first)
    const second = await draft({
      materialChange: true,
      noticeChannels: ['homepage'],
      policy,
      replaces: { materialDifference: false, version: first },
    })
    await approve(second)
    const { notices, replaces } = await window(second)

    expect(replaces).toEqual({ id: first, effectiveAt: '2026-07-20T04:00:00.000Z', label: '2' })
    expect(notices).toMatchObject([
      { channels: [{ name: 'homepage' }], kind: 'announcement', label: '3' },
      { channels: [{ name: 'e-mail' }], kind: 'withdrawal', label: '2' },
    ])
    await stage.publish(second)
    expect(await posted(second)).toEqual([wordsOf(notices[0])])
    expect((await posted(first)).slice(2)).toEqual([wordsOf(notices[1])])
  })

  it('is none of a first version, which changes nothing', async () => {
    const { id: policy } = await createPolicy(stage.app, { slug: 'first' })
    expect((await window(await draft({ noticeTerms: tenDays, policy }))).notices).toEqual([])
  })

  it('says which channels are for people to use, and when the period ends', async () => {
    const { policy } = await stage.inForce()
    const id = await draft({ materialChange: true, noticeChannels: ['letter'], policy })

    expect(await window(id)).toMatchObject({
      channelsToAttest: ['letter'],
      noticeEndsOn: '2026-07-11',
      notices: [{ channels: [{ hasDriver: false, name: 'letter' }] }],
    })
  })
})

describe('the dates of a dry run', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage()
  })

  afterAll(() => stage.stop())

  const window = async (id: number) =>
    (
      await stage.app.rest('GET', `/policy-versions/${id}/notice-window`, {
        as: stage.cast.publisher.token,
      })
    ).body

  it('are lawful or not, whatever else stands against the publication', async () => {
    const { policy } = await stage.inForce()
    const id = await stage.approved({
      effectiveOn: '2026-07-20',
      materialChange: true,
      noticeChannels: ['pigeon'],
      policy,
    })

    expect(await window(id)).toMatchObject({
      isDateLawful: true,
      isLawful: false,
      publicationDeadline: '2026-07-10T04:00:00.000Z',
    })
    stage.at('2026-07-15T12:00:00Z')
    expect(await window(id)).toMatchObject({
      earliestEffectiveOn: '2026-07-26',
      isDateLawful: false,
    })
  })

  it('are held against the text as what they would be today, but for the day that was chosen', async () => {
    const { policy } = await stage.inForce()
    const { id } = await createDraft(stage.app, {
      body: textOf('Last updated May 1, 2020. Effective May 2, 2020.'),
      by: stage.cast.editor,
      effectiveOn: '2026-07-20',
      policy,
    })
    const { warnings } = await window(id)

    expect(warnings.map(({ message }: { message: string }) => message).slice(-2)).toEqual([
      expect.stringMatching(/May 1, 2020.*if this version is published today, .* is 2026-07-01/),
      expect.stringMatching(/May 2, 2020.*but the effective date of this version is 2026-07-20/),
    ])

    stage.at('2026-08-01T12:00:00Z')
    expect((await window(id)).warnings.at(-1).message).toMatch(
      /May 2, 2020.*but the effective date of this version is 2026-07-20/,
    )
  })

  it('name the first day after an announced version that would be broken before', async () => {
    const { policy } = await stage.inForce(calendarDays(0))
    await stage.published({
      effectiveOn: '2026-07-20',
      materialChange: true,
      noticeTerms: calendarDays(0),
      policy,
    })
    const id = await stage.approved({
      effectiveOn: '2026-07-10',
      materialChange: true,
      noticeTerms: calendarDays(90),
      policy,
    })

    expect(await window(id)).toMatchObject({
      earliestEffectiveOn: '2026-07-21',
      isDateLawful: false,
      warnings: [{ code: 'BREAKS_PENDING' }, { blocks: false }],
    })
  })
})

describe('a draft in place of an announced version', () => {
  let stage: Stage
  let announced: number

  beforeAll(async () => {
    stage = await createStage(
      {
        collections: {
          versions: ({ defaultCollection }) => ({
            ...defaultCollection,
            fields: [
              ...defaultCollection.fields,
              {
                name: 'sources',
                type: 'array',
                fields: [{ name: 'address', type: 'text' }],
              },
            ],
          }),
        },
      },
      { localization: { defaultLocale: 'en', locales: ['en', 'de'] } },
    )
    const { policy } = await stage.inForce()
    const id = await stage.approved({
      changeSummary: 'A partner.',
      effectiveOn: '2026-07-20',
      materialChange: true,
      policy,
      sources: [{ address: 'https://example.com/a' }, { address: 'https://example.com/b' }],
    })
    await stage.app.payload.update({
      id,
      collection: 'policy-versions',
      data: { body: textOf('Wir achten darauf.'), title: 'Datenschutzerklärung' },
      locale: 'de',
      overrideAccess: false,
      user: stage.cast.editor.user,
    })
    for (const [by, status] of [
      [stage.cast.editor, 'in_review'],
      [stage.cast.reviewer, 'approved'],
    ] as const) {
      await stage.app.payload.update({
        id,
        collection: 'policy-versions',
        data: { status },
        overrideAccess: false,
        user: by.user,
      })
    }
    await stage.publish(id)
    announced = id
  })

  afterAll(() => stage.stop())

  const replace = (id: number, body: unknown, as: string | undefined = stage.cast.editor.token) =>
    stage.app.rest('POST', `/policy-versions/${id}/replace`, { as, body })
  const windowFor = async (as: string) =>
    (await stage.app.rest('GET', `/policy-versions/${announced}/notice-window`, { as })).body
  const draftOf = async (id: number) =>
    await stage.app.payload.findByID({
      id,
      collection: 'policy-versions',
      depth: 0,
      locale: 'all',
    })

  it('is offered to those who draft, until there is one to open', async () => {
    expect(await windowFor(stage.cast.editor.token)).toMatchObject({
      mayReplace: true,
      replacement: null,
    })
    expect((await windowFor(stage.cast.publisher.token)).mayReplace).toBe(false)
  })

  it('has the content of the announced one in every language, and says whose place it takes', async () => {
    const { body, status } = await replace(announced, {
      comment: 'A clerical error.',
      materialDifference: false,
    })

    expect([status, body.doc.label]).toEqual([201, '3'])
    expect(await draftOf(body.doc.id)).toMatchObject({
      authors: [{ name: 'edith' }],
      changeSummary: { en: 'A partner.' },
      effectiveOn: '2026-07-20',
      label: '3',
      materialChange: true,
      materialityReason: 'A clerical error.',
      replaces: { materialDifference: false, version: announced },
      sources: [{ address: 'https://example.com/a' }, { address: 'https://example.com/b' }],
      status: 'draft',
      title: { de: 'Datenschutzerklärung', en: 'Privacy Policy' },
    })
    expect(await windowFor(stage.cast.editor.token)).toMatchObject({
      replacement: { id: body.doc.id, label: '3' },
      state: 'upcoming',
    })
  })

  it('has no day of its own where it differs materially, which is what is assumed', async () => {
    const { body } = await replace(announced, {})
    expect(await draftOf(body.doc.id)).toMatchObject({
      effectiveOn: null,
      replaces: { materialDifference: true, version: announced },
    })
  })

  it('keeps the announced day also where that was not chosen but counted', async () => {
    const { policy } = await stage.inForce()
    const { id } = await stage.published({ materialChange: true, policy })
    const { body } = await replace(id, { materialDifference: false })

    expect(await draftOf(id)).toMatchObject({ effectiveOn: null })
    expect(await draftOf(body.doc.id)).toMatchObject({ effectiveOn: '2026-07-12' })
  })

  it('is refused for what is not announced, and leaves nothing behind', async () => {
    const count = async () =>
      (await stage.app.payload.count({ collection: 'policy-versions' })).totalDocs
    const before = await count()
    const { first } = await stage.inForce()
    const { body, status } = await replace(first.id, {})

    expect([status, body.errors[0].data.code]).toEqual([409, 'ILLEGAL_TRANSITION'])
    expect(await count()).toBe(before + 1)
  })

  it.each([
    ['a difference that is none', { materialDifference: 'no' }],
    ['a comment that is none', { comment: 7 }],
  ])('is refused for %s', async (_, body) => {
    expect((await replace(announced, body)).status).toBe(400)
  })

  it('is started by editors alone, whatever buttons there are', async () => {
    for (const token of [undefined, stage.cast.publisher.token, stage.cast.reviewer.token]) {
      const { body, status } = await stage.app.rest(
        'POST',
        `/policy-versions/${announced}/replace`,
        { as: token, body: {} },
      )
      expect([status, body.errors[0].data.code]).toEqual([403, 'FORBIDDEN'])
    }
    expect((await replace(999_999, {})).status).toBe(404)
  })
})
