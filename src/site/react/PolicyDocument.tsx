import type { ReactNode } from 'react'

import type { PublicVersion } from '../../domain/publicVersion.js'
import type { PolicyClient } from '../client.js'

import { Filled, Link, Quoted } from './parts.js'
import { inLanguage, type Setting, settingOf, type Shown } from './setting.js'
import { Standing } from './Standing.js'
import { UpcomingVersions } from './UpcomingVersions.js'

/** A version to show, or which to ask for. */
export type PolicyDocumentProps = Shown & {
  /** What stands below the text. */
  children?: ReactNode
} & (
    | {
        /** The version in force at a moment instead of now. */
        at?: Date | string
        client: PolicyClient
        /** One version by its label, instead of the one in force. */
        label?: string
        /** The language of the text, as the API names it. */
        locale?: string
        /** The policy's slug. */
        slug: string
      }
    | { version: PublicVersion & { upcoming?: readonly PublicVersion[] } }
  )

/**
 * A policy's text with its heading, where it stands and what is announced to follow it. The text is
 * the HTML that was sealed with it, in which whatever its authors wrote is escaped. Given a `client`
 * it is an async server component, which throws `PolicyApiError`; given a `version` a plain one, for
 * pages that answer themselves for a policy that there is not:
 *
 * @example
 * const version = await policies.current({ slug }).catch((error) => {
 *   if (isNotFound(error)) notFound()
 *   throw error
 * })
 * return <PolicyDocument version={version} />
 */
export const PolicyDocument = (props: PolicyDocumentProps): ReactNode =>
  'version' in props ? <Document {...props} /> : <AskedDocument {...props} />

type Given = Extract<PolicyDocumentProps, { version: unknown }>

const AskedDocument = async ({
  at,
  client,
  label,
  locale,
  slug,
  ...shown
}: Exclude<PolicyDocumentProps, Given>) => (
  <Document
    {...shown}
    version={
      await (label === undefined
        ? client.current({ at, locale, slug })
        : client.version({ label, locale, slug }))
    }
  />
)

const Document = ({ children, version, ...shown }: Given) => {
  const setting = settingOf(shown)
  const { heading, rest } = inParts(version)
  const { locale, upcoming = [] } = version

  return (
    <article {...inLanguage(locale)} className={shown.className ?? 'policy-document'}>
      <header className="policy-document__header">
        {heading ? (
          <h1 dangerouslySetInnerHTML={{ __html: heading.html }} id={heading.id} />
        ) : (
          <h1>{version.title}</h1>
        )}
        <Facts history={shown.addresses?.history?.(version.policy)} {...{ setting, version }} />
      </header>
      <Standing
        current={shown.addresses?.current?.(version.policy)}
        setting={setting}
        version={version}
      />
      <UpcomingVersions setting={setting} versions={upcoming} />
      <div className="policy-text" dangerouslySetInnerHTML={{ __html: rest }} />
      {children}
    </article>
  )
}

const Facts = ({
  history,
  setting: { language, words },
  version: { dateLabel, label, locale, state },
}: {
  history: string | undefined
  setting: Setting
  version: PublicVersion
}) => (
  <p {...inLanguage(language)} className="policy-document__facts">
    {/* The date that was sealed with a withdrawn version never came. */}
    {dateLabel !== null && state !== 'withdrawn' && (
      <>
        <Quoted language={locale} text={dateLabel} />{' '}
      </>
    )}
    <span>
      <Filled text={words.version} values={{ label: <bdi>{label}</bdi> }} />
    </span>{' '}
    {history !== undefined && <Link to={history}>{words.history}</Link>}
  </p>
)

/** The heading that most texts begin with, and the rest: a page has one main heading, not two. */
const inParts = ({
  html = '',
}: PublicVersion): { heading: { html: string; id?: string } | null; rest: string } => {
  const [opening, id, heading] = /^<h1(?: id="([^"]*)")?[^>]*>(.*?)<\/h1>/su.exec(html) ?? []

  return opening === undefined || heading === undefined
    ? { heading: null, rest: html }
    : { heading: { html: heading, id }, rest: html.slice(opening.length) }
}
