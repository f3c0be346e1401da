import { describe, expect, it } from 'vitest'

import { activeNotices, type PostedNotice } from '../../../src/domain/activeNotices.js'

const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 0, day, hour))
const notice = (overrides: Partial<PostedNotice> = {}): PostedNotice => ({
  id: 1,
  effectiveAt: at(20).toISOString(),
  label: '2',
  message: { en: { after: 'It changed.', before: 'It will change.' } },
  postedAt: at(10).toISOString(),
  sealed: {
    languages: { all: ['en', 'de'], default: 'en', fallback: {} },
    policy: { slug: 'privacy', kind: 'privacy', timeZone: 'UTC', title: { en: 'Privacy' } },
    publication: {
      effectiveAt: at(20).toISOString(),
      effectiveOn: '2026-01-20',
      exception: null,
      imported: null,
      noticeFrom: null,
      replaces: null,
      label: '2',
      materialChange: true,
      noticeTerms: {} as never,
      publishedAt: at(10).toISOString(),
    },
    summaries: { en: { changeSummary: 'More.', dateLabel: null, title: 'Privacy' } },
  },
  supersededAt: null,
  url: '/privacy',
  version: 2,
  visibleUntil: at(30).toISOString(),
  withdrawnAt: null,
  ...overrides,
})
const shown = (moment: Date, ...notices: PostedNotice[]) =>
  activeNotices({ at: moment, locale: 'de', notices })

describe('a notice', () => {
  it.each([
    ['is not shown before it is posted', at(9, 23), []],
    ['announces the change until it takes effect', at(10), ['It will change.']],
    ['says so from that instant on', at(20), ['It changed.']],
    ['is gone when its time is over', at(30), []],
  ])('%s', (_, moment, messages) => {
    expect(shown(moment, notice()).notices.map(({ message }) => message)).toEqual(messages)
  })

  it('names the next instant at which something changes', () => {
    expect([at(10), at(20), at(30)].map((moment) => shown(moment, notice()).nextChangeAt)).toEqual([
      at(20).toISOString(),
      at(30).toISOString(),
      null,
    ])
  })

  it('knows when its version has been superseded', () => {
    const superseded = notice({ supersededAt: at(25).toISOString() })
    expect(
      [at(10), at(20), at(25)].map((moment) => shown(moment, superseded).notices[0]!.version.state),
    ).toEqual(['upcoming', 'in_force', 'superseded'])
  })

  it('gives way to the notice of a withdrawal', () => {
    const withdrawnAt = at(15).toISOString()
    const first = notice({ withdrawnAt })
    const second = notice({
      id: 2,
      message: { en: { after: 'Withdrawn.', before: 'Withdrawn.' } },
      postedAt: withdrawnAt,
      withdrawnAt,
    })
    const idsAt = (moment: Date) =>
      shown(moment, first, second).notices.map(({ id, phase }) => [id, phase])

    expect(idsAt(at(14))).toEqual([[1, 'before']])
    expect(idsAt(at(15))).toEqual([[2, 'withdrawn']])
    expect(shown(at(15), first, second).nextChangeAt).toBe(at(30).toISOString())
  })

  it('speaks another language where it has no words in the one asked for', () => {
    expect(shown(at(10), notice()).notices[0]).toMatchObject({
      changeSummary: 'More.',
      locale: 'en',
    })
  })
})
