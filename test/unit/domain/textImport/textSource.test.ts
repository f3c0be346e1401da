import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { importTool, readTextSource } from '../../../../src/domain/textImport/textSource.js'

const source = {
  bytes: 5,
  fileName: null,
  format: 'text',
  importedAt: '2026-06-01T12:00:00.000Z',
  importedBy: { id: 1, name: 'Ada', collection: 'users' },
  sha256: 'a'.repeat(64),
  tool: importTool,
}

it('names the package and its version', () => {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as typeof importTool

  expect(importTool).toEqual({ name, version })
})

it('keeps where a text came from, and nothing else', () => {
  expect(readTextSource({ ...source, more: 'x' })).toEqual(source)
  expect(readTextSource(null)).toBeNull()
})

it.each([
  'file.docx',
  5,
  [],
  { ...source, bytes: '5' },
  { ...source, fileName: 5 },
  { ...source, format: 'pdf' },
  { ...source, importedAt: 'yesterday' },
  { ...source, importedBy: { id: 1 } },
  { ...source, sha256: 'a' },
  { ...source, tool: undefined },
])('refuses %j', (value) => {
  expect(() => readTextSource(value)).toThrow(/textSource/u)
})
