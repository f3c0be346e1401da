/** The words of a policy's page, beside those of its text. `{{name}}` is filled in. */
export type PageWords = Record<
  | 'authoritative'
  | 'changeSummary'
  | 'currentText'
  | 'exception'
  | 'exceptionNotProvided'
  | 'fingerprint'
  | 'history'
  | 'imported'
  | 'inForce'
  | 'inForceSince'
  | 'languageMissing'
  | 'neverApplied'
  | 'published'
  | 'readVersion'
  | 'skipToText'
  | 'standing'
  | 'superseded'
  | 'supersededOn'
  | 'takesEffectOn'
  | 'untilThen'
  | 'version'
  | 'withdrawnOn',
  string
>
