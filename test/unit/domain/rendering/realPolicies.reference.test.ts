import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { lexicalFromText } from '../../../../src/domain/plainText/lexicalFromText.js'
import { renderText } from '../../../../src/domain/rendering/renderText.js'
import { htmlFaults } from '../../../helpers/htmlFaults.js'
import { nodesIn, parsedHtml, parsedMarkdown, wordsShown } from '../../../helpers/parsers.js'
import { realPolicy } from '../../../helpers/references.js'
import { plainTextOf } from '../plainText/words.js'

const files = readdirSync(new URL('../../../../../shared/seeds/', import.meta.url)).filter((file) =>
  file.endsWith('.txt'),
)

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '')

it('there are five policies', () => {
  expect(files).toHaveLength(5)
})

describe.each(files)('%s', (file) => {
  const body = lexicalFromText(realPolicy(file))
  const { dropped, html, markdown, text } = renderText({ body })
  const expected = wordsOf(plainTextOf(body))

  it('loses nothing', () => {
    expect(dropped).toEqual({})
  })

  it('has its words in HTML and in Markdown, in their order', () => {
    expect(wordsOf(wordsShown(parsedHtml(html)))).toEqual(expected)
    expect(wordsOf(wordsShown(parsedMarkdown(markdown)))).toEqual(expected)
  })

  it('has its words in plain text', () => {
    const shown = new Set(wordsOf(text))

    // After the words of a link its address may stand.
    expect(expected.filter((word) => !shown.has(word))).toEqual([])
  })

  it('is HTML that a text may be, with headings and links to other places', () => {
    expect(htmlFaults(html)).toEqual([])

    const { root } = body
    const nodes = nodesIn(parsedHtml(html))

    expect(nodes.filter(({ nodeName }) => /^h[123]$/u.test(nodeName))).toHaveLength(
      root.children.filter(({ type }) => type === 'heading').length,
    )
    expect(nodes.filter(({ nodeName }) => nodeName === 'a')).toHaveLength(
      JSON.stringify(body).split('"type":"link"').length - 1,
    )
  })
})
