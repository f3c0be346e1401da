import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** The packages that a module needs at run time, it and all that it imports. */
const packagesOf = (file: string, seen = new Set<string>()): string[] => {
  if (seen.has(file)) {
    return []
  }
  seen.add(file)
  const imports = [
    ...readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type)[^'"]*?from '([^']+)'/gms),
  ].map(([, name]) => name!)

  return imports.flatMap((name) =>
    name.startsWith('.')
      ? packagesOf(resolve(dirname(file), name).replace(/\.js$/, '.ts'), seen)
      : [name],
  )
}

it('the reader needs Postgres, dates, comparisons, feeds and calendars, and nothing of Payload', () => {
  const server = fileURLToPath(new URL('../../../src/site/server.ts', import.meta.url))

  expect([...new Set(packagesOf(server))].sort()).toEqual([
    '@date-fns/tz',
    '@date-fns/utc',
    'date-fns',
    'diff',
    'feed',
    'ical-generator',
    'node:crypto',
    'pg',
  ])
})
