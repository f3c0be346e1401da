import { describe, expect, it } from 'vitest'

import { compareTexts } from '../../../../src/domain/redline/compareTexts.js'
import {
  blocksIn,
  changesIn,
  compare,
  glance,
  heading,
  link,
  list,
  type Node,
  paragraph,
  state,
  table,
  text,
} from './states.js'

type Blocks = (Node | string)[]

const lineBreak: Node = { type: 'linebreak' }

describe('what changes what a text says', () => {
  it.each<[string, Blocks, Blocks, string]>([
    ['a number', ['Within 30 days.'], ['Within 20 days.'], 'Within [30]{20} days.'],
    ['a word', ['We do sell data.'], ['We do not sell data.'], 'We do{ not} sell data.'],
    ['and to or', ['Ask and wait.'], ['Ask or wait.'], 'Ask [and]{or} wait.'],
    ['letter case', ['Your Data.'], ['Your data.'], 'Your [Data]{data}.'],
    ['a comma', ['keep, pack and send'], ['keep, pack, and send'], 'keep, pack{,} and send'],
    ['a question', ['We share it.'], ['We share it?'], 'We share it{?}‹-.›'],
    ['a currency', ['It costs $5.'], ['It costs €5.'], 'It costs [$]{€}5.'],
    [
      'a sign',
      ['It grows by -5 percent.'],
      ['It grows by 5 percent.'],
      'It grows by [-]5 percent.',
    ],
    ['inches to feet', ['A 5" pipe.'], ["A 5' pipe."], 'A 5["]{\'} pipe.'],
    ['a look-alike letter', ['We sell data.'], ['We sell dаta.'], 'We sell [data]{dаta}.'],
    ['a number in front', ['2.5 million users'], ['3.5 million users'], '[2.5]{3.5} million users'],
    ['a size in front', ['2.5 GB of it'], ['3.5 GB of it'], '[2.5]{3.5} GB of it'],
    ['a German date', ['1. Mai ist der Tag.'], ['2. Mai ist der Tag.'], '[1]{2}. Mai ist der Tag.'],
    ['a person', ['J. Smith, officer'], ['K. Smith, officer'], '[J]{K}. Smith, officer'],
    ['a range', ['pages 2-3 of it'], ['pages 2 3 of it'], 'pages 2[-]{ }3 of it'],
    [
      'Japanese',
      ['お客様の個人情報を適切に取り扱います。'],
      ['お客様の個人データを適切に取り扱います。'],
      'お客様の個人[情報]{データ}を適切に取り扱います。',
    ],
    [
      'Chinese',
      ['我们不会出售您的数据。'],
      ['我们会出售您的数据。'],
      '我们[不会]{会}出售您的数据。',
    ],
    [
      'a struck-out word',
      ['We do not sell it.'],
      [paragraph('We do ', text('not', 4), ' sell it.')],
      'We do {~~}not{~~} sell it.',
    ],
    ['a cell', [table(['Mail', '30 days'])], [table(['Mail', '60 days'])], 'Mail | [30]{60} days'],
    [
      'an upload',
      [{ id: 'a', relationTo: 'media', type: 'upload', value: 1 }],
      [{ id: 'b', relationTo: 'media', type: 'upload', value: 2 }],
      'relationTo: media\ntype: upload\nvalue: [1]{2}',
    ],
    [
      'or to and between items',
      [list(['apples;', 'pears; or', 'figs.'])],
      [list(['apples;', 'pears; and', 'figs.'])],
      'pears[; or]{; and}',
    ],
  ])('is substantial: %s', (_, from, to, expected) => {
    const redline = compare(from, to)

    expect(changesIn(redline).map(({ segments }) => glance(segments))).toEqual([expected])
    expect(redline.counts.substantial).toBe(1)
    expect(redline.sections[0]?.status).toBe('changed')
  })

  it('counts a text that stands there twice as a change', () => {
    const { counts } = compare(['We sell your data.'], ['We sell your data.', 'We sell your data.'])

    expect(counts).toMatchObject({ cosmetic: 0, substantial: 1, wordsInserted: 4 })
  })

  it('notices an "or" that became an "and" while the items changed places', () => {
    const { counts } = compare(
      [list(['apples and figs of ours; or', 'pears and so on.'])],
      [list(['pears and so on; and', 'apples and figs of ours.'])],
    )

    expect(counts.substantial).toBeGreaterThan(0)
  })
})

