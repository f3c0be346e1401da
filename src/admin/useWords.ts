'use client'
import { useTranslation } from '@payloadcms/ui'

import type { Words } from '../translations/en.js'

import { namespace } from '../translations/namespace.js'

/** The plugin's words in the language of the admin panel, and dates written in it. */
export const useWords = () => {
  const { i18n, t } = useTranslation()

  return {
    /** The day of an instant in a zone, in words. */
    day: (instant: string, timeZone: string): string =>
      new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeZone }).format(
        new Date(instant),
      ),
    /** An instant in a zone, in words. */
    moment: (instant: string, timeZone: string): string =>
      new Intl.DateTimeFormat(i18n.language, {
        dateStyle: 'full',
        timeStyle: 'short',
        timeZone,
      }).format(new Date(instant)),
    word: (key: keyof Words['admin'], values: Record<string, string> = {}): string =>
      (t as (key: string, values: Record<string, string>) => string)(`${namespace}:${key}`, values), // Payload types its own keys only.
  }
}
