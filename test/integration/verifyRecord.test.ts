import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { PolicyContext } from '../../src/options.js'
import type { Stage } from '../helpers/stage.js'

import { type Anchor, type Finding, verifyRecord } from '../../src/index.js'
import { anchorRecord } from '../../src/operations/anchorRecord.js'
import { policyContextKey } from '../../src/options.js'
import { startApp } from '../helpers/app.js'
import { refusalOf, textOf } from '../helpers/cast.js'
import { randomEdits } from '../helpers/randomEdits.js'
import { createRecord } from '../helpers/record.js'
import { createStage, tenDays } from '../helpers/stage.js'
import { type Edit, findingsAfter, findingsAfterEdit } from '../helpers/tamper.js'

describe('the verification of a record', () => {
  let stage: Stage
  let anchor: Anchor

  beforeAll(async () => {
    stage = await createRecord()
    anchor = await anchorOf(stage)
  })

  afterAll(() => stage.stop())

  const codesAfter = async (statements: string[], known?: Anchor) =>
    (await findingsAfter(stage.app, statements, known)).map(({ code }) => code)

  it('that was left alone finds nothing', async () => {
    const { payload } = stage.app
    expect(await verifyRecord({ payload })).toEqual({ findings: [] })
    expect(await verifyRecord({ anchor, payload, policy: 'terms' })).toEqual({ findings: [] })
  })

  it('finds each of 500 random edits of a single field by a superuser, and names it', async () => {
    const { app } = stage
    const edits = randomEdits({ databaseUrl: app.databaseUrl, seed: 20_261_122 })
    const columns = new Set<string>()
    const missed: unknown[] = []
    let count = 0

    const tamper = async () => {
      while (count < 500) {
        const { value: edit } = (await edits.next()) as { value: Edit }
        const findings = await findingsAfterEdit(app, edit)

        if (findings) {
          count += 1
          columns.add(`${edit.table}.${edit.column}`)
          if (!findings.some((finding) => isAbout({ edit, finding }))) {
            missed.push({ edit, findings })
          }
        }
      }
    }
    // A few at a time, each in a transaction of its own, which the others do not see.
    await Promise.all([tamper(), tamper(), tamper(), tamper()])

    expect(missed).toEqual([])
    // A column that an upgrade or a host's field adds has its turn too.
    expect([...columns].sort()).toEqual(await columnsOf(stage))
  }, 300_000)

  it.each([
    ['an event', `delete from policy_events where sequence = 2`, 'SEQUENCE_BROKEN'],
    ['all events of a policy', `delete from policy_events where policy_id = 1`, 'ROW_FORGED'],
    ['a review', `delete from policy_reviews where id = 1`, 'ROW_MISSING'],
    ['a notice', `delete from policy_notices where id = 1`, 'ROW_MISSING'],
    ['a published version', `delete from policy_versions where id = 1`, 'ROW_MISSING'],
    [
      'a version under review',
      `delete from policy_versions where status = 'changes_requested'`,
      'ROW_MISSING',
    ],
    [
      'the text in a language',
      `delete from policy_versions_locales where _parent_id = 1`,
      'ROW_ALTERED',
    ],
    ['a policy', `delete from policies where id = 1`, 'POLICY_ALTERED'],
  ])('finds that %s was deleted', async (_, statement, code) => {
    expect(await codesAfter([statement])).toContain(code)
  })

  it.each([
    [
      'a review',
      `insert into policy_reviews (version_id, reviewer, decision, scope, fingerprint, submission)
        select version_id, reviewer, decision, scope, fingerprint, submission from policy_reviews where id = 1`,
      'ROW_FORGED',
    ],
    [
      'a notice',
      `insert into policy_notices (policy_id, version_id, channel, posted_at, visible_until, message, url)
        select policy_id, version_id, 'letter', posted_at, visible_until, message, url from policy_notices where id = 1`,
      'ROW_FORGED',
    ],
    [
      'an event at the end',
      `insert into policy_events (policy_id, version_id, sequence, type, at, hash)
        values (1, 1, 1000, 'approved', now(), 'sha256:00')`,
      'HASH_WRONG',
    ],
    [
      'a text in a language',
      `insert into policy_versions_locales (_parent_id, _locale, title, body)
        select id, 'de', 'Neu', '{}' from policy_versions where imported_sequence = 2`,
      'ROW_ALTERED',
    ],
    [
      'a notice channel',
      `insert into policy_versions_texts (parent_id, "order", path, text) values (1, 1, 'noticeChannels', 'pigeon')`,
      'ROW_ALTERED',
    ],
    [
      'a publication',
      `update policy_versions set status = 'published', published_at = now() where status = 'approved'`,
      'ROW_FORGED',
    ],
  ])('finds that %s was put in', async (_, statement, code) => {
    expect(await codesAfter([statement])).toContain(code)
  })

  it.each([
    [
      'approved by nobody',
      `update policy_versions set status = 'approved' where status = 'changes_requested'`,
      'STATUS_WRONG',
    ],
    [
      'given another text once it was approved',
      `update policy_versions_locales set title = 'Other'
        where _parent_id = (select id from policy_versions where status = 'approved')`,
      'FINGERPRINT_WRONG',
    ],
    [
      'given a date that is none',
      `update policy_versions set effective_at = 'infinity' where id = 1`,
      'VERSION_UNREADABLE',
    ],
    [
      'moved to another policy',
      `update policy_versions set policy_id = (select id from policies where slug = 'empty')
        where status = 'changes_requested'`,
      'ROW_ALTERED',
    ],
  ])('finds that a version was %s', async (_, statement, code) => {
    expect(await codesAfter([statement])).toContain(code)
  })

  it('finds that the policy was given another address or zone', async () => {
    for (const column of ['slug', 'time_zone']) {
      expect(
        await findingsAfter(stage.app, [`update policies set ${column} = 'UTC' where id = 1`]),
      ).toContainEqual(expect.objectContaining({ code: 'POLICY_ALTERED' }))
    }
  })

  it('survives what it finds, whatever was written into the record', async () => {
    for (const json of ['null', '"x"', '[]', '[{"id":"x","kind":"version","fields":{}}]']) {
      expect(
        await codesAfter([
          `update policy_events set seals = '${json}', data = '${json}', actor = '${json}'`,
          `update policy_versions set snapshot = '${json}', notice_terms = '${json}'`,
        ]),
      ).toContain('HASH_WRONG')
    }
  })

  it('finds nothing in rows of others that relate to versions, nor in columns that came later', async () => {
    expect(
      await codesAfter([
        `insert into remarks (parent_id, text) values (1, 'Mind this')`,
        `alter table policy_versions add column is_public boolean default false`,
        `alter table policy_versions_tags add column weight numeric default 1`,
        `set local time zone 'Asia/Kolkata'`,
      ]),
    ).toEqual([])
  })

  it('finds what is no longer derived from a snapshot', async () => {
    expect(
      await findingsAfter(stage.app, [
        'alter table policy_versions alter column sealed_particulars drop expression',
        `update policy_versions set sealed_particulars = jsonb_set(
          sealed_particulars, '{publication,materialChange}', 'true'
        ) where policy_id = 1 and label = '1'`,
      ]),
    ).toContainEqual(
      expect.objectContaining({
        code: 'SNAPSHOT_INCONSISTENT',
        field: 'sealed_particulars',
        message: expect.stringContaining('of version 1 is not what the database derives') as string,
      }),
    )
  })

  it('finds a column that is gone, with what was sealed in it', async () => {
    expect(
      await findingsAfter(stage.app, [`alter table policy_reviews drop column comment`]),
    ).toContainEqual(expect.objectContaining({ code: 'FIELD_MISSING', field: 'comment' }))
  })

  it('finds that a publication was cut off its end by an anchor alone', async () => {
    const last = `(select id from policy_versions where policy_id = 1 and label = '5')`
    const cutOff = [
      `delete from policy_reviews where version_id = ${last}`,
      `delete from policy_notices where version_id = ${last}`,
      `delete from policy_events where version_id = ${last}`,
      `delete from policy_versions where id = ${last}`,
    ]

    expect(await codesAfter(cutOff)).toEqual([])
    expect(await codesAfter(cutOff, anchor)).toEqual(['ANCHOR_TRUNCATED'])
  })

  it('finds by an anchor alone that a policy is gone, and that a record was written anew', async () => {
    const [first] = anchor.policies
    const forged = { ...anchor, policies: [{ ...first!, hash: 'sha256:00' }] }
    const gone = [
      ...['events', 'notices', 'versions'].map(
        (name) => `delete from policy_${name} where policy_id = 1`,
      ),
      'delete from policy_reviews where version_id not in (select id from policy_versions)',
      'delete from policies where id = 1',
    ]

    expect(await codesAfter([], forged)).toEqual(['ANCHOR_MISMATCH'])
    expect(await codesAfter(gone)).toEqual([])
    expect(await codesAfter(gone, anchor)).toEqual(['ANCHORED_POLICY_MISSING'])
  })

  it('takes an anchor from a file, and says what is wrong with one that is none', async () => {
    const { payload } = stage.app
    const folder = await mkdtemp(join(tmpdir(), 'anchor-'))
    const file = join(folder, 'anchor.json')
    await writeFile(file, JSON.stringify(anchor))

    expect(await verifyRecord({ anchor: file, payload })).toEqual({ findings: [] })
    await writeFile(file, '{}')
    expect(await refusalOf(verifyRecord({ anchor: file, payload }))).toMatchObject({
      code: 'INVALID_PARAMETER',
    })
    await rm(folder, { recursive: true })
    expect(await refusalOf(verifyRecord({ anchor: file, payload }))).toMatchObject({
      code: 'INVALID_PARAMETER',
    })
    expect(await refusalOf(verifyRecord({ payload, policy: 'nothing' }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('the verification of a record that goes on', () => {
  it('finds nothing while versions are published, nor after a clock was set back', async () => {
    const stage = await createStage()
    const { payload } = stage.app
    const { policy } = await stage.inForce()
    const publications = (async () => {
      for (let count = 0; count < 3; count++) {
        await stage.published({ policy })
      }
    })()
    const findings: Finding[] = []
    const running = { publications: 3 }
    void publications.finally(() => (running.publications = 0))

    while (running.publications > 0) {
      findings.push(...(await verifyRecord({ payload })).findings)
    }
    await publications
    stage.at('2026-06-15T12:00:00Z')
    const edited = await stage.approved({ policy })
    await payload.update({
      id: edited,
      collection: 'policy-versions',
      data: { body: textOf('Other.') },
      user: stage.cast.editor.user,
    })
    findings.push(...(await verifyRecord({ payload })).findings)
    await stage.stop()

    expect(findings).toEqual([])
  })

  it('knows ids that are UUIDs', async () => {
    const app = await startApp({ idType: 'uuid', options: { access: undefined } })
    const person = async (email: string) => ({
      id: String((await app.payload.db.create({ collection: 'users', data: { email } })).id),
      collection: 'users' as const,
    })
    const [editor, reviewer] = [await person('ed@example.com'), await person('ro@example.com')]
    const { id: policy } = await app.payload.create({
      collection: 'policies',
      data: { slug: 'privacy', kind: 'privacy', timeZone: 'UTC', title: 'Privacy' },
    })
    const { id } = await app.payload.create({
      collection: 'policy-versions',
      data: { body: textOf('Text.'), noticeTerms: tenDays, policy },
      user: editor,
    })
    for (const [status, user] of [
      ['in_review', editor],
      ['approved', reviewer],
      ['published', editor],
    ] as const) {
      await app.payload.update({
        id,
        collection: 'policy-versions',
        data: { status },
        user,
      })
    }

    expect(await verifyRecord({ payload: app.payload })).toEqual({ findings: [] })
    expect(
      await findingsAfter(app, [`update policy_reviews set comment = 'Fine by me'`]),
    ).toMatchObject([{ code: 'ROW_ALTERED', field: 'comment' }])
    await app.stop()
  })
})

const anchorOf = ({ app: { payload } }: Stage): Promise<Anchor> =>
  anchorRecord({ context: payload.config.custom[policyContextKey] as PolicyContext, payload })

/** True where a finding names the edited row, and of a sealed one the column or the child table. */
const isAbout = ({ edit, finding }: { edit: Edit; finding: Finding }): boolean => {
  const [, kind, child] = /^policy_(event|notice|review|version)s_?(.*)$/.exec(edit.table)!

  if (child) {
    return [child, `${child}.${edit.column}`].includes(finding.field ?? '')
  }
  if (!finding.row || finding.row.kind !== kind) {
    return false
  }
  return kind === 'event'
    ? ['HASH_WRONG', 'EVENT_ALTERED'].includes(finding.code)
    : finding.row.id === edit.id &&
        (edit.column === 'id' ? finding.code === 'ROW_MISSING' : finding.field === edit.column)
}

/** Every column of every table that a part of the record lies in. */
const columnsOf = async ({ app: { payload } }: Stage): Promise<string[]> => {
  const { rows } = await (
    payload.db as unknown as {
      pool: { query: (text: string) => Promise<{ rows: { name: string }[] }> }
    }
  ).pool.query(`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and is_generated = 'NEVER' and table_name ~ '^policy_(versions|reviews|notices|events)'`)

  return rows.map(({ name }) => name).sort()
}
