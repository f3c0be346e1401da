import type { Telling } from '../../domain/textImport/readHtml.js'

/**
 * Tells what Word shows and its conversion leaves out in silence: comments, deletions that nobody
 * accepted yet, what stands at the head and foot of each page, and the table of contents.
 */
export const tellLostInWord = ({
  telling: { drop },
  xmlOf,
}: {
  telling: Telling
  /** The XML of each part, by name. */
  xmlOf: ReadonlyMap<string, string>
}): void => {
  for (const [name, xml] of xmlOf) {
    if (/^word\/(?:header|footer)\d*\.xml$/u.test(name)) {
      const words = wordsIn(xml)
      if (words !== '') {
        drop('pageHeader', words)
      }
    }
  }
  for (const comment of elementsIn(xmlOf.get('word/comments.xml') ?? '', 'w:comment')) {
    drop('wordComment', wordsIn(comment))
  }

  const document = xmlOf.get('word/document.xml') ?? ''

  for (const deletion of elementsIn(document, 'w:del')) {
    const words = wordsIn(deletion)
    if (words !== '') {
      drop('wordDeletion', words)
    }
  }
  for (const paragraph of elementsIn(document, 'w:p')) {
    if (/<w:pStyle w:val="TOC/iu.test(paragraph.slice(0, 500))) {
      drop('navigation', wordsIn(paragraph))
    }
  }
}

/** The elements of a name, from the start of one to its end or, where they nest, that of the first in it. */
const elementsIn = (xml: string, name: string): string[] =>
  xml
    .split(new RegExp(`<${name}(?=[\\s>])`, 'u'))
    .slice(1)
    .map((part) => part.split(`</${name}>`, 1)[0] ?? '')

const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<w:(?:delText|t)(?:\s[^<>]*)?>([^<]*)</gu)]
    .map(([, words = '']) => words)
    .join('')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&')
    .trim()
