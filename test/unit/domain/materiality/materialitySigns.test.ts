import { describe, expect, it } from 'vitest'

import type { MaterialityRules } from '../../../../src/domain/materiality/materialityRules.js'

import { materialitySigns } from '../../../../src/domain/materiality/materialitySigns.js'
import { sentencesToJudge } from '../../../../src/domain/materiality/sentencesToJudge.js'
import { compare, heading } from '../redline/states.js'

/** The topics that a change of one sentence touches, with the words that say so. */
const topics = (
  before: string,
  after: string,
  { language = 'en', rules }: { language?: string; rules?: MaterialityRules } = {},
): Record<string, string[]> =>
  Object.fromEntries(
    materialitySigns({
      changedSentences: [{ after: [after], before: [before], section: null }],
      language,
      ...(rules && { rules }),
    }).map(({ topic, why }) => [topic, why.words]),
  )

describe('a change that readers rely on', () => {
  it.each([
    ['purposes', 'We use your data for orders.', 'We use your data for advertising.'],
    ['recipients', 'We show it to nobody.', 'We share it with our partners.'],
    ['sale', 'We never sell it.', 'We may sell it.'],
    ['retention', 'It is kept for a while.', 'It is kept for good.'],
    ['rights', 'You have the right to a copy.', 'You have the right to look at it.'],
    ['children', 'For people over 16.', 'Children may use it.'],
    ['contact', 'Ask help@old.example.', 'Ask help@new.example.'],
    ['dates', 'Effective May 1, 2026', 'Effective June 1, 2026'],
    ['fees', 'Delivery is $4.', 'Delivery is $5.'],
    ['liability', 'We are liable for it.', 'We are not liable for it.'],
    ['changeClause', 'We may change this policy rarely.', 'We may change this policy often.'],
  ])('touches %s in English', (topic, before, after) => {
    expect(Object.keys(topics(before, after))).toContain(topic)
  })

  it.each([
    ['de', 'purposes', 'Der Zweck ist die Bestellung.', 'Der Zweck ist die Werbung.'],
    ['de', 'recipients', 'Eine Weitergabe erfolgt nie.', 'Eine Weitergabe an Dritte erfolgt.'],
    ['de', 'sale', 'Wir verkaufen nichts.', 'Wir verkaufen Daten.'],
    ['de', 'retention', 'Die Speicherfrist ist kurz.', 'Die Speicherfrist ist lang.'],
    ['de', 'rights', 'Der Widerruf ist möglich.', 'Der Widerruf ist unmöglich.'],
    ['de', 'children', 'Nicht für Minderjährige.', 'Auch für Minderjährige.'],
    ['de', 'contact', 'Unsere Anschrift ist alt.', 'Unsere Anschrift ist neu.'],
    ['de', 'dates', 'Gültig ab 1. April 2026', 'Gültig ab 1. Mai 2026'],
    ['de', 'fees', 'Die Versandkosten sind klein.', 'Die Versandkosten sind groß.'],
    ['de', 'liability', 'Wir haften dafür.', 'Wir haften nicht dafür.'],
    ['de', 'changeClause', 'Wir ändern diese Erklärung nie.', 'Wir ändern diese Erklärung oft.'],
    ['fr', 'purposes', 'Les finalités sont simples.', 'Les finalités sont publicitaires.'],
    ['fr', 'recipients', 'Nous ne partageons rien.', 'Nous partageons vos données.'],
    ['fr', 'sale', 'Nous ne vendons rien.', 'Nous vendons des données.'],
    ['fr', 'retention', 'Durée : six mois.', 'Durée : un an.'],
    ['fr', 'rights', 'Vos droits sont ici.', 'Vos droits sont là.'],
    ['fr', 'children', "L'âge minimal est seize ans.", "L'âge minimal est quinze ans."],
    ['fr', 'contact', 'Coordonnées : Lyon.', 'Coordonnées : Paris.'],
    ['fr', 'dates', 'En vigueur bientôt.', 'En vigueur demain.'],
    ['fr', 'fees', 'Les frais sont de 4 €.', 'Les frais sont de 5 €.'],
    ['fr', 'liability', 'Notre responsabilité est pleine.', 'Notre responsabilité est nulle.'],
    [
      'fr',
      'changeClause',
      'Nous modifions la politique.',
      'Nous modifierons la politique souvent.',
    ],
    ['es', 'purposes', 'La finalidad es el pedido.', 'La finalidad es la publicidad.'],
    ['es', 'recipients', 'No compartimos nada.', 'Compartimos sus datos.'],
    ['es', 'sale', 'No vendemos datos.', 'Vendemos datos.'],
    ['es', 'retention', 'Los conservamos un mes.', 'Los conservamos un año.'],
    ['es', 'rights', 'Sus derechos son estos.', 'Sus derechos son otros.'],
    ['es', 'children', 'No es para niños.', 'Es para niños.'],
    ['es', 'contact', 'Teléfono: 91 123 45 67', 'Teléfono: 91 123 45 68'],
    ['es', 'dates', 'En vigor desde ayer.', 'En vigor desde hoy.'],
    ['es', 'fees', 'El precio es bajo.', 'El precio es alto.'],
    ['es', 'liability', 'Respondemos de daños.', 'No respondemos de daños.'],
    ['es', 'changeClause', 'Modificamos esta política.', 'Modificamos esta política sin avisar.'],
  ])('touches, in %s, %s', (language, topic, before, after) => {
    expect(Object.keys(topics(before, after, { language }))).toContain(topic)
  })

  it('is named with both sentences, the section and the words that say so', () => {
    const redline = compare(
      [heading('Your orders'), 'We read them. We keep them for six months.'],
      [heading('Your orders'), 'We read them. We keep them for twelve months.'],
    )

    expect(
      materialitySigns({ changedSentences: sentencesToJudge(redline), language: 'en-GB' }),
    ).toEqual([
      {
        block: 2,
        language: 'en-GB',
        section: 'Your orders',
        sentence: {
          after: 'We keep them for twelve months.',
          before: 'We keep them for six months.',
        },
        topic: 'retention',
        why: { place: 'sentence', words: ['keep'] },
      },
      expect.objectContaining({
        topic: 'dates',
        why: { place: 'sentence', words: ['six months', 'twelve months'] },
      }),
    ])
  })

  it('is recognised by the heading that it stands under', () => {
    const [sign] = materialitySigns({
      changedSentences: [
        { after: ['After a year.'], before: ['After a while.'], section: 'Deletion' },
      ],
      language: 'en',
    })

    expect(sign).toMatchObject({
      topic: 'retention',
      why: { place: 'heading', words: ['Deletion'] },
    })
  })
})

