import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { PostedNotice } from '../../../src/domain/activeNotices.js'

import { directorySource } from '../../../src/site/directorySource.js'
import { createPolicyReader } from '../../../src/site/server.js'
import { publishedRowOf } from '../../helpers/memorySource.js'

describe('a directory that answers are read from', () => {
  let directory: string

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'directory-'))
  })

  afterEach(() => rm(directory, { recursive: true }))

  it('has no news where nothing is published', async () => {
    const { fetch } = createPolicyReader({ directory })
    for (const path of ['feed.atom', 'feed.json', 'calendar.ics']) {
      const { status } = await fetch(new Request(`https://cms.example/api/policies/${path}`))
      expect([path, status]).toEqual([path, 200])
    }
  })

  it('has the notices whose time is not over, and when that of the others was', async () => {
    const notice = (id: string, visibleUntil: string): PostedNotice => ({
      effectiveAt: '2026-03-01T00:00:00+00:00',
      id,
      label: id,
      message: {},
      postedAt: '2026-02-01T00:00:00+00:00',
      sealed: publishedRowOf().sealed!,
      // After the first notice is over: what no longer shows changes nothing.
      supersededAt: '2026-05-01T00:00:00+00:00',
      url: '/',
      version: id,
      visibleUntil,
      withdrawnAt: null,
    })
    const notices = [
      notice('one', '2026-04-01T00:00:00+00:00'),
      notice('other', '2026-06-01T00:00:00+00:00'),
    ]
    await mkdir(join(directory, 'records/notices'), { recursive: true })
    await writeFile(
      join(directory, 'records/notices/banner.json'),
      JSON.stringify({ endedAt: null, notices }),
    )
    const source = directorySource({ directory, now: () => new Date('2026-04-02T00:00:00Z') })
    const idsAt = async (at: Date | null) => {
      const { record } = await source.notices({ at, channel: 'banner' })
      return [record.endedAt, record.notices.map(({ id }) => id)]
    }

    expect(await idsAt(null)).toEqual(['2026-04-01T00:00:00+00:00', ['other']])
    expect(await idsAt(new Date('2026-03-31T00:00:00Z'))).toEqual([null, ['one', 'other']])
    expect(await idsAt(new Date('2026-06-01T00:00:00Z'))).toEqual(['2026-06-01T00:00:00+00:00', []])
  })
})
