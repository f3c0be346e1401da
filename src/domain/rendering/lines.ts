import type { Block, Inline, List, ListItem } from './richText.js'

import { wordsIn } from './inlines.js'

/** The lines of blocks, for a place where no block can stand, such as the cell of a table in Markdown. */
export const linesOf = (blocks: readonly Block[]): Inline[][] =>
  blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
      case 'words':
        return [block.inlines]
      case 'list':
        return block.items.flatMap((item) => {
          const [first = [], ...others] = linesOf(item.blocks)

          return [[asWords(`${markOf({ item, kind: block.kind })} `), ...first], ...others]
        })
      case 'quote':
        return linesOf(block.blocks)
      case 'rule':
        return []
      case 'table':
        return block.rows.flatMap((row) => row.flatMap((cell) => linesOf(cell.blocks)))
    }
  })

/** True where blocks have a word to show. */
export const hasWords = (blocks: readonly Block[]): boolean =>
  linesOf(blocks).some((line) => /\S/u.test(wordsIn(line)))

/** What stands before an item where only characters can say it. */
export const markOf = ({ item, kind }: { item: ListItem; kind: List['kind'] }): string => {
  switch (kind) {
    case 'bullet':
      return '-'
    case 'check':
      return item.isChecked ? '[x]' : '[ ]'
    case 'number':
      return `${item.number}.`
  }
}

/** Puts one prefix before the first line of a text and another before the others; no line ends in its blanks. */
export const withPrefix = ({
  first,
  others,
  text,
}: {
  first: string
  others: string
  text: string
}): string =>
  text
    .split('\n')
    .map((line, index) => {
      const prefix = index === 0 ? first : others

      return line === '' ? prefix.trimEnd() : prefix + line
    })
    .join('\n')

const asWords = (text: string): Inline => ({ format: 0, text, type: 'text' })
