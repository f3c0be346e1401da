import type { Config } from 'payload'

import type {
  ChannelDriver,
  ChannelOption,
  CollectionName,
  PolicyContext,
  PolicyVersioningPluginOptions,
  RoleCheck,
} from './options.js'

import { type BusinessCalendar, parseBusinessCalendar } from './domain/businessCalendar.js'
import { usFederalCalendar } from './domain/calendars/usFederal.js'
import { weekendsCalendar } from './domain/calendars/weekends.js'
import { type Channel, homepage, isIndividualByName } from './domain/channels.js'
import { builtInPresets } from './domain/noticePresets/builtInPresets.js'
import { parseMaterialityRules } from './domain/materiality/parseMaterialityRules.js'
import {
  type NoticePresetOption,
  type NoticePresets,
  parseNoticePreset,
} from './domain/noticePresets/noticePreset.js'

const defaultSlugs = {
  calendars: 'policy-calendars',
  deliveries: 'policy-deliveries',
  events: 'policy-events',
  notices: 'policy-notices',
  policies: 'policies',
  reviews: 'policy-reviews',
  versions: 'policy-versions',
}

/**
 * Fills in the defaults and checks the options once.
 * @throws PolicyError `INVALID_PARAMETER` for a calendar, Error for any other option that cannot work.
 */
export const sanitizeOptions = ({
  config,
  options,
}: {
  config: Config
  options: PolicyVersioningPluginOptions
}): PolicyContext => {
  const serverUrl = config.serverURL ?? ''
  const everyAdminUser: RoleCheck = ({ req }) => req.user?.collection === adminUserSlugOf(config)

  if (options.clock && process.env.NODE_ENV === 'production') {
    throw new Error(
      'payload-plugin-policy-versioning: the `clock` option simulates time and is refused in production, where dates are promises. Remove it.',
    )
  }

  const calendars = calendarsOf(options.calendars ?? [])

  return {
    access: {
      isAdmin: everyAdminUser,
      isEditor: everyAdminUser,
      isPublisher: everyAdminUser,
      isReviewer: everyAdminUser,
      ...withoutUndefined(options.access ?? {}),
    },
    adminUserSlug: adminUserSlugOf(config),
    apiRoute: config.routes?.api ?? '/api',
    cache: { maxAge: wholeNumber('cache.maxAge', options.cache?.maxAge ?? 60, 0) },
    calendars,
    channels: channelsIn(options.channels ?? {}),
    clock: options.clock,
    collections: options.collections ?? {},
    dashboard: options.dashboard ?? true,
    disabled: options.disabled ?? false,
    drivers: driversIn(options.channels ?? {}),
    isSiteKnown: options.policyUrl !== undefined,
    language: options.language ?? 'en',
    materiality: { rules: parseMaterialityRules(options.materiality?.rules ?? {}) },
    noticeVisibleDays: wholeNumber('noticeVisibleDays', options.noticeVisibleDays ?? 30, 0),
    policyUrl:
      options.policyUrl ??
      (({ policy, version }) => `${serverUrl}/policies/${policy.slug}/versions/${version.label}`),
    presets: presetsIn({ calendars, own: options.noticePresets ?? {} }),
    requiredApprovals: wholeNumber('requiredApprovals', options.requiredApprovals ?? 1, 1),
    serverUrl,
    slugs: slugsOf(options.slugs ?? {}),
  }
}

const adminUserSlugOf = (config: Config): string | undefined =>
  config.admin?.user ??
  config.collections?.find(({ auth }) => Boolean(auth))?.slug ??
  // What Payload adds where a host has no auth collection of its own.
  'users'

const calendarsOf = (own: BusinessCalendar[]): BusinessCalendar[] => {
  const calendars = [weekendsCalendar, usFederalCalendar, ...own.map(parseBusinessCalendar)]
  const ids = calendars.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)

  if (twice !== undefined) {
    throw new Error(
      `payload-plugin-policy-versioning: two calendars have the id "${twice}". Give each its own; "weekends" and "us-federal" are built in.`,
    )
  }

  return calendars
}

const channelsIn = (own: Record<string, ChannelOption>): Channel[] => {
  const wrong = Object.keys(own).find(
    (name) => [homepage, '*', 'individual', ''].includes(name) || name.trim() !== name,
  )

  if (wrong !== undefined) {
    throw new Error(
      `payload-plugin-policy-versioning: the option \`channels\` names ${JSON.stringify(wrong)}; allowed are names but for "homepage", which is built in, and "*" and "individual", which stand for many.`,
    )
  }

  return [
    { name: homepage, hasDriver: true, isIndividual: false },
    ...Object.entries(own).map(([name, option]) => ({
      name,
      hasDriver: typeof option === 'function' || option.deliver !== undefined,
      isIndividual:
        (typeof option === 'function' ? undefined : option.individual) ?? isIndividualByName(name),
    })),
  ]
}

const driversIn = (own: Record<string, ChannelOption>): Record<string, ChannelDriver> =>
  Object.fromEntries(
    Object.entries(own).flatMap(([name, option]) => {
      const deliver = typeof option === 'function' ? option : option.deliver
      return deliver ? [[name, deliver]] : []
    }),
  )

const presetsIn = ({
  calendars,
  own,
}: {
  calendars: BusinessCalendar[]
  own: Record<string, NoticePresetOption>
}): NoticePresets => ({
  ...builtInPresets,
  ...Object.fromEntries(
    Object.entries(own).map(([name, value]) => [
      name,
      parseNoticePreset({ name, calendars: calendars.map(({ id }) => id), value }),
    ]),
  ),
})

const slugsOf = (own: Partial<Record<CollectionName, string>>): Record<CollectionName, string> => {
  const slugs = { ...defaultSlugs, ...withoutUndefined(own) }
  const wrong = Object.values(slugs).find((slug) => !/^[a-z][a-z0-9-]*$/.test(slug))

  if (wrong !== undefined) {
    throw new Error(
      `payload-plugin-policy-versioning: the slug "${wrong}" is not usable; allowed are lower-case letters, digits and hyphens.`,
    )
  }

  return slugs
}

const wholeNumber = (name: string, value: number, least: number): number => {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new Error(
      `payload-plugin-policy-versioning: the option \`${name}\` is ${value}; allowed is a whole number from ${least} on.`,
    )
  }

  return value
}

/** An option that is explicitly undefined means its default, as one that was left out. */
const withoutUndefined = <T extends object>(value: T): { [Key in keyof T]: NonNullable<T[Key]> } =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as {
    [Key in keyof T]: NonNullable<T[Key]>
  }
