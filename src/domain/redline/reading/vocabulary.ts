import { type Bounds, segmentWords } from './segmentWords.js'
import { comparableForm } from './wordForms.js'

/** A word, an address or a mark, as often as it may stand in the texts. */
export type Word = {
  /** The form in which it is compared. */
  form: string
  /** The number of the form. */
  id: number
  isWord: boolean
  /** The number of the form in small letters. */
  lower: number
}

/** The words of the texts that are compared: what is known of one is found out once. */
export type Vocabulary = {
  /** The word for a form that is compared as it is. */
  asIs: (form: string) => Word
  /** Where the words and marks between two blanks start and end. */
  boundsIn: (chunk: string) => Bounds
  /** The word that is written so. */
  word: (raw: string) => Word
}

/** A vocabulary without any word. */
export const newVocabulary = (): Vocabulary => {
  const bounds = new Map<string, Bounds>()
  const forms = new Map<string, Word>()
  const numbers = new Map<string, number>()
  const words = new Map<string, Word>()

  const numberOf = (form: string): number => {
    const number = numbers.get(form) ?? numbers.size

    numbers.set(form, number)
    return number
  }
  const asIs = (form: string): Word => {
    const word = forms.get(form) ?? {
      form,
      id: numberOf(form),
      isWord: /[\p{L}\p{N}]/u.test(form),
      lower: numberOf(form.toLowerCase()),
    }

    forms.set(form, word)
    return word
  }

  return {
    asIs,
    boundsIn: (chunk) => {
      const found = bounds.get(chunk) ?? segmentWords(chunk)

      bounds.set(chunk, found)
      return found
    },
    word: (raw) => {
      const word = words.get(raw) ?? asIs(comparableForm(raw))

      words.set(raw, word)
      return word
    },
  }
}
