import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { ImportedBlock } from '../../../../src/domain/textImport/importedNodes.js'

import { renderText } from '../../../../src/domain/rendering/renderText.js'
import { wordsOf } from '../../../../src/domain/textImport/importedNodes.js'
import { importText, type ImportedText } from '../../../../src/domain/textImport/importText.js'
import { guessFormat } from '../../../../src/domain/textImport/textFormat.js'
import { htmlOfMarkdown } from '../../../../src/domain/textImport/readMarkdown.js'
import { realPolicy } from '../../../helpers/references.js'
import { faultsIn } from './closedSet.js'
import { counts } from './states.js'

const seeds = new URL('../../../../../shared/seeds/', import.meta.url)
const files = readdirSync(seeds).filter((file) => file.endsWith('.txt'))
const fileOf = (number: string) => files.find((file) => file.startsWith(number)) ?? ''
const textOf = (number: string) => realPolicy(fileOf(number))

/** A real policy as it is imported when nobody says what it is. */
const policy = (number: string): ImportedText => {
  const text = textOf(number)
  return importText({ format: guessFormat({ fileName: fileOf(number), text }), text })
}

const blocksOf = ({ body }: ImportedText): ImportedBlock[] => body.root.children
const headings = (imported: ImportedText, tag: string): string[] =>
  blocksOf(imported).flatMap((block) =>
    block.type === 'heading' && block.tag === tag ? [wordsOf(block)] : [],
  )
const listSizes = (imported: ImportedText): number[] =>
  blocksOf(imported).flatMap((block) => (block.type === 'list' ? [block.children.length] : []))
const linksIn = (imported: ImportedText): string[] =>
  [...JSON.stringify(imported.body).matchAll(/"url":"([^"]+)"/gu)].map(([, url = '']) => url)
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

