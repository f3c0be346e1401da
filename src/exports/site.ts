export {
  cachedPolicyFetch,
  noticesTag,
  policyFetchOptions,
  type PolicyFetchOptions,
  policyTag,
} from '../site/cachedPolicyFetch.js'
export * from '../site/client.js'
export { PolicyDocument, type PolicyDocumentProps } from '../site/react/PolicyDocument.js'
export { PolicyHistory, type PolicyHistoryProps } from '../site/react/PolicyHistory.js'
export { PolicyNotice, type PolicyNoticeProps } from '../site/react/PolicyNotice.js'
export type { PolicyNoticeAttributes } from '../site/react/policyNoticeElement.js'
export type { SiteWords } from '../site/react/words.js'
