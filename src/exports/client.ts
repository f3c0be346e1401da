export { EffectiveDateField } from '../admin/EffectiveDateField/index.js'
export { NoticeTermsField } from '../admin/NoticeTermsField/index.js'
export { ReadoutCell, ReadoutField } from '../admin/Readout/index.js'
export { VersionWorkflow } from '../admin/VersionWorkflow/index.js'
