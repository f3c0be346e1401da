export { EffectCell } from '../admin/EffectCell.js'
export { PolicyDashboard } from '../admin/PolicyDashboard/index.js'
