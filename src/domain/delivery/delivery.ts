import type { Languages } from '../languages.js'
import type { Addresses } from '../publicVersion.js'
import type { PublicSource } from './source.js'

/** What public answers are made with. */
export type Delivery = {
  addresses: Addresses
  languages: Languages
  /** Seconds; the longest that an answer may be kept. */
  maxAge: number
  source: PublicSource
}
