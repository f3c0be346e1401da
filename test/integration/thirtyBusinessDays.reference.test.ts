import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { lexicalFromText } from '../../src/index.js'
import { type App, startApp } from '../helpers/app.js'
import {
  approve,
  type Cast,
  createCast,
  createDraft,
  createPolicy,
  publishVersion,
  refusalOf,
  setStatus,
  thirtyBusinessDays,
} from '../helpers/cast.js'
import { realPolicy } from '../helpers/references.js'

/** The promise of a real policy: a material change takes effect 30 business days after its notice. */
describe('a policy that promised thirty business days', () => {
  let now = new Date('2020-09-19T04:00:00Z')
  let app: App
  let cast: Cast
  let policy: number
  let second: number
  const text = realPolicy('002_21db523916e42192.txt')
  const current = async () => (await app.rest('GET', '/policies/itmc-privacy/current')).body
  const notices = async () => (await app.rest('GET', '/policy-notices/active')).body.notices

  beforeAll(async () => {
    app = await startApp({ options: { clock: () => now } })
    cast = await createCast(app)
    policy = (await createPolicy(app, { slug: 'itmc-privacy', title: 'Privacy & Cookies Policy' }))
      .id
  })

  afterAll(() => app.stop())

  it('has a first version in force, without a notice', async () => {
    await publishVersion(app, cast, {
      body: lexicalFromText(text),
      effectiveOn: '2020-09-19',
      noticeTerms: thirtyBusinessDays,
      policy,
      title: 'Privacy & Cookies Policy',
    })

    now = new Date('2026-11-02T20:00:00Z')
    expect(await current()).toMatchObject({
      dateLabel: 'Effective September 19, 2020',
      effectiveOn: '2020-09-19',
      label: '1',
      nextChangeAt: null,
      state: 'in_force',
      upcoming: [],
    })
    expect(await notices()).toEqual([])
  })

  it('shows the text with its headings, lists and links', async () => {
    const { html, text: plain } = await current()

    expect(html).toContain(
      '<h1 id="section-privacy-cookies-policy">Privacy &amp; Cookies Policy</h1>',
    )
    expect(html).toContain('<h2 id="section-websites">Websites</h2>')
    expect(html.match(/<h2 /g).length).toBeGreaterThanOrEqual(13)
    expect(html).toContain('<ol')
    expect(html).toContain('href="https://www.itmc.org"')
    expect(plain).toContain('at least thirty (30) business days prior to the change taking effect')
  })

  it('refuses a material change for 16 December, published on 2 November, and says 17 December', async () => {
    const draft = await createDraft(app, {
      body: lexicalFromText(`${text}\n\nWe also keep a record of the cookies you accept.`),
      by: cast.editor,
      changeSummary: 'We say which cookies we keep a record of.',
      effectiveOn: '2026-12-16',
      materialChange: true,
      policy,
      title: 'Privacy & Cookies Policy',
    })
    second = draft.id
    const warnings = draft.warnings as { blocks: boolean; code: string }[]
    expect(warnings.filter(({ blocks }) => blocks)).toMatchObject([
      { code: 'NOTICE_PERIOD_TOO_SHORT', earliestEffectiveOn: '2026-12-17', field: 'effectiveOn' },
    ])
    // The text keeps its old date, and an address that cannot work.
    expect(warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['DATE_CONTRADICTS_RECORD', 'EMAIL_BROKEN']),
    )

    await approve(app, cast, second)
    const before = await recordOf()

    expect(
      await refusalOf(setStatus(app, { id: second, by: cast.publisher, status: 'published' })),
    ).toMatchObject({
      code: 'NOTICE_PERIOD_TOO_SHORT',
      decidedBy: { label: '1', tier: 'material' },
      earliestEffectiveOn: '2026-12-17',
      message:
        'Effective date 2026-12-16 is too early: published on 2026-11-02, 30 business days (calendar us-federal) end on 2026-12-16, as promised by version 1; the earliest lawful date is 2026-12-17.',
      status: 400,
    })
    // It changes nothing, and is remembered.
    const { events, ...after } = await recordOf()
    expect(after).toEqual({ posted: before.posted, versions: before.versions })
    expect(
      events.filter(({ id }) => !before.events.some((event) => event.id === id)),
    ).toMatchObject([
      {
        actor: { name: 'paul' },
        data: { code: 'NOTICE_PERIOD_TOO_SHORT', earliestEffectiveOn: '2026-12-17' },
        type: 'publication_refused',
      },
    ])
  })

  it('publishes it for 17 December: the notice stands, the old text stays in force', async () => {
    await app.payload.update({
      id: second,
      collection: 'policy-versions',
      data: { effectiveOn: '2026-12-17' },
      overrideAccess: false,
      user: cast.editor.user,
    })
    await approve(app, cast, second)
    await setStatus(app, { id: second, by: cast.publisher, status: 'published' })

    expect(await current()).toMatchObject({
      label: '1',
      nextChangeAt: '2026-12-17T05:00:00.000Z',
      upcoming: [{ effectiveOn: '2026-12-17', label: '2', state: 'upcoming' }],
    })
    expect(await notices()).toMatchObject([
      {
        changeSummary: 'We say which cookies we keep a record of.',
        effectiveAt: '2026-12-17T05:00:00.000Z',
        materialChange: true,
        message: 'Privacy & Cookies Policy will change on December 17, 2026.',
        phase: 'before',
        postedAt: '2026-11-02T20:00:00.000Z',
        url: '/policies/itmc-privacy/versions/2',
        version: { label: '2', state: 'upcoming' },
        visibleUntil: '2027-01-16T05:00:00.000Z',
      },
    ])
  })

  it('puts the new text in force at midnight in New York, with nothing having run', async () => {
    now = new Date('2026-12-17T04:59:59.999Z')
    expect(await current()).toMatchObject({ label: '1' })

    now = new Date('2026-12-17T05:00:00.000Z')
    expect(await current()).toMatchObject({ label: '2', nextChangeAt: null, state: 'in_force' })
    expect((await current()).text).toContain('a record of the cookies you accept')
    expect(await notices()).toMatchObject([
      { message: 'Privacy & Cookies Policy changed on December 17, 2026.', phase: 'after' },
    ])
  })

  it('takes the notice down when its time is over', async () => {
    now = new Date('2027-01-16T04:59:59.999Z')
    expect(await notices()).toHaveLength(1)

    now = new Date('2027-01-16T05:00:00.000Z')
    expect(await notices()).toEqual([])
  })

  it('still answers what was in force on any day before', async () => {
    const at = async (moment: string) =>
      (await app.rest('GET', `/policies/itmc-privacy/current?at=${moment}`)).body.label

    expect(await at('2026-12-16')).toBe('1')
    expect(await at('2026-12-17')).toBe('2')
    expect(await at('2026-12-17T04:59:59.999Z')).toBe('1')
  })

  const recordOf = async () => {
    const { docs: versions } = await app.payload.find({ collection: 'policy-versions', depth: 0 })
    const { docs: posted } = await app.payload.find({ collection: 'policy-notices', depth: 0 })
    const { docs: events } = await app.payload.find({ collection: 'policy-events', depth: 0 })
    return { events, posted, versions }
  }
})
