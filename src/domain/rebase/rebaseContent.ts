import { canonicalJson } from '../fingerprint.js'
import { rebaseText } from '../rebase.js'
import { contentOf } from '../versionContent.js'

/** The fields of a version in each language that it has. */
export type ContentByLanguage = Record<string, Record<string, unknown>>

/** A field as a rebase sees it. */
export type RebasedField = { isLocalized: boolean; isText: boolean; name: string }

/** A field, in one language where it is localized. */
export type Place = { field: string; language: null | string }

export type RebasedContent = {
  /** What is to be written: the fields that are not as the draft has them. */
  changes: ContentByLanguage
  /** Blocks of the text that both changed; each is marked in it. */
  conflicts: number
  /** Fields that both changed, and that stay as the draft has them. */
  kept: Place[]
  /** Fields that are new in the draft, in whole or, of the text, in part. */
  taken: Place[]
}

type Contents = { base: ContentByLanguage; draft: ContentByLanguage; onto: ContentByLanguage }

/**
 * Brings the changes of a draft onto another version of the content that it was started from: a field
 * that the draft left alone comes from the other version, the text block by block. A language that the
 * other version does not have stays as it is.
 */
export const rebaseContent = ({
  fields,
  label,
  ...contents
}: Contents & {
  fields: readonly RebasedField[]
  /** Of the version that the draft is rebased onto. */
  label: string
}): RebasedContent => {
  const rebased: RebasedContent = { changes: {}, conflicts: 0, kept: [], taken: [] }
  const languages = Object.keys(contents.onto)

  for (const field of fields) {
    // A value that is the same in every language is one; so is a list with localized parts.
    for (const own of field.isLocalized ? languages.map((language) => [language]) : [languages]) {
      const place = { field: field.name, language: field.isLocalized ? own[0]! : null }
      const outcome = rebaseField({ contents, field, label, languages: own })

      if (outcome === 'kept') {
        rebased.kept.push(place)
      } else if (outcome) {
        rebased.taken.push(place)
        rebased.conflicts += outcome.conflicts
        for (const language of own) {
          rebased.changes[language] = {
            ...rebased.changes[language],
            [field.name]: outcome.values[language],
          }
        }
      }
    }
  }
  return rebased
}

/** The values that a field is to have, or that its own are kept against others; null where none changes. */
const rebaseField = ({
  contents: { base, draft, onto },
  field: { isText, name },
  label,
  languages,
}: {
  contents: Contents
  field: RebasedField
  label: string
  languages: readonly string[]
}): 'kept' | { conflicts: number; values: Record<string, unknown> } | null => {
  const valuesIn = (content: ContentByLanguage) =>
    Object.fromEntries(languages.map((language) => [language, content[language]?.[name]]))
  const values = { base: valuesIn(base), draft: valuesIn(draft), onto: valuesIn(onto) }

  if (isSame(values.draft, values.onto) || isSame(values.base, values.onto)) {
    return null
  }
  if (isText) {
    const texts = languages.map((language) => {
      const { body, conflicts } = rebaseText({
        base: values.base[language],
        draft: values.draft[language],
        label,
        onto: values.onto[language],
      })
      return { body, conflicts, language }
    })
    const bodies = Object.fromEntries(texts.map(({ body, language }) => [language, body]))

    return isSame(bodies, values.draft)
      ? null
      : {
          conflicts: texts.reduce((sum, { conflicts }) => sum + conflicts, 0),
          values: bodies,
        }
  }
  return isSame(values.draft, values.base) ? { conflicts: 0, values: values.onto } : 'kept'
}

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(contentOf({ one })) === canonicalJson(contentOf({ one: other }))
