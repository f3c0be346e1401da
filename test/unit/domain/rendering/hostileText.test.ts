import { describe, expect, it } from 'vitest'

import { renderText } from '../../../../src/domain/rendering/renderText.js'
import {
  hostileBody,
  hostileButAllowedUrls,
  hostileTexts,
  hostileUrls,
} from '../../../helpers/hostileTexts.js'
import { htmlFaults } from '../../../helpers/htmlFaults.js'
import {
  htmlOfMarkdown,
  nodesIn,
  parsedHtml,
  parsedMarkdown,
  wordsShown,
} from '../../../helpers/parsers.js'
import { body, link, paragraph, text } from './editorNodes.js'

/** A text as readers tell it from another: blanks are all alike. */
const plain = (words: string): string => words.replace(/[\s\p{Cc}]+/gu, ' ').trim()

it('there are enough of them', () => {
  expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(80)
})

describe.each(hostileTexts)('%j', (hostile) => {
  const { html, markdown, text: plainText } = renderText({ body: hostileBody(hostile) })
  const { html: asWords, markdown: inMarkdown } = renderText({ body: body(paragraph(hostile)) })

  it('makes no element and no attribute of HTML but those of texts', () => {
    expect(htmlFaults(html)).toEqual([])
  })

  it('is shown as the words that it is', () => {
    expect(plain(wordsShown(parsedHtml(asWords)))).toBe(plain(hostile))
    expect(plain(wordsShown(parsedMarkdown(inMarkdown)))).toBe(plain(hostile))
    expect(plainText).toContain(hostile.split(/[\r\n\p{Cc}]/u)[0]?.trim())
  })

  it('makes neither HTML nor an image of Markdown, and links nowhere where links may not', () => {
    const nodes = nodesIn(parsedMarkdown(markdown))

    // Between the lines of a cell, which only a reader of GitHub's tables takes for one.
    expect(
      nodes.filter(({ type, value }) => type === 'image' || (type === 'html' && value !== '<br>')),
    ).toEqual([])
    for (const { url } of nodes.filter(({ type }) => type === 'link')) {
      expect(url).toMatch(/^(?:https?:\/\/|mailto:|tel:|[#?]|\/(?!\/)|\.\/|[\w.]+\/)/u)
    }
    expect(htmlOfMarkdown(markdown)).not.toMatch(/<(?:script|img|svg|iframe|[a-z]+ on)/iu)
    expect(htmlOfMarkdown(markdown)).not.toMatch(/href="(?:javascript|data|vbscript)/iu)
  })
})

describe('a link', () => {
  it.each(hostileUrls)('has no address such as %j, but its words', (url) => {
    const result = renderText({ body: body(paragraph(link(url, 'Words'))) })

    expect(result).toEqual({
      dropped: { link: 1 },
      html: '<p>Words</p>',
      markdown: 'Words',
      text: 'Words',
    })
  })

  it.each(hostileButAllowedUrls)('keeps the whole of an address such as %j', (url) => {
    const { html, markdown } = renderText({ body: body(paragraph(link(url, text('Words', 1)))) })
    const [anchor] = nodesIn(parsedHtml(html)).filter(({ nodeName }) => nodeName === 'a')
    const [linked] = nodesIn(parsedMarkdown(markdown)).filter(({ type }) => type === 'link')

    expect(anchor?.attrs).toEqual([{ name: 'href', value: url }])
    expect(decodeURIComponent(linked?.url ?? '')).toBe(url)
  })
})
