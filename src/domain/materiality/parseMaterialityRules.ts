import type { MaterialityRules, TopicRules } from './materialityRules.js'

import { parsePhrase } from './phrase.js'
import { builtInMaterialityRules } from './rules/builtInMaterialityRules.js'

/**
 * The rules of a host, merged over the built-in ones topic by topic: an empty list turns a topic off,
 * `false` a language.
 * @throws Error that names the language, the topic and the phrase at fault and says what is allowed.
 */
export const parseMaterialityRules = (value: unknown): MaterialityRules => {
  const own = Object.entries(objectOf({ at: '', value })).map(
    ([language, topics]) => [language, topicsOf({ language, value: topics })] as const,
  )
  const builtIn: MaterialityRules = builtInMaterialityRules
  const languages = new Map<string, TopicRules>(Object.entries(builtIn))

  for (const [language, topics] of own) {
    if (topics === false) {
      languages.delete(language)
    } else {
      languages.set(language, { ...languages.get(language), ...topics })
    }
  }
  return Object.fromEntries(languages)
}

const topicsOf = ({
  language,
  value,
}: {
  language: string
  value: unknown
}): TopicRules | false => {
  if (language !== '*' && !/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu.test(language)) {
    throw wrong({
      allowed: 'a language code such as de or pt-BR, or "*" for every language',
      at: '',
      value: language,
    })
  }
  return value === false
    ? false
    : Object.fromEntries(
        Object.entries(objectOf({ at: `.${language}`, value })).map(([topic, phrases]) => [
          topic,
          phrasesOf({ at: `.${language}.${topic}`, topic, value: phrases }),
        ]),
      )
}

const phrasesOf = ({
  at,
  topic,
  value,
}: {
  at: string
  topic: string
  value: unknown
}): string[] => {
  if (!/^[a-z][A-Za-z0-9]*$/u.test(topic)) {
    throw wrong({ allowed: 'the name of a topic, such as retention', at, value: topic })
  }
  if (!Array.isArray(value)) {
    throw wrong({ allowed: 'a list of phrases, such as ["retain*", "share … with"]', at, value })
  }
  return value.map((phrase: unknown, index) => {
    if (typeof phrase !== 'string') {
      throw wrong({ allowed: 'a phrase as a string', at: `${at}[${index}]`, value: phrase })
    }
    try {
      parsePhrase(phrase)
    } catch (error) {
      throw wrong({
        allowed: 'a phrase that can be read',
        at: `${at}[${index}]`,
        because: (error as Error).message,
        value: phrase,
      })
    }
    return phrase
  })
}

const objectOf = ({ at, value }: { at: string; value: unknown }): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrong({
      allowed: at === '' ? 'an object of languages' : 'an object of topics, or false for none',
      at,
      value,
    })
  }
  return value as Record<string, unknown>
}

const wrong = ({
  allowed,
  at,
  because,
  value,
}: {
  allowed: string
  at: string
  because?: string
  value: unknown
}) =>
  new Error(
    `payload-plugin-policy-versioning: the option \`materiality.rules${at}\` is ${JSON.stringify(value)}; allowed is ${allowed}.${because === undefined ? '' : ` ${because}.`}`,
  )
