import type { CollectionConfig, Config, Payload, PayloadRequest } from 'payload'

import { type BusinessCalendar, parseBusinessCalendar } from './domain/businessCalendar.js'
import { usFederalCalendar } from './domain/calendars/usFederal.js'
import { weekendsCalendar } from './domain/calendars/weekends.js'
import { type Channel, homepage, isIndividualByName } from './domain/channels.js'
import { builtInPresets } from './domain/noticePresets/builtInPresets.js'
import {
  type NoticePresetOption,
  type NoticePresets,
  parseNoticePreset,
} from './domain/noticePresets/noticePreset.js'

/** Says whether the person who acts has a role. `req.user` is the row as it stands in the database now. */
export type RoleCheck = (args: { req: PayloadRequest }) => boolean | Promise<boolean>

/** Changes a collection of the plugin; the plugin re-attaches its own access, hooks and endpoints afterwards. */
export type CollectionOverride = (args: { defaultCollection: CollectionConfig }) => CollectionConfig

/** The collections of the plugin, by what they hold. */
export type CollectionName =
  'calendars' | 'deliveries' | 'events' | 'notices' | 'policies' | 'reviews' | 'versions'

/** A notice on its way through a channel. Instants are ISO 8601 UTC. */
export type NoticeDelivery = {
  channel: string
  /** The same for every attempt at this notice, so that a receiver can tell that it has it already. */
  idempotencyKey: string
  notice: {
    /** When the announced change takes effect, or would have. */
    effectiveAt: string
    id: number | string
    kind: 'announcement' | 'withdrawal'
    /** By language: what it says before its change takes effect, and from then on. */
    message: Record<string, { after: string; before: string }>
    postedAt: string
    url: string
    visibleUntil: string
  }
  payload: Payload
  policy: { id: number | string; slug: string }
  version: { id: number | string; label: string }
}

/** Sends a notice; called after the publication is committed. A rejection is kept with the delivery. */
export type ChannelDriver = (delivery: NoticeDelivery) => Promise<void> | void

/** A channel: its driver, or what is known of one that people use by themselves and attest. */
export type ChannelOption =
  | ChannelDriver
  | {
      deliver?: ChannelDriver
      /**
       * True where it addresses people one by one, which some policies rule out.
       * @default true for e-mail, email, in-app, letter, push and sms
       */
      individual?: boolean
    }

export type PolicyUrl = (args: {
  locale: string
  policy: { slug: string }
  version: { label: string }
}) => string

export type PolicyVersioningPluginOptions = {
  /**
   * Who is what. An admin may do all that the others may. Nobody ever approves their own work.
   * @default every user of the admin panel's collection has every role
   */
  access?: Partial<Record<'isAdmin' | 'isEditor' | 'isPublisher' | 'isReviewer', RoleCheck>>
  cache?: {
    /**
     * Seconds; the longest that a public answer may be kept.
     * @default 60
     */
    maxAge?: number
  }
  /**
   * Business calendars beside the built-in `weekends` and `us-federal`.
   * @default []
   */
  calendars?: BusinessCalendar[]
  /**
   * Ways to announce a change, by name, beside the built-in `homepage`.
   * @default {}
   */
  channels?: Record<string, ChannelOption>
  /**
   * Tells the time instead of the database. For tests and simulations; refused in production.
   * @default the database's clock
   */
  clock?: (args: { req: PayloadRequest }) => Date | Promise<Date>
  /**
   * Changes to the plugin's collections: more fields, other groups, other labels.
   * @default {}
   */
  collections?: Partial<Record<CollectionName, CollectionOverride>>
  /**
   * Keeps the schema and the public reads and drops the rest: nothing can be written.
   * @default false
   */
  disabled?: boolean
  /**
   * The language of the texts where the host has no localization.
   * @default 'en'
   */
  language?: string
  /**
   * Sets of rules that notice terms can name, merged over the built-in ones.
   * @default {}
   */
  noticePresets?: Record<string, NoticePresetOption>
  /**
   * Days (of 24 hours) that a notice stays up after its change took effect.
   * @default 30
   */
  noticeVisibleDays?: number
  /**
   * The address of a version on the public site; used in notices and answers.
   * @default `${serverURL}/policies/${policy.slug}/versions/${version.label}`
   */
  policyUrl?: PolicyUrl
  /**
   * How many different people must approve a text before it can be published.
   * @default 1
   */
  requiredApprovals?: number
  /**
   * Other slugs for the plugin's collections; the routes follow.
   * @default { calendars: 'policy-calendars', deliveries: 'policy-deliveries', events: 'policy-events', notices: 'policy-notices', policies: 'policies', reviews: 'policy-reviews', versions: 'policy-versions' }
   */
  slugs?: Partial<Record<CollectionName, string>>
}

/** Where the plugin keeps its context in `config.custom`. */
export const policyContextKey = 'policyVersioning'

/** The options with every default filled in: what the rest of the plugin works from. */
export type PolicyContext = {
  access: Record<'isAdmin' | 'isEditor' | 'isPublisher' | 'isReviewer', RoleCheck>
  adminUserSlug: string | undefined
  apiRoute: string
  cache: { maxAge: number }
  calendars: BusinessCalendar[]
  channels: Channel[]
  clock: PolicyVersioningPluginOptions['clock']
  collections: Partial<Record<CollectionName, CollectionOverride>>
  disabled: boolean
  drivers: Partial<Record<string, ChannelDriver>>
  language: string
  noticeVisibleDays: number
  policyUrl: PolicyUrl
  presets: NoticePresets
  requiredApprovals: number
  serverUrl: string
  slugs: Record<CollectionName, string>
}

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
    disabled: options.disabled ?? false,
    drivers: driversIn(options.channels ?? {}),
    language: options.language ?? 'en',
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
