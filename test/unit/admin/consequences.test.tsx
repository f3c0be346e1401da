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
      expect(shown({ action, warnings: [missing] })).toMatch(
        /No letter[\s\S]*if it were published now[\s\S]*It will change/,
      )
    }
  })

  it('is nothing that cannot come: of a day that is too early nobody is shown a notice', () => {
    for (const action of ['submit', 'approve'] as const) {
      const words = shown({ action, isDateLawful: false, warnings: [tooEarly] })

      expect(words).toMatch(/would be refused\s+The date is too early\./)
      expect(words).not.toMatch(/if it were published now|It will change/)
    }
  })

  it('comes with what else there is to look at, for everybody who takes a step', () => {
    const advice = {
      blocks: false,
      code: 'UNDONE_BY_PENDING',
      field: undefined,
      message: 'Undone.',
    }

    for (const action of ['submit', 'approve', 'publish'] as const) {
      expect(shown({ action, warnings: [advice] })).toMatch(/To look at\s+Undone\./)
    }
    expect(shown({ action: 'withdraw', warnings: [advice] })).not.toMatch(/Undone/)
  })

  it('says why the notice is shortened, by how much, and who approved that', () => {
    const exception = {
      approvers: ['Rita'],
      explanation: 'Passwords leaked.',
      isNeeded: true,
      mayApprove: false,
      reason: 'security',
    }
    const shortened = {
      earliestEffectiveOn: '2026-12-17' as NoticeWindow['earliestEffectiveOn'],
      effectiveOn: '2026-11-20' as NoticeWindow['effectiveOn'],
      exception,
    }

    for (const action of ['approve-exception', 'publish'] as const) {
      expect(shown({ action, ...shortened })).toMatch(
        /Reason\s+Security\. Passwords leaked\.\s+Without the exception, at the earliest\s+Thursday, December 17, 2026\s+Notice that readers lose\s+27 calendar days\s+Exception approved by\s+Rita/,
      )
    }
    expect(shown({ exception: { ...exception, isNeeded: false } })).not.toMatch(/readers lose/)
    // What was announced is taken back: nobody loses notice.
    expect(shown({ action: 'withdraw', ...shortened })).not.toMatch(/readers lose/)
  })
})
