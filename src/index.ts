export type { ActiveNotice } from './domain/activeNotices.js'
export type { BusinessCalendar } from './domain/businessCalendar.js'
export type { CivilDate } from './domain/civilDate.js'
export type { ComparedVersion, PolicyComparison } from './domain/delivery/comparison.js'
export type { CurrentPolicy } from './domain/delivery/currentAnswer.js'
export type { ShownNotices } from './domain/delivery/noticesAnswer.js'
export type { PolicyTimeline } from './domain/delivery/timelineAnswer.js'
export type {
  MaterialityRules,
  MaterialityTopic,
  TopicRules,
} from './domain/materiality/materialityRules.js'
export type { MaterialitySign, SentencesToJudge } from './domain/materiality/materialitySigns.js'
export type { NoticePeriod } from './domain/noticePeriod.js'
export type { NoticeException } from './domain/noticeException.js'
export type {
  NoticePreset,
  NoticePresetOption,
  NoticePresets,
} from './domain/noticePresets/noticePreset.js'
export type { ReportedClause, ReportedVersion, Verdict } from './domain/noticeReport.js'
export type { NoticeChannels, NoticeTerms, NoticeTier } from './domain/noticeTerms.js'
export type { PolicyErrorCode, PolicyErrorData } from './domain/policyError.js'
export type { PublicVersion } from './domain/publicVersion.js'
export type { SealedVersion } from './domain/sealedVersion.js'
export type { Anchor } from './domain/record/anchor.js'
export type { Finding, FindingCode } from './domain/record/finding.js'
export type { ChangedSentences } from './domain/redline/changedSentences.js'
export type { ComparableText } from './domain/redline/compareTexts.js'
export type {
  BlockStatus,
  BlockType,
  CallOut,
  ChangeKind,
  CosmeticReason,
  Redline,
  RedlineBlock,
  RedlineCounts,
  RedlineSection,
  RedlineTitle,
  Segment,
} from './domain/redline/redline.js'
export type { RedlineWords } from './domain/redline/redlineWords.js'
export type { Effect, VersionState } from './domain/timeline.js'
export type { TextForm, VersionText } from './domain/versionText.js'
export type { Warning } from './domain/warning.js'
export type { PolicyReport } from './operations/noticeReport.js'
export type { SentenceCounts } from './operations/judgedRedline.js'
export type { NoticeWindow } from './operations/noticeWindow.js'
export type { ReviewedVersion } from './operations/reviewedVersions.js'
export type { VersionRedline } from './operations/versionRedline.js'
export type {
  ChannelDriver,
  ChannelOption,
  CollectionOverride,
  NoticeDelivery,
  PolicyVersioningPluginOptions,
  RoleCheck,
} from './options.js'

export { usFederalCalendar } from './domain/calendars/usFederal.js'
export { weekendsCalendar } from './domain/calendars/weekends.js'
export { fingerprint } from './domain/fingerprint.js'
export { materialitySigns } from './domain/materiality/materialitySigns.js'
export { builtInMaterialityRules } from './domain/materiality/rules/builtInMaterialityRules.js'
export { earliestEffectiveAt, publicationDeadline } from './domain/noticeClock.js'
export { builtInPresets } from './domain/noticePresets/builtInPresets.js'
export { euGdpr } from './domain/noticePresets/statutes.js'
export { lexicalFromText } from './domain/plainText/lexicalFromText.js'
export { PolicyError } from './domain/policyError.js'
export { changedSentences } from './domain/redline/changedSentences.js'
export { compareTexts } from './domain/redline/compareTexts.js'
export { redlineHtml } from './domain/redline/redlineHtml.js'
export { policyAt } from './domain/timeline.js'
export {
  activePolicyNotices,
  currentPolicy,
  dryRun,
  policyReport,
  policyTimeline,
} from './operations/forHosts.js'
export { verifyRecord } from './operations/verifyRecord.js'
export { policyVersioningPlugin } from './plugin.js'
