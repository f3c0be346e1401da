import { directionOf } from './directionOf.js'
import { readRichText } from './readRichText.js'
import { writeHtml } from './writeHtml.js'
import { writeMarkdown } from './writeMarkdown.js'
import { writePlainText } from './writePlainText.js'

/** A text as it is sealed with a publication, in each form that it is answered in. */
export type RenderedText = {
  /** How many nodes of each type have no form here, or an address that no link may have. Their words stand in the text. */
  dropped: Record<string, number>
  /** Elements and attributes of a closed set; no style, no script, nothing that is loaded. */
  html: string
  /** CommonMark with GitHub's tables. */
  markdown: string
  text: string
}

/**
 * Renders a text's Lexical editor state. The same state gives the same renditions, to the last byte.
 *
 * @example
 * renderText({ body: lexicalFromText('Privacy\n\nWe keep *no* data.') }).text
 */
export const renderText = ({
  body,
  language = 'en',
}: {
  body: unknown
  /** The language of the text, as a BCP 47 tag. */
  language?: string
}): RenderedText => {
  const { blocks, dropped } = readRichText(body)

  return {
    dropped,
    html: writeHtml({ blocks, direction: directionOf(language) }),
    markdown: writeMarkdown(blocks),
    text: writePlainText(blocks),
  }
}
