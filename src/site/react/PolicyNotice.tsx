import type { ReactNode } from 'react'

import type { ActiveNotice } from '../../domain/activeNotices.js'
import type { PolicyClient } from '../client.js'

import { Day, Link } from './parts.js'
import { inLanguage, type Setting, settingOf, type Shown } from './setting.js'

/** Notices to show, or where to ask for them. */
export type PolicyNoticeProps = Shown & {
  /** @default 2 */
  headingLevel?: 2 | 3 | 4
  /** Only the notices of this policy, by its slug. */
  policy?: string
} & (
    | {
        at?: Date | string
        client: PolicyClient
        /** The language of the notices, as the API names it. */
        locale?: string
        /** The channel. @default 'homepage' */
        placement?: string
        /**
         * Milliseconds; how long the page around it waits for an API that is silent, before it is shown
         * without notices. `Infinity` waits as long as the client does.
         * @default 5000
         */
        timeout?: number
      }
    | { notices: readonly ActiveNotice[] }
  )

/**
 * The change notices that a page has to show now; nothing where there are none, and nothing where the
 * API cannot be reached or takes too long: it never throws. Given a `client` it is an async server component, given
 * `notices` a plain one.
 *
 * @example
 * <PolicyNotice client={policies} addresses={{ current: ({ slug }) => `/policies/${slug}` }} />
 */
export const PolicyNotice = (props: PolicyNoticeProps): ReactNode =>
  'notices' in props ? <Notices {...props} /> : <AskedNotices {...props} />

type Given = Extract<PolicyNoticeProps, { notices: unknown }>

const AskedNotices = async ({
  at,
  client,
  locale,
  placement,
  timeout = 5_000,
  ...shown
}: Exclude<PolicyNoticeProps, Given>) => {
  // Whatever goes wrong, the page around it has to be there.
  const { notices } = await within({
    asked: client.activeNotices({ at, locale, placement }).catch(() => none),
    instead: none,
    timeout,
  })

  return <Notices {...shown} notices={notices} />
}

const none: { notices: readonly ActiveNotice[] } = { notices: [] }

/** What was asked for, or something else in its place once the time is over. A signal would keep React from asking once for several. */
const within = async <T,>({
  asked,
  instead,
  timeout,
}: {
  asked: Promise<T>
  instead: T
  timeout: number
}): Promise<T> => {
  if (!Number.isFinite(timeout)) {
    return asked
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(instead), timeout)
  })

  return Promise.race([asked, over]).finally(() => clearTimeout(timer))
}

const Notices = ({ headingLevel = 2, notices, policy, ...shown }: Given) => {
  const setting = settingOf(shown)
  const wanted = (Array.isArray(notices) ? (notices as readonly unknown[]) : [])
    .filter(isComplete)
    .filter((notice) => policy === undefined || notice.policy.slug === policy)

  return (
    wanted.length > 0 && (
      <section
        {...inLanguage(setting.language)}
        aria-label={setting.words.notices}
        className={shown.className ?? 'policy-notices'}
      >
        {wanted.map((notice) => (
          <Notice
            addresses={shown.addresses}
            headingLevel={headingLevel}
            key={notice.id}
            notice={notice}
            setting={setting}
          />
        ))}
      </section>
    )
  )
}

const Notice = ({
  addresses = {},
  headingLevel,
  notice: { changeSummary, effectiveOn, locale, message, phase, policy, url },
  setting,
}: Pick<Shown, 'addresses'> & {
  headingLevel: 2 | 3 | 4
  notice: ActiveNotice
  setting: Setting
}) => {
  const Heading = `h${headingLevel}` as const
  const { date, eyebrow, newText, other, summary } = wordsOf({ phase, setting })
  const otherAddress = addresses[other.page]?.(policy)

  return (
    <article className={`policy-notice policy-notice--${phase}`}>
      <p className="policy-notice__eyebrow">{eyebrow}</p>
      <Heading {...inLanguage(locale)} className="policy-notice__message">
        {message}
      </Heading>
      <dl className="policy-notice__facts">
        <div>
          <dt>{date}</dt>
          <dd>
            <Day day={effectiveOn} setting={setting} />
          </dd>
        </div>
        {changeSummary && (
          <div>
            <dt>{summary}</dt>
            <dd {...inLanguage(locale)}>{changeSummary}</dd>
          </div>
        )}
      </dl>
      <p className="policy-notice__links">
        <Link to={url}>{newText}</Link>
        {otherAddress !== undefined && <Link to={otherAddress}>{other.text}</Link>}
      </p>
    </article>
  )
}

const wordsOf = ({
  phase,
  setting: { words },
}: {
  phase: ActiveNotice['phase']
  setting: Setting
}) => {
  switch (phase) {
    case 'after':
      return {
        date: words.inForceSinceDate,
        eyebrow: words.noticeAfter,
        newText: words.noticeNewText,
        other: { page: 'history' as const, text: words.noticeHistory },
        summary: words.summaryAfter,
      }
    case 'before':
      return {
        date: words.noticeBeforeDate,
        eyebrow: words.noticeBefore,
        newText: words.noticeNewText,
        other: { page: 'current' as const, text: words.noticeCurrentText },
        summary: words.summaryBefore,
      }
    case 'withdrawn':
      return {
        date: words.noticeWithdrawnDate,
        eyebrow: words.noticeWithdrawn,
        newText: words.noticeWithdrawnText,
        other: { page: 'current' as const, text: words.noticeCurrentText },
        summary: words.summaryWithdrawn,
      }
  }
}

/** False for what something else than the API answered in its place. */
const isComplete = (notice: unknown): notice is ActiveNotice => {
  const { changeSummary, effectiveOn, locale, message, phase, policy } = (notice ??
    {}) as Partial<ActiveNotice>

  return (
    [changeSummary ?? '', effectiveOn, locale, message, policy?.slug].every(
      (value) => typeof value === 'string',
    ) && ['after', 'before', 'withdrawn'].includes(phase ?? '')
  )
}
