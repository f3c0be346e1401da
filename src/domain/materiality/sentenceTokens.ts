import { linksIn } from '../plainText/linksIn.js'
import { datesIn, phonesIn, postalIn } from '../redline/writing/detailsIn.js'

/** Something in a sentence that is recognised by its form and not by its words. */
export const detailTypes = ['date', 'email', 'money', 'phone', 'postal'] as const

export type DetailType = (typeof detailTypes)[number]

/** A word, a number or a sign that means something. */
export type SentenceToken = {
  /** Where a detail that starts here ends, by its type. */
  details: Partial<Record<DetailType, number>>
  end: number
  /** Without case and accents. */
  form: string
  isNumber: boolean
  start: number
}

/** Without case, accents and invisible characters, so that the same word is the same however it is written. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')

/** The words, numbers and signs of a sentence, and what starts at each of them. */
export const sentenceTokens = (sentence: string): SentenceToken[] => {
  const details = detailsOf(sentence)

  return [...sentence.matchAll(token)].map(({ 0: text, index }) => ({
    details: details.get(index) ?? {},
    end: index + text.length,
    form: folded(text),
    isNumber: /^\p{N}/u.test(text),
    start: index,
  }))
}

/** The words of some sentences as one text, in which punctuation, case and layout make no difference. */
export const wordsOf = (sentences: readonly string[]): string =>
  sentences
    .flatMap((sentence) => [...sentence.matchAll(token)].map(([text]) => folded(text)))
    .map((form) => ` ${form} `)
    .join('')

/** The sentences that do not stand among others in the same words. */
export const withoutSame = (sentences: readonly string[], others: readonly string[]): string[] => {
  const known = new Set(others.map((other) => wordsOf([other])))

  return sentences.filter((sentence) => !known.has(wordsOf([sentence])))
}

/** Hyphens and apostrophes part words, so that "third-party" and "third party" are the same. */
const token = /\p{L}[\p{L}\p{M}\p{Cf}]*|\p{N}+(?:[.,:/-]\p{N}+)*|[\p{Sc}%]/gu

/** Longer numbers are no amounts, and looking for their currency from every digit costs their square. */
const money =
  /\p{Sc}\s?\p{N}+(?:[.,]\p{N}+)*|(?<!\p{N})\p{N}{1,15}(?:[.,]\p{N}{1,15}){0,8}\s?(?:\p{Sc}|(?:chf|eur|euros?|gbp|dollars?|usd)(?![\p{L}\p{N}]))/giu

const detailsOf = (sentence: string): Map<number, Partial<Record<DetailType, number>>> => {
  const found = new Map<number, Partial<Record<DetailType, number>>>()
  const add = ({ start, text, type }: { start: number; text: string; type: DetailType }) => {
    // Of a detail such as "(555) 123" the first word starts after its bracket.
    const first = start + Math.max(0, text.search(/[\p{L}\p{N}\p{Sc}]/u))
    found.set(first, { ...found.get(first), [type]: start + text.length })
  }

  for (const type of ['date', 'phone', 'postal'] as const) {
    let from = 0
    for (const { text } of readers[type](sentence)) {
      const start = sentence.indexOf(text, from)
      if (start >= 0) {
        add({ start, text, type })
        from = start + text.length
      }
    }
  }
  if (sentence.includes('@')) {
    for (const { end, start, url } of linksIn(sentence)) {
      if (url.startsWith('mailto:')) {
        add({ start, text: sentence.slice(start, end), type: 'email' })
      }
    }
  }
  for (const { 0: text, index } of sentence.matchAll(money)) {
    add({ start: index, text, type: 'money' })
  }
  return found
}

const readers = { date: datesIn, phone: phonesIn, postal: postalIn }
