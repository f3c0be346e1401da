import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Anchor } from '../../src/index.js'

import { newDatabase } from '../helpers/app.js'
import { compiledProject, withoutLoss } from '../helpers/compiledProject.js'
import { createStage, type Stage } from '../helpers/stage.js'
import { forge } from '../helpers/tamper.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const configFile = 'test/fixtures/payload.config.ts'
const timeout = 180_000

describe('the commands', () => {
  let stage: Stage
  let slug: string
  let folder: string
  let anchorFile: string
  let project: Awaited<ReturnType<typeof compiledProject>>

  beforeAll(async () => {
    project = await compiledProject()
    stage = await createStage()
    slug = (await stage.inForce()).slug
    folder = await mkdtemp(join(tmpdir(), 'commands-'))
    anchorFile = join(folder, 'anchor.json')
  })

  afterAll(async () => {
    await stage.stop()
    await rm(folder, { recursive: true })
    await project.remove()
  })

  type Answer = { code: null | number; stderr: string; stdout: string }

  const run = (args: string[], config: string, databaseUrl = stage.app.databaseUrl) =>
    new Promise<Answer>((resolve) => {
      const child = spawn(process.execPath, ['node_modules/payload/bin.js', ...args], {
        cwd: root,
        env: {
          ...process.env,
          DATABASE_URL: databaseUrl,
          NODE_OPTIONS: withoutLoss,
          PAYLOAD_CONFIG_PATH: config,
          VITEST: '',
        },
      })
      const said = { stderr: '', stdout: '' }
      child.stdout.on('data', (data) => (said.stdout += String(data)))
      child.stderr.on('data', (data) => (said.stderr += String(data)))
      child.on('close', (code) => resolve({ ...said, code }))
    })

  /** Runs `payload` as a user of a host project in JavaScript does; its loader takes seconds. */
  const payload = (args: string[], databaseUrl?: string): Promise<Answer> =>
    run(['--disable-transpile', ...args], project.scriptOf(configFile), databaseUrl)

  it('are there beside those of the host', async () => {
    const { bin } = await (await import('../fixtures/payload.config.js')).default
    const own = bin.filter(({ key }) => key.startsWith('policies:'))

    expect(bin.map(({ key }) => key)).toEqual([
      'greet',
      'policies:anchor',
      'policies:doctor',
      'policies:evidence',
      'policies:export',
      'policies:guards',
      'policies:verify',
    ])
    expect(own.every(({ scriptPath }) => existsSync(scriptPath))).toBe(true)
  })

  it(
    'install the guards that are missing, by Payload’s loader for TypeScript too',
    async () => {
      // The stage's own clock was simulated, which a host without one has to take back.
      expect(await run(['policies:guards'], configFile)).toMatchObject({
        code: 0,
        stdout: 'Installed 1 guard: policy_now.\n',
      })
    },
    timeout,
  )

  it(
    'verify a record that is whole, and compare it with its anchor',
    async () => {
      expect(await payload(['policies:anchor', '--out', anchorFile])).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^Anchored 1 policy at .* in .*anchor\.json/) as string,
      })
      expect(JSON.parse(await readFile(anchorFile, 'utf8'))).toMatchObject({
        format: 1,
        policies: [{ sequence: 3, slug }],
      })
      expect(await payload(['policies:verify', '--anchor', anchorFile])).toEqual({
        code: 0,
        stderr: '',
        stdout: 'Nothing found: 3 events of 1 policy are as they were recorded.\n',
      })
    },
    timeout,
  )

  it(
    'tell a record that was changed, one line for each broken link, and end with 1',
    async () => {
      await forge(
        stage.app.databaseUrl,
        `update policy_reviews set comment = 'forged' where id = 1`,
      )

      expect(await payload(['policies:verify', '--policy', slug])).toEqual({
        code: 1,
        stderr: '',
        stdout: `${slug}  ROW_ALTERED  "comment" of the review 1 is not as event 2 sealed it: it was changed past the plugin.
1 broken link in 3 events of 1 policy.
Compared with no anchor, so an end that was cut off would not show. \`payload policies:anchor --out FILE\` writes one.
`,
      })
    },
    timeout,
  )

  it(
    'tell a record that ends before its anchor, as JSON',
    async () => {
      const anchor = JSON.parse(await readFile(anchorFile, 'utf8')) as Anchor
      const policies = anchor.policies.map((policy) => ({ ...policy, sequence: 9 }))
      const file = join(folder, 'later.json')
      await writeFile(file, JSON.stringify({ ...anchor, policies }))
      const { code, stdout } = await payload(['policies:verify', '--json', '--anchor', file])

      expect(code).toBe(1)
      expect(JSON.parse(stdout)).toMatchObject({
        events: 3,
        findings: [{ code: 'ROW_ALTERED' }, { code: 'ANCHOR_TRUNCATED', event: 9, policy: slug }],
        policies: 1,
      })
    },
    timeout,
  )

  it(
    'examine what the promises rest on',
    async () => {
      const { code, stdout } = await payload(['policies:doctor'])

      expect(code).toBe(1)
      expect(stdout).toMatch(/^finding {2}record {7}1 link of the record is broken; the first: /m)
      expect(stdout).toMatch(/^ok {7}clock {8}Time is told by the database\.$/m)
      expect(stdout).toMatch(/\n1 of 7 checks found something\.\n$/)
    },
    timeout,
  )

  it(
    'export what is public, and say for how long it holds and what is left out',
    async () => {
      const copy = join(folder, 'copy')
      const { code, stdout } = await payload(['policies:export', copy])

      expect(code).toBe(0)
      expect(stdout).toMatch(/^Wrote \d+ files to .*copy\. /)
      expect(stdout).toContain(' Export again after each publication. ')
      expect(stdout).toMatch(/Feeds and calendars .* were left out: name it with --url\.\n$/)
      expect(existsSync(join(copy, `policies/${slug}/current.html`))).toBe(true)
      expect(await payload(['policies:export', copy, '--url', 'policies.example'])).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/--url https:\/\/policies\.example\.com/) as string,
      })
    },
    timeout,
  )

  it(
    'refuse what they do not know with 2, and say what is allowed',
    async () => {
      expect(await payload(['policies:doctor', '--anchor', anchorFile])).toEqual({
        code: 2,
        stderr: "policies:doctor: Unknown option '--anchor'. Allowed are --json.\n",
        stdout: '',
      })
    },
    timeout,
  )

  it(
    'end with 2 where nobody has migrated yet, and say so',
    async () => {
      expect(await payload(['policies:doctor'], await newDatabase())).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/Create the tables first: `npx payload migrate`/) as string,
        stdout: '',
      })
    },
    timeout,
  )

  it(
    'end with 2 where the database does not answer',
    async () => {
      expect(await payload(['policies:doctor'], 'postgres://127.0.0.1:1/none')).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/cannot connect/) as string,
        stdout: '',
      })
    },
    timeout,
  )
})
