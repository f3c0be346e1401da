import type { Attestation } from '../../domain/situation.js'

import { isCivilDate } from '../../domain/civilDate.js'
import { PolicyError } from '../../domain/policyError.js'

/**
 * The notices that the person who publishes gave by themselves and vouches for.
 * @throws PolicyError `INVALID_PARAMETER` for one without a channel or without evidence.
 */
export const readAttestations = (value: unknown): Attestation[] => {
  if (value === undefined || value === null) {
    return []
  }
  const entries = Array.isArray(value) ? (value as unknown[]) : [undefined]
  const attestations = entries.map(readAttestation)
  const channels = attestations.map(({ channel }) => channel)

  if (new Set(channels).size !== channels.length) {
    throw invalid('names a channel twice')
  }
  return attestations
}

const readAttestation = (entry: unknown): Attestation => {
  const { channel, evidence, givenOn } = (entry ?? {}) as Record<string, unknown>

  if (typeof channel !== 'string' || channel.trim() === '') {
    throw invalid('has an entry without a channel')
  }
  if (typeof evidence !== 'string' || evidence.trim() === '') {
    throw invalid(`has no evidence for ${JSON.stringify(channel)}`)
  }
  if (givenOn !== undefined && givenOn !== null && !isCivilDate(givenOn)) {
    throw invalid(`has the day ${JSON.stringify(givenOn)} for ${JSON.stringify(channel)}`)
  }
  return { channel, evidence, givenOn: givenOn ?? null }
}

const invalid = (fault: string) =>
  new PolicyError({
    code: 'INVALID_PARAMETER',
    field: 'noticeChannels',
    message: `The list of attestations ${fault}; allowed is a list of { channel, evidence, givenOn? }, such as [{ "channel": "letter", "evidence": "Posted 2,113 letters, receipt 88-1", "givenOn": "2026-11-02" }].`,
  })
