import type {
  LexicalInline,
  LexicalLink,
  LexicalParagraph,
  LexicalText,
} from '../plainText/lexicalFromText.js'

/** An editor state that holds an imported text. */
export type ImportedBody = { root: ElementOf<'root'> & { children: ImportedBlock[] } }

/** A block of an imported text: the closed set of what an import makes, all of which the editor has. */
export type ImportedBlock =
  ImportedHeading | ImportedList | ImportedParagraph | ImportedQuote | ImportedRule | ImportedTable

export type ImportedHeading = ElementOf<'heading'> & { children: LexicalInline[]; tag: HeadingTag }

export type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'

export type ImportedParagraph = LexicalParagraph

export type ImportedQuote = ElementOf<'quote'> & { children: LexicalInline[] }

export type ImportedRule = { type: 'horizontalrule'; version: 1 }

export type ImportedList = ElementOf<'list'> & {
  children: ImportedItem[]
  listType: 'bullet' | 'number'
  start: number
  tag: 'ol' | 'ul'
}

/** Words, or one list that belongs to the item before it. */
export type ImportedItem = ElementOf<'listitem'> & {
  children: (ImportedList | LexicalInline)[]
  /** The number that it shows in a numbered list. */
  value: number
}

export type ImportedTable = ElementOf<'table'> & { children: ImportedRow[] }

export type ImportedRow = ElementOf<'tablerow'> & { children: ImportedCell[] }

export type ImportedCell = ElementOf<'tablecell'> & {
  backgroundColor: null
  children: ImportedBlock[]
  colSpan: number
  /** The sum of 1, a heading of its column, and 2, one of its row. */
  headerState: number
  rowSpan: number
}

type ElementOf<Type extends string> = {
  direction: null
  format: ''
  indent: number
  type: Type
  version: 1
}

/** An element without anything of its own. */
export const element = <Type extends string, Child>(
  type: Type,
  children: Child[],
  indent = 0,
): ElementOf<Type> & { children: Child[] } => ({
  children,
  direction: null,
  format: '',
  indent,
  type,
  version: 1,
})

export const paragraph = (children: LexicalInline[]): ImportedParagraph => ({
  ...element('paragraph', children),
  textFormat: formatOfFirst(children),
  textStyle: '',
})

/** The editor notes the format of the first text; another value would change when it saves. */
const formatOfFirst = (children: LexicalInline[]): number => {
  const text =
    children.find((node) => node.type === 'text') ??
    children.flatMap((node) => (node.type === 'link' ? node.children : []))[0]

  return text?.format ?? 0
}

export const text = (words: string, format = 0): LexicalText => ({
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text: words,
  type: 'text',
  version: 1,
})

export const link = ({
  children,
  number,
  url,
}: {
  children: LexicalText[]
  /** Its place among the links of the text. */
  number: number
  url: string
}): LexicalLink => ({
  children,
  direction: null,
  fields: { linkType: 'custom', newTab: false, url },
  format: '',
  // As long as the ids that the editor draws, and the same whenever the text is read again.
  id: number.toString(16).padStart(24, '0'),
  indent: 0,
  type: 'link',
  version: 3,
})

/** The words of a block or a line; parts that stand apart are lines. */
export const wordsOf = (
  node: ImportedBlock | ImportedCell | ImportedItem | ImportedRow | LexicalInline,
): string => {
  switch (node.type) {
    case 'horizontalrule':
      return ''
    case 'linebreak':
      return '\n'
    case 'text':
      return node.text
    case 'list':
    case 'table':
    case 'tablecell':
    case 'tablerow':
      return node.children.map(wordsOf).join('\n')
    default:
      return node.children.map(wordsOf).join('')
  }
}
