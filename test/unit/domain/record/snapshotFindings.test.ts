import { describe, expect, it } from 'vitest'

import type { SealedDocument } from '../../../../src/domain/record/snapshotFindings.js'

import { fingerprint } from '../../../../src/domain/fingerprint.js'
import { snapshotFindings } from '../../../../src/domain/record/snapshotFindings.js'
import { contentOf } from '../../../../src/domain/versionContent.js'

type Values = Record<string, unknown>

const policy = { slug: 'privacy', timeZone: 'America/New_York' }
const body = (text: string) => ({ root: { children: [{ text }], direction: null } })
const publishedAt = '2026-07-01T12:00:00.000Z'
const effectiveAt = '2026-07-20T04:00:00.000Z'
const noticeTerms = { dateLabel: 'effective' }

/** A version as it is stored, with what its publication sealed. */
const publishedVersion = ({
  content = {},
  publication = {},
}: { content?: Values; publication?: Values } = {}): SealedDocument => {
  const row = {
    id: 5,
    body: { de: body('Sicher.'), en: body('Safe.') },
    changeSummary: { en: 'More.' },
    effectiveOn: '2026-07-20',
    exception: { explanation: null, reason: null },
    imported: { source: null },
    label: '2',
    materialChange: true,
    noticeTerms,
    policy: 1,
    title: { de: 'Datenschutz', en: 'Privacy' },
    ...content,
  }
  const sealed = contentOf(row)

  return {
    ...row,
    effectiveAt,
    fingerprint: fingerprint(sealed),
    publishedAt,
    snapshot: {
      content: sealed,
      count: { noticeFrom: publishedAt, publishedAt, replaced: null, timeZone: policy.timeZone },
      format: 1,
      languages: { default: 'en' },
      policy,
      publication: {
        effectiveAt,
        effectiveOn: '2026-07-20',
        exception: null,
        imported: null,
        label: '2',
        materialChange: true,
        noticeFrom: publishedAt,
        noticeTerms,
        publishedAt,
        replaces: null,
        ...publication,
      },
      renditions: {
        de: { body: body('Sicher.'), html: '<p>Sicher.</p>' },
        en: { body: body('Safe.'), html: '<p>Safe.</p>' },
      },
      summaries: {
        de: { changeSummary: null, dateLabel: 'x', title: 'Datenschutz' },
        en: { changeSummary: 'More.', dateLabel: 'x', title: 'Privacy' },
      },
    },
  }
}

const findingsIn = (version: SealedDocument, of = policy) =>
  snapshotFindings({ policy: of, version })

/** The same with another value at a path. */
const changedAt = (value: unknown, path: string): unknown => {
  const [name, ...rest] = path.split('.')
  const values = value as Values
  return {
    ...values,
    [name!]: rest.length > 0 ? changedAt(values[name!], rest.join('.')) : 'forged',
  }
}

const imported = {
  content: {
    effectiveOn: null,
    imported: { effectiveOn: null, publishedOn: '2018-03-01', sequence: 1, source: 'Archive' },
  },
  publication: {
    effectiveAt: null,
    effectiveOn: null,
    imported: {
      effectiveOn: null,
      publishedOn: '2018-03-01',
      recordedAt: publishedAt,
      sequence: 1,
      source: 'Archive',
    },
    noticeFrom: null,
    publishedAt: '2018-03-01T05:00:00.000Z',
  },
}

describe('a published version', () => {
  it.each<[string, Parameters<typeof publishedVersion>[0]]>([
    ['as it was published', {}],
    ['whose empty date was counted', { content: { effectiveOn: null } }],
    ['that was imported without a date', imported],
    [
      'under an exception',
      {
        content: { exception: { explanation: 'At once.', reason: 'security' } },
        publication: {
          exception: { explanation: 'At once.', providedFor: true, reason: 'security' },
        },
      },
    ],
    [
      'whose exception was not needed',
      { content: { exception: { explanation: 'At once.', reason: 'security' } } },
    ],
  ])('%s agrees with its snapshot', (_, given) => {
    expect(findingsIn(publishedVersion(given))).toEqual([])
  })

  it('of a host with one language agrees with its snapshot', () => {
    const version = publishedVersion({
      content: { body: body('Safe.'), changeSummary: 'More.', title: 'Privacy' },
    })
    const { de, ...renditions } = (version.snapshot as { renditions: Values }).renditions

    expect(de).toBeDefined()
    expect(
      findingsIn({ ...version, snapshot: { ...(version.snapshot as object), renditions } }),
    ).toEqual([])
  })

  it('agrees with it also where the host added fields since', () => {
    expect(findingsIn({ ...publishedVersion(), isPublic: false, tags: [] })).toEqual([])
  })

  it.each([
    'format',
    'count.publishedAt',
    'count.timeZone',
    'publication.effectiveAt',
    'publication.effectiveOn',
    'publication.imported',
    'publication.label',
    'publication.materialChange',
    'publication.noticeFrom',
    'publication.noticeTerms',
    'publication.publishedAt',
    'publication.replaces',
    'renditions.de.body',
    'summaries.de.changeSummary',
    'summaries.en.title',
  ])('contradicts a snapshot with another %s', (path) => {
    const version = publishedVersion()
    expect(findingsIn({ ...version, snapshot: changedAt(version.snapshot, path) })).toMatchObject([
      { code: 'SNAPSHOT_INCONSISTENT', field: path, policy: 'privacy', version: 5 },
    ])
  })

  it('contradicts a snapshot with another content by its fingerprint', () => {
    const version = publishedVersion()
    const snapshot = changedAt(version.snapshot, 'content.materialityReason')
    expect(findingsIn({ ...version, snapshot })).toMatchObject([
      { code: 'FINGERPRINT_WRONG' },
      { code: 'CONTENT_CHANGED', field: 'materialityReason' },
    ])
  })

  it.each([
    ['title', { de: 'Datenschutz', en: 'Another' }],
    ['body', { de: body('Sicher.') }],
    ['noticeTerms', null],
    ['body', { de: body('Sicher.'), en: { root: { children: [{ text: 'Safe.' }, {}] } } }],
  ])('tells of another %s than was sealed', (name, value) => {
    expect(findingsIn({ ...publishedVersion(), [name]: value })).toMatchObject([
      { code: 'CONTENT_CHANGED', field: name },
    ])
  })

  it.each(['slug', 'timeZone'])('tells of a policy with another %s', (name) => {
    expect(findingsIn(publishedVersion(), { ...policy, [name]: 'other' })).toMatchObject([
      { code: 'POLICY_ALTERED', field: name },
    ])
  })

  it.each([null, 'x', [], {}, { content: [], publication: 'x' }])(
    'tells of a snapshot that is %j',
    (snapshot) => {
      expect(findingsIn({ ...publishedVersion(), snapshot }).map(({ code }) => code)).toContain(
        'FINGERPRINT_WRONG',
      )
    },
  )
})
