import { languageTag } from '../../domain/languageTag.js'
import { directionOf } from '../../domain/rendering/directionOf.js'
import { english, type SiteWords } from './words.js'

/** What every component takes beside its data. */
export type Shown = {
  /** Where the site shows a policy; without one there is no link to it. */
  addresses?: {
    current?: (policy: { slug: string }) => string
    history?: (policy: { slug: string }) => string
  }
  /** The class of the outermost element, in the place of the component's own. */
  className?: string
  /**
   * The language of the component's own words and of its dates, as a BCP 47 tag. Texts, titles and
   * notices come in the language that the client asks for.
   * @default 'en'
   */
  language?: string
  /** The component's own words; those that are left out are English. */
  words?: Partial<SiteWords>
}

/** The words and the language that a component writes in. */
export type Setting = { language: string; words: SiteWords }

export const settingOf = ({ language = 'en', words }: Shown): Setting => ({
  language,
  words: { ...english, ...words },
})

/** Marks words as those of a language. */
export const inLanguage = (language: string) => ({
  dir: directionOf(language),
  lang: languageTag(language),
})
