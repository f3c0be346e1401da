import type { ReactNode } from 'react'

import type { PublicVersion } from '../../domain/publicVersion.js'

import { languageName } from '../../domain/languageName.js'
import { DayOf, Filled, Link, Quoted, Shortened } from './parts.js'
import { inLanguage, type Setting } from './setting.js'

/** Says where a version stands, and leads to the text in force from one that is not. */
export const Standing = ({
  current,
  setting,
  version,
}: {
  /** Address of the text in force. */
  current: string | undefined
  setting: Setting
  version: PublicVersion & { upcoming?: readonly PublicVersion[] }
}) => {
  const { changeSummary, locale, state } = version
  const { language, words } = setting
  const [lead, ...others] = sentencesOf({ current, setting, version })

  return (
    <section
      {...inLanguage(language)}
      aria-label={words.standing}
      className={`policy-standing policy-standing--${state}`}
    >
      <p className="policy-standing__lead">{lead}</p>
      {others.map((sentence, index) => (
        <p key={index}>{sentence}</p>
      ))}
      {changeSummary && (
        <p>
          {summaryWord(setting)[state]}: <Quoted language={locale} text={changeSummary} />
        </p>
      )}
      <Remarks setting={setting} version={version} />
    </section>
  )
}

/** What a change is called whose version stands like this. */
const summaryWord = ({ words }: Setting): Record<PublicVersion['state'], string> => ({
  in_force: words.summaryAfter,
  superseded: words.summaryAfter,
  upcoming: words.summaryBefore,
  withdrawn: words.summaryWithdrawn,
})

const sentencesOf = ({
  current,
  setting,
  version: { effectiveAt, links, policy, state, supersededAt, upcoming = [], withdrawnAt },
}: Parameters<typeof Standing>[0]): ReactNode[] => {
  const { words } = setting
  const dated = (text: string, instant: null | string) => (
    <Filled
      text={text}
      values={{ date: <DayOf instant={instant} setting={setting} timeZone={policy.timeZone} /> }}
    />
  )
  const wayToCurrent = current === undefined ? [] : [<Link to={current}>{words.currentText}</Link>]

  switch (state) {
    case 'in_force':
      return [
        effectiveAt === null ? words.inForce : dated(words.inForceSince, effectiveAt),
        // What is announced says so itself.
        ...(supersededAt === null || upcoming.length > 0
          ? []
          : [dated(words.inForceUntil, supersededAt)]),
      ]
    case 'superseded':
      return [
        supersededAt === null ? words.superseded : dated(words.supersededOn, supersededAt),
        ...(effectiveAt === null ? [] : [dated(words.wasInForceSince, effectiveAt)]),
        ...wayToCurrent,
      ]
    case 'upcoming':
      return [
        dated(words.takesEffectOn, effectiveAt),
        // Before a first version nothing applies.
        ...(links.predecessor === null
          ? []
          : [
              <Filled
                text={words.untilThen}
                values={{ link: <Link to={current}>{words.untilThenText}</Link> }}
              />,
            ]),
      ]
    case 'withdrawn':
      return [
        dated(words.withdrawnOn, withdrawnAt),
        dated(words.neverApplied, effectiveAt),
        ...(links.predecessor === null ? [] : wayToCurrent),
      ]
  }
}

/** What readers have to know of how it came about, and of its language. */
const Remarks = ({
  setting: { language, words },
  version: { exception, imported, locale, locales },
}: {
  setting: Setting
  version: PublicVersion
}) => {
  const { authoritative, available, missing } = locales
  const name = (code: string) => <bdi>{languageName({ code, language })}</bdi>

  return (
    <>
      {imported && (
        <p>
          <Filled text={words.imported} values={{ source: <bdi>{imported.source}</bdi> }} />
        </p>
      )}
      <Shortened exception={exception} words={words} />
      {missing !== null && (
        <p>
          <Filled
            text={words.languageMissing}
            values={{ shown: name(locale), wanted: name(missing) }}
          />
        </p>
      )}
      {available.length > 1 && (
        <p>
          <Filled text={words.authoritative} values={{ language: name(authoritative) }} />
        </p>
      )}
    </>
  )
}
