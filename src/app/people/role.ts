/** What a person does in a district or a city; one person may hold several. The public is nobody: it has no account. */
export const ROLES = [
  'administrator',
  'clerk',
  'inspector',
  'assessor',
  'reviewer',
  'center',
  'leader',
  'auditor',
  'observer',
] as const

export type Role = (typeof ROLES)[number]

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  administrator: '管理员',
  clerk: '数据员',
  inspector: '检查员',
  assessor: '考核员',
  reviewer: '复核员',
  center: '街镇中心',
  leader: '领导',
  auditor: '审计员',
  observer: '市级人员',
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}
