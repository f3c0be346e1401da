import type {
  LexicalDocument,
  LexicalInline,
} from '../../../../src/domain/plainText/lexicalFromText.js'

/** A word of a text; one that may be the mark of a heading or an item need not come back. */
type Word = { isMark: boolean; text: string }

/** The words of a text without what only marks bold words, items and links. */
export const wordsOf = (text: string): Word[] =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\[([^[\]\n]+)\]\((?:https?:|mailto:)[^\s()]+\)/gu, '$1')
    .split(/[\n\v\f\r\u0085\u2028\u2029]/u)
    .flatMap((line) => {
      let isAtStart = true

      return line
        .split(/[\s\p{Cc}]+/u)
        .map((word) => word.replace(/[*•‣▪◦●·]/gu, ''))
        .filter((word) => word !== '')
        .map((word) => {
          isAtStart &&= /^(?:#{1,6}|-|>|\d{1,3}[.)])$/u.test(word)
          return { isMark: isAtStart, text: word }
        })
    })

/** The plain text of a document, one line per block, item or line of a paragraph. */
export const plainTextOf = ({ root }: LexicalDocument): string =>
  root.children
    .flatMap((block) => (block.type === 'list' ? block.children.map(shownIn) : [shownIn(block)]))
    .join('\n')

const shownIn = ({ children }: { children: LexicalInline[] }): string =>
  children
    .map((node) => {
      switch (node.type) {
        case 'linebreak':
          return '\n'
        case 'link':
          return node.children.map(({ text }) => text).join('')
        default:
          return node.text
      }
    })
    .join('')

/** The first word of a text that a document has lost or moved, or undefined. */
export const lostWord = ({
  document,
  text,
}: {
  document: LexicalDocument
  text: string
}): string | undefined => {
  const kept = wordsOf(plainTextOf(document)).map((word) => word.text)
  let next = 0

  for (const word of wordsOf(text)) {
    if (kept[next] === word.text) {
      next += 1
    } else if (!word.isMark) {
      return word.text
    }
  }
  return kept[next]
}
