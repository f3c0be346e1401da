import type { PolicyError } from './policyError.js'

/** Something that the people of a version should know before they go on. */
export type Warning = {
  [detail: string]: unknown
  /** Why an editor let it stand, where one did. */
  acknowledged?: string
  /** True for a rule that would refuse the publication as things stand. */
  blocks: boolean
  code: string
  /** Path of the field that it belongs to. */
  field: string | undefined
  /** By which an editor acknowledges it; of those that do not block. */
  key?: string
  message: string
}

/** A problem as the warning that it is before anybody publishes. */
export const warningOf = ({ data: { errors, ...data }, message }: PolicyError): Warning => ({
  ...data,
  blocks: true,
  field: errors?.[0]?.path,
  message,
})

/** Marks the warnings that an editor has acknowledged, with the reason. */
export const withAcknowledgements = ({
  acknowledgements,
  warnings,
}: {
  acknowledgements: readonly { key: string; reason: string }[]
  warnings: readonly Warning[]
}): Warning[] =>
  warnings.map((warning) => {
    const found = acknowledgements.find(({ key }) => key === warning.key)
    return found ? { ...warning, acknowledged: found.reason } : warning
  })
