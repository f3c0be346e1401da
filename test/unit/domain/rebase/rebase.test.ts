import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { rebaseText } from '../../../../src/domain/rebase.js'
import { type Block, childrenOf, keyOf, rootOf } from '../../../../src/domain/rebase/blocks.js'
import { openConflictsIn } from '../../../../src/domain/rebase/conflicts.js'
import { heading, list, type Node, paragraph, state, text } from '../redline/states.js'

const rebase = (texts: Record<'base' | 'draft' | 'onto', readonly (Node | string)[]>) => {
  const { body, conflicts } = rebaseText({
    base: state(texts.base),
    draft: state(texts.draft),
    label: '3',
    onto: state(texts.onto),
  })
  return { blocks: childrenOf(rootOf(body)), body, conflicts }
}

/** What stands in a text: the words of each block, items in brackets. */
const glance = (blocks: readonly Block[]): string[] =>
  blocks.map((block) =>
    block.type === 'list' ? `(${glance(childrenOf(block)).join('; ')})` : wordsIn(block),
  )

const wordsIn = (node: Block): string =>
  typeof node.text === 'string' ? node.text : childrenOf(node).map(wordsIn).join('')

const merged = (texts: Parameters<typeof rebase>[0]) => glance(rebase(texts).blocks)

describe('a rebase', () => {
  it('takes what the draft left alone from the new text, and keeps what it changed', () => {
    const base = ['We keep data.', 'We sell nothing.', 'Write to us.']
    expect(
      rebase({
        base,
        draft: ['We keep data for a year.', 'We sell nothing.', 'Write to us.'],
        onto: ['We keep data.', 'We sell nothing.', 'Write to us at once.'],
      }),
    ).toMatchObject({ conflicts: 0 })
    expect(
      merged({
        base,
        draft: ['We keep data for a year.', 'We sell nothing.', 'Write to us.'],
        onto: ['We keep data.', 'We sell not a thing.', 'Security', 'Write to us at once.'],
      }),
    ).toEqual([
      'We keep data for a year.',
      'We sell not a thing.',
      'Security',
      'Write to us at once.',
    ])
  })

  it('keeps both where both changed the same block, and marks the other', () => {
    const { blocks, body, conflicts } = rebase({
      base: ['First.', 'We keep data for a year.', 'Last.'],
      draft: ['First.', 'We keep data for two years.', 'Last.'],
      onto: ['First.', 'We keep data for six months.', 'Last.'],
    })

    expect(glance(blocks)).toEqual([
      'First.',
      'We keep data for two years.',
      '[Conflict: version 3 says]',
      'We keep data for six months.',
      'Last.',
    ])
    expect(conflicts).toBe(1)
    expect(openConflictsIn(body)).toBe(1)
    expect(openConflictsIn({ de: body, en: body })).toBe(2)
  })

  it('marks a block that one of them took out and the other changed', () => {
    const base = ['First.', 'We keep data.', 'Last.']
    const changed = ['First.', 'We keep data for a year.', 'Last.']
    const without = ['First.', 'Last.']

    expect(merged({ base, draft: without, onto: changed })).toEqual([
      'First.',
      '[Conflict: version 3 says]',
      'We keep data for a year.',
      'Last.',
    ])
    expect(merged({ base, draft: changed, onto: without })).toEqual([
      'First.',
      '[Conflict: version 3 left out what follows]',
      'We keep data for a year.',
      'Last.',
    ])
  })

  it('agrees with a change that both made', () => {
    expect(
      rebase({ base: ['a', 'b'], draft: ['a', 'b c', 'd'], onto: ['a', 'b c', 'd'] }),
    ).toMatchObject({ conflicts: 0 })
    expect(merged({ base: ['a', 'b'], draft: ['a', 'b c', 'd'], onto: ['a', 'b c', 'd'] })).toEqual(
      ['a', 'b c', 'd'],
    )
  })

  it('finds the changed block beside a new one', () => {
    expect(
      merged({
        base: ['We keep your name and address.', 'End.'],
        draft: ['We keep your name and address.', 'The end.'],
        onto: ['Cookies are small files.', 'We keep your name and street address.', 'End.'],
      }),
    ).toEqual(['Cookies are small files.', 'We keep your name and street address.', 'The end.'])
  })

  it('compares lists by their items, and numbers them anew', () => {
    const { blocks, conflicts } = rebase({
      base: [list(['name', 'address'], 'number')],
      draft: [list(['full name', 'address'], 'number')],
      onto: [list(['name', 'address', 'telephone'], 'number')],
    })

    expect([glance(blocks), conflicts]).toEqual([['(full name; address; telephone)'], 0])
    expect(childrenOf(blocks[0]).map(({ value }) => value)).toEqual([1, 2, 3])

    const contested = rebase({
      base: [list(['name'])],
      draft: [list(['full name'])],
      onto: [list(['first name'])],
    })
    expect(glance(contested.blocks)).toEqual([
      '(full name; [Conflict: version 3 says]; first name)',
    ])
    expect(openConflictsIn(contested.body)).toBe(1)
  })

  it('takes what an editor writes anew when it opens a text for no change', () => {
    const block = paragraph('We keep data.')
    const opened = { ...block, direction: 'ltr', textFormat: 0, textStyle: '', version: 1 }

    expect(
      merged({ base: [block], draft: [opened], onto: [paragraph('We keep no data.')] }),
    ).toEqual(['We keep no data.'])
    expect(rebase({ base: [block], draft: [opened], onto: [block] }).blocks).toEqual([opened])
  })

  it('takes bold words and another level of a heading for a change', () => {
    expect(
      rebase({
        base: [heading('Data'), paragraph('We keep data.')],
        draft: [heading('Data', 3), paragraph('We keep data.')],
        onto: [heading('Data'), paragraph(text('We keep data.', 1))],
      }).blocks,
    ).toEqual([heading('Data', 3), paragraph(text('We keep data.', 1))])
  })

  it('takes a language that the draft does not have, keeps one that the other version does not', () => {
    const german = state(['Hallo.'])
    expect(rebaseText({ base: null, draft: null, label: '3', onto: german }).body).toBe(german)
    expect(rebaseText({ base: null, draft: german, label: '3', onto: null }).body).toBe(german)
  })

  it('marks everything that is new on both sides where there was no text before', () => {
    const { body, conflicts } = rebaseText({
      base: null,
      draft: state(['Guten Tag.']),
      label: '3',
      onto: state(['Hallo.']),
    })
    expect(glance(childrenOf(rootOf(body)))).toEqual([
      'Guten Tag.',
      '[Conflict: version 3 says]',
      'Hallo.',
    ])
    expect(conflicts).toBe(1)
  })

  it('leaves a text that the editor can open', () => {
    expect(rebase({ base: ['a', 'b'], draft: ['a'], onto: ['b'] }).blocks).toMatchObject([
      { children: [], type: 'paragraph' },
    ])
  })

  it('takes half of a marker for one, and the words of a policy for none', () => {
    expect(openConflictsIn(state([paragraph('[Conflict: ', text('version 3', 1))]))).toBe(1)
    expect(openConflictsIn(state(['In a conflict: version 3 prevails [see above].']))).toBe(0)
    expect(openConflictsIn(null)).toBe(0)
  })
})

