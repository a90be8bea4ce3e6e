import type { Entry, Report } from './report.ts'

const columns = ['metric', 'n', 'p50', 'p95', 'p99', 'limit', 'p50', 'p95', 'ratio', 'aim', ''] as const

/** The report for people: each metric beside its limit, and under it what it is made of. */
export function tableOf({ metrics, failed }: Report): string {
  const rows = Object.entries(metrics).flatMap(([name, entry]) => [rowOf(name, entry), ...partRows(entry)])
  const table = [[...columns], ...rows]
  const widths = columns.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) =>
    row
      .map((cell, column) => align(cell, widths[column] ?? 0, column))
      .join('  ')
      .trimEnd(),
  )
  return [
    ...lines,
    ...Object.entries(failed).map(([name, why]) => `${name}: not measured: ${why.split('\n')[0]}`),
  ].join('\n')
}

function rowOf(name: string, { n, p50, p95, p99, limit, ratio, aim, met }: Entry): string[] {
  const figures = [n, p50, p95, p99].map(String)
  const beside = [limit.what, String(limit.p50), String(limit.p95), ratio === null ? '–' : `${ratio} ×`]
  return [name, ...figures, ...beside, aim, met ? 'met' : 'NOT MET']
}

function partRows({ parts = {} }: Entry): string[][] {
  return Object.entries(parts).map(([name, { n, p50, p95, p99 }]) => [`  ${name}`, ...[n, p50, p95, p99].map(String)])
}

/** Words to the left, figures to the right. */
function align(cell: string, width: number, column: number): string {
  const words = ['metric', 'limit', 'aim', ''].includes(columns[column] ?? '')
  return words ? cell.padEnd(width) : cell.padStart(width)
}
