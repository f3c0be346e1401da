import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Evidence } from '../../src/domain/evidence/evidence.js'

import { evidencePage, verifyScript } from '../../src/domain/evidence/evidencePage.js'
import { verifyEvidence } from '../../src/domain/evidence/verifyEvidence.js'
import { textOf } from '../helpers/cast.js'
import { createStage, type Stage } from '../helpers/stage.js'

const run = promisify(execFile)

describe('the record of a version as a file', () => {
  let stage: Stage
  let evidence: Evidence
  let id: number
  const asked = (path: string, as?: string) => stage.app.rest('GET', path, { as })

  beforeAll(async () => {
    stage = await createStage()
    const { policy } = await stage.inForce()
    const published = await stage.published({
      body: textOf('We keep your data safe & sound, <b>always</b>.'),
      changeSummary: 'We say how safe.',
      effectiveOn: '2026-07-20',
      materialChange: true,
      noticeChannels: ['homepage'],
      policy,
    })
    id = published.id
    const { body } = await asked(
      `/policy-versions/${id}/evidence?format=json`,
      stage.cast.reviewer.token,
    )
    evidence = body as Evidence
  })

  afterAll(() => stage.stop())

  it('tells what was published, approved, announced and counted', () => {
    expect(evidence).toMatchObject({
      format: 1,
      notices: [{ columns: { channel: 'homepage', posted_at: '2026-07-01T12:00:00.000Z' } }],
      predecessor: { label: '1' },
      redlines: { en: { counts: { substantial: 1 } } },
      reviews: [
        {
          columns: {
            created_at: evidence.events.findLast(({ type }) => type === 'approved')!.at,
            decision: 'approved',
            reviewer: { name: 'rita' },
          },
        },
      ],
      snapshot: { count: { clauses: [{ lastDay: '2026-07-11', version: { label: '1' } }] } },
      version: { label: '2' },
    })
    expect(evidence.events.at(-1)).toMatchObject({ type: 'published' })
  })

  it('holds by itself, with its script alone', async () => {
    expect(await verifyEvidence(evidence)).toEqual([])

    const folder = await mkdtemp(join(tmpdir(), 'record-'))
    const check = async (value: Evidence) => {
      await writeFile(join(folder, 'record.json'), JSON.stringify(value))
      await writeFile(join(folder, 'verify.mjs'), verifyScript())
      return run('node', ['verify.mjs', 'record.json'], { cwd: folder }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: unknown) => {
          const { code, stdout } = error as { code: number; stdout: string }
          return { code, stdout }
        },
      )
    }
    try {
      expect(await check(evidence)).toEqual({ code: 0, stdout: 'The record holds.\n' })
      const forged = structuredClone(evidence)
      forged.reviews[0]!.columns.comment = 'I never wrote this.'
      expect(await check(forged)).toEqual({
        code: 1,
        stdout: `"comment" of the review ${String(forged.reviews[0]!.id)} is not as its event sealed it.\n`,
      })
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it.each<[string, (forged: Evidence) => void]>([
    ['another text', (forged) => (forged.snapshot.content.title = 'Another')],
    ['another text as rendered', (forged) => (forged.snapshot.renditions.en!.html = 'Another')],
    ['another day', (forged) => (forged.snapshot.publication.effectiveOn = '2026-07-02')],
    [
      'another instant',
      (forged) => (forged.versionRow.columns.published_at = '2026-06-30T12:00:00.000Z'),
    ],
    ['other words of a notice', (forged) => (forged.notices[0]!.columns.message = {})],
    [
      'another channel in the list',
      (forged) =>
        Object.values(forged.versionRow.children).forEach(({ rows }) =>
          rows.forEach((row) => (row.text = 'letter')),
        ),
    ],
    ['a missing approval', (forged) => (forged.reviews[0]!.id = 999)],
    ['another actor', (forged) => (forged.events[1]!.actor = null)],
    ['a missing event', (forged) => forged.events.splice(2, 1)],
  ])('shows %s', async (_, forge) => {
    const forged = structuredClone(evidence)
    forge(forged)
    expect(await verifyEvidence(forged)).not.toEqual([])
  })

  it('is a page without anything from elsewhere, whatever the text says', () => {
    const page = evidencePage(evidence)

    expect(page).toContain('We keep your data safe &amp; sound, &lt;b&gt;always&lt;/b&gt;.')
    expect(page).not.toMatch(/(src|href)="https?:/)
    expect(page.match(/<\/script>/g)).toHaveLength(2)
  })

  it('is for people with a role, of published versions', async () => {
    const path = `/policy-versions/${id}/evidence`
    expect(await asked(path)).toMatchObject({ status: 403 })
    expect(await asked(`${path}?format=pdf`, stage.cast.admin.token)).toMatchObject({ status: 400 })
    const draft = await stage.app.payload.create({
      collection: 'policy-versions',
      data: { body: textOf('x'), policy: evidence.policy.id, title: 'x' },
      overrideAccess: true,
    })
    expect(
      await asked(`/policy-versions/${draft.id}/evidence`, stage.cast.admin.token),
    ).toMatchObject({ status: 404 })
  })
})
