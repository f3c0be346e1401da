'use client'
import { useConfig } from '@payloadcms/ui'

import type { Warning } from '../domain/warning.js'

import { useWords } from './useWords.js'

/** What a warning says; on a site with several languages, with the one of the text that it is about. */
export const WarningMessage = ({ warning }: { warning: Warning }) => {
  const { locale } = warning
  const { languages, problem } = useWords()
  const {
    config: { localization },
  } = useConfig()
  const isNamed = typeof locale === 'string' && localization && localization.locales.length > 1

  return (
    <>
      {isNamed && `${languages([locale])}: `}
      <bdi>{problem(warning)}</bdi>
    </>
  )
}

/** Tells warnings apart that say the same, such as of the texts in two languages. */
export const keyOfWarning = ({
  claim,
  code,
  field,
  key,
  locale,
  message,
  topic,
}: Warning): string => key ?? JSON.stringify([code, field, claim, locale, topic, message])
