/**
 * By which words a changed sentence is recognised, by topic. A phrase is a string of words:
 *
 * - a word stands for itself, whatever its case and accents, and never for a part of another word
 * - `retain*` also stands for the longer forms of a word, `*frist` for compounds that end in it
 * - `sell|sold` stands for either
 * - `…` stands for up to six words of any kind: `share … with`
 * - `#` is a number; `{date}`, `{email}`, `{money}`, `{phone}` and `{postal}` are what they say
 * - with `!` in front a phrase says what is not meant: `!all rights reserved` takes these words out first
 */
export type TopicRules = Record<string, readonly string[]>

/** Rules by language; those of `*` hold in every language. */
export type MaterialityRules = Record<string, TopicRules>

/** The topics that the built-in rules know; a host may add others. */
export const materialityTopics = [
  'purposes',
  'recipients',
  'sale',
  'retention',
  'rights',
  'children',
  'contact',
  'dates',
  'fees',
  'liability',
  'changeClause',
] as const

export type MaterialityTopic = (typeof materialityTopics)[number]

/** The rules of a language: its own, or those of its base language; undefined where there are none. */
export const rulesFor = ({
  language,
  rules,
}: {
  language: string
  rules: MaterialityRules
}): TopicRules | undefined => {
  const found = [language, language.split(/[-_]/u)[0]!].find((code) => Object.hasOwn(rules, code))

  return found === undefined ? undefined : rules[found]
}
