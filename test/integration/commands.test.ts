import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Anchor } from '../../src/index.js'

import { createStage, type Stage } from '../helpers/stage.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('the commands', () => {
  let stage: Stage
  let slug: string
  let folder: string

  beforeAll(async () => {
    stage = await createStage()
    slug = (await stage.inForce()).slug
    folder = await mkdtemp(join(tmpdir(), 'commands-'))
  })

  afterAll(async () => {
    await stage.stop()
    await rm(folder, { recursive: true })
  })

  /** Runs `payload` as a user of a host project does. */
  const payload = (
    args: string[],
    databaseUrl = stage.app.databaseUrl,
  ): Promise<{ code: null | number; stderr: string; stdout: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['node_modules/payload/bin.js', ...args], {
        cwd: root,
        env: {
          ...process.env,
          DATABASE_URL: databaseUrl,
          NODE_OPTIONS: '',
          PAYLOAD_CONFIG_PATH: 'test/fixtures/payload.config.ts',
          VITEST: '',
        },
      })
      const said = { stderr: '', stdout: '' }
      child.stdout.on('data', (data) => (said.stdout += String(data)))
      child.stderr.on('data', (data) => (said.stderr += String(data)))
      child.on('close', (code) => resolve({ ...said, code }))
    })
  const tamper = (comment: null | string) =>
    stage.app.payload.db.updateOne({
      id: 1,
      collection: 'policy-reviews',
      // As a superuser would: nothing else of the row is touched.
      data: { comment, updatedAt: null },
    })

  it('verify a record that is whole, and compare it with its anchor', async () => {
    const file = join(folder, 'anchor.json')
    expect(await payload(['policies:anchor', '--out', file])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Anchored 1 policy at .* in .*anchor\.json/) as string,
    })
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      format: 1,
      policies: [{ sequence: 3, slug }],
    })
    expect(await payload(['policies:verify', '--anchor', file])).toEqual({
      code: 0,
      stderr: '',
      stdout: 'Nothing found: 3 events of 1 policy are as they were recorded.\n',
    })
  })

  it('tell a record that was changed, one line for each broken link, and end with 1', async () => {
    await tamper('forged')
    const { code, stdout } = await payload(['policies:verify', '--policy', slug])
    const { code: jsonCode, stdout: json } = await payload(['policies:verify', '--json'])
    await tamper(null)

    expect([code, jsonCode]).toEqual([1, 1])
    expect(stdout.split('\n')).toEqual([
      `${slug}  ROW_ALTERED  "comment" of the review 1 is not as event 2 sealed it: it was changed past the plugin.`,
      '1 broken link in 3 events of 1 policy.',
      expect.stringMatching(/no anchor/),
      '',
    ])
    expect(JSON.parse(json)).toMatchObject({
      findings: [{ code: 'ROW_ALTERED', field: 'comment', row: { id: 1, kind: 'review' } }],
    })
  })

  it('tell a record that ends before its anchor', async () => {
    const { stdout } = await payload(['policies:anchor'])
    const anchor = JSON.parse(stdout) as Anchor
    const file = join(folder, 'later.json')
    const policies = anchor.policies.map((policy) => ({ ...policy, sequence: 9 }))
    await writeFile(file, JSON.stringify({ ...anchor, policies }))

    expect(await payload(['policies:verify', '--anchor', file])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/ANCHOR_TRUNCATED/) as string,
    })
  })

  it('examine what the promises rest on', async () => {
    expect(await payload(['policies:doctor'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^ok {7}record {7}The record is whole: 3 events of 1 policy\.$/m,
      ) as string,
    })
    const { policy } = await stage.inForce()
    const approved = await stage.approved({ policy })
    const { code, stdout } = await payload(['policies:doctor', '--json'])

    expect(approved).toBeGreaterThan(0)
    expect(code).toBe(1)
    expect(
      (JSON.parse(stdout) as { checks: { check: string; status: string }[] }).checks.filter(
        ({ status }) => status === 'finding',
      ),
    ).toMatchObject([{ check: 'unpublished' }])
  })

  it.each([
    ['an option that there is none of', ['policies:verify', '--ancor', 'x'], /Allowed are --json/],
    ['an option without its value', ['policies:verify', '--policy'], /--policy SLUG/],
    ['an unknown policy', ['policies:verify', '--policy', 'nothing'], /no policy with the slug/],
    ['an anchor that is no file', ['policies:verify', '--anchor', '/nowhere'], /cannot be read/],
  ])('refuse %s with 2, and say what is allowed', async (_, args, message) => {
    expect(await payload(args)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(message) as string,
      stdout: '',
    })
  })

  it('end with 2 where the database does not answer', async () => {
    expect(await payload(['policies:doctor'], 'postgres://127.0.0.1:1/none')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/cannot connect/) as string,
    })
  })
})
