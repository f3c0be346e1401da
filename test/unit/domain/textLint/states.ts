import type { NoticeTerms, NoticeTier } from '../../../../src/domain/noticeTerms.js'

/** A node of an editor state with the keys that say something. */
type Node = Record<string, unknown>

export const text = (words: string): Node => ({ text: words, type: 'text' })

export const paragraph = (...words: (Node | string)[]): Node => ({
  children: nodes(words),
  type: 'paragraph',
})

export const heading = (...words: (Node | string)[]): Node => ({
  children: nodes(words),
  tag: 'h2',
  type: 'heading',
})

export const link = ({ url, words }: { url: string; words: string }): Node => ({
  children: [text(words)],
  fields: { linkType: 'custom', url },
  type: 'link',
})

export const numberedList = ({
  items,
  start = 1,
}: {
  items: (Node | string)[]
  start?: number
}): Node => ({
  children: items.map((item) => ({ children: nodes([item]), type: 'listitem' })),
  listType: 'number',
  start,
  type: 'list',
})

export const body = (...blocks: (Node | string)[]): { root: Node } => ({
  root: {
    children: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
    type: 'root',
  },
})

/** A tier that promises what is named, and nothing else. */
export const tier = ({
  allOf = [],
  period = { amount: 0, unit: 'none' },
  relation = 'before',
}: Partial<Pick<NoticeTier, 'period' | 'relation'>> & { allOf?: string[] } = {}): NoticeTier => ({
  channels: { allOf, anyOf: [], optional: [], prohibited: [] },
  period,
  relation,
})

export const terms = ({
  material = tier(),
  other = tier(),
}: Partial<Pick<NoticeTerms, 'material' | 'other'>> = {}): NoticeTerms => ({
  calendar: 'us-federal',
  consentByUse: 'none',
  dateLabel: 'effective',
  exceptions: [],
  material,
  other,
})

const nodes = (words: (Node | string)[]): Node[] =>
  words.map((word) => (typeof word === 'string' ? text(word) : word))
