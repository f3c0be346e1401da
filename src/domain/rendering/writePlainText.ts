import type { Block, Cell, Inline, Link, List, Table, Words } from './richText.js'

import { gridOf } from './gridOf.js'
import { linesOf, markOf, withPrefix } from './lines.js'
import { textFormat } from './richText.js'
import { withCarets } from './withCarets.js'

/** A text as plain text: what its look says is said by characters, and nothing is left to guess. */
export const writePlainText = (blocks: readonly Block[]): string =>
  blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n')

const blockText = (block: Block): string => {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'words':
      return inlinesText(block.inlines)
    case 'list':
      return listText(block)
    case 'quote':
      return withPrefix({ first: '> ', others: '> ', text: writePlainText(block.blocks) })
    case 'rule':
      return '---'
    case 'table':
      return tableText(block)
  }
}

const listText = ({ items, kind }: List): string =>
  items
    .map((item) => {
      const mark = `${markOf({ item, kind })} `
      const text = item.blocks
        .map(blockText)
        .filter((part) => part !== '')
        .join('\n')

      return withPrefix({ first: mark, others: ' '.repeat(mark.length), text })
    })
    .join('\n')

/** Rows of cells with tabs between them, as a spreadsheet takes them. */
const tableText = (table: Table): string =>
  gridOf(table)
    .map((row) => row.map(cellText).join('\t'))
    .join('\n')

const cellText = (cell: Cell | undefined): string =>
  linesOf(cell?.blocks ?? [])
    .map((line) => inlinesText(line).replace(/[\t\n]+/gu, ' '))
    .join(' ')

const inlinesText = (inlines: readonly Inline[]): string =>
  rawText(inlines)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()

const rawText = (inlines: readonly Inline[]): string =>
  withCarets(inlines)
    .map((inline) => {
      switch (inline.type) {
        case 'linebreak':
          return '\n'
        case 'link':
          return linkText(inline)
        case 'text':
          return struckOut(inline)
      }
    })
    .join('')

/** Words that were struck out do not read as if they still stood. */
const struckOut = ({ format, text }: Words): string =>
  format & textFormat.strikethrough ? text.replace(/\S(?:.*\S)?/u, '~~$&~~') : text

/** The address stands beside the words where they do not say it. */
const linkText = (link: Link): string => {
  const text = rawText(link.inlines)
  const words = text.trimEnd()
  const address = link.url.replace(/^(?:mailto|tel):([^?]*).*$/iu, '$1')
  const isSaid = link.url.startsWith('#') || bare(words) === bare(address)

  return isSaid ? text : `${words} (${address})${text.slice(words.length)}`
}

/** An address as people write it: without its protocol and the slash at its end. */
const bare = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/\/$/u, '')
