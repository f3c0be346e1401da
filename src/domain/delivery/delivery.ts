import type { Languages } from '../languages.js'
import type { Addresses } from '../publicVersion.js'
import type { PageWords } from '../rendering/pageWords.js'
import type { PublicSource } from './source.js'

/** What public answers are made with. */
export type Delivery = {
  addresses: Addresses
  /** Keeps bodies under a name that stands for every byte of them; left out, each is made anew. */
  bodies?: Bodies
  languages: Languages
  /** Seconds; the longest that an answer may be kept. */
  maxAge: number
  /** The words around a text, in the language of a locale or in one that stands in for it. */
  pageWords: (locale: string) => { language: string; words: PageWords }
  source: PublicSource
}

export type Bodies = {
  get: (name: string) => Uint8Array<ArrayBuffer> | undefined
  set: (name: string, body: Uint8Array<ArrayBuffer>) => void
}
