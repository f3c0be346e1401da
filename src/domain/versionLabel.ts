/** True for a label: part of an address, so without characters that an address would escape. */
export const isLabel = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(value)

/** What whoever wrote another label is told. */
export const labelRule = (value: unknown): string =>
  `The label is ${JSON.stringify(value)}; allowed are up to 100 letters, digits, dots, underscores and hyphens, such as 2026-1 or v2.0.`
