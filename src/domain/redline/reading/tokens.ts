import type { TextRun } from './textBlocks.js'
import type { Vocabulary, Word } from './vocabulary.js'

import { type Link, linksIn } from '../../plainText/linksIn.js'
import { dash, invisible } from './wordForms.js'

/** A word, an address or a mark of punctuation at its place in a text. */
export type Token = {
  /** What kind of address it is, null for a word or mark. */
  address: 'email' | 'web' | null
  end: number
  format: number
  start: number
  /** Where its link leads, in case that is another place than its words say. */
  url: null | string
  word: Word
}

/** Reads the tokens of a text between two places. */
export const tokensOf = ({
  end,
  runs,
  start,
  text,
  vocabulary,
}: {
  end: number
  runs: readonly TextRun[]
  start: number
  text: string
  vocabulary: Vocabulary
}): Token[] => {
  const { places, text: visible } = withoutInvisible(text.slice(start, end))
  const tokens = bareTokens({ text: visible, vocabulary })
  let run = 0

  // In place: there are as many tokens as words, and most copies of them would be the same.
  for (const token of tokens) {
    token.start = start + (places ? places[token.start]! : token.start)
    token.end = start + (places ? places[token.end]! : token.end)
    while (run < runs.length - 1 && runs[run]!.end <= token.start) {
      run += 1
    }

    const url = runs[run]?.url ?? null

    token.format = runs[run]?.format ?? 0
    token.url = url === null || comparableUrl(url) === token.word.form ? null : url
  }
  return tokens
}

/** The form in which addresses that lead to the same place are the same: without protocol and last slash. */
export const comparableUrl = (url: string): string =>
  url.replace(/^(?:https?:\/\/|mailto:)/iu, '').replace(/\/$/u, '')

/** Whether a token is a hyphen or a dash. */
export const isDash = ({ word: { form } }: Token): boolean => form.length === 1 && dash.test(form)

const bareTokens = ({ text, vocabulary }: { text: string; vocabulary: Vocabulary }): Token[] => {
  const tokens: Token[] = []
  let from = 0

  for (const { end, start, url } of addressesIn(text)) {
    const isBracketed = text[start - 1] === '<' && text[end] === '>'
    const outer = isBracketed ? { end: end + 1, start: start - 1 } : { end, start }

    addWords({ from, text, to: outer.start, tokens, vocabulary })
    tokens.push({
      ...outer,
      address: url.startsWith('mailto:') ? 'email' : 'web',
      format: 0,
      url: null,
      word: vocabulary.asIs(comparableUrl(url)),
    })
    from = outer.end
  }
  addWords({ from, text, to: text.length, tokens, vocabulary })
  return tokens
}

/** Web and e-mail addresses; Markdown is none of a text that an editor made. */
const addressesIn = (text: string): Link[] =>
  /@|:\/\/|www\./iu.test(text)
    ? linksIn(text).filter(({ end, start, text: shown }) => text.slice(start, end) === shown)
    : []

const addWords = ({
  from,
  text,
  to,
  tokens,
  vocabulary,
}: {
  from: number
  text: string
  to: number
  tokens: Token[]
  vocabulary: Vocabulary
}): void => {
  const chunks = /\S+/gu
  const part = text.slice(from, to)

  for (let found = chunks.exec(part); found !== null; found = chunks.exec(part)) {
    const [chunk] = found
    const bounds = vocabulary.boundsIn(chunk)

    for (let index = 0; index < bounds.length; index += 2) {
      const start = from + found.index + bounds[index]!
      const end = from + found.index + bounds[index + 1]!
      const raw = text.slice(start, end)
      const word = isMeasure({ raw, start, text }) ? vocabulary.asIs(raw) : vocabulary.word(raw)

      tokens.push({ address: null, end, format: 0, start, url: null, word })
    }
  }
}

/** After a digit a quotation mark stands for feet, inches, minutes or seconds. */
const isMeasure = ({ raw, start, text }: { raw: string; start: number; text: string }): boolean =>
  (raw === '"' || raw === "'") && /\d/u.test(text[start - 1] ?? '')

/** The text without what shows nothing, and where each of its characters stood; null for no change. */
const withoutInvisible = (source: string): { places: null | number[]; text: string } => {
  if (source.search(invisible) < 0) {
    return { places: null, text: source }
  }

  const places: number[] = []
  const kept: string[] = []

  for (let index = 0; index < source.length; index += 1) {
    if (source[index]!.search(invisible) < 0) {
      places.push(index)
      kept.push(source[index]!)
    }
  }
  places.push(source.length)
  return { places, text: kept.join('') }
}
