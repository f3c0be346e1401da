import type { PublicVersion } from '../../domain/publicVersion.js'

import { DayOf, Filled, Link, Quoted, Shortened } from './parts.js'
import { inLanguage, type Setting } from './setting.js'

/** What is announced to take the place of a text. */
export const UpcomingVersions = ({
  setting,
  versions,
}: {
  setting: Setting
  versions: readonly PublicVersion[]
}) => {
  const { language, words } = setting

  return versions.map(({ changeSummary, effectiveAt, exception, label, locale, policy, url }) => (
    <section
      // Before what is spread: after it, the element would be made without telling that its children are no list.
      key={label}
      {...inLanguage(language)}
      aria-label={words.upcoming.replace('{{label}}', () => label)}
      className="policy-standing policy-standing--upcoming"
    >
      <p className="policy-standing__lead">
        <Filled
          text={words.versionTakesEffectOn}
          values={{
            date: <DayOf instant={effectiveAt} setting={setting} timeZone={policy.timeZone} />,
            label: <bdi>{label}</bdi>,
          }}
        />
      </p>
      {changeSummary && (
        <p>
          <Quoted language={locale} text={changeSummary} />
        </p>
      )}
      <Shortened exception={exception} words={words} />
      <p>
        <Link to={url}>
          <Filled text={words.readVersion} values={{ label: <bdi>{label}</bdi> }} />
        </Link>
      </p>
    </section>
  ))
}
