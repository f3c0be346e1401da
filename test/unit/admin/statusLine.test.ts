import { describe, expect, it } from 'vitest'

import type { NoticeWindow } from '../../../src/operations/noticeWindow.js'

import { sayIn } from '../../../src/admin/say.js'
import { statusLine } from '../../../src/admin/VersionWorkflow/statusLine.js'
import { englishWords } from '../../helpers/englishWords.js'
import { noticeWindowWith } from '../../helpers/noticeWindows.js'

const say = sayIn({ language: 'en-US', t: englishWords })

const exception = {
  approvers: [],
  explanation: 'Passwords leaked.',
  isNeeded: true,
  mayApprove: false,
  reason: 'security',
}

const missing = { blocks: true, code: 'CHANNEL_MISSING', field: undefined, message: 'No letter.' }

describe('where a version stands and what comes next, of', () => {
  it.each<[string, Partial<NoticeWindow>, string]>([
    ['a draft', {}, 'Draft. Next: submit it for review.'],
    [
      'a draft in place of an announced version',
      { replaces: { id: 2, effectiveAt: '2026-12-17T05:00:00.000Z', label: '2' } },
      'Draft. Next: submit it for review. To take the place of version 2, announced for Thursday, December 17, 2026.',
    ],
    [
      'a version in review',
      { approvals: { approvers: ['Rita'], required: 2 }, status: 'in_review' },
      'In review: 1 of 2 approvals. Next: somebody who is not among its authors approves it.',
    ],
    [
      'a version in review by an exception',
      { exception, status: 'in_review' },
      'In review: 0 of 1 approvals. Next: somebody who is not among its authors approves it. The exception to the notice period awaits an approval of its own.',
    ],
    [
      'an announced version',
      { state: 'upcoming', status: 'published' },
      'Published. Takes effect on Friday, January 1, 2027. Until then it can be replaced or withdrawn.',
    ],
    [
      'an announced version that a later one builds on',
      { followedBy: { id: 3, label: '3' }, state: 'upcoming', status: 'published' },
      'Published. Takes effect on Friday, January 1, 2027. Until then it can be replaced. Version 3 builds on it: to withdraw this one, withdraw that one first.',
    ],
    [
      'a version that was sent back',
      { status: 'changes_requested' },
      'Changes were requested. Edit the text and submit it again.',
    ],
    [
      'an approved version with a deadline',
      { status: 'approved' },
      'Approved. Publish before Tuesday, November 17, 2026 at 24:00 EST to take effect on Friday, January 1, 2027.',
    ],
    [
      'an approved version that something other than its date stands against',
      { isLawful: false, status: 'approved', warnings: [missing] },
      'Approved. Before it can be published, what is listed below has to be corrected, which needs a new review. Publish before Tuesday, November 17, 2026 at 24:00 EST to take effect on Friday, January 1, 2027.',
    ],
    [
      'an approved version whose publisher has to give a notice',
      { channelsToAttest: ['letter'], isLawful: false, status: 'approved', warnings: [missing] },
      'Approved. Publish before Tuesday, November 17, 2026 at 24:00 EST to take effect on Friday, January 1, 2027.',
    ],
    [
      'an approved version that needs no notice',
      { publicationDeadline: null, status: 'approved' },
      'Approved. Next: publish it, to take effect on Friday, January 1, 2027.',
    ],
    [
      'an approved version that comes too late',
      { isDateLawful: false, isLawful: false, status: 'approved' },
      'Approved. Published now, it can take effect on Thursday, December 17, 2026 at the earliest. An editor has to choose that day or a later one, which needs a new review.',
    ],
    [
      'an approved version that no calendar reaches to',
      {
        earliestEffectiveAt: null,
        effectiveAt: null,
        isDateLawful: false,
        isLawful: false,
        status: 'approved',
      },
      'Approved. As things stand, no day is lawful.',
    ],
    [
      'an approved version with an exception',
      { exception, publicationDeadline: null, status: 'approved' },
      'Approved. Next: publish it, to take effect on Friday, January 1, 2027.',
    ],
    ['an approved import', { isImport: true, status: 'approved' }, 'Approved. Next: publish it.'],
    [
      'an announced version',
      { state: 'upcoming', status: 'published' },
      'Published. Takes effect on Friday, January 1, 2027. Until then it can be replaced or withdrawn.',
    ],
    [
      'the version in force',
      { state: 'in_force', status: 'published' },
      'In force since Friday, January 1, 2027.',
    ],
    [
      'the version in force that another is announced after',
      {
        state: 'in_force',
        status: 'published',
        supersededAt: '2027-03-01T05:00:00.000Z',
        supersededBy: '3',
      },
      'In force since Friday, January 1, 2027; version 3 takes its place on Monday, March 1, 2027.',
    ],
    [
      'an import in force since nobody knows when',
      { effectiveOn: null, isImport: true, state: 'in_force', status: 'published' },
      'In force, since a day that nobody knows.',
    ],
    [
      'a superseded version',
      { state: 'superseded', status: 'published', supersededAt: '2027-03-01T05:00:00.000Z' },
      'In force since Friday, January 1, 2027, superseded on Monday, March 1, 2027.',
    ],
    [
      'a superseded import that nobody knows the day of',
      {
        effectiveOn: null,
        state: 'superseded',
        status: 'published',
        supersededAt: '2027-03-01T05:00:00.000Z',
      },
      'In force since a day that nobody knows, superseded on Monday, March 1, 2027.',
    ],
    [
      'a superseded version whose successor nobody knows the day of',
      { state: 'superseded', status: 'published', supersededBy: '3' },
      'In force since Friday, January 1, 2027, superseded by version 3 on a day that nobody knows.',
    ],
    [
      'a superseded import of which no day is known at all',
      { effectiveOn: null, state: 'superseded', status: 'published', supersededBy: '3' },
      'Superseded by version 3. Nobody knows the days.',
    ],
    [
      'a withdrawn version',
      { state: 'withdrawn', status: 'withdrawn', withdrawnAt: '2026-12-01T15:00:00.000Z' },
      'Withdrawn on Tuesday, December 1, 2026, before it took effect.',
    ],
  ])('%s', (_, stands, words) => {
    expect(statusLine({ say, window: noticeWindowWith(stands) })).toBe(words)
  })
})
