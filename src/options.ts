import type { CollectionConfig, Payload, PayloadRequest } from 'payload'

import type { BusinessCalendar } from './domain/businessCalendar.js'
import type { Channel } from './domain/channels.js'
import type { MaterialityRules, TopicRules } from './domain/materiality/materialityRules.js'
import type { NoticePresetOption, NoticePresets } from './domain/noticePresets/noticePreset.js'

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
   * Shows on the admin's dashboard what waits, what takes effect soon, and what is not as it should be.
   * @default true
   */
  dashboard?: boolean
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
   * What the materiality guard looks for in a change that is marked as not material. It warns and asks
   * for a reason; it never refuses.
   */
  materiality?: {
    /**
     * Phrases by language (`*` for every language) and topic, merged over the built-in ones topic by
     * topic: a list takes the place of a topic's, or adds a topic; an empty one turns it off, `false` a
     * whole language. `builtInMaterialityRules` are exported, to go on from.
     * @default builtInMaterialityRules: English, French, German and Spanish
     * @example { en: { fees: [...builtInMaterialityRules.en.fees, 'toll*'] }, it: { sale: ['vend*'] } }
     */
    rules?: Record<string, TopicRules | false>
  }
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
  dashboard: boolean
  disabled: boolean
  drivers: Partial<Record<string, ChannelDriver>>
  /** False where the host leaves `policyUrl` to its default, which need not be a page. */
  isSiteKnown: boolean
  language: string
  materiality: { rules: MaterialityRules }
  noticeVisibleDays: number
  policyUrl: PolicyUrl
  presets: NoticePresets
  requiredApprovals: number
  serverUrl: string
  slugs: Record<CollectionName, string>
}
