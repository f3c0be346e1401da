import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parse } from 'parse5'

import { PolicyError } from '../policyError.js'

export type HtmlElement = DefaultTreeAdapterTypes.Element

/** An element, or what holds elements without being one. */
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode

/** More than any page nests that people wrote; deeper ones cost a parser the square of their depth. */
const deepestElement = 400

/**
 * More than the longest policy has. Their number does not go by the length of a page: whatever a
 * paragraph leaves open, such as 200 kinds of bold, is opened again in each that follows.
 */
export const mostElements = 300_000

/** The characters of all attributes: what is opened again has its attributes again. */
const mostAttributes = 10_000_000

/**
 * Parses HTML as browsers do. Nothing in it is run or loaded.
 * @throws PolicyError `INVALID_PARAMETER` for one that nests too deeply, or makes too many elements or
 * attributes.
 */
export const htmlTree = (html: string): HtmlParent => {
  let depth = 0
  let elements = 0
  let attributes = 0

  return parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (name, namespace, attrs) => {
        elements += 1
        attributes += attrs.reduce((sum, attr) => sum + attr.name.length + attr.value.length, 0)
        if (elements > mostElements || attributes > mostAttributes) {
          throw new PolicyError({
            code: 'INVALID_PARAMETER',
            message: `The text makes more elements of HTML than can be read: ${mostElements.toLocaleString('en')}, with ${mostAttributes / 1_000_000} MB of attributes, are allowed. Copy its words, and import them as plain text.`,
          })
        }
        return defaultTreeAdapter.createElement(name, namespace, attrs)
      },
      onItemPop: () => {
        depth -= 1
      },
      onItemPush: () => {
        depth += 1
        if (depth > deepestElement) {
          throw new PolicyError({
            code: 'INVALID_PARAMETER',
            message: `The text nests more than ${deepestElement} levels deep, so it cannot be read. Copy its words, and import them as plain text.`,
          })
        }
      },
    },
  })
}

export const isElement = (node: DefaultTreeAdapterTypes.ChildNode): node is HtmlElement =>
  'tagName' in node

/** A node as if it stood in an element of its own. */
export const fragmentOf = (child: DefaultTreeAdapterTypes.ChildNode): HtmlParent => ({
  ...defaultTreeAdapter.createDocumentFragment(),
  childNodes: [child],
})

/** The value of an attribute; empty where there is none. */
export const attribute = (element: HtmlElement, name: string): string =>
  element.attrs.find((attr) => attr.name === name)?.value ?? ''

/** The words in an element, as far as a sample goes. */
export const wordsIn = (parent: HtmlParent): string => {
  const left = [...parent.childNodes].reverse()
  let words = ''

  for (let node = left.pop(); node && words.length < longestWords; node = left.pop()) {
    if ('value' in node) {
      words += node.value
    } else if (isElement(node)) {
      words += ' '
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
        left.push(node.childNodes[index]!)
      }
    }
  }
  return words.trim()
}

const longestWords = 400
