import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'

import type { Action } from '../../../src/admin/VersionWorkflow/actions.js'
import type { NoticeWindow } from '../../../src/operations/noticeWindow.js'

import { Consequences } from '../../../src/admin/VersionWorkflow/Consequences.js'
import { noticeWindowWith } from '../../helpers/noticeWindows.js'

vi.mock('@payloadcms/ui', async () => (await import('../../helpers/payloadUi.js')).payloadUi)

const notice: NoticeWindow['notices'][number] = {
  changeSummary: { en: 'We keep it for a year.' },
  channels: [{ hasDriver: true, name: 'homepage' }],
  kind: 'announcement',
  label: '2',
  message: {
    de: { after: 'Es hat sich geändert.', before: 'Es wird sich ändern.' },
    en: { after: 'It changed.', before: 'It will change.' },
  },
  postedAt: '2026-11-02T20:00:00.000Z',
  url: 'https://example.com/privacy',
  visibleUntil: '2027-02-01T05:00:00.000Z',
}
const tooEarly = {
  blocks: true,
  code: 'NOTICE_PERIOD_TOO_SHORT',
  field: 'effectiveOn',
  message: 'The date is too early.',
}
const missing = { blocks: true, code: 'CHANNEL_MISSING', field: undefined, message: 'No letter.' }

/** What a reader sees, line by line. */
const shown = ({
  action = 'publish',
  isRefused = false,
  ...more
}: Partial<NoticeWindow> & { action?: Action; isRefused?: boolean }): string =>
  renderToStaticMarkup(
    <Consequences
      action={action}
      isRefused={isRefused}
      window={noticeWindowWith({ notices: [notice], ...more })}
    />,
  ).replaceAll(/<[^>]+>/gu, '\n')

describe('what a step brings about', () => {
  it('is the notice as readers will see it, with what changes below', () => {
    expect(shown({})).toMatch(/It will change\.\s+We keep it for a year\./)
  })

  it('says where nothing tells them what changes, in that language alone', () => {
    expect(shown({}).match(/Nothing is said of what changes/gu)).toHaveLength(1)
    expect(shown({})).toMatch(/Es wird sich ändern\.\s+Nothing is said of what changes/)
    expect(shown({ notices: [{ ...notice, kind: 'withdrawal' }] })).not.toMatch(/Nothing is said/)
  })

  it('is nothing where the publication would be refused: then the reasons stand there, and what to do', () => {
    const words = shown({ isDateLawful: false, warnings: [tooEarly] })

    expect(words).toMatch(/would be refused\s+The date is too early\./)
    expect(words).toMatch(/Thursday, December 17, 2026 at the earliest\. An editor has to choose/)
    expect(words).not.toMatch(/It will change|None of it can be edited/)
    expect(shown({ warnings: [missing] })).not.toMatch(/at the earliest/)
  })

  it('says once why it was refused, but keeps what else stands against it', () => {
    expect(shown({ isRefused: true, warnings: [tooEarly] })).toBe('')
    expect(shown({ isDateLawful: false, isRefused: true, warnings: [tooEarly] })).toMatch(
      /^\s*Published now, it can take effect .* An editor has to choose that day or a later one[^\n]*\s*$/,
    )
    expect(shown({ isRefused: true, warnings: [tooEarly, missing] })).toMatch(
      /too early\.\s+No letter\./,
    )
  })

  it('is shown to whoever submits or approves, beside what stands against the publication', () => {
    for (const action of ['submit', 'approve'] as const) {
      expect(shown({ action, isDateLawful: false, warnings: [tooEarly] })).toMatch(
        /too early[\s\S]*if it were published now[\s\S]*It will change/,
      )
    }
  })
})
