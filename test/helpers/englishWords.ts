import { namespace } from '../../src/translations/namespace.js'
import { en } from '../../src/translations/en.js'
import { fill } from '../../src/translations/fill.js'

const words: Record<string, string> = en.admin

/** What Payload's `t` answers for the plugin's words, in English. */
export const englishWords = (key: string, values: Record<string, string>): string =>
  fill(words[key.slice(namespace.length + 1)]!, values)
