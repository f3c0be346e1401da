import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { attributedSource } from '../../../../src/domain/textImport/attributedSource.js'
import { importTool, type TextSource } from '../../../../src/domain/textImport/textSource.js'

const ada = { id: 1, name: 'Ada', collection: 'users' }
const rita = { id: 2, name: 'Rita', collection: 'users' }
const at = new Date('2026-06-01T12:00:00.000Z')
const source: TextSource = {
  bytes: 5,
  fileName: 'policy.docx',
  format: 'docx',
  importedAt: '2001-01-01T00:00:00.000Z',
  importedBy: rita,
  sha256: 'a'.repeat(64),
  tool: importTool,
}
const saved: TextSource = { ...source, importedAt: at.toISOString(), importedBy: ada }

describe('the source of a text', () => {
  it('was imported by whoever saves it, when it is saved', () => {
    expect(attributedSource({ actor: ada, at, known: [], source })).toEqual(saved)
  })

  it('stays as it is where the policy has it already, whoever saves a copy', () => {
    const later = new Date(+at + 1_000)

    expect(attributedSource({ actor: rita, at: later, known: [saved], source: saved })).toEqual(
      saved,
    )
    // The client has the answer of the import still, and sends it again.
    expect(attributedSource({ actor: ada, at: later, known: [saved], source })).toEqual(saved)
    expect(attributedSource({ actor: rita, at: later, known: [saved], source })).toEqual({
      ...source,
      importedAt: later.toISOString(),
    })
  })

  it('is of the person whom a program of the host names', () => {
    expect(attributedSource({ actor: null, at, known: [], source })).toEqual({
      ...saved,
      importedBy: rita,
    })
  })

  it('is never of a person or a time that only a client names', () => {
    const person = fc.constantFrom(ada, rita, { ...ada, collection: 'customers' })
    const other = fc.record({
      bytes: fc.nat(3),
      importedAt: fc
        .date({ noInvalidDate: true, max: at, min: new Date(0) })
        .map((day) => day.toISOString()),
      importedBy: person,
    })

    fc.assert(
      fc.property(fc.array(other), other, person, (others, said, actor) => {
        const known = others.map((each) => ({ ...source, ...each }))
        const result = attributedSource({ actor, at, known, source: { ...source, ...said } })
        const isKnown = known.some(
          ({ importedAt, importedBy }) =>
            importedAt === result.importedAt && importedBy === result.importedBy,
        )

        expect(
          isKnown || (result.importedAt === at.toISOString() && result.importedBy === actor),
        ).toBe(true)
        expect(result.bytes).toBe(said.bytes)
      }),
    )
  })
})
