import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { TextBlock } from '../../../../src/domain/plainText/blocksOf.js'

import { blocksOf } from '../../../../src/domain/plainText/blocksOf.js'
import { inlinesOf } from '../../../../src/domain/plainText/inlinesOf.js'
import { lexicalFromText } from '../../../../src/domain/plainText/lexicalFromText.js'
import { lostWord } from './words.js'

const seeds = new URL('../../../../../shared/seeds/', import.meta.url)
const files = readdirSync(seeds).filter((file) => file.endsWith('.txt'))

const policy = (number: string): string =>
  readFileSync(new URL(files.find((file) => file.startsWith(number)) ?? '', seeds), 'utf8')

const headingsOf = (blocks: TextBlock[], level: number): string[] =>
  blocks.flatMap((block) => (block.type === 'heading' && block.level === level ? [block.text] : []))

const listsOf = (blocks: TextBlock[]): string[][] =>
  blocks.flatMap((block) => ('items' in block ? [block.items] : []))

const urlsOf = (blocks: TextBlock[]): string[] =>
  blocks
    .flatMap((block) =>
      'lines' in block ? block.lines : 'items' in block ? block.items : [block.text],
    )
    .flatMap(inlinesOf)
    .flatMap((inline) => (inline.type === 'link' ? [inline.url] : []))

it.each(files)('%s keeps its words, in their order', (file) => {
  const text = readFileSync(new URL(file, seeds), 'utf8')

  expect(lostWord({ document: lexicalFromText(text), text })).toBeUndefined()
})

it('there are five policies', () => {
  expect(files).toHaveLength(5)
})

describe('002, copied from a web page that numbered every section 1', () => {
  const text = policy('002')
  const lines = text.split('\n').map((line) => line.trim())
  const blocks = blocksOf(text)
  const numbered = lines.filter((line) => /^\d\. /u.test(line)).map((line) => line.slice(3))

  it('has its first line as title and its date as a paragraph', () => {
    expect(blocks[0]).toEqual({ level: 1, text: lines[0], type: 'heading' })
    expect(headingsOf(blocks, 1)).toHaveLength(1)
    expect(blocks[1]).toEqual({ lines: [lines[2]], type: 'paragraph' })
    expect(lines[2]).toContain('effective as of')
  })

  it('has every numbered line as a section or an item', () => {
    expect(headingsOf(blocks, 2)).toEqual(numbered.filter((line) => !/[;.]$| and$/u.test(line)))
    expect(headingsOf(blocks, 2)).toHaveLength(15)
    expect(headingsOf(blocks, 3)).toEqual([])
    expect(listsOf(blocks).flat()).toEqual(numbered.filter((line) => /[;.]$| and$/u.test(line)))
  })

  it('has two lists that both start at 1, the second right before a section', () => {
    const lists = blocks.filter((block) => block.type === 'orderedList')

    expect(lists.map(({ items, start }) => [start, items.length])).toEqual([
      [1, 6],
      [1, 4],
    ])
    expect(blocks[blocks.findLastIndex((block) => 'items' in block) + 1]).toMatchObject({
      level: 2,
      text: 'Security',
    })
  })

  it('links the address of the site and the one sound e-mail address', () => {
    const [site] = /https:\/\/[\w.]+/u.exec(text) ?? []
    const [address] = /\w+@\w+\.org/u.exec(text) ?? []

    expect(urlsOf(blocks)).toEqual([site, `mailto:${address}`])
    expect(text.match(/\w+@\w+ [\w-]+\.org/gu)).toHaveLength(3)
  })

  it('ends with the postal address, line by line', () => {
    const words = lines.filter((line) => line !== '').map((line) => line.replace(/\s+/gu, ' '))

    expect(blocks.at(-1)).toEqual({ lines: words.slice(-4), type: 'paragraph' })
    expect(lexicalFromText(text).root.children.at(-1)?.children).toMatchObject([
      { type: 'text' },
      { type: 'linebreak' },
      { type: 'text' },
      { type: 'linebreak' },
      { type: 'text' },
      { type: 'linebreak' },
      { type: 'text' },
    ])
  })
})

describe('000 and 001, one policy from a PDF and from a web page', () => {
  const pdf = blocksOf(policy('000'))
  const web = blocksOf(policy('001'))
  const unmarked = (title: string) => title.replace(/:$/u, '')

  it('have the same sections and as many items', () => {
    expect(headingsOf(pdf, 2).map(unmarked)).toEqual(headingsOf(web, 2))
    expect(headingsOf(web, 2)).toHaveLength(15)
    expect(headingsOf(web, 1)).toHaveLength(1)
    expect(listsOf(pdf).map((items) => items.length)).toEqual([7, 2, 4])
    expect(listsOf(web).map((items) => items.length)).toEqual([7, 2, 4])
  })

  it('have as many paragraphs: the one that a page break tore is whole again', () => {
    const paragraphs = (blocks: TextBlock[]) => blocks.filter(({ type }) => type === 'paragraph')

    expect(paragraphs(pdf)).toHaveLength(paragraphs(web).length)
  })

  it('link what is an address', () => {
    const shown = policy('000').matchAll(/<(?<url>https[^>]+)>|(?<email>\w+@\w+\.org)/gu)

    expect(urlsOf(pdf)).toEqual(
      [...shown].map(({ groups }) => groups?.url ?? `mailto:${groups?.email}`),
    )
    expect(urlsOf(pdf)).toHaveLength(4)
    expect(urlsOf(web)).toEqual([])
  })
})

describe('003, Markdown', () => {
  const text = policy('003')
  const blocks = blocksOf(text)

  it('has the marked title and the bold lines as sections', () => {
    const bold = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /^\*\*[^*:]+\*\*$/u.test(line))

    expect(headingsOf(blocks, 1)).toEqual([/^# (.+)$/mu.exec(text)?.[1]])
    expect(headingsOf(blocks, 2)).toEqual(bold.map((line) => line.slice(2, -2)))
  })

  it('has its bullets in four lists and no mark left in the text', () => {
    const items = text.split('\n').filter((line) => line.startsWith('  * '))

    expect(listsOf(blocks)).toHaveLength(4)
    expect(listsOf(blocks).flat()).toHaveLength(items.length)
    expect(JSON.stringify(lexicalFromText(text))).not.toMatch(/\*|\]\(/u)
  })

  it('links its addresses', () => {
    const [archived, ...contacts] = urlsOf(blocks)

    expect(archived).toMatch(/^https:\/\/web\.archive\.org\/.*\.html$/u)
    expect(new Set(contacts)).toEqual(new Set(text.match(/mailto:\w+@\w+\.org/gu)))
    expect(urlsOf(blocks)).toHaveLength(6)
  })
})

describe('004, a Word file with its text in it three times', () => {
  it('has the sections of the whole text in front', () => {
    const text = policy('004')
    const blocks = blocksOf(text)
    const [site] = /www\.\w+\.org/u.exec(text) ?? []
    const [address] = /\w+@\w+\.org/u.exec(text) ?? []

    expect(headingsOf(blocks, 1)).toHaveLength(1)
    expect(headingsOf(blocks.slice(0, 40), 2)).toHaveLength(10)
    expect(new Set(urlsOf(blocks))).toEqual(new Set([`https://${site}`, `mailto:${address}`]))
  })
})
