'use client'
import type { MaterialityTopic } from '../domain/materiality/materialityRules.js'

import { useWords } from './useWords.js'

const words = {
  changeClause: 'topicChangeClause',
  children: 'topicChildren',
  contact: 'topicContact',
  dates: 'topicDates',
  fees: 'topicFees',
  liability: 'topicLiability',
  purposes: 'topicPurposes',
  recipients: 'topicRecipients',
  retention: 'topicRetention',
  rights: 'topicRights',
  sale: 'topicSale',
} as const satisfies Record<MaterialityTopic, string>

/** Names the topics of the materiality rules; a host's own by the name that it gave them. */
export const useTopics = (): ((topic: string) => string) => {
  const { word } = useWords()

  return (topic) => (isBuiltIn(topic) ? word(words[topic]) : topic)
}

const isBuiltIn = (topic: string): topic is MaterialityTopic => Object.hasOwn(words, topic)
