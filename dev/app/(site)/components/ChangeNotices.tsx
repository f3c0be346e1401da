import type { ActiveNotice } from 'payload-plugin-policy-versioning'

import { historyPath, policyPath } from '../addresses.js'
import { Day } from './WrittenDate.js'

/** The notices of changes that the shop has to show now; nothing when there is none. */
export const ChangeNotices = ({ notices }: { notices: ActiveNotice[] }) =>
  notices.length > 0 && (
    <section aria-label="Changes to our policies" className="notices">
      {notices.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </section>
  )

const words = {
  after: {
    date: 'In effect since',
    earlier: { path: historyPath, text: 'All versions, with the text before' },
    eyebrow: 'A change took effect',
    newText: 'Read the new text',
    summary: 'What changed',
  },
  before: {
    date: 'Takes effect on',
    earlier: { path: policyPath, text: 'Read the text in force until then' },
    eyebrow: 'A change is coming',
    newText: 'Read the new text',
    summary: 'What changes',
  },
  withdrawn: {
    date: 'Would have taken effect on',
    earlier: { path: policyPath, text: 'Read the text that stays in force' },
    eyebrow: 'A change was called off',
    newText: 'Read the withdrawn text',
    summary: 'What would have changed',
  },
}

const Notice = ({ notice }: { notice: ActiveNotice }) => {
  const { changeSummary, effectiveOn, locale, message, phase, policy, url } = notice
  const { date, earlier, eyebrow, newText, summary } = words[phase]

  return (
    <article className={`notice notice--${phase}`}>
      <p className="notice__eyebrow">{eyebrow}</p>
      <h2 className="notice__message" lang={locale}>
        {message}
      </h2>
      <dl className="facts">
        <div>
          <dt>{date}</dt>
          <dd>
            <Day day={effectiveOn} />
          </dd>
        </div>
        {changeSummary && (
          <div>
            <dt>{summary}</dt>
            <dd lang={locale}>{changeSummary}</dd>
          </div>
        )}
      </dl>
      <p className="notice__links">
        <a href={url}>{newText}</a>
        <a href={earlier.path(policy.slug)}>{earlier.text}</a>
      </p>
    </article>
  )
}