const words = fc.constantFrom('we', 'keep', 'your', 'data', 'cookies', 'for', 'years', 'never')
const sentence = fc.array(words, { maxLength: 5 }).map((said) => said.join(' '))
const block = fc.oneof(
  { arbitrary: sentence.map((said) => paragraph(said)), weight: 4 },
  { arbitrary: sentence.map((said) => heading(said)), weight: 1 },
)
const items = fc.array(sentence, { maxLength: 4, minLength: 1 }).map((said) => list(said))
const blocks = fc.array(block, { maxLength: 8, minLength: 1 })
const withLists = fc.array(fc.oneof(block, items), { maxLength: 8, minLength: 1 })

/** The words of each block, and of each item of a list. */
const partsOf = (texts: readonly Block[]): Set<string> =>
  new Set(texts.flatMap((one) => (one.type === 'list' ? childrenOf(one) : [one])).map(wordsIn))

describe('every rebase', () => {
  it('gives the draft where the text has not changed', () => {
    fc.assert(
      fc.property(withLists, withLists, (base, draft) => {
        expect(rebase({ base, draft, onto: base })).toMatchObject({
          blocks: draft,
          conflicts: 0,
        })
      }),
    )
  })

  it('gives the new text where the draft has no changes', () => {
    fc.assert(
      fc.property(withLists, withLists, (base, onto) => {
        expect(rebase({ base, draft: base, onto })).toMatchObject({ blocks: onto, conflicts: 0 })
      }),
    )
  })

  it('loses no block that either side added or changed', () => {
    fc.assert(
      fc.property(blocks, blocks, blocks, (base, draft, onto) => {
        const keys = new Set(rebase({ base, draft, onto }).blocks.map(keyOf))
        const old = new Set(base.map(keyOf))

        for (const added of [...draft, ...onto].filter((one) => !old.has(keyOf(one)))) {
          expect(keys).toContain(keyOf(added))
        }
      }),
    )
  })

  it('loses no item of a list that either side added or changed', () => {
    fc.assert(
      fc.property(withLists, withLists, withLists, (base, draft, onto) => {
        const old = partsOf(base)
        const kept = partsOf(rebase({ base, draft, onto }).blocks)

        for (const added of [...partsOf(draft), ...partsOf(onto)]) {
          expect(old.has(added) || kept.has(added)).toBe(true)
        }
      }),
    )
  })

  it('invents nothing but markers, one for each conflict, and is the same every time', () => {
    fc.assert(
      fc.property(withLists, withLists, withLists, (base, draft, onto) => {
        const once = rebase({ base, draft, onto })
        expect(once).toEqual(rebase({ base, draft, onto }))
        expect(openConflictsIn(once.body)).toBe(once.conflicts)

        const known = new Set([...partsOf(draft), ...partsOf(onto)])
        for (const part of partsOf(once.blocks)) {
          expect(known.has(part) || part.startsWith('[Conflict: ')).toBe(true)
        }
      }),
    )
  })
})
