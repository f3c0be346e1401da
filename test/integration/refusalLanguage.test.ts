import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createStage, type Stage, tenDays } from '../helpers/stage.js'

describe('somebody whose admin panel is in German', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await createStage({}, { i18n: { supportedLanguages: { de, en } } })
  })

  afterAll(() => stage.stop())

  it('is refused in German, at the field it is about, and anybody else in English', async () => {
    const { policy } = await stage.inForce(tenDays)
    const id = await stage.approved({ effectiveOn: '2026-07-05', materialChange: true, policy })
    const publish = (language: string) =>
      stage.app.rest('PATCH', `/policy-versions/${id}`, {
        as: stage.cast.publisher.token,
        body: { status: 'published' },
        headers: { 'Accept-Language': language },
      })
    const german =
      'Der Tag des Inkrafttretens ist zu früh für die versprochene Ankündigungsfrist. Der früheste zulässige Tag ist Sonntag, 12. Juli 2026.'

    expect(await publish('de')).toMatchObject({
      body: {
        errors: [
          {
            data: {
              code: 'NOTICE_PERIOD_TOO_SHORT',
              errors: [{ message: german, path: 'effectiveOn' }],
            },
            message: german,
          },
        ],
      },
      status: 400,
    })
    expect((await publish('en')).body.errors[0].message).toContain('the earliest lawful date is')
  })
})
