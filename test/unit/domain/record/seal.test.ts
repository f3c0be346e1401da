import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { canonicalJson } from '../../../../src/domain/fingerprint.js'
import {
  contradictionFindings,
  sealFindings,
  sealOf,
  sealsIn,
  type StoredRow,
} from '../../../../src/domain/record/seal.js'

const columns = { id: 5, channel: 'homepage', message: { en: 'Soon.' }, url: null }
const locales = [
  { id: 8, _locale: 'de', _parent_id: 5, title: 'Datenschutz' },
  { id: 7, _locale: 'en', _parent_id: 5, title: 'Privacy' },
]
const row: StoredRow = {
  id: 5,
  children: {
    locales: { columns: ['id', '_locale', '_parent_id', 'title'], rows: locales },
    texts: { columns: ['id', 'text'], rows: [] },
  },
  columns,
}
const seal = sealOf({ kind: 'notice', row })

const findingsIn = (changed: StoredRow | undefined) =>
  sealFindings({ event: 3, policy: 'privacy', row: changed, seal, version: 5 })
const withLocales = (rows: Record<string, unknown>[]): StoredRow => ({
  ...row,
  children: {
    ...row.children,
    locales: { columns: ['id', '_locale', '_parent_id', 'title'], rows },
  },
})

describe('a seal', () => {
  it('fits the row that it was made of, in whatever order the database answers its parts', () => {
    expect(findingsIn(row)).toEqual([])
    expect(findingsIn(withLocales([...locales].reverse()))).toEqual([])
  })

  it('tells of any change of any column, and names it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(columns)), fc.jsonValue(), (name, value) => {
        fc.pre(canonicalJson(value) !== canonicalJson(columns[name as keyof typeof columns]))

        expect(findingsIn({ ...row, columns: { ...columns, [name]: value } })).toMatchObject([
          { code: 'ROW_ALTERED', event: 3, field: name, row: { id: 5, kind: 'notice' } },
        ])
      }),
    )
  })

  it('tells an empty list from none', () => {
    const withList = { ...row, columns: { ...columns, authors: [] } }
    const empty = sealOf({ kind: 'notice', row: withList })

    expect(
      sealFindings({
        event: 3,
        policy: 'privacy',
        row: { ...row, columns: { ...columns, authors: null } },
        seal: empty,
        version: 5,
      }),
    ).toMatchObject([{ field: 'authors' }])
  })

  it('tells of a change in a child table', () => {
    const [german, english] = locales as [object, object]
    expect(findingsIn(withLocales([{ ...german, title: 'Anders' }, { ...english }]))).toMatchObject(
      [{ code: 'ROW_ALTERED', field: 'locales.title' }],
    )
  })

  it('tells once of child rows that were put in, taken out or replaced', () => {
    const more = [...locales, { id: 9, _locale: 'fr', _parent_id: 5, title: 'Vie privée' }]
    const [german, english] = locales as [object, object]

    for (const rows of [more, locales.slice(1), [{ ...german, id: 70 }, { ...english }]]) {
      expect(findingsIn(withLocales(rows))).toMatchObject([{ field: 'locales' }])
    }
    expect(
      findingsIn({
        ...row,
        children: {
          ...row.children,
          texts: { columns: ['id', 'text'], rows: [{ id: 1, text: 'pigeon' }] },
        },
      }),
    ).toMatchObject([{ field: 'texts' }])
  })

  it('tells of a row that is gone', () => {
    expect(findingsIn(undefined)).toMatchObject([{ code: 'ROW_MISSING' }])
  })

  it('tells of a column that is gone, and minds none that came later', () => {
    const { url, ...fewer } = columns
    expect(url).toBeNull()
    expect(findingsIn({ ...row, columns: fewer })).toMatchObject([
      { code: 'FIELD_MISSING', field: 'url' },
    ])
    expect(findingsIn({ ...row, columns: { ...columns, added: false } })).toEqual([])
  })

  it('is read from an event whatever was written there', () => {
    expect(sealsIn([seal])).toEqual([seal])
    for (const value of [null, 'x', [null], [{ id: 1, kind: 'user', fields: {} }], [{ id: 1 }]]) {
      expect(sealsIn(value)).toEqual([])
    }
  })
})

describe('a later seal of the same row', () => {
  const published = sealOf({
    kind: 'version',
    row: {
      ...row,
      columns: { ...columns, status: 'published', updated_at: '1', withdrawn_at: null },
    },
  })
  const findingsFor = (changed: Record<string, unknown>, rows = locales) =>
    contradictionFindings({
      earlier: published,
      event: 9,
      later: sealOf({
        kind: 'version',
        row: {
          ...withLocales(rows),
          columns: {
            ...columns,
            added: true,
            status: 'withdrawn',
            updated_at: '2',
            withdrawn_at: '2',
            ...changed,
          },
        },
      }),
      policy: 'privacy',
      version: 5,
    })

  it('differs in what a withdrawal changes', () => {
    expect(findingsFor({})).toEqual([])
    expect(
      findingsFor(
        {},
        locales.map((locale) => ({ ...locale, id: locale.id + 90 })),
      ),
    ).toEqual([])
  })

  it('differs in nothing else: what was changed before it would be sealed as if it were true', () => {
    expect(findingsFor({ channel: 'e-mail' })).toMatchObject([
      { code: 'SEAL_CONTRADICTED', event: 9, field: 'channel' },
    ])
  })
})
