import type { BlockType } from '../redline.js'

import { leavesOf } from './leavesOf.js'

/** Words of a text that stand on their own. */
export type TextBlock = {
  /** Of a heading 1 to 6; of an item how deep its list is nested, from 1; 0 for other blocks. */
  level: number
  /** The list that an item belongs to. */
  list: null | TextList
  /** The number that an item of a numbered list shows. */
  number: null | number
  /** How the text is formatted and linked, in the order of the text. */
  runs: TextRun[]
  text: string
  type: BlockType
}

/** A list; items of one list share it. */
export type TextList = { isNumbered: boolean }

/** A stretch of a block's text of one format and link. */
export type TextRun = { end: number; format: number; start: number; url: null | string }

/**
 * Reads the blocks of a Lexical editor state, every character of its words kept. Text that is
 * struck out stands between double tildes: it is said no more. A value of any other form has none.
 */
export const textBlocksOf = (body: unknown): TextBlock[] => {
  const root = isRecord(body) && isRecord(body.root) ? body.root : {}
  const reader = blockReader()
  // A stack of its own: no nesting is too deep for it.
  const tasks: Task[] = [{ node: root, place: topLevel, type: 'read' }]

  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const next = task.type === 'end' ? reader.end(task.inRow) : reader.read(task)

    for (let index = next.length - 1; index >= 0; index -= 1) {
      tasks.push(next[index]!)
    }
  }
  return reader.blocks
}

type Node = Record<string, unknown>

/** What the nodes around a node say of it. */
type Place = Pick<TextBlock, 'level' | 'list' | 'number' | 'type'> & { url: null | string }

type Task = { inRow: boolean; type: 'end' } | { node: Node; place: Place; type: 'read' }

type Draft = { length: number; pieces: string[]; place: Place; runs: TextRun[] }

const topLevel: Place = { level: 0, list: null, number: null, type: 'paragraph', url: null }

/** Stands between the cells of a row. */
const cellSeparator = ' | '

const blockReader = () => {
  const blocks: TextBlock[] = []
  let draft: Draft | undefined

  const add = ({ format = 0, place, text }: { format?: number; place: Place; text: string }) => {
    if (text !== '') {
      draft ??= { length: 0, pieces: [], place, runs: [] }

      const end = draft.length + text.length
      const last = draft.runs.at(-1)

      if (last?.format === format && last.url === place.url) {
        last.end = end
      } else {
        draft.runs.push({ end, format, start: draft.length, url: place.url })
      }
      draft.pieces.push(text)
      draft.length = end
    }
  }

  const end = (inRow: boolean): Task[] => {
    if (draft !== undefined && !inRow) {
      const { pieces, place, runs } = draft
      const { level, list, number, type } = place
      const text = pieces.join('')

      // What shows nothing is a blank line.
      if (/[^\s\u00ad\u200b-\u200d\u2060]/u.test(text)) {
        blocks.push({ level, list, number, runs, text, type })
      }
      draft = undefined
    }
    return []
  }

  const read = ({ node, place }: { node: Node; place: Place }): Task[] => {
    if (typeof node.text === 'string') {
      const format = typeof node.format === 'number' ? node.format : 0
      const isStruckOut = (format & struckOut) !== 0 && node.text.trim() !== ''

      add({ format, place, text: isStruckOut ? `~~${node.text}~~` : node.text })
      return []
    }
    if (node.type === 'linebreak' || node.type === 'tab') {
      add({ place, text: node.type === 'tab' ? '\t' : '\n' })
      return []
    }

    const inRow = place.type === 'row'
    const children = Array.isArray(node.children) ? node.children.filter(isRecord) : undefined

    if (node.type === 'link' || node.type === 'autolink') {
      return readAll({ nodes: children ?? [], place: { ...place, url: urlOf(node) } })
    }
    if (children === undefined) {
      return readEmbed({ node, place })
    }
    if (inRow) {
      const last = draft?.pieces.at(-1)
      const isNextCell = node.type === 'tablecell' && last !== undefined
      const isNextBlock = last !== undefined && last !== cellSeparator && children.length > 0

      add({ place, text: isNextCell ? cellSeparator : isNextBlock ? ' ' : '' })
    } else {
      end(false)
    }
    return [
      ...readAll({ nodes: children, place: placeIn({ node, place }) }),
      { inRow, type: 'end' },
    ]
  }

  const readEmbed = ({ node, place }: { node: Node; place: Place }): Task[] => {
    const isInline = draft !== undefined || node.type === 'inlineBlock'
    const leaves = leavesOf(node)
    // A rule or an empty block has no more than its type.
    const text = leaves.length > 1 ? leaves.join('\n') : ''

    if (isInline) {
      add({ place, text: text && `[${text}]` })
      return []
    }
    add({ place: { ...topLevel, type: 'embed' }, text })
    return end(false)
  }

  return { blocks, end, read }
}

/** The bit that Lexical sets in the format of text that is struck out. */
const struckOut = 4

const readAll = ({ nodes, place }: { nodes: Node[]; place: Place }): Task[] =>
  nodes.map((node) => ({ node, place, type: 'read' }))

const placeIn = ({ node, place }: { node: Node; place: Place }): Place => {
  if (place.type === 'row') {
    return place
  }
  switch (node.type) {
    case 'heading':
      return {
        ...topLevel,
        level: Number(/^h([1-6])$/u.exec(String(node.tag))?.[1] ?? 2),
        type: 'heading',
      }
    case 'list':
      return {
        ...topLevel,
        level: (place.type === 'item' ? place.level : 0) + 1,
        list: { isNumbered: node.listType === 'number' },
        type: 'item',
      }
    case 'listitem':
      return {
        ...place,
        number: place.list?.isNumbered && typeof node.value === 'number' ? node.value : null,
      }
    case 'tablerow':
      return { ...topLevel, type: 'row' }
    default:
      return place
  }
}

const urlOf = ({ fields, url }: Node): null | string => {
  if (!isRecord(fields)) {
    return typeof url === 'string' ? url : null
  }
  return fields.linkType === 'internal'
    ? leavesOf(isRecord(fields.doc) ? fields.doc : {}).join(' ')
    : typeof fields.url === 'string'
      ? fields.url
      : null
}

const isRecord = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