describe('what changes how a text looks', () => {
  it.each<[string, string[], Blocks, Blocks, string]>([
    ['quotes', ['quotes'], ['the user\'s "own"'], ['the user’s “own”'], ''],
    ['dashes', ['dashes'], ['this - and that'], ['this — and that'], ''],
    ['a hyphen between words', ['dashes'], ['third party'], ['third-party'], 'third‹- ›‹+-›party'],
    ['blanks', ['whitespace'], ['so  it\u00a0is'], ['so it is'], 'so‹-  ›‹+ ›it‹-\u00a0›‹+ ›is'],
    ['soft hyphens', ['characters'], ['in\u00adfor\u00admation'], ['information'], ''],
    ['wide digits', ['characters'], ['１０日以内'], ['10日以内'], '‹-１０›‹+10›日以内'],
    ['ligatures', ['characters'], ['of\ufb01ce'], ['office'], ''],
    ['an ellipsis', ['characters'], ['and so on…'], ['and so on...'], 'and so on‹-…›‹+...›'],
    ['a number', ['numbering'], ['1. We answer'], ['a) We answer'], '‹-1. ›‹+a) ›We answer'],
    ['a clause', ['numbering'], ['5.1 You agree'], ['4.1 You agree'], '‹-5.1 ›‹+4.1 ›You agree'],
    ['a section', ['numbering'], [heading('3. Fees')], [heading('4. Fees')], ''],
    ['an article', ['numbering'], [heading('Article 3: Fees')], [heading('Article IV. Fees')], ''],
    ['a paragraph', ['numbering'], [heading('§ 5 Haftung')], [heading('§ 6 Haftung')], ''],
    ['a Japanese article', ['numbering'], [heading('第5条 定義')], [heading('第6条 定義')], ''],
    ['bullets', ['list_mark'], ['• We answer'], ['- We answer'], '‹-• ›‹+- ›We answer'],
    [
      'numbers for bullets',
      ['list_mark'],
      [list(['We answer'])],
      [list(['We answer'], 'number')],
      '',
    ],
    ['a heading', ['markup'], ['Cookies'], [heading('Cookies')], 'Cookies'],
    ['its level', ['markup'], [heading('Cookies', 2)], [heading('Cookies', 3)], 'Cookies'],
    ['its case', ['case'], [heading('OUR COOKIES')], [heading('Our cookies')], ''],
    ['its colon', ['punctuation'], [heading('Cookies:')], [heading('Cookies')], 'Cookies‹-:›'],
    [
      'bold type',
      ['formatting'],
      ['We answer'],
      [paragraph('We ', text('answer', 1))],
      'We answer',
    ],
    ['a split', ['layout'], ['We ask. We keep it.'], ['We ask.', 'We keep it.'], ''],
    [
      'a joint',
      ['layout'],
      ['We ask and keep', 'what you say.'],
      ['We ask and keep what you say.'],
      '',
    ],
  ])('is cosmetic: %s', (_, reasons, from, to, expected) => {
    const redline = compare(from, to)
    const [change, ...others] = changesIn(redline)

    expect(redline.counts).toEqual({
      cosmetic: 1,
      moved: 0,
      substantial: 0,
      wordsDeleted: 0,
      wordsInserted: 0,
    })
    expect([change?.reasons, others]).toEqual([reasons, []])
    expect(redline.sections[0]?.status).toBe('cosmetic')
    if (expected !== '') {
      expect(glance(change!.segments)).toBe(expected)
    }
  })

  it('is cosmetic: what closes the items of a list', () => {
    const { counts } = compare(
      [list(['apples;', 'pears; or', 'figs.'])],
      [list(['apples', 'pears', 'figs'])],
    )

    expect(counts).toMatchObject({ cosmetic: 3, substantial: 0 })
  })

  it('is cosmetic: a sentence that became a list', () => {
    const redline = compare(
      ['We keep your name; your address; and your age.'],
      ['We keep', list(['your name;', 'your address; and', 'your age.'])],
    )

    expect(redline.counts).toMatchObject({ cosmetic: 1, substantial: 0 })
  })

  it('is told apart from the substantial change in the same block', () => {
    const [change] = changesIn(compare(['1. It’s 30 days'], ["(a) It's 20 days."]))

    expect(glance(change!.segments)).toBe("‹-1. It’s›‹+(a) It's› [30]{20} days‹+.›")
    expect(change).toMatchObject({
      kind: 'substantial',
      reasons: ['numbering', 'punctuation', 'quotes'],
    })
  })
})

