/** The stratum that a center's name suggests, for a person to change: what kind of place it is; 全部 where the name does not say. */
export function stratumOf(name: string): string {
  return ['街道', '镇', '乡'].find((kind) => name.endsWith(kind)) ?? '全部'
}
