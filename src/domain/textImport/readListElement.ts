import type { LexicalInline } from '../plainText/lexicalFromText.js'
import type { ContentsOf, Part, Place, Telling } from './readHtml.js'

import { attribute, fragmentOf, type HtmlElement, isElement } from './htmlTree.js'
import {
  element as nodeOf,
  type ImportedBlock,
  type ImportedItem,
  type ImportedList,
  paragraph,
} from './importedNodes.js'

/** Lists that are nested deeper become items of the last one: no page shows them apart. */
export const deepestList = 9

/**
 * Reads a list. What no item can hold, such as a table, stands after it, and the list then goes on with
 * its number.
 */
export const readList = ({
  contentsOf,
  element,
  isNumbered,
  place,
  telling,
}: {
  contentsOf: ContentsOf
  element: HtmlElement
  isNumbered: boolean
  place: Place
  telling: Telling
}): ImportedBlock[] => {
  const depth = place.listDepth
  const list = listWriter({ depth, isNumbered, start: numberIn(attribute(element, 'start')) ?? 1 })

  if (isNumbered && isLettered(element)) {
    telling.note('LETTERED_LISTS')
  }

  for (const child of element.childNodes) {
    const isItem = isElement(child) && child.tagName === 'li'
    // What stands between the items is read as one.
    const node = isItem ? child : fragmentOf(child)
    const value = isItem && isNumbered ? numberIn(attribute(child, 'value')) : undefined
    const parts = contentsOf({ node, place: { ...place, listDepth: depth + 1 } })

    if (value !== undefined) {
      list.goOnWith(value)
    }
    if (parts.length > 0 || isItem) {
      list.addItem(parts)
    }
  }
  return list.blocks()
}

const listWriter = ({
  depth,
  isNumbered,
  start: first,
}: {
  depth: number
  isNumbered: boolean
  start: number
}) => {
  const blocks: ImportedBlock[] = []
  let items: ImportedItem[] = []
  let start = first
  let next = first

  const endList = () => {
    if (items.length > 0) {
      blocks.push(listOf({ isNumbered, items, start }))
    }
    items = []
    start = next
  }
  const addItem = (children: ImportedItem['children']) => {
    const isNested = children[0]?.type === 'list'

    items.push({ ...nodeOf('listitem', children, depth), value: next })
    next += isNested ? 0 : 1
  }

  return {
    addItem: (parts: Part[]) => {
      let words: LexicalInline[] = []
      let isBegun = false
      const endWords = () => {
        // An item without words still has its number.
        if (words.length > 0 && isBegun) {
          endList()
          blocks.push(paragraph(words))
        } else if (words.length > 0 || (!isBegun && isNumbered && parts.length === 0)) {
          addItem(words)
        }
        isBegun ||= words.length > 0
        words = []
      }

      for (const part of parts) {
        if (
          part.type === 'line' ||
          part.type === 'heading' ||
          part.type === 'paragraph' ||
          part.type === 'quote'
        ) {
          const inlines = part.type === 'line' ? part.inlines : part.children
          words.push(...(words.length > 0 ? [{ type: 'linebreak', version: 1 } as const] : []))
          inlines.forEach((inline) => words.push(inline))
        } else {
          endWords()
          isBegun = true
          if (part.type === 'list') {
            addItem([part])
          } else {
            endList()
            blocks.push(part)
          }
        }
      }
      endWords()
    },
    blocks: () => {
      endList()
      return blocks
    },
    goOnWith: (value: number) => {
      if (value !== next) {
        next = value
        endList()
        start = value
      }
    },
  }
}

const listOf = ({
  isNumbered,
  items,
  start,
}: {
  isNumbered: boolean
  items: ImportedItem[]
  start: number
}): ImportedList => ({
  ...nodeOf('list', items),
  listType: isNumbered ? 'number' : 'bullet',
  start: isNumbered ? start : 1,
  tag: isNumbered ? 'ol' : 'ul',
})

const isLettered = (element: HtmlElement): boolean =>
  /^[ai]$/iu.test(attribute(element, 'type')) ||
  /list-style(?:-type)?\s*:[^;]{0,40}(?:alpha|latin|roman|greek)/iu.test(
    attribute(element, 'style'),
  )

/** Up to nine digits, which is what Markdown can number. */
const numberIn = (value: string): number | undefined =>
  /^\d{1,9}$/u.test(value.trim()) ? Number(value) : undefined
