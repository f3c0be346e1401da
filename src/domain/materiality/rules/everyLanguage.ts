import type { TopicRules } from '../materialityRules.js'

/** What is recognised by its form, in whatever language. */
export const everyLanguage: TopicRules = {
  contact: ['{email}', '{phone}', '{postal}'],
  dates: ['{date}'],
  fees: ['{money}'],
}
