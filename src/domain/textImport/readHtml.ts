import type { LexicalInline } from '../plainText/lexicalFromText.js'
import type { Drop } from './dropped.js'
import type { NoteCode } from './note.js'

import { PolicyError } from '../policyError.js'
import { headingOf, quotesOf } from './blockParts.js'
import {
  blockNames,
  droppedNames,
  formatOfName,
  isHiddenStyle,
  lineNames,
  listNames,
  styledFormat,
  verbatimNames,
} from './htmlNames.js'
import {
  attribute,
  type HtmlElement,
  type HtmlParent,
  htmlTree,
  isElement,
  wordsIn,
} from './htmlTree.js'
import { type HeadingTag, type ImportedBlock, paragraph } from './importedNodes.js'
import { inlinesOf, type LinkTarget, openLine } from './line.js'
import { deepestList, readList } from './readListElement.js'
import { mostCells, readTable } from './readTableElement.js'
import { targetOf } from './targetOf.js'

/** A line of words that has no block of its own yet, or a block. */
export type Part = ImportedBlock | { inlines: LexicalInline[]; type: 'line' }

/** What is told and counted while a text is read. */
export type Telling = { drop: Drop; note: (code: NoteCode, count?: number) => void }

/** How the words at a place look, and in what they stand. */
export type Place = {
  format: number
  isVerbatim: boolean
  link: LinkTarget | undefined
  listDepth: number
}

/** Reads what stands in an element. */
export type ContentsOf = (args: { node: HtmlParent; place: Place }) => Part[]

/**
 * Reads HTML into the blocks that a version's text can have. The words of what has no form there stay
 * in their place; what is not kept is told.
 *
 * @throws PolicyError `INVALID_PARAMETER` for what nests too deeply or makes too much.
 */
export const readHtml = ({
  html,
  telling,
}: {
  html: string
  telling: Telling
}): { blocks: ImportedBlock[]; title: string | undefined } => {
  const reader = htmlReader(telling)
  const place = { format: 0, isVerbatim: false, link: undefined, listDepth: 0 }
  const parts = reader.contentsOf({ node: htmlTree(html), place })

  return {
    blocks: parts.map((part) => (part.type === 'line' ? paragraph(part.inlines) : part)),
    title: reader.title(),
  }
}

