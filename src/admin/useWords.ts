'use client'
import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'

import { namespace } from '../translations/namespace.js'
import { type Say, sayIn, type Word } from './say.js'

/** The plugin's words in the language of the admin panel, and dates written in it. */
export const useWords = (): Say => {
  const { i18n, t } = useTranslation()

  return useMemo(
    () =>
      sayIn({
        language: i18n.language,
        word: ((key, values = {}) =>
          (t as (key: string, values: Record<string, string>) => string)(
            `${namespace}:${key}`,
            values,
          )) satisfies Word, // Payload types its own keys only.
      }),
    [i18n.language, t],
  )
}
