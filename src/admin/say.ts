import type { Words } from '../translations/en.js'

import { namespace } from '../translations/namespace.js'

/** The plugin's words in a language, and dates written in it. */
export type Say = ReturnType<typeof sayIn>

/** Speaks a language with the translations that Payload has for it, on the server as in the browser. */
export const sayIn = ({
  language,
  t,
}: {
  language: string
  /** Payload's; it types its own keys only. */
  t: (key: string, values: Record<string, string>) => string
}) => ({
  /** The day of an instant in a zone, in words. */
  day: (instant: string, timeZone: string): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone }).format(new Date(instant)),
  /** An instant in a zone, in words. */
  moment: (instant: string, timeZone: string): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
      new Date(instant),
    ),
  /** The day of an instant in a zone, in few letters. */
  shortDay: (instant: number | string, timeZone: string): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone }).format(new Date(instant)),
  word: (key: keyof Words['admin'], values: Record<string, string> = {}): string =>
    t(`${namespace}:${key}`, values),
})
