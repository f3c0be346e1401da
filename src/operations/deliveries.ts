import type { PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import type { NoticeDelivery, PolicyContext } from '../options.js'

import { afterCommit } from '../database/afterCommit.js'
import { present } from './present.js'

type Row = { attempts: number; deliveredAt: null | string; id: number | string }
type Planned = Omit<NoticeDelivery, 'idempotencyKey' | 'payload'>

/**
 * Writes that a notice is to go through a driver, in the publication's transaction, and has it sent
 * once that is committed. A channel without a driver has nothing to send.
 */
export const planDelivery = async ({
  context,
  delivery,
  req,
}: {
  context: PolicyContext
  delivery: Planned
  req: PayloadRequest
}): Promise<void> => {
  if (!context.drivers[delivery.channel]) {
    return
  }

  const { channel, notice, policy, version } = delivery
  const idempotencyKey = [policy.slug, version.label, channel, notice.id].join('/')
  const { id } = (await req.payload.db.create({
    collection: context.slugs.deliveries,
    data: { attempts: 0, channel, idempotencyKey, notice: notice.id },
    req,
  })) as { id: number | string }
  const { payload } = req

  await afterCommit({
    req,
    work: () => send({ id, context, delivery: { ...delivery, idempotencyKey, payload } }),
  })
}

/** Calls the driver, and keeps with the row how that went. */
const send = async ({
  id,
  context,
  delivery,
}: {
  context: PolicyContext
  delivery: NoticeDelivery
  id: number | string
}): Promise<void> => {
  const { payload } = delivery
  const req = await createLocalReq({}, payload)
  const row = await payload.db.findOne<Row>({
    collection: context.slugs.deliveries,
    req,
    where: { id: { equals: id } },
  })

  if (!row || row.deliveredAt) {
    return
  }

  const outcome = await attempt({ context, delivery, req })
  await payload.db.updateOne({
    id,
    collection: context.slugs.deliveries,
    data: { attempts: row.attempts + 1, ...outcome },
    req,
  })
}

const attempt = async ({
  context,
  delivery,
  req,
}: {
  context: PolicyContext
  delivery: NoticeDelivery
  req: PayloadRequest
}): Promise<{ deliveredAt?: string; lastError: null | string }> => {
  try {
    await context.drivers[delivery.channel]?.(delivery)
    return { deliveredAt: (await present({ context, req })).toISOString(), lastError: null }
  } catch (error) {
    delivery.payload.logger.error({
      err: error,
      msg: `The notice of version ${delivery.version.label} did not go through ${delivery.channel}`,
    })
    return { lastError: error instanceof Error ? error.message : String(error) }
  }
}
