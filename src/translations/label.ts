import type { LabelFunction, PayloadRequest } from 'payload'

import type { Words } from './en.js'

import { languages } from './index.js'
import { namespace } from './namespace.js'

/** A label in the language of the admin panel. */
export const label =
  (key: keyof Words['admin']): LabelFunction =>
  ({ t }) =>
    (t as (key: string) => string)(`${namespace}:${key}`) // Payload types its own keys only.

/** Why a field refuses a value, in the language of the request, as Payload's own refusals are. */
export const fault = ({
  allowed = [],
  key,
  req: { t },
  value,
}: {
  /** The names that are allowed, where the words list them. */
  allowed?: readonly string[]
  key: Extract<keyof Words['admin'], `fault${string}`>
  req: PayloadRequest
  value: unknown
}): string =>
  // Payload types its own keys only.
  (t as (key: string, values: Record<string, string>) => string)(`${namespace}:${key}`, {
    allowed: allowed.join(', '),
    value: JSON.stringify(value),
  })

/** A label for the places where Payload takes no function, in every language that there are words for. */
export const staticLabel = (key: keyof Words['admin']): Record<string, string> =>
  Object.fromEntries(Object.entries(languages).map(([code, words]) => [code, words.admin[key]]))

/** A label of a document's tab, where Payload's function has the translations alone. */
export const tabLabel =
  (key: keyof Words['admin']) =>
  ({ t }: { t: (key: string) => string }): string =>
    t(`${namespace}:${key}`)