describe('links', () => {
  const site = (url: string, words = 'our site') => [paragraph('See ', link(words, url), ' now.')]

  it('that lead elsewhere under the same words are a substantial change', () => {
    const [change] = changesIn(compare(site('https://a.example/x'), site('https://b.example/x')))

    expect(change).toMatchObject({
      kind: 'substantial',
      segments: [
        { op: 'equal', text: 'See ' },
        {
          link: { after: 'https://b.example/x', before: 'https://a.example/x' },
          op: 'equal',
          text: 'our site',
        },
        { op: 'equal', text: ' now.' },
      ],
    })
  })

  it.each<[string, Blocks, Blocks, number]>([
    ['taken off its words', site('https://a.example'), ['See our site now.'], 1],
    ['put on words', ['See our site now.'], site('https://a.example'), 1],
    [
      'on an address that says another',
      ['See a@b.example now.'],
      site('mailto:c@b.example', 'a@b.example'),
      1,
    ],
    [
      'on the address that it says',
      ['See a@b.example now.'],
      site('mailto:a@b.example', 'a@b.example'),
      0,
    ],
    ['with another protocol', site('http://a.example/'), site('https://a.example'), 0],
    [
      'with a name for its address',
      ['See https://a.example/x now.'],
      site('https://a.example/x', 'Our Site'),
      0,
    ],
    [
      'with a name for another address',
      ['See https://a.example/x now.'],
      site('https://b.example', 'Our Site'),
      1,
    ],
    [
      'lost where others were kept',
      ['See https://a.example/x now.', 'And www.b.example too.'],
      ['See Our Site now.', 'And www.b.example too.'],
      1,
    ],
    ['lost with all others', ['See https://a.example/x now.'], ['See Our Site now.'], 0],
    [
      'lost for a sentence',
      ['See https://a.example/x now.'],
      ['See what you can do about it now.'],
      1,
    ],
  ])('%s', (_, from, to, substantial) => {
    expect(compare(from, to).counts.substantial).toBe(substantial)
  })
})

describe('titles', () => {
  const titled = (title: string, body: Blocks = []) => ({ body: state(body), title })

  it('are compared as well', () => {
    const { counts, title } = compareTexts({
      from: titled('Privacy Policy'),
      to: titled('Privacy Notice'),
    })

    expect(glance(title.segments)).toBe('Privacy [Policy]{Notice}')
    expect([title.kind, counts.substantial]).toEqual(['substantial', 1])
  })

  it('that changed along with the heading of the text are one change', () => {
    const { counts } = compareTexts({
      from: titled('Privacy Policy', [heading('Privacy Policy', 1), 'We answer.']),
      to: titled('Privacy Notice', [heading('Privacy Notice', 1), 'We answer.']),
    })

    expect(counts.substantial).toBe(1)
  })

  it('may lose a name that both texts go on to use', () => {
    const words = 'The Acme Group stands by this Customer Privacy Policy.'
    const shortened = (body: string) =>
      compareTexts({
        from: titled('THE ACME GROUP CUSTOMER PRIVACY POLICY', [body]),
        to: titled('PRIVACY POLICY', [body]),
      }).title

    expect(shortened(words)).toMatchObject({ kind: 'cosmetic', reasons: ['title'] })
    expect(shortened('We stand by this Privacy Policy.').kind).toBe('substantial')
  })
})

describe('the same change at several places', () => {
  it('counts once where an address gave way to the same words', () => {
    const { counts } = compare(
      ['Please contact us at a@b.example.', 'Ask us by mail (a@b.example) if you like, any day.'],
      ['Please Contact Us.', 'Contact Us if you like, any day.'],
    )

    expect(counts.substantial).toBe(1)
  })

  it('counts once where a name became another', () => {
    const redline = compare(
      ['Acme keeps your data.', 'Write to Acme.'],
      ['Apex keeps your data.', 'Write to Apex.'],
    )

    expect(redline.counts.substantial).toBe(1)
    expect(changesIn(redline).map(({ change }) => change)).toEqual([1, 1])
  })

  it('counts each time where a number changed, which may mean many things', () => {
    const { counts } = compare(
      ['Wait 30 days.', 'Pay 30 francs.'],
      ['Wait 20 days.', 'Pay 20 francs.'],
    )

    expect(counts.substantial).toBe(2)
  })
})

describe('an edited text stays readable', () => {
  it('with stray words replaced along with what is around them', () => {
    const [change] = changesIn(
      compare(
        ['We may disclose some of the records to any partner, who keeps them for a year.'],
        ['We will never give a copy of the files to another firm, who keeps them for a year.'],
      ),
    )

    expect(glance(change!.segments)).toBe(
      'We [may disclose some of the records to any partner]{will never give a copy of the files to another firm}, who keeps them for a year.',
    )
  })

  it('with a new sentence inserted as a sentence', () => {
    const [change] = changesIn(
      compare(
        ['We keep your name. We keep your address.'],
        ['We keep your name. We keep your age. We keep your address.'],
      ),
    )

    expect(glance(change!.segments)).toBe(
      'We keep your name.{ We keep your age.} We keep your address.',
    )
  })

  it('with nothing in common shown as deleted and inserted', () => {
    const redline = compare(['Apples, pears and plums.'], ['Nobody reads such lists.'])

    expect(changesIn(redline).map(({ status }) => status)).toEqual(['deleted', 'inserted'])
  })

  it('with a date line edited in place', () => {
    const redline = compare(
      [paragraph('Last updated: 3 May 2021', lineBreak, 'Version 4')],
      [paragraph('Last updated: 7 June 2022', lineBreak, 'Version 4')],
    )

    expect(blocksIn(redline).map(({ segments }) => glance(segments))).toEqual([
      'Last updated: [3 May 2021]{7 June 2022}\nVersion 4',
    ])
  })
})