describe('a change that nobody relies on', () => {
  it.each([
    ['has no word of a topic', 'We like books.', 'We like films.'],
    ['has a word in another word', 'Our shareholders met.', 'Our shareholders and friends met.'],
    ['is the date of the last update', 'Last updated: May 1, 2026', 'Last updated: June 1, 2026'],
    ['is that stamp with "on"', 'Last revised on May 1, 2026.', 'Last revised on June 1, 2026.'],
    [
      'has words that mean another thing',
      'Acme, all rights reserved.',
      'Ecma, all rights reserved.',
    ],
    ['is case alone', 'we share it.', 'We SHARE it.'],
    [
      'is punctuation and hyphens',
      'We share it with third-parties',
      'We share it, with third parties.',
    ],
  ])('%s', (_, before, after) => {
    expect(topics(before, after)).toEqual({})
  })

  it('is another date of the version itself, unless that is when it takes effect', () => {
    expect(
      topics(
        'It was last updated on May 1, 2026 and takes effect on May 9, 2026.',
        'It was last updated on June 1, 2026 and takes effect on June 9, 2026.',
      ),
    ).toEqual({ dates: ['takes effect', 'May 9, 2026', 'June 9, 2026'] })
    expect(topics('Stand: 1. Mai 2026', 'Stand: 1. Juni 2026', { language: 'de' })).toEqual({})
  })

  it('moves a paragraph, or a sentence within one', () => {
    const share = 'We share your data with our partners and they pay us for it.'
    const others = ['Books are read here by everybody.', 'Films are shown there on most days.']
    const signs = (before: string[], after: string[]) =>
      materialitySigns({
        changedSentences: sentencesToJudge(compare(before, after)),
        language: 'en',
      })

    expect(signs([share, ...others], [...others, share])).toEqual([])
    expect(signs([`${share} ${others[0]}`], [`${others[0]} ${share}`])).toEqual([])
  })
})

describe('the rules', () => {
  const rule = (...phrases: string[]): MaterialityRules => ({ xx: { own: phrases } })
  const reads = (phrase: string, sentence: string) =>
    topics('x', sentence, { language: 'xx', rules: rule(...phrase.split('; ')) }).own

  it.each([
    ['a word, whatever its case and accents', 'été', 'L’ETE dernier', ['ETE']],
    ['no part of a word', 'sale', 'wholesaler', undefined],
    ['the longer forms of an open word', 'retain*', 'retaining it', ['retaining']],
    ['compounds', '*frist', 'die Löschfrist', ['Löschfrist']],
    ['a part of a run of letters', '*共享*', '我们共享数据。', ['我们共享数据']],
    ['either of two', 'sell|sold', 'it was sold', ['sold']],
    ['words apart', 'share … with', 'share your data with us', ['share your data with']],
    ['words too far apart', 'share … with', 'share a b c d e f g with', undefined],
    ['a number', '# days', 'in 1,000 days', ['1,000 days']],
    ['an address', 'to {email}', 'write to a@b.example now', ['to a@b.example']],
    ['money', '{money}', 'for 5 EUR each', ['5 EUR']],
    ['what is not meant', 'right; !right now', 'your right, right now', ['right']],
    ['a word with a hyphen', 'third part*', 'third-party', ['third-party']],
    ['the same word of ß', 'gross', 'groß', ['groß']],
  ])('know %s', (_, phrase, sentence, words) => {
    expect(reads(phrase, sentence)).toEqual(words)
  })

  it('of every language hold where a language has none of its own', () => {
    expect(topics('Kirjoita.', 'Kirjoita: a@b.example', { language: 'fi' })).toEqual({
      contact: ['a@b.example'],
    })
  })
})
