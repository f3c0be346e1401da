export { PolicyDashboard } from '../admin/PolicyDashboard/index.js'
