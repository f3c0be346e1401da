import type { WidgetServerProps } from 'payload'

import type { DoctorCheck } from '../../operations/doctor.js'

import { contextOf } from '../../operations/contextOf.js'
import { loadDashboard } from '../../operations/dashboard.js'
import { justBefore } from '../justBefore.js'
import { sayIn } from '../say.js'
import './index.css'
import { linksTo } from './linksTo.js'
import { Section } from './Section.js'
import { taskWords } from './taskWords.js'
import { VersionLink } from './VersionLink.js'

const noticeWords = {
  after: 'dashboardNoticeAfter',
  before: 'dashboardNoticeBefore',
  withdrawn: 'dashboardNoticeWithdrawn',
} as const

const checkWords = {
  calendars: 'doctorCalendars',
  clock: 'doctorClock',
  clock_skew: 'doctorClockSkew',
  deliveries: 'doctorDeliveries',
  guards: 'doctorGuards',
  record: 'doctorRecord',
  unpublished: 'doctorUnpublished',
} as const satisfies Record<DoctorCheck['check'], string>

/** On the admin's dashboard: what waits for the person, what comes, what is live, what runs out. Nothing for those without a role. */
export const PolicyDashboard = async ({ req }: WidgetServerProps) => {
  const context = contextOf(req.payload)
  const dashboard = await loadDashboard({ context, req })
  if (!dashboard) {
    return null
  }

  const { at, calendars, findings, notices, soon, waiting } = dashboard
  const { language, t } = req.i18n
  const say = sayIn({ language, t: t as Parameters<typeof sayIn>[0]['t'] })
  const { day, word } = say
  const links = linksTo({ context, payload: req.payload })

  return (
    <section aria-label={word('dashboard')} className="policy-dashboard">
      <header>
        <h2>{word('dashboard')}</h2>
        <small>{word('dashboardAsOf', { moment: say.moment(at, 'UTC') })}</small>
      </header>
      <div className="policy-dashboard__sections">
        <Section empty={word('dashboardNoWaiting')} isMain title={word('dashboardWaiting')}>
          {waiting.map((task) => (
            <li key={task.version.id}>
              <VersionLink links={links} named={task} say={say} />{' '}
              <span>{taskWords({ say, task })}</span>
            </li>
          ))}
        </Section>
        <Section empty={word('dashboardNoSoon')} title={word('dashboardSoon')}>
          {soon.map((effect) => (
            <li key={effect.version.id}>
              <VersionLink links={links} named={effect} say={say} />{' '}
              <span>
                {word('dashboardSoonOn', {
                  date: day(effect.effectiveAt, effect.policy.timeZone),
                })}
                {effect.materialChange && ` · ${word('dashboardMaterial')}`}
              </span>
            </li>
          ))}
        </Section>
        <Section empty={word('dashboardNoNotices')} title={word('dashboardNotices')}>
          {notices.map((notice) => (
            <li key={`${notice.version.id}-${notice.phase}`}>
              <VersionLink links={links} named={notice} say={say} />{' '}
              <span>
                {word(noticeWords[notice.phase], {
                  date: day(justBefore(notice.visibleUntil), notice.policy.timeZone),
                })}
              </span>
            </li>
          ))}
        </Section>
        <Section
          empty={word('dashboardNoCalendars')}
          help={word('dashboardCalendarsHelp')}
          title={word('dashboardCalendars')}
        >
          {calendars.map(({ id, isOver, to }) => (
            <li key={id}>
              <strong>{id}</strong>{' '}
              <span>
                {word(isOver ? 'dashboardCalendarOver' : 'dashboardCalendarEnds', {
                  date: say.date(to),
                })}
              </span>
            </li>
          ))}
        </Section>
        {findings && (
          <Section
            empty={word('dashboardFindingsNone')}
            help={word('dashboardFindingsHelp')}
            title={word('dashboardFindings')}
          >
            {findings.map(({ check, message }) => (
              <li key={check}>
                <strong>{word(checkWords[check])}</strong> <bdi lang="en">{message}</bdi>
              </li>
            ))}
          </Section>
        )}
      </div>
    </section>
  )
}
