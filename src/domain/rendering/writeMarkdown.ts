import type { Block, Cell, Heading, Inline, List, ListItem, Table } from './richText.js'

import { gridOf } from './gridOf.js'
import { linesOf, markOf, withPrefix } from './lines.js'
import { markdownLines } from './markdownInlines.js'

/**
 * A text as CommonMark with GitHub's tables and struck-out words. What was written as words stays
 * words, whatever characters are in them.
 */
export const writeMarkdown = (blocks: readonly Block[]): string => {
  const parts: string[] = []
  let previous: Delimiter | undefined

  for (const block of blocks) {
    if (block.type === 'list') {
      for (const items of runsOf(block)) {
        previous = delimiterOf({ kind: block.kind, previous })
        parts.push(itemsMarkdown({ delimiter: previous, items, kind: block.kind }))
      }
    } else {
      const markdown = blockMarkdown(block)

      if (markdown !== '') {
        parts.push(markdown)
        previous = undefined
      }
    }
  }
  return parts.join('\n\n')
}

/** What stands beside the number of an item, or instead of one. Another one begins another list. */
type Delimiter = ')' | '+' | '-' | '.'

const delimiterOf = ({
  kind,
  previous,
}: {
  kind: List['kind']
  previous: Delimiter | undefined
}): Delimiter => (kind === 'number' ? (previous === '.' ? ')' : '.') : previous === '-' ? '+' : '-')

/** Markdown counts on by itself: where the numbers do not, another list begins. */
const runsOf = ({ items, kind }: List): ListItem[][] =>
  items.reduce<ListItem[][]>((runs, item) => {
    const run = runs.at(-1)

    if (run && (kind !== 'number' || item.number === (run.at(-1)?.number ?? 0) + 1)) {
      run.push(item)
    } else {
      runs.push([item])
    }
    return runs
  }, [])

const itemsMarkdown = ({
  delimiter,
  items,
  kind,
}: {
  delimiter: Delimiter
  items: readonly ListItem[]
  kind: List['kind']
}): string => {
  const written = items.map((item) => {
    const mark = `${kind === 'number' ? item.number : ''}${delimiter} `
    const box = kind === 'check' ? `${markOf({ item, kind })} ` : ''

    return withPrefix({
      first: mark + box,
      others: ' '.repeat(mark.length),
      text: writeMarkdown(item.blocks),
    })
  })

  return written.join(written.some((item) => item.includes('\n\n')) ? '\n\n' : '\n')
}

const blockMarkdown = (block: Exclude<Block, List>): string => {
  switch (block.type) {
    case 'heading':
      return headingMarkdown(block)
    case 'paragraph':
    case 'words':
      return linesMarkdown(block.inlines)
    case 'quote':
      return withPrefix({ first: '> ', others: '> ', text: writeMarkdown(block.blocks) })
    case 'rule':
      return '***'
    case 'table':
      return tableMarkdown(block)
  }
}

/** A heading is one line, and hashes at its end would not be seen. */
const headingMarkdown = ({ inlines, level }: Heading): string => {
  const words = markdownLines({ inlines }).join(' ').trim()

  return `${'#'.repeat(level)} ${words.endsWith('#') && !words.endsWith('\\#') ? `${words.slice(0, -1)}\\#` : words}`
}

const linesMarkdown = (inlines: readonly Inline[]): string => {
  const lines = markdownLines({ inlines })
  const hasWords = (line: string) => /\S/u.test(line)
  const start = lines.findIndex(hasWords)
  const end = lines.findLastIndex(hasWords)

  return start === -1 ? '' : lines.slice(start, end + 1).join('\\\n')
}

/** GitHub's tables begin with a row of headings: an empty one where there is none. */
const tableMarkdown = (table: Table): string => {
  const grid = gridOf(table)
  const columns = grid.reduce((most, { length }) => Math.max(most, length), 0)
  const hasHeadings = table.rows[0]?.some(({ heads }) => heads === 'column')
  const empty = Array.from({ length: columns }, () => undefined)
  const [head = empty, ...rows] = hasHeadings ? grid : [empty, ...grid]

  return [
    rowMarkdown(Array.from({ length: columns }, (_, index) => cellMarkdown(head[index]))),
    rowMarkdown(empty.map(() => '---')),
    ...rows.map((row) => rowMarkdown(row.map(cellMarkdown))),
  ].join('\n')
}

const rowMarkdown = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The cells of a Markdown table hold one line; an element of HTML is how lines are told apart in it. */
const cellMarkdown = (cell: Cell | undefined): string =>
  linesOf(cell?.blocks ?? [])
    .flatMap((inlines) => markdownLines({ inlines, isInTable: true }))
    .filter((line) => line !== '')
    .join('<br>')
