export type TransferMode = 'release' | 'success' | 'talk' | 'three-party' | 'suspend'

/** spec/ccgateway.md 8.3: device types 1 queue, 2 agent, 3 IVR, 4 access code, 5 outside. 1 means two things. */
const matrix: Readonly<Record<number, Readonly<Record<number, TransferMode>>>> = {
  1: { 0: 'release', 2: 'success' },
  2: { 0: 'release', 2: 'success' },
  3: { 0: 'release', 1: 'suspend' },
  4: { 0: 'release', 2: 'success' },
  5: { 1: 'release', 2: 'success', 3: 'talk', 4: 'three-party' },
}

/** None for every combination that is not in the matrix. */
export function transferMode(deviceType: number, mode: number): TransferMode | null {
  return matrix[deviceType]?.[mode] ?? null
}

/** Digits, and for numbers outside the keys and A to E as well. */
export function isAddress(deviceType: number, address: string): boolean {
  return deviceType === 5 ? /^[\dA-Ea-e*#]{1,24}$/.test(address) : /^\d{1,24}$/.test(address)
}
