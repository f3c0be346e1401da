'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'

import type { Warning } from '../domain/warning.js'

import { problemIn } from '../translations/problems/problemWords.js'
import { useWords } from './useWords.js'

/** What a warning says; on a site with several languages, with the one of the text that it is about. */
export const WarningMessage = ({ warning }: { warning: Warning }) => {
  const { locale } = warning
  const { languages } = useWords()
  const { i18n } = useTranslation()
  const {
    config: { localization },
  } = useConfig()
  const isNamed = typeof locale === 'string' && localization && localization.locales.length > 1

  return (
    <>
      {isNamed && `${languages([locale])}: `}
      <bdi>{problemIn({ language: i18n.language, problem: warning })}</bdi>
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
