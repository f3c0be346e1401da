import type { VersionCourse } from '../../../../src/domain/versionCourse.js'

/** A version that is in force since June 2026. */
export const courseOf = (fields: Partial<VersionCourse> = {}): VersionCourse => ({
  channels: [],
  deadline: null,
  earliestEffectiveAt: null,
  effectiveAt: '2026-06-01T12:00:00.000Z',
  exception: null,
  id: 1,
  isImported: false,
  isTooEarly: false,
  label: '1',
  materialChange: false,
  noticeFrom: '2026-06-01T12:00:00.000Z',
  noticeShown: null,
  publishedAt: '2026-06-01T12:00:00.000Z',
  stages: [],
  state: 'in_force',
  status: 'published',
  supersededAt: null,
  withdrawnAt: null,
  ...fields,
})
