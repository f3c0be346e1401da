import { isolateObjectProperty, type PayloadRequest } from 'payload'

import type { PolicyContext } from '../options.js'

import { transactionOf } from '../database/connection.js'
import { lockPolicy } from '../database/policyLock.js'
import { assertShown } from '../domain/approval.js'
import { inLanguage } from '../domain/languages.js'
import { assertTransition } from '../domain/lifecycle.js'
import { PolicyError } from '../domain/policyError.js'
import { inTransaction } from './inTransaction.js'
import { byLanguage, languagesOf } from './languages.js'
import { loadStoredVersion, type StoredVersion } from './storedVersion.js'

type About = { context: PolicyContext; req: PayloadRequest; version: StoredVersion }

/**
 * Lets a warning about a draft stand, beside those that others have let stand: an edit like any other.
 * @throws PolicyError `INVALID_PARAMETER` without a key and a reason; whatever an edit is refused with.
 */
export const acknowledgeWarning = ({
  context,
  key,
  reason,
  req,
  version,
}: About & { key: unknown; reason: unknown }): Promise<WrittenVersion> =>
  inTransaction({
    req,
    work: async () => {
      const stored = await lockedVersion({ context, req, version })
      const others = (stored.acknowledgements ?? []).filter((other) => other.key !== key)

      return writeVersion({
        context,
        data: { acknowledgements: [...others, { key, reason }] },
        req,
        version: stored,
      })
    },
  })

/**
 * Writes why the change of a draft is material, or not, and submits it: two writes in one transaction,
 * under the lock, so that what is submitted is what was on the screen, and that reason.
 *
 * @throws PolicyError `APPROVAL_VOID` where the draft was edited after it was shown, `INVALID_PARAMETER`
 *   without its fingerprint; whatever the edit and the step are refused with.
 */
export const submitWithReason = ({
  context,
  reason,
  req,
  shownFingerprint,
  submit,
  version,
}: About & {
  reason: unknown
  shownFingerprint: unknown
  /** Takes the step, with the fingerprint that the draft has by then. */
  submit: (fingerprint: string) => Promise<WrittenVersion>
}): Promise<WrittenVersion> =>
  inTransaction({
    req,
    work: async () => {
      if (typeof reason !== 'string' || typeof shownFingerprint !== 'string') {
        throw new PolicyError({
          code: 'INVALID_PARAMETER',
          field: 'materialityReason',
          message: `The materialityReason is ${JSON.stringify(reason)} and the fingerprint ${JSON.stringify(shownFingerprint)}; allowed is a text, together with the fingerprint of the version that it is about.`,
        })
      }
      const stored = await lockedVersion({ context, req, version })
      // The reason would make a draft of what is under review, which its submission alone must not.
      assertTransition({ status: stored.status, transition: 'submit' })
      assertShown({ shownFingerprint, version: { fingerprint: stored.fingerprint ?? '' } })

      const { fingerprint } = await writeVersion({
        context,
        data: { materialityReason: reason },
        req,
        version: stored,
      })
      return submit(fingerprint)
    },
  })

/** What Payload answers of a version that was written. */
export type WrittenVersion = Record<string, unknown> & { fingerprint: string }

/** Writes fields of a version that no language has of its own, in one that it has a text in: Payload checks required fields in the one it writes in. */
export const writeVersion = async ({
  context,
  data,
  req,
  version,
}: About & { data: Record<string, unknown> }): Promise<WrittenVersion> =>
  (await req.payload.update({
    id: version.id,
    collection: context.slugs.versions,
    data,
    depth: 0,
    locale: languageOfText({ context, req, version }),
    overrideAccess: false,
    // An isolated copy: the locale of the write is not that of the request.
    req: isolateObjectProperty(req, ['locale', 'fallbackLocale', 'transactionID']),
  })) as unknown as WrittenVersion // Payload's types know no collection of a plugin.

/** A version as it stands under its policy's lock. */
const lockedVersion = async ({
  context,
  req,
  version: { id, policy },
}: About): Promise<StoredVersion> => {
  await lockPolicy({ policy, query: await transactionOf({ req }) })
  return (await loadStoredVersion({ id, context, req }))!
}

const languageOfText = ({ context, req, version }: About): string | undefined => {
  const { config } = req.payload
  const languages = languagesOf({ config, context })
  const values = byLanguage({ config, context, value: version.body })

  return config.localization
    ? inLanguage({ languages, values, wanted: languages.default })?.language
    : undefined
}