const htmlReader = (
  telling: Telling,
): { contentsOf: ContentsOf; title: () => string | undefined } => {
  const { drop } = telling
  let cells = 0
  let links = 0
  let title: string | undefined
  const nextLink = () => {
    links += 1
    return links
  }
  const countCells = (count: number) => {
    cells += count
    if (cells > mostCells) {
      throw new PolicyError({
        code: 'INVALID_PARAMETER',
        message: `The tables of the text have more than ${mostCells.toLocaleString('en')} cells, each row counted as wide as the widest. Leave out the tables that are not the policy, or import their words as plain text.`,
      })
    }
  }

  const contentsOf: ContentsOf = ({ node: parent, place: outer }) => {
    const parts: Part[] = []
    const line = openLine()
    const endLine = () => {
      line
        .take()
        .forEach((runs) => parts.push({ inlines: inlinesOf({ nextLink, runs }), type: 'line' }))
    }
    const add = (blocks: Part[]) => {
      endLine()
      blocks.forEach((block) => parts.push(block))
    }

    const walk = (node: HtmlParent, place: Place) => {
      for (const child of node.childNodes) {
        if ('value' in child) {
          const words = { format: place.format, link: place.link, text: child.value }
          if (place.isVerbatim) {
            line.addVerbatim(words)
          } else {
            line.addWords(words)
          }
        } else if ('data' in child) {
          drop('comment', child.data)
        } else if (isElement(child)) {
          readElement(child, place)
        }
      }
    }

    const readElement = (element: HtmlElement, place: Place) => {
      const name = element.tagName
      const kind = droppedNames[name]
      const style = attribute(element, 'style')

      if (name === 'head') {
        readHead(element)
      } else if (kind !== undefined && !isTickBox(element)) {
        drop(kind, sampleOf(element))
      } else if (isHiddenStyle(style) || element.attrs.some((attr) => attr.name === 'hidden')) {
        drop('hidden', wordsIn(element))
      } else {
        tellAttributes(element)
        readShown(element, {
          ...place,
          format: styledFormat({ format: place.format | (formatOfName[name] ?? 0), style }),
        })
      }
    }

    const readShown = (element: HtmlElement, place: Place) => {
      const name = element.tagName
      const contents = () => contentsOf({ node: element, place })

      if (name === 'br') {
        line.addBreak()
      } else if (name === 'hr') {
        add([{ type: 'horizontalrule', version: 1 }])
      } else if (name === 'input') {
        const isTicked = element.attrs.some((attr) => attr.name === 'checked')
        line.addWords({ format: place.format, link: place.link, text: isTicked ? '☑ ' : '☐ ' })
      } else if (/^h[1-6]$/u.test(name)) {
        add(headingOf({ parts: contents(), tag: name as HeadingTag }))
      } else if (name === 'blockquote') {
        add(quotesOf(contents()))
      } else if (listNames[name] !== undefined && place.listDepth < deepestList) {
        add(readList({ contentsOf, element, isNumbered: listNames[name], place, telling }))
      } else if (name === 'table') {
        add(readTable({ contentsOf, countCells, element, place }))
      } else if (verbatimNames.has(name)) {
        add(contentsOf({ node: element, place: { ...place, isVerbatim: true } }))
      } else if (name === 'a') {
        readLink(element, place)
      } else if (name === 'q') {
        line.addWords({ format: place.format, link: place.link, text: '“' })
        walk(element, place)
        line.addWords({ format: place.format, link: place.link, text: '”' })
      } else if (blockNames.has(name) || listNames[name] !== undefined) {
        endLine()
        walk(element, place)
        endLine()
      } else {
        // Word writes elements such as `o:p`, which say nothing.
        if (!lineNames.has(name) && !name.includes(':') && !isMath(element)) {
          drop('unknown', `<${name}>`)
        }
        walk(element, place)
      }
    }

    const readLink = (element: HtmlElement, place: Place) => {
      const href = attribute(element, 'href').trim()

      if (href.startsWith('#')) {
        drop('inPageLink', `${wordsIn(element)} (${href})`)
        if (/^[\s↑↩^¶#]*$/u.test(wordsIn(element))) {
          return
        }
      }
      const url = href.startsWith('#') ? undefined : targetOf({ href, telling })
      const target = url === undefined ? place.link : { isUsed: false, url }

      walk(element, { ...place, link: target })
      if (url !== undefined && target?.isUsed === false) {
        drop('link', url)
      }
    }

    walk(parent, outer)
    endLine()
    return parts
  }

  const readHead = (head: HtmlElement) => {
    for (const child of head.childNodes) {
      if (!isElement(child)) {
        if ('data' in child) {
          drop('comment', child.data)
        }
      } else if (child.tagName === 'title') {
        title ??= wordsIn(child).replace(/\s+/gu, ' ') || undefined
      } else if (child.tagName === 'link' && /stylesheet/iu.test(attribute(child, 'rel'))) {
        drop('style', attribute(child, 'href'))
      } else {
        const kind = droppedNames[child.tagName]
        if (kind !== undefined) {
          drop(kind, sampleOf(child))
        }
      }
    }
  }

  const tellAttributes = (element: HtmlElement) => {
    for (const { name, value } of element.attrs) {
      if (name === 'style') {
        drop('style', value)
      } else if (/^on[a-z]/u.test(name)) {
        drop('script', `${name}: ${value}`)
      }
    }
  }

  return { contentsOf, title: () => title }
}

/** The boxes of a task list are signs in its items. */
const isTickBox = (element: HtmlElement): boolean =>
  element.tagName === 'input' && attribute(element, 'type').toLowerCase() === 'checkbox'

const isMath = ({ namespaceURI }: HtmlElement): boolean => namespaceURI.endsWith('/MathML')

/** By what a person recognises an element that is dropped. */
const sampleOf = (element: HtmlElement): string => {
  const said = ['alt', 'value', 'placeholder', 'title'].map((name) => attribute(element, name))
  const source = ['src', 'data'].map((name) => attribute(element, name))

  return (
    [...said, wordsIn(element), ...source].find((sample) => sample.trim() !== '') ??
    `<${element.tagName}>`
  )
}
