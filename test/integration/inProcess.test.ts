import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { activePolicyNotices, currentPolicy, policyTimeline } from '../../src/index.js'
import { refusalOf } from '../helpers/cast.js'
import { createStage, type Stage, tenDays } from '../helpers/stage.js'

describe('a site in the process of Payload', () => {
  let stage: Stage
  let policy: number
  let slug: string

  beforeAll(async () => {
    stage = await createStage()
    ;({ policy, slug } = await stage.inForce(tenDays))
    await stage.published({ effectiveOn: '2026-08-01', materialChange: true, policy })
  })

  afterAll(() => stage.stop())

  const asked = async (path: string) => (await stage.app.rest('GET', path)).body

  it('reads what the public routes answer, at any moment', async () => {
    const { payload } = stage.app

    expect(await currentPolicy({ payload, slug, texts: ['body', 'html', 'text'] })).toEqual(
      await asked(`/policies/${slug}/current`),
    )
    expect(await currentPolicy({ at: '2026-08-01', payload, slug })).toMatchObject({
      forecast: true,
      label: '2',
    })
    expect(
      await currentPolicy({ at: new Date('2026-09-01T12:00:00Z'), payload, slug }),
    ).toMatchObject({ forecast: true, label: '2' })
    expect(await policyTimeline({ payload, slug })).toEqual(
      await asked(`/policies/${slug}/versions`),
    )
    const notices = await activePolicyNotices({ payload })
    expect(notices).toEqual(await asked('/policy-notices/active'))
    expect(notices.notices).toHaveLength(1)
    expect((await activePolicyNotices({ payload, placement: 'banner' })).notices).toEqual([])
  })

  it('reads the text in the forms that it asks for, HTML where it says nothing', async () => {
    const { payload } = stage.app
    const { html, ...rest } = await currentPolicy({ payload, slug })

    expect(html).toMatch(/^<p>/)
    expect(rest).not.toHaveProperty('body')
    expect(rest).not.toHaveProperty('text')
    expect(await currentPolicy({ payload, slug, texts: ['markdown'] })).toHaveProperty('markdown')
    expect(await currentPolicy({ payload, slug, texts: [] })).not.toHaveProperty('html')
  })

  it('is told why where there is nothing to read', async () => {
    const { payload } = stage.app

    expect(await refusalOf(currentPolicy({ payload, slug: 'unheard-of' }))).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await refusalOf(currentPolicy({ at: 'soon', payload, slug }))).toMatchObject({
      code: 'INVALID_PARAMETER',
    })
    expect(
      await refusalOf(currentPolicy({ payload, slug, texts: ['pdf' as 'html'] })),
    ).toMatchObject({ allowed: ['body', 'html', 'markdown', 'text'], code: 'INVALID_PARAMETER' })
    expect(await refusalOf(policyTimeline({ locale: 'xx', payload, slug }))).toMatchObject({
      code: 'INVALID_PARAMETER',
    })
  })
})
