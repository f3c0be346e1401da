import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { Warning } from '../../../src/domain/warning.js'
import type { NoticeWindow } from '../../../src/operations/noticeWindow.js'

import { Advice } from '../../../src/admin/ReviewView/Findings.js'
import { Doubts } from '../../../src/admin/VersionWorkflow/Doubts.js'
import { Warnings } from '../../../src/admin/VersionWorkflow/Warnings.js'
import { keyOfWarning } from '../../../src/admin/WarningMessage.js'
import { panel } from '../../helpers/payloadUi.js'

vi.mock('@payloadcms/ui', async () => (await import('../../helpers/payloadUi.js')).payloadUi)

const broken = (locale: string): Warning => ({
  blocks: false,
  code: 'EMAIL_BROKEN',
  field: 'body',
  key: `${locale}:EMAIL_BROKEN:privacy@example`,
  locale,
  message: 'The text says “privacy@example”, which is no address that mail can be sent to.',
})

const doubt = (locale: string): Warning => ({
  against: { id: 7, label: '3' },
  blocks: false,
  code: 'MATERIALITY_IN_DOUBT',
  count: 1,
  field: 'materialityReason',
  locale,
  message: 'The change is marked as not material.',
  sentences: [{ after: 'Wir geben alles weiter.', before: 'נמחק' }],
  topic: 'recipients',
})

/** What a reader sees, without the elements. */
const textOf = (html: string): string => html.replaceAll(/<[^>]+>/gu, '')

describe('a warning about the texts in two languages', () => {
  beforeEach(() => {
    panel.locales = ['en', 'de'].map((code) => ({ code, label: code }))
  })

  it('names the language, so that the same words do not stand there twice', () => {
    const both = [broken('en'), broken('de')]
    const panels = [
      <Warnings
        address=""
        isEditable={false}
        key="edit"
        notices={[]}
        onAcknowledged={() => Promise.resolve()}
        warnings={both}
      />,
      <Advice key="review" notices={[]} onShow={() => undefined} redlines={[]} warnings={both} />,
    ]

    for (const shown of panels) {
      const text = textOf(renderToStaticMarkup(shown))
      expect(text).toContain(`English: ${both[0]!.message}`)
      expect(text).toContain(`German: ${both[1]!.message}`)
    }
  })

  it('is no other language’s, though it says the same: neither can take the place of the other', () => {
    const keyless = { ...broken('en'), key: undefined }

    expect(keyOfWarning(broken('en'))).not.toBe(keyOfWarning(broken('de')))
    expect(keyOfWarning(keyless)).not.toBe(keyOfWarning({ ...keyless, locale: 'de' }))
    expect(keyOfWarning(doubt('en'))).not.toBe(keyOfWarning({ ...doubt('en'), topic: 'sale' }))
  })

  it('names no language on a site with one', () => {
    panel.locales = []
    const text = textOf(
      renderToStaticMarkup(
        <Warnings
          address=""
          isEditable={false}
          notices={[]}
          onAcknowledged={() => Promise.resolve()}
          warnings={[broken('en')]}
        />,
      ),
    )

    expect(text).not.toContain('English')
  })

  it('shows the old and the new sentence apart, each in its own direction and language', () => {
    const html = renderToStaticMarkup(<Doubts warnings={[doubt('en'), doubt('de_AT')]} />)

    expect(textOf(html)).toContain('Compared with version 3, the changed sentences touch:')
    expect(textOf(html)).toContain('recipients of data (Austrian German): ')
    expect(html).toContain('<del class="policy-sentence" dir="auto" lang="de-AT">נמחק</del>')
    expect(html).toContain(
      '<ins class="policy-sentence" dir="auto" lang="de-AT">Wir geben alles weiter.</ins>',
    )
    expect(html).not.toContain('→')
  })
})

describe('a notice that does not say what changes', () => {
  const unsaid: NoticeWindow['notices'][number] = {
    changeSummary: { en: 'We keep it for a year.' },
    channels: [],
    kind: 'announcement',
    label: '2',
    message: { de: { after: '', before: '' }, en: { after: '', before: '' } },
    postedAt: '2026-11-02T20:00:00.000Z',
    url: '',
    visibleUntil: '2027-02-01T05:00:00.000Z',
  }
  const shownIn = (notices: NoticeWindow['notices']) =>
    [
      <Warnings
        address=""
        isEditable
        key="edit"
        notices={notices}
        onAcknowledged={() => Promise.resolve()}
        warnings={[]}
      />,
      <Advice
        key="review"
        notices={notices}
        onShow={() => undefined}
        redlines={[]}
        warnings={[]}
      />,
    ].map((shown) => textOf(renderToStaticMarkup(shown)))

  it('is pointed out where the version is edited and where it is reviewed, with the language', () => {
    for (const text of shownIn([unsaid])) {
      expect(text).toContain('To look at')
      expect(text).toContain('German: Nothing is said of what changes')
    }
  })

  it('is a matter of announcements that lack it alone', () => {
    const said = { ...unsaid, changeSummary: { de: 'Ein Jahr.', en: 'A year.' } }

    expect(shownIn([said])).toEqual(['', ''])
    expect(shownIn([{ ...unsaid, kind: 'withdrawal' }])).toEqual(['', ''])
  })
})
