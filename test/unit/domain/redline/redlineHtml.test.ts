import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { redlineHtml } from '../../../../src/domain/redline/redlineHtml.js'
import { compare, heading, link, list, type Node, paragraph } from './states.js'

type Blocks = (Node | string)[]

const html = (from: Blocks, to: Blocks): string => redlineHtml({ redline: compare(from, to) })

/** What a reader of the page sees: without tags, and without what is out of sight. */
const seen = (source: string): string =>
  source
    .replace(/<span class="redline-hidden"[^>]*>[^<]*<\/span>/gu, '')
    .replace(/<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

describe('a redline as HTML', () => {
  it('marks what was deleted and inserted, and says so to a screen reader', () => {
    const source = html(['Within 30 days.'], ['Within 20 days.'])
    const heard = source.replace(/<[^>]*>/gu, '')

    expect(source.replace(/<span[^>]*>[^<]*<\/span>/gu, '')).toContain(
      'Within <del>30</del><ins>20</ins> days.',
    )
    expect(heard).toContain('Within [deleted: 30][inserted: 20] days.')
  })

  it('keeps headings and lists, and tells how much changed', () => {
    const source = html(
      [heading('Fees', 2), 'You pay.', list(['in cash', 'by card'], 'number')],
      [heading('Fees', 2), 'You wait.', list(['in cash', 'by card'], 'number')],
    )

    expect(source).toMatch(/<h2 [^>]*>Fees<\/h2>/u)
    expect(source).toMatch(/<ol>\s*<li [^>]*value="1"[^>]*>in cash<\/li>\s*<li [^>]*value="2"/u)
    expect(seen(source)).toMatch(/^Substantial changes: 1\. Moved: 0\. Cosmetic changes: 0\./u)
  })

  it('folds sections without substantial changes', () => {
    const source = html(
      [heading('Same'), 'We answer.', heading('Look'), 'It’s so.', heading('Sense'), 'You pay.'],
      [heading('Same'), 'We answer.', heading('Look'), "It's so.", heading('Sense'), 'You wait.'],
    )
    const folded = [...source.matchAll(/<details[^>]*><summary>([^<]*)<\/summary>/gu)]

    expect(folded.map(([, summary]) => summary)).toEqual([
      'Same (Unchanged)',
      'Look (Cosmetic changes: 1)',
    ])
    expect(source).toMatch(/<section class="redline-section redline-changed"><h2[^>]*>Sense/u)
  })

  it('folds cosmetic and distant blocks of a changed section, and shows the neighbours of a change', () => {
    const source = html(
      ['We greet you.', 'It’s so.', 'One.', 'Two.', 'You pay.', 'Three.', 'Four.', 'Five.'],
      ['We greet you.', "It's so.", 'One.', 'Two.', 'You wait.', 'Three.', 'Four.', 'Five.'],
    )
    const open = source.replace(/<details.*?<\/details>/gsu, '')

    expect(seen(open)).toMatch(/We greet you\. One\. Two\. You paywait\. Three\.$/u)
    expect(source).toContain('<summary>Cosmetic changes: 1</summary>')
    expect(source).toContain('<summary>Unchanged: 2</summary>')
  })

  it('shows the new look alone where a block says something new', () => {
    const source = html(['It’s 30 days.'], ["It's 20 days."])

    expect(seen(source)).toContain('It&#39;s 3020 days.')
    expect(source).not.toContain('’')
  })

  it('tells at both ends of a move about the other', () => {
    const source = html(
      [heading('A'), 'Move me there.', heading('B'), 'Stay here for good.', 'And here as well.'],
      [heading('A'), heading('B'), 'Stay here for good.', 'And here as well.', 'Move me there.'],
    )

    expect(source).toMatch(
      /id="redline-2"[^>]*><a class="redline-note" href="#redline-6">\[Moved to: B\]/u,
    )
    expect(source).toMatch(
      /id="redline-6"[^>]*><a class="redline-note" href="#redline-2">\[Moved from: A\]<\/a> Move me there\./u,
    )
  })

  it('lists the addresses, dates and links that changed, folding cosmetic ones', () => {
    const source = html(
      ['Write to a@b.example.', 'Visit https://a.example now.'],
      ['Write to c@b.example.', 'Visit Our Site now.'],
    )

    expect(seen(source)).toContain(
      'Addresses, dates and links that changed E-mail address: a@b.example c@b.example (1)',
    )
    expect(seen(source.replace(/.*?<details class="redline-cosmetic">/su, ''))).toMatch(
      /^Addresses, dates and links that changed Link: https:\/\/a\.example \(1\)/u,
    )
  })

  it('shows where a link leads and led', () => {
    const linked = (url: string) => [paragraph('See ', link('our site', url), '.')]

    expect(seen(html(linked('https://a.example'), linked('https://b.example')))).toContain(
      'See our site (Link: https://a.example https://b.example).',
    )
  })

  it('speaks the language that it is given, and numbers its blocks for the page', () => {
    const source = redlineHtml({
      idPrefix: 'left',
      redline: compare(['Within 30 days.'], ['Within 20 days.']),
      words: { deleted: 'gelöscht', inserted: 'eingefügt', summary: 'Änderungen: {{substantial}}' },
    })

    expect(source.replace(/<[^>]*>/gu, '')).toContain('Änderungen: 1')
    expect(source.replace(/<[^>]*>/gu, '')).toContain('[gelöscht: 30][eingefügt: 20]')
    expect(source).toContain('id="left-1"')
  })
})

describe('hostile texts', () => {
  const evil = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&lt;"

  it('are escaped wherever they stand', () => {
    const evilLink = link(evil, 'javascript:alert(3)')
    const source = redlineHtml({
      idPrefix: evil,
      redline: compare(
        [
          heading(`Old ${evil}`),
          `Delete ${evil}`,
          paragraph('See ', evilLink),
          `Move ${evil} there`,
        ],
        [
          heading(`New ${evil}`),
          paragraph('See ', link(evil, 'javascript:alert(4)')),
          `Insert ${evil} a@b.example`,
          list([evil]),
        ],
      ),
      words: { deleted: evil, inserted: evil, movedFrom: `${evil} {{section}}`, summary: evil },
    })

    expect(source).not.toMatch(/<script|<img|href="(?!#)/u)
    expect(source).toContain('&lt;script&gt;')
  })

  it('always make well-formed HTML', () => {
    const word = fc.constantFrom('we', 'share', '<b>', '"', "'", '&', '</p>', '1.', '30', 'a@b.org')
    const words = fc.array(word, { maxLength: 8 }).map((parts) => parts.join(' '))
    const block = fc.oneof(
      words,
      words.map((title) => heading(title)),
      fc.array(words, { maxLength: 3 }).map((items) => list(items)),
    )
    const text = fc.array(block, { maxLength: 6 })

    fc.assert(
      fc.property(text, text, (from, to) => {
        const open: string[] = []

        for (const { groups } of html(from, to).matchAll(
          /<(?<close>\/?)(?<tag>[a-z0-9]+)[^>]*>/gu,
        )) {
          if (groups?.close === '/') {
            expect(open.pop()).toBe(groups.tag)
          } else if (groups?.tag !== 'br') {
            open.push(groups!.tag!)
          }
        }
        expect(open).toEqual([])
      }),
    )
  })
})
