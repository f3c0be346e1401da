'use client'
import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'

import { type Say, sayIn } from './say.js'

/** The plugin's words in the language of the admin panel, and dates written in it. */
export const useWords = (): Say => {
  const { i18n, t } = useTranslation()

  return useMemo(
    () => sayIn({ language: i18n.language, t: t as Parameters<typeof sayIn>[0]['t'] }),
    [i18n.language, t],
  )
}
