import { mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { copyWriter } from '../../../src/commands/writeCopy.js'

describe('a static copy that is written over another', () => {
  let directory: string
  const copy = async (paths: readonly string[], text: string) => {
    const { finish, write } = copyWriter({ directory })
    for (const path of paths) {
      await write({ path, text })
    }
    await finish()
  }
  const files = async () =>
    (await readdir(directory, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
      .sort()
  const textOf = (path: string) => readFile(join(directory, path), 'utf8')

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'copy-'))
  })

  afterEach(() => rm(directory, { recursive: true }))

  it('leaves the whole file to whoever is reading it', async () => {
    await copy(['records/policies/privacy.json'], 'the earlier one')
    const reading = await open(join(directory, 'records/policies/privacy.json'))
    await copy(['records/policies/privacy.json'], 'later')

    expect(await reading.readFile('utf8')).toBe('the earlier one')
    await reading.close()
    expect(await textOf('records/policies/privacy.json')).toBe('later')
    expect(await files()).toEqual(['records/policies/privacy.json'])
  })

  it('leads from the pages of a change that has come, or will not, to those of now', async () => {
    const change = 'policies/privacy/at/2026-12-17T05-00-00-000Z'
    const pages = ['current.html', 'versions.html', 'versions/2.0.html']
    const now = pages.map((page) => `policies/privacy/${page}`)
    await copy(
      [...now, ...pages.map((page) => `${change}/${page}`), `${change}/current.json`],
      'the earlier one',
    )
    await copy(now, 'later')

    expect(await files()).toEqual([...now, ...pages.map((page) => `${change}/${page}`)].sort())
    expect(await textOf(`${change}/current.html`)).toContain('url=../../current.html"')
    expect(await textOf(`${change}/versions/2.0.html`)).toContain('url=../../../versions/2.0.html"')
    expect(await textOf('policies/privacy/current.html')).toBe('later')
  })

  it('leads to the timeline where no version is in force any more', async () => {
    const path = 'de/policies/privacy/at/2026-12-17T05-00-00-000Z/current.html'
    await copy([path], 'the earlier one')
    await copy(['de/policies/privacy/versions.html'], 'later')

    expect(await textOf(path)).toContain('url=../../versions.html"')
  })

  it('keeps what is not of a copy', async () => {
    await copy(
      ['index.html', 'policies/privacy/at/home.json', 'at/2026-12-17T05-00-00-000Z/x.json'],
      'mine',
    )
    await copy([], '')
    expect(await files()).toHaveLength(3)
  })
})
