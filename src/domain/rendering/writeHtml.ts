import type { Block, Cell, Inline, Layout, List, ListItem, Table, Words } from './richText.js'

import { escapeHtml } from './escapeHtml.js'
import { hasWords } from './lines.js'
import { textFormat } from './richText.js'

type Direction = 'ltr' | 'rtl'

/**
 * A text as HTML. It has the elements and attributes that stand in this file, and no others; no style
 * and no class, so that it is shown alike under any content security policy.
 */
export const writeHtml = ({
  blocks,
  direction,
}: {
  blocks: readonly Block[]
  /** Of the language that the text is in. */
  direction: Direction
}): string => blocks.map((block) => blockHtml({ block, direction, isBare: false })).join('')

const blockHtml = ({
  block,
  direction,
  isBare,
}: {
  block: Block
  direction: Direction
  /** Whether words need no paragraph around them. */
  isBare: boolean
}): string => {
  switch (block.type) {
    case 'heading':
      return `<h${block.level} id="${escapeHtml(block.id)}"${layoutHtml({ direction, layout: block.layout })}>${inlinesHtml(block.inlines)}</h${block.level}>`
    case 'list':
      return listHtml({ direction, list: block })
    case 'paragraph':
      return `<p${layoutHtml({ direction, layout: block.layout })}>${inlinesHtml(block.inlines) || '<br />'}</p>`
    case 'quote':
      return `<blockquote${layoutHtml({ direction, layout: block.layout })}>${contentsHtml({ blocks: block.blocks, direction: block.layout.direction ?? direction })}</blockquote>`
    case 'rule':
      return '<hr />'
    case 'table':
      return tableHtml({ direction, table: block })
    case 'words':
      return isBare ? inlinesHtml(block.inlines) : `<p>${inlinesHtml(block.inlines)}</p>`
  }
}

/** What stands in an item, a cell or a quotation: its first words need no paragraph. */
const contentsHtml = ({
  blocks,
  direction,
}: {
  blocks: readonly Block[]
  direction: Direction
}): string =>
  blocks.map((block, index) => blockHtml({ block, direction, isBare: index === 0 })).join('')

const listHtml = ({
  direction,
  list: { items, kind, layout },
}: {
  direction: Direction
  list: List
}): string => {
  const start = items[0]?.number ?? 1
  const tag = kind === 'number' ? 'ol' : 'ul'
  const numbering = kind === 'number' && start !== 1 ? ` start="${start}"` : ''
  const inside = layout.direction ?? direction

  return `<${tag}${numbering}${layoutHtml({ direction, layout })}>${items
    .map((item, index) => {
      const isNext = index === 0 || item.number === (items[index - 1]?.number ?? 0) + 1
      const number = kind === 'number' && !isNext ? ` value="${item.number}"` : ''

      return `<li${number}${layoutHtml({ direction: inside, layout: item.layout })}>${markHtml({ item, kind })}${contentsHtml({ blocks: item.blocks, direction: item.layout.direction ?? inside })}</li>`
    })
    .join('')}</${tag}>`
}

/** A sign, where a box could be ticked by readers. */
const markHtml = ({ item, kind }: { item: ListItem; kind: List['kind'] }): string =>
  kind === 'check' ? `${item.isChecked ? '☑' : '☐'} ` : ''

/** The element around a table can scroll where a page is narrower. */
const tableHtml = ({ direction, table }: { direction: Direction; table: Table }): string =>
  `<div><table><tbody>${table.rows
    .map((row) => `<tr>${row.map((cell) => cellHtml({ cell, direction })).join('')}</tr>`)
    .join('')}</tbody></table></div>`

/** A cell without words is the heading of nothing. */
const cellHtml = ({ cell, direction }: { cell: Cell; direction: Direction }): string => {
  const contents = contentsHtml({ blocks: cell.blocks, direction })
  const isHeading = cell.heads && hasWords(cell.blocks)
  const tag = isHeading ? 'th' : 'td'
  const scope = isHeading ? ` scope="${cell.heads === 'column' ? 'col' : 'row'}"` : ''
  const columns = cell.columns > 1 ? ` colspan="${cell.columns}"` : ''
  const rows = cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''

  return `<${tag}${scope}${columns}${rows}>${contents}</${tag}>`
}

/**
 * How an element stands, in attributes that need no style: a content security policy may forbid those.
 * The steps of an indentation are for a page's own style.
 */
const layoutHtml = ({
  direction: outer,
  layout: { align, direction, indent },
}: {
  direction: Direction
  layout: Layout
}): string => {
  const end = (direction ?? outer) === 'rtl' ? 'left' : 'right'

  return [
    align ? ` align="${align === 'end' ? end : align}"` : '',
    // Left to right is what every page is that says nothing else.
    direction === 'rtl' || (direction && direction !== outer) ? ` dir="${direction}"` : '',
    indent > 0 ? ` data-indent="${indent}"` : '',
  ].join('')
}

const inlinesHtml = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      switch (inline.type) {
        case 'linebreak':
          return '<br />'
        case 'link':
          return `<a href="${escapeHtml(inline.url)}"${inline.isNewTab ? ' rel="noopener noreferrer" target="_blank"' : ''}>${inlinesHtml(inline.inlines)}</a>`
        case 'text':
          return wordsHtml(inline)
      }
    })
    .join('')

const wordsHtml = ({ format, text }: Words): string =>
  formats.reduce(
    (html, { bit, tag }) => (format & bit ? `<${tag}>${html}</${tag}>` : html),
    escapeHtml(text),
  )

/** From the innermost to the outermost. */
const formats = [
  { bit: textFormat.bold, tag: 'strong' },
  { bit: textFormat.italic, tag: 'em' },
  { bit: textFormat.strikethrough, tag: 's' },
  { bit: textFormat.underline, tag: 'u' },
  { bit: textFormat.code, tag: 'code' },
  { bit: textFormat.subscript, tag: 'sub' },
  { bit: textFormat.superscript, tag: 'sup' },
]
