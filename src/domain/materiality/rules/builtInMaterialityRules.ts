import type { MaterialityTopic } from '../materialityRules.js'

import { english } from './english.js'
import { everyLanguage } from './everyLanguage.js'
import { french } from './french.js'
import { german } from './german.js'
import { spanish } from './spanish.js'

/** The rules that come with the plugin, for a host to take over and go on from. */
export const builtInMaterialityRules = {
  '*': everyLanguage,
  de: german,
  en: english,
  es: spanish,
  fr: french,
} satisfies Record<string, Partial<Record<MaterialityTopic, readonly string[]>>>
