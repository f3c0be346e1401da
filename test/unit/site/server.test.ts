import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

import { packagesOf } from '../../helpers/packagesOf.js'

const packagesOfSource = (path: string): string[] =>
  packagesOf(fileURLToPath(new URL(`../../../src/${path}`, import.meta.url)))

it('the reader needs Postgres, dates, comparisons, feeds and calendars, and nothing of Payload', () => {
  expect(packagesOfSource('site/server.ts')).toEqual([
    '@date-fns/tz',
    '@date-fns/utc',
    'date-fns',
    'diff',
    'feed',
    'ical-generator',
    'node:crypto',
    'node:fs/promises',
    'node:path',
    'pg',
  ])
})

it.each([
  ['exports/site.ts', ['react']],
  ['site/client.ts', []],
  ['site/policy-notice.ts', []],
])('on a site, %s needs %j', (path, packages) => {
  expect(packagesOfSource(path)).toEqual(packages)
})
