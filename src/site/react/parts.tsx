import { Fragment, type ReactNode } from 'react'

import type { PublicVersion } from '../../domain/publicVersion.js'

import { safeUrl } from '../../domain/rendering/safeUrl.js'
import { writtenDate } from '../../domain/writtenDate.js'
import { inLanguage, type Setting } from './setting.js'

/** A sentence with `{{name}}` in it, filled in. */
export const Filled = ({ text, values }: { text: string; values: Record<string, ReactNode> }) =>
  text
    .split(/\{\{(\w+)\}\}/u)
    // What stood in the brackets is every second part.
    .map((part, index) => (
      <Fragment key={index}>{index % 2 === 0 ? part : (values[part] ?? `{{${part}}}`)}</Fragment>
    ))

/** A day of a policy such as `2026-12-17`, written out; of an imported version it may be unknown. */
export const Day = ({ day, setting }: { day: null | string; setting: Setting }) =>
  day === null ? (
    setting.words.unknownDate
  ) : (
    <time dateTime={day}>
      {writtenOrAsIs({ instant: `${day}T00:00:00Z`, setting, timeZone: 'UTC', value: day })}
    </time>
  )

/** The day of an instant in a policy's zone, written out. */
export const DayOf = ({
  instant,
  setting,
  timeZone,
}: {
  instant: null | string
  setting: Setting
  timeZone: string
}) =>
  instant === null ? (
    setting.words.unknownDate
  ) : (
    <time dateTime={instant}>{writtenOrAsIs({ instant, setting, timeZone, value: instant })}</time>
  )

/** Words that somebody wrote, in the language that they are in. */
export const Quoted = ({ language, text }: { language: string; text: string }) => (
  <span {...inLanguage(language)}>{text}</span>
)

/** That the notice of a change was shortened, and why; nothing where it was not. */
export const Shortened = ({
  exception,
  words,
}: Pick<PublicVersion, 'exception'> & Pick<Setting, 'words'>) =>
  exception && (
    <p>
      <Filled
        text={exception.providedFor ? words.exception : words.exceptionNotProvided}
        values={{ explanation: <bdi>{exception.explanation}</bdi> }}
      />
    </p>
  )

/** A link, or its words alone where it would lead to what no link may. */
export const Link = ({ children, to }: { children: ReactNode; to: string | undefined }) => {
  const href = safeUrl(to)

  return href === undefined ? children : <a href={href}>{children}</a>
}

/** A date of a zone that this runtime does not know, or that is none, is still better than no page. */
const writtenOrAsIs = ({
  instant,
  setting: { language },
  timeZone,
  value,
}: {
  instant: string
  setting: Setting
  timeZone: string
  value: string
}): string => {
  try {
    return writtenDate({ instant: new Date(instant), locale: language, timeZone })
  } catch {
    return value
  }
}
