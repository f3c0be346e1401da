import type { Languages } from '../languages.js'
import type { Addresses } from '../publicVersion.js'
import type { PageWords } from '../rendering/pageWords.js'
import type { Remembered } from './remembering.js'
import type { PublicSource } from './source.js'

/** What public answers are made with. */
export type Delivery = {
  addresses: Addresses
  /** Keeps bodies under a name that stands for every byte of them; left out, each is made anew. */
  bodies?: Kept<Uint8Array<ArrayBuffer>>
  /**
   * True where a copy is made. Its pages lead to each other in every language, so that a text is answered
   * in any rather than in none; and they lead to nothing that the copy may be without.
   */
  isCopy?: boolean
  languages: Languages
  /** Keeps what was made of the records that `source` keeps; left out, it is made anew each time. */
  made?: Kept<Remembered>
  /** Seconds; the longest that an answer may be kept. */
  maxAge: number
  /** The words around a text, in the language of a locale or in one that stands in for it. */
  pageWords: (locale: string) => { language: string; words: PageWords }
  source: PublicSource
}

type Kept<T> = {
  get: (name: string) => T | undefined
  set: (name: string, value: T) => void
}
