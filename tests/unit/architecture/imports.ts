import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'

/** One import of a file: paths from the root of the repository, packages by the name they are asked by. */
export interface Import {
  readonly from: string
  readonly to: string
  /** Gone after the build; `import { type A }` is not, under verbatimModuleSyntax. */
  readonly typeOnly: boolean
}

const aliases: readonly (readonly [prefix: string, path: string])[] = [
  ['#contract', 'preload/contract.ts'],
  ['#main/', 'main/'],
  ['#renderer/', 'renderer/'],
  ['#simulator/', 'tests/simulator/'],
  ['#support/', 'tests/support/'],
]

/** Every import of a file: statements, re-exports, `import()` of values and of types. */
export function importsOf(from: string, text: string): readonly Import[] {
  const script = from.endsWith('.svelte') ? scriptsOf(text) : text
  const source = ts.createSourceFile(from, script, ts.ScriptTarget.Latest, false)
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    const asked = askedBy(node)
    if (asked !== undefined) found.push({ from, to: resolve(from, asked.specifier), typeOnly: asked.typeOnly })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** A component's own code; its markup cannot import. */
function scriptsOf(component: string): string {
  return [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n')
}

interface Asked {
  readonly specifier: string
  readonly typeOnly: boolean
}

function askedBy(node: ts.Node): Asked | undefined {
  if (ts.isImportDeclaration(node)) return asked(node.moduleSpecifier, isTypeImport(node))
  if (ts.isExportDeclaration(node)) return asked(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return asked(node.argument.literal, true)
  const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  return isDynamic ? asked(node.arguments[0], false) : undefined
}

function isTypeImport(node: ts.ImportDeclaration): boolean {
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
}

function asked(specifier: ts.Node | undefined, typeOnly: boolean): Asked | undefined {
  return specifier !== undefined && ts.isStringLiteralLike(specifier)
    ? { specifier: specifier.text, typeOnly }
    : undefined
}

function resolve(from: string, specifier: string): string {
  const path = specifier.replace(/\?.*$/, '')
  if (path.startsWith('.')) return posix.join(posix.dirname(from), path)
  const alias = aliases.find(([prefix]) => path === prefix || (prefix.endsWith('/') && path.startsWith(prefix)))
  return alias === undefined ? path : alias[1] + path.slice(alias[0].length)
}

/** The imports of every source file under some folders of the repository. */
export function importsUnder(root: string, folders: readonly string[]): readonly Import[] {
  return folders
    .flatMap((folder) =>
      readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /(?<!\.d)\.(ts|svelte)$/.test(file) && !/\/(compiled|\.svelte-check)\//.test(file))
    .flatMap((file) => importsOf(file, readFileSync(`${root}/${file}`, 'utf8')))
}
