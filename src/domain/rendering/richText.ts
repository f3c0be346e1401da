/**
 * A text in the closed set of forms that is ever shown. What was read into it has no name, attribute
 * or address that is not in this file's types, so that its writers need trust nobody.
 */
export type RichText = {
  blocks: Block[]
  /** How many nodes of each type were dropped. Their words are in the blocks. */
  dropped: Record<string, number>
}

/** A part that stands on its own. */
export type Block = Heading | List | Paragraph | Quote | Rule | Table | WordsBlock

/** What of an element's look is kept. */
export type Layout = {
  align: 'center' | 'end' | 'justify' | 'left' | 'right' | undefined
  direction: 'ltr' | 'rtl' | undefined
  /** Steps, 0 to 9. */
  indent: number
}

export type Heading = {
  /** Unique in the text, and the same as long as the words are. */
  id: string
  inlines: Inline[]
  layout: Layout
  level: 1 | 2 | 3 | 4 | 5 | 6
  type: 'heading'
}

export type Paragraph = { inlines: Inline[]; layout: Layout; type: 'paragraph' }

/** Words that stand in an item, a cell or a quotation without a paragraph of their own. */
export type WordsBlock = { inlines: Inline[]; type: 'words' }

export type Quote = { blocks: Block[]; layout: Layout; type: 'quote' }

export type Rule = { type: 'rule' }

export type List = {
  items: ListItem[]
  kind: 'bullet' | 'check' | 'number'
  layout: Layout
  type: 'list'
}

export type ListItem = {
  blocks: Block[]
  isChecked: boolean
  layout: Layout
  /** The number that it shows in a numbered list. */
  number: number
}

export type Table = { rows: Cell[][]; type: 'table' }

export type Cell = {
  blocks: Block[]
  columns: number
  /** What it is the heading of, if anything. */
  heads: 'column' | 'row' | undefined
  rows: number
}

/** A part of a line. */
export type Inline = Line | Link | Words

/** The end of a line. */
export type Line = { type: 'linebreak' }

/** A link; its address is one of those that `safeUrl` lets pass. */
export type Link = { inlines: (Line | Words)[]; isNewTab: boolean; type: 'link'; url: string }

/** Words of one format: a sum of `textFormat`. */
export type Words = { format: number; text: string; type: 'text' }

/** The bits of a format, as Lexical counts them; others have no form here. */
export const textFormat = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
} as const
