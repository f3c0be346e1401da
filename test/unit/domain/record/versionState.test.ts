import { describe, expect, it } from 'vitest'

import { fingerprint } from '../../../../src/domain/fingerprint.js'
import {
  isUnderReview,
  reviewedTextFinding,
  stateAfter,
  statusFinding,
} from '../../../../src/domain/record/versionState.js'

const version = { id: 5, label: '2', status: 'approved' }
const approved = { event: 4, fingerprint: 'sha256:ab', status: 'approved' }

describe('where a version stands', () => {
  it('is what the last event about it said', () => {
    expect(
      stateAfter({
        data: { fingerprint: 'sha256:ab', status: 'approved' },
        sequence: 4,
        type: 'approved',
      }),
    ).toEqual(approved)
    expect(
      stateAfter({
        data: { fingerprint: 'sha256:cd', from: 'approved' },
        sequence: 5,
        type: 'returned_to_draft',
      }),
    ).toEqual({ event: 5, fingerprint: 'sha256:cd', status: 'draft' })
  })

  it('is told apart from where somebody put it', () => {
    expect(statusFinding({ policy: 'privacy', state: approved, version })).toBeUndefined()
    expect(
      statusFinding({ policy: 'privacy', state: { ...approved, status: 'in_review' }, version }),
    ).toMatchObject({
      code: 'STATUS_WRONG',
      event: 4,
      message: expect.stringMatching(/left it "in_review"/) as string,
    })
  })

  it('is told apart whatever stands in the event', () => {
    const state = stateAfter({ data: { status: { toString: {} } }, sequence: 4, type: 'approved' })

    expect(statusFinding({ policy: 'privacy', state, version })).toMatchObject({
      message: expect.stringMatching(/left it \{"toString":\{\}\}/) as string,
    })
  })

  it('is a draft without an event', () => {
    expect(
      statusFinding({
        policy: 'privacy',
        state: undefined,
        version: { ...version, status: 'draft' },
      }),
    ).toBeUndefined()
    expect(statusFinding({ policy: 'privacy', state: undefined, version })).toMatchObject({
      code: 'STATUS_WRONG',
    })
  })

  it('is under review until it is published or a draft again', () => {
    expect(
      ['draft', 'in_review', 'changes_requested', 'approved', 'published', 'withdrawn'].filter(
        (status) => isUnderReview({ status }),
      ),
    ).toEqual(['in_review', 'changes_requested', 'approved'])
  })
})

describe('a text under review', () => {
  const content = { label: '2', title: 'Privacy' }
  const reviewed = { ...version, ...content, fingerprint: fingerprint(content) }
  const state = { ...approved, fingerprint: fingerprint(content) }

  it('is the one that the record names', () => {
    expect(reviewedTextFinding({ policy: 'privacy', state, version: reviewed })).toBeUndefined()
  })

  it.each([
    ['another title', { title: 'Other' }],
    ['another fingerprint', { fingerprint: 'sha256:00' }],
    [
      'another title and its fingerprint',
      { fingerprint: fingerprint({ ...content, title: 'Other' }), title: 'Other' },
    ],
  ])('is told apart from one with %s', (_, changed) => {
    expect(
      reviewedTextFinding({ policy: 'privacy', state, version: { ...reviewed, ...changed } }),
    ).toMatchObject({ code: 'FINGERPRINT_WRONG', event: 4 })
  })
})
