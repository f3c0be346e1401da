import { type App } from '../../helpers/app.js'
import {
  approve,
  type Cast,
  createCast,
  createDraft,
  createMember,
  createPolicy,
  type Member,
  publishVersion,
  setStatus,
  thirtyBusinessDays,
} from '../../helpers/cast.js'

/** What the attacks are aimed at: one version in each state, and what was recorded on the way there. */
export type World = {
  app: App
  /** Those who worked on `manyHands` and hold no other part. */
  authors: Member[]
  /** Days that were proclaimed. */
  calendarEntry: number
  /** `author` is an admin, and wrote what is not published. */
  cast: Cast & { author: Member }
  /** Another policy, without any version. */
  other: number
  policy: number
  /** One row of each collection that the plugin alone writes. */
  records: Record<'policy-events' | 'policy-notices' | 'policy-reviews', number>
  /** When the upcoming version takes effect. */
  upcomingAt: string
  versions: Record<State, number>
}

export type State =
  | 'approved'
  | 'changesRequested'
  | 'draft'
  | 'early'
  | 'inForce'
  | 'inReview'
  | 'lateImport'
  | 'manyHands'
  | 'returned'
  | 'undated'
  | 'upcoming'
  | 'withdrawn'

/** The civil date so many days from now. */
export const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The day after tomorrow: sooner than thirty business days. */
export const soon = daysFromNow(2)

/** A day that thirty business days allow. */
export const later = daysFromNow(90)

/**
 * Prepares a version in each state, by the workflow alone, labelled by its state. `content` is sent
 * with each of them.
 */
export const createWorld = async (
  app: App,
  content: Record<string, unknown> = {},
): Promise<World> => {
  const cast = {
    ...(await createCast(app)),
    author: await createMember(app, { name: 'aron', email: 'aron@example.com', roles: ['admin'] }),
  }
  const policy = (await createPolicy(app)).id
  const other = (await createPolicy(app, { slug: 'terms', kind: 'terms' })).id
  const material = { ...content, materialChange: true, noticeChannels: ['homepage'], policy }
  const drafted = async (label: State, data: object = {}) =>
    (await createDraft(app, { by: cast.author, ...material, label, ...data })).id
  const approved = async (label: State, data: object = {}) => {
    const id = await drafted(label, data)
    await approve(app, cast, id)
    return id
  }
  const published = (label: State, data: object = {}) =>
    publishVersion(app, cast, { ...material, label, ...data })

  const { id: inForce } = await published('inForce', {
    materialChange: false,
    noticeTerms: thirtyBusinessDays,
  })
  const { id: upcoming, effectiveAt: upcomingAt } = await published('upcoming')
  const { id: withdrawn } = await published('withdrawn')
  await setStatus(app, { id: withdrawn, by: cast.publisher, status: 'withdrawn' })

  const inReview = await drafted('inReview')
  await setStatus(app, { id: inReview, by: cast.editor, status: 'in_review' })
  const changesRequested = await drafted('changesRequested')
  await setStatus(app, { id: changesRequested, by: cast.editor, status: 'in_review' })
  await setStatus(app, { id: changesRequested, by: cast.reviewer, status: 'changes_requested' })
  const returned = await approved('returned')
  await edit(app, { id: returned, by: cast.editor, title: 'Changed since' })
  const manyHands = await drafted('manyHands')
  const authors = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      createMember(app, { email: `author-${index}@example.com`, roles: ['editor'] }),
    ),
  )
  for (const [index, by] of authors.entries()) {
    await edit(app, { id: manyHands, by, changeSummary: `Change ${index}` })
  }

  const firstOf = async (collection: keyof World['records']): Promise<number> => {
    const { docs } = await app.payload.find({
      collection,
      depth: 0,
      limit: 1,
      sort: 'id',
      where: { version: { equals: upcoming } },
    })
    return Number(docs[0]!.id)
  }

  const calendarEntry = await app.payload.create({
    collection: 'policy-calendars',
    data: { calendar: 'weekends', holidays: [daysFromNow(500)], reason: 'A feast' },
    user: cast.admin.user,
  })

  return {
    app,
    authors,
    calendarEntry: Number(calendarEntry.id),
    cast,
    other,
    policy,
    records: {
      'policy-events': await firstOf('policy-events'),
      'policy-notices': await firstOf('policy-notices'),
      'policy-reviews': await firstOf('policy-reviews'),
    },
    upcomingAt: String(upcomingAt),
    versions: {
      approved: await approved('approved', { effectiveOn: later }),
      changesRequested,
      draft: await drafted('draft'),
      early: await approved('early', { effectiveOn: soon }),
      inForce,
      inReview,
      lateImport: await approved('lateImport', {
        imported: { effectiveOn: '2020-01-01', sequence: 1, source: 'An archive' },
        materialChange: false,
      }),
      manyHands,
      returned,
      undated: await approved('undated'),
      upcoming,
      withdrawn,
    },
  }
}

const edit = (
  app: App,
  { id, by, ...data }: { [field: string]: unknown; by: Member; id: number },
): Promise<unknown> =>
  app.payload.update({
    id,
    collection: 'policy-versions',
    data,
    overrideAccess: false,
    user: by.user,
  })
