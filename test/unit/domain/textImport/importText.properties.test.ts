import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isPolicyError } from '../../../../src/domain/policyError.js'
import { renderText } from '../../../../src/domain/rendering/renderText.js'
import { importText, type ImportedText } from '../../../../src/domain/textImport/importText.js'
import { guessFormat } from '../../../../src/domain/textImport/textFormat.js'
import { hostileMarkdown, hostileMarkup, hostileTexts } from '../../../helpers/hostileTexts.js'
import { faultsIn } from './closedSet.js'

const formats = ['html', 'markdown', 'text'] as const
const format = fc.constantFrom(...formats)

/** A text as it is imported, or undefined where it is refused; another error is thrown on. */
const importedOrRefused = (args: Parameters<typeof importText>[0]): ImportedText | undefined => {
  try {
    return importText(args)
  } catch (error) {
    if (!isPolicyError(error)) {
      throw error
    }
    return undefined
  }
}

/** Words that are found again. */
const word = fc.stringMatching(/^[a-z]{4,9}$/u).map((letters) => `q${letters}`)

/** Parts of pages that stand in each other in every way, right or wrong. */
const html = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    word.map((words) => ` ${words} `),
    fc
      .tuple(
        fc.constantFrom(
          ...[
            'a',
            'b',
            'blockquote',
            'code',
            'dd',
            'div',
            'dl',
            'em',
            'font',
            'h1',
            'h3',
            'li',
            'o:p',
          ],
          ...[
            'ol',
            'p',
            'pre',
            'q',
            'section',
            'span',
            'sup',
            'table',
            'tbody',
            'td',
            'th',
            'tr',
            'ul',
            'x-y',
          ],
        ),
        fc.constantFrom('', ' href="https://a.example"', ' colspan=3', ' rowspan=9', ' start=4'),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(
        ([name, attributes, contents]) => `<${name}${attributes}>${contents.join('')}</${name}>`,
      ),
    fc.constantFrom('<br>', '<hr>', '<br><br>', '</p>', '<tr>', '<li>'),
  ),
})).node

const wordsIn = (text: string): string[] => text.match(/\bq[a-z]{4,9}\b/gu) ?? []

describe('an imported text', () => {
  it('has every word of its page, however that is nested', () => {
    fc.assert(
      fc.property(html, (page) => {
        const result = importedOrRefused({ format: 'html', text: page })

        expect(wordsIn(result ? renderText({ body: result.body }).text : '').sort()).toEqual(
          wordsIn(page).sort(),
        )
        expect(faultsIn(result?.body.root ?? {})).toEqual([])
        expect(renderText({ body: result?.body }).dropped).toEqual({})
      }),
      { numRuns: 500 },
    )
  })

  it('has every word of its Markdown or plain text, or tells what it dropped', () => {
    const line = fc
      .tuple(
        fc.constantFrom(
          ...['', '# ', '- ', '1. ', '> ', '    ', '| ', '**', '![', '- [ ] ', '[bookmark: '],
        ),
        fc.array(word, { maxLength: 6, minLength: 1 }),
        fc.constantFrom(...['', '  ', '.', '**', '](x)', ' |', ']', '\n---|---']),
      )
      .map(([start, words, end]) => `${start}${words.join(' ')}${end}`)

    fc.assert(
      fc.property(fc.constantFrom('markdown', 'text'), fc.array(line), (as, lines) => {
        const text = lines.join('\n')
        const result = importedOrRefused({ format: as, text })
        const kept = new Set([
          ...wordsIn(result ? renderText({ body: result.body }).text : ''),
          ...(result?.dropped ?? []).flatMap(({ samples }) => samples.flatMap(wordsIn)),
        ])
        // A sample is short: of what is longer its beginning is told.
        const isTold = result?.dropped.some(({ samples }) =>
          samples.some((words) => words.endsWith('…')),
        )

        expect(
          isTold || result === undefined ? [] : wordsIn(text).filter((one) => !kept.has(one)),
        ).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('is one that the editor can hold, whatever it is made of', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...hostileTexts,
        ...hostileMarkup,
        ...hostileMarkdown,
        '\n\n',
        '\r',
        '\ud800',
        '\0',
      ),
    )

    fc.assert(
      fc.property(format, fc.array(piece), (as, pieces) => {
        const result = importedOrRefused({ format: as, text: pieces.join('') })

        expect(faultsIn(result?.body.root ?? {})).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it.each(hostileTexts)('is harmless where it is made of %j', (hostile) => {
    for (const as of formats) {
      const result = importedOrRefused({
        format: as,
        text: `Words ${hostile}\n\n<p>${hostile}</p>`,
      })
      expect(faultsIn(result?.body.root)).toEqual([])
    }
  })

  it('is the same whenever the text is read', () => {
    fc.assert(
      fc.property(html, (page) => {
        expect(importedOrRefused({ format: 'html', text: page })).toEqual(
          importedOrRefused({ format: 'html', text: page }),
        )
      }),
    )
  })

  it('is guessed to be of some format, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (fileName, text) => {
        expect(['docx', ...formats]).toContain(guessFormat({ fileName, text }))
      }),
    )
  })
})
