import type { ReactNode } from 'react'

import type { PolicyTimeline } from '../../domain/delivery/timelineAnswer.js'
import type { PublicVersion } from '../../domain/publicVersion.js'
import type { PolicyClient } from '../client.js'

import { Day, DayOf, Filled, Link } from './parts.js'
import { inLanguage, type Setting, settingOf, type Shown } from './setting.js'

/** A timeline to show, or which to ask for. */
export type PolicyHistoryProps = Shown & {
  /** Of the policy's title; the versions come one below. @default 1 */
  headingLevel?: 1 | 2 | 3
} & (
    | {
        client: PolicyClient
        /** The language of titles and summaries, as the API names it. */
        locale?: string
        /** The policy's slug. */
        slug: string
      }
    | { timeline: PolicyTimeline }
  )

/**
 * Every published version of a policy, newest first, with where it stands. Given a `client` it is an
 * async server component, which throws `PolicyApiError`; given a `timeline` a plain one.
 *
 * @example
 * <PolicyHistory client={policies} slug="privacy" />
 */
export const PolicyHistory = (props: PolicyHistoryProps): ReactNode =>
  'timeline' in props ? <History {...props} /> : <AskedHistory {...props} />

type Given = Extract<PolicyHistoryProps, { timeline: unknown }>

const AskedHistory = async ({
  client,
  locale,
  slug,
  ...shown
}: Exclude<PolicyHistoryProps, Given>) => (
  <History {...shown} timeline={await client.timeline({ locale, slug })} />
)

const History = ({ headingLevel = 1, timeline: { policy, versions }, ...shown }: Given) => {
  const setting = settingOf(shown)
  const { language, words } = setting
  const Heading = `h${headingLevel}` as const
  const current = shown.addresses?.current?.(policy)
  const isInForce = versions.some(({ state }) => state === 'in_force')

  return (
    <section {...inLanguage(language)} className={shown.className ?? 'policy-history'}>
      <header className="policy-history__header">
        <p className="policy-history__eyebrow">{words.historyOrder}</p>
        <Heading {...inLanguage(versions[0]?.locale ?? language)}>{policy.title}</Heading>
        {isInForce && current !== undefined && (
          <p>
            <Link to={current}>{words.currentText}</Link>
          </p>
        )}
      </header>

      <ol className="policy-history__versions" reversed>
        {versions.map((version) => (
          <Entry
            headingLevel={headingLevel}
            key={version.label}
            setting={setting}
            version={version}
          />
        ))}
      </ol>
    </section>
  )
}

const Entry = ({
  headingLevel,
  setting,
  version: {
    changeSummary,
    effectiveOn,
    exception,
    imported,
    label,
    links,
    locale,
    materialChange,
    policy,
    publishedAt,
    state,
    url,
    withdrawnAt,
  },
}: {
  headingLevel: 1 | 2 | 3
  setting: Setting
  version: PublicVersion
}) => {
  const { words } = setting
  const Heading = `h${headingLevel + 1}` as 'h2' | 'h3' | 'h4'
  const { effect, name } = stateWords(setting)[state]
  const change = materialChange ? words.changeMaterial : words.changeOther

  return (
    <li className={`policy-history__version policy-history__version--${state}`}>
      <Heading>
        <Link to={url}>
          <Filled text={words.version} values={{ label: <bdi>{label}</bdi> }} />
        </Link>{' '}
        <span className={`policy-state policy-state--${state}`}>{name}</span>
      </Heading>
      <dl className="policy-history__facts">
        <Fact name={effect}>
          <Day day={effectiveOn} setting={setting} />
        </Fact>
        <Fact name={words.published}>
          <DayOf instant={publishedAt} setting={setting} timeZone={policy.timeZone} />
        </Fact>
        {withdrawnAt !== null && (
          <Fact name={words.withdrawn}>
            <DayOf instant={withdrawnAt} setting={setting} timeZone={policy.timeZone} />
          </Fact>
        )}
        <Fact name={words.change}>{links.predecessor === null ? words.changeFirst : change}</Fact>
      </dl>
      {changeSummary && (
        <p {...inLanguage(locale)} className="policy-history__summary">
          {changeSummary}
        </p>
      )}
      {imported && (
        <p>
          <Filled text={words.imported} values={{ source: <bdi>{imported.source}</bdi> }} />
        </p>
      )}
      {exception && (
        <p>
          <Filled
            text={exception.providedFor ? words.exception : words.exceptionNotProvided}
            values={{ explanation: <bdi>{exception.explanation}</bdi> }}
          />
        </p>
      )}
    </li>
  )
}

const Fact = ({ children, name }: { children: ReactNode; name: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const stateWords = ({
  words,
}: Setting): Record<PublicVersion['state'], { effect: string; name: string }> => ({
  in_force: { effect: words.inForceSinceDate, name: words.stateInForce },
  superseded: { effect: words.tookEffect, name: words.stateSuperseded },
  upcoming: { effect: words.takesEffect, name: words.stateUpcoming },
  withdrawn: { effect: words.wasToTakeEffect, name: words.stateWithdrawn },
})
