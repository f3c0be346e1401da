import { type DetailType, detailTypes, folded, type SentenceToken } from './sentenceTokens.js'

/** A phrase of the rules, ready to be looked for. */
export type Phrase = {
  /** True for one that says what is not meant. */
  isExclusion: boolean
  parts: Part[]
}

/** What may stand at a place of a phrase, or any words at all. */
type Part = 'gap' | Alternative[]

type Alternative =
  | { detail: DetailType; type: 'detail' }
  | { form: string; isOpenAfter: boolean; isOpenBefore: boolean; type: 'word' }
  | { type: 'number' }

/**
 * Reads a phrase as the rules write it.
 * @throws Error that says what is allowed.
 */
export const parsePhrase = (text: string): Phrase => {
  const isExclusion = text.startsWith('!')
  const words = text.slice(isExclusion ? 1 : 0).split(' ')
  const parts = words.map(partOf)

  if (parts[0] === 'gap' || parts.at(-1) === 'gap') {
    throw new Error('"…" stands between two words')
  }
  return { isExclusion, parts }
}

/** Where a phrase that starts at a token ends, as the number of the token after it; undefined where it does not. */
export const matchAt = ({
  at,
  phrase: { parts },
  tokens,
}: {
  at: number
  phrase: Phrase
  tokens: readonly SentenceToken[]
}): number | undefined => matchFrom({ at, part: 0, parts, tokens })

/** By what the first word of a phrase can be looked up: whole words, and the beginnings of open ones. */
export const firstForms = ({ parts: [first = 'gap'] }: Phrase): string[] | undefined => {
  const forms = first === 'gap' ? [undefined] : first.map(lookupForm)

  return forms.every((form) => form !== undefined) ? forms : undefined
}

/** By what the first word of a phrase is looked up at a place of a text. */
export const lookupForms = ({ details, form, isNumber }: SentenceToken): string[] => [
  form,
  openForm(form),
  ...(isNumber ? [numberForm] : []),
  ...Object.keys(details).map(detailForm),
]

const openForm = (form: string): string => `${form.slice(0, leastOpen)}*`
const numberForm = '#'
const detailForm = (name: string): string => `{${name}}`

/** How many letters an open word has at least: fewer would stand for half of a language. */
const leastOpen = 3

/** Scripts in which a word has few letters, and none stands between two words. */
const syllabic = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]+$/u

/** How many words a gap covers at most. */
const longestGap = 6

const lookupForm = (alternative: Alternative): string | undefined => {
  switch (alternative.type) {
    case 'detail':
      return detailForm(alternative.detail)
    case 'number':
      return numberForm
    case 'word':
      if (!alternative.isOpenAfter && !alternative.isOpenBefore) {
        return alternative.form
      }
      return alternative.isOpenBefore || alternative.form.length < leastOpen
        ? undefined
        : openForm(alternative.form)
  }
}

const partOf = (word: string): Part => (word === '…' ? 'gap' : word.split('|').map(alternativeOf))

const alternativeOf = (word: string): Alternative => {
  if (word === numberForm) {
    return { type: 'number' }
  }

  const detail = detailTypes.find((name) => detailForm(name) === word)
  if (detail !== undefined) {
    return { detail, type: 'detail' }
  }

  const [, before, letters, after] = /^(\*?)(\p{L}[\p{L}\p{M}]*|%)(\*?)$/u.exec(word) ?? []
  if (letters === undefined) {
    throw new Error(
      `${JSON.stringify(word)} is not a word: allowed are letters alone, with "*" at an end that is open, parted by "|" from others and by a blank from the next ("third party" stands for "third-party" as well), "#", "…" and ${detailTypes.map(detailForm).join(', ')}`,
    )
  }

  const form = folded(letters)
  if ((before || after) && form.length < leastOpen && !syllabic.test(form)) {
    throw new Error(
      `${JSON.stringify(word)} is too short to be open; it takes ${leastOpen} letters or more`,
    )
  }
  return { form, isOpenAfter: after === '*', isOpenBefore: before === '*', type: 'word' }
}

type Place = { at: number; part: number; parts: readonly Part[]; tokens: readonly SentenceToken[] }

const matchFrom = ({ at, part, parts, tokens }: Place): number | undefined => {
  const wanted = parts[part]

  if (wanted === undefined) {
    return at
  }
  if (wanted === 'gap') {
    for (let next = at; next <= at + longestGap && next < tokens.length; next += 1) {
      const end = matchFrom({ at: next, part: part + 1, parts, tokens })
      if (end !== undefined) {
        return end
      }
    }
    return undefined
  }

  for (const alternative of wanted) {
    const next = stepOver({ alternative, at, tokens })
    const end =
      next === undefined ? undefined : matchFrom({ at: next, part: part + 1, parts, tokens })
    if (end !== undefined) {
      return end
    }
  }
  return undefined
}

/** The token after the one (or the ones) that is meant; undefined where another stands there. */
const stepOver = ({
  alternative,
  at,
  tokens,
}: {
  alternative: Alternative
  at: number
  tokens: readonly SentenceToken[]
}): number | undefined => {
  const token = tokens[at]

  if (token === undefined) {
    return undefined
  }
  switch (alternative.type) {
    case 'detail': {
      const end = token.details[alternative.detail]
      return end === undefined ? undefined : firstFrom({ at, end, tokens })
    }
    case 'number':
      return token.isNumber ? at + 1 : undefined
    case 'word':
      return isMeant(alternative, token.form) ? at + 1 : undefined
  }
}

const firstFrom = ({
  at,
  end,
  tokens,
}: {
  at: number
  end: number
  tokens: readonly SentenceToken[]
}): number => {
  let next = at + 1
  while (next < tokens.length && tokens[next]!.start < end) {
    next += 1
  }
  return next
}

const isMeant = (
  { form: wanted, isOpenAfter, isOpenBefore }: Extract<Alternative, { type: 'word' }>,
  form: string,
): boolean => {
  if (isOpenBefore) {
    return isOpenAfter ? form.includes(wanted) : form.endsWith(wanted)
  }
  return isOpenAfter ? form.startsWith(wanted) : form === wanted
}