it.each(files)('%s imports cleanly', (file) => {
  const imported = policy(file.slice(0, 3))
  const { dropped, html } = renderText({ body: imported.body })

  expect(faultsIn(imported.body.root)).toEqual([])
  expect(dropped).toEqual({})
  expect(headings(imported, 'h1')).toHaveLength(1)
  expect(imported.title).toBe(headings(imported, 'h1')[0])
  // No mark of Markdown, no code, no number of a page is left, and no paragraph ends within a sentence.
  expect(html).not.toMatch(/\*\*|\]\(|\[bookmark|<p>\s*\d{1,3}\s*<\/p>/u)
  expect(
    blocksOf(imported).filter(
      (block) => block.type === 'paragraph' && /^\p{Ll}/u.test(wordsOf(block)),
    ),
  ).toEqual([])
})

it('there are five policies', () => {
  expect(files.map((file) => guessFormat({ fileName: file, text: realPolicy(file) }))).toEqual([
    'text',
    'text',
    'text',
    'markdown',
    'text',
  ])
})

it.each(['000', '001', '002'])('%s has every letter of its file', (number) => {
  const imported = policy(number)
  const numbers = /^\s*\d\. (?=.*[^;.]$)/gmu
  const marks = /^\s*(?:\d\. |- )/gmu
  const text = textOf(number).replace(numbers, '').replace(marks, '')

  expect(lettersOf(blocksOf(imported).map(wordsOf).join(' '))).toBe(lettersOf(text))
})

describe('000 and 001, one policy from a PDF and from a web page', () => {
  const pdf = policy('000')
  const web = policy('001')

  it('have the same sections, lists and paragraphs: the torn one is whole', () => {
    expect(headings(pdf, 'h2').map((words) => words.replace(/:$/u, ''))).toEqual(
      headings(web, 'h2'),
    )
    expect(headings(web, 'h2')).toHaveLength(15)
    expect(listSizes(pdf)).toEqual([7, 2, 4])
    expect(listSizes(web)).toEqual([7, 2, 4])
    expect(blocksOf(pdf).map(({ type }) => type)).toEqual(blocksOf(web).map(({ type }) => type))
  })

  it('link the bare addresses', () => {
    expect(linksIn(pdf).map((url) => new URL(url).protocol)).toEqual([
      'https:',
      'https:',
      'mailto:',
      'mailto:',
    ])
    expect([pdf.dropped, web.dropped]).toEqual([[], []])
  })
})

describe('002, whose headings all say 1', () => {
  const imported = policy('002')

  it('has fifteen sections, two lists that start at 1, and says what became of the numbers', () => {
    expect(headings(imported, 'h2')).toHaveLength(15)
    expect(listSizes(imported)).toEqual([6, 4])
    expect(counts(imported)).toEqual({ number: 15 })
    expect(imported.notes).toEqual([{ code: 'NUMBERED_HEADINGS', count: 15 }])
  })

  it('leaves the broken address as it stands, and links the sound one', () => {
    expect(linksIn(imported)).toHaveLength(2)
    expect(linksIn(imported)[1]).toMatch(/^mailto:\w+@\w+\.org$/u)
  })
})

describe('003, Markdown', () => {
  const imported = policy('003')
  const bold = textOf('003')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^\*\*[^*:]+\*\*$/u.test(line))

  it('has its bold lines as sections, and says so', () => {
    expect(headings(imported, 'h2')).toEqual(bold.map((line) => line.slice(2, -2)))
    expect(imported.notes).toEqual([{ code: 'BOLD_HEADINGS', count: bold.length }])
    expect(imported.dropped).toEqual([])
  })

  it('has its lists, its links and the line on where it comes from as a quotation', () => {
    const items = textOf('003')
      .split('\n')
      .filter((line) => line.startsWith('  * '))

    expect(listSizes(imported)).toHaveLength(4)
    expect(listSizes(imported).reduce((sum, size) => sum + size, 0)).toBe(items.length)
    expect(blocksOf(imported)[0]?.type).toBe('quote')
    expect(linksIn(imported)[0]).toMatch(/^https:\/\/web\.archive\.org\//u)
    expect(
      linksIn(imported)
        .slice(1)
        .every((url) => url.startsWith('mailto:')),
    ).toBe(true)
  })

  it('has every letter of its file but for where its links lead', () => {
    const text = textOf('003').replace(/\]\([^)]+\)/gu, '] ')

    expect(lettersOf(blocksOf(imported).map(wordsOf).join(' '))).toBe(lettersOf(text))
  })

  it('is the same as HTML', () => {
    const html = importText({
      format: 'html',
      text: htmlOfMarkdown({ note: () => undefined, text: textOf('003') }),
    })

    expect(headings(html, 'h2')).toHaveLength(bold.length)
    expect(linksIn(html)).toEqual(linksIn(imported))
  })
})

describe('004, a Word file with its text in it three times', () => {
  const imported = policy('004')
  const [whole = ''] = textOf('004').split('\t3\n')

  it('is recognised as standing there three times, and its whole copy is kept', () => {
    expect(imported.repeated).toEqual({ copies: 3, isWholeKept: true })
    expect(counts(imported)).toEqual({ fieldCode: 1, pageNumber: 1, repeated: 2 })
    expect(lettersOf(blocksOf(imported).map(wordsOf).join(' '))).toBe(
      lettersOf(whole.replace('[bookmark: bkDocIDTemp]', '')),
    )
  })

  it('has its sections and links', () => {
    expect(headings(imported, 'h2')).toHaveLength(10)
    expect(new Set(linksIn(imported).map((url) => new URL(url).protocol))).toEqual(
      new Set(['https:', 'mailto:']),
    )
  })

  it('has all three on demand', () => {
    const all = importText({ format: 'text', isEveryCopyKept: true, text: textOf('004') })

    expect(all.repeated).toEqual({ copies: 3, isWholeKept: false })
    expect(lettersOf(blocksOf(all).map(wordsOf).join(' ')).length).toBeGreaterThan(
      1.5 * lettersOf(whole).length,
    )
  })
})
