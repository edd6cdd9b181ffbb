import type {} from 'handlebars';

/** What the check of a template needs to know of the rest. */
export interface KnownNames {
  readonly partials: ReadonlySet<string>;
  hasWord(key: string): boolean;
}

/** Everything a template may call: four blocks, words, and joining texts. Formatting only, no comparisons. */
const BLOCKS: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);
const HELPERS: ReadonlySet<string> = new Set(['t', 'join']);
const DATA: ReadonlySet<string> = new Set(['frame', 'page']);
const LOOP_DATA: ReadonlySet<string> = new Set(['index', 'first', 'last']);

/** Returns what is wrong with a parsed template, each fault with its line; `view` is its name. */
export function checkTree(root: hbs.AST.Program, view: string, known: KnownNames): string[] {
  const checker = new TreeChecker(view.startsWith('layouts/'), known);
  checker.program(root, 0, false);
  return checker.faults;
}

class TreeChecker {
  readonly faults: string[] = [];

  constructor(
    private readonly layout: boolean,
    private readonly known: KnownNames,
  ) {}

  /** `depth` is how many `../` lead no further than this template's own model. */
  program(node: hbs.AST.Program, depth: number, looped: boolean): void {
    for (const statement of node.body) {
      if (statement.type === 'MustacheStatement')
        this.mustache(statement as hbs.AST.MustacheStatement, depth, looped);
      else if (statement.type === 'BlockStatement')
        this.block(statement as hbs.AST.BlockStatement, depth, looped);
      else if (statement.type === 'PartialStatement')
        this.partial(statement as hbs.AST.PartialStatement, depth, looped);
      else if (statement.type !== 'ContentStatement' && statement.type !== 'CommentStatement')
        this.fault(statement, `${statement.type} is not used here`);
    }
  }

  private mustache(node: hbs.AST.MustacheStatement, depth: number, looped: boolean): void {
    if (!node.escaped) this.fault(node, 'unescaped output is not allowed');
    if (node.params.length > 0 || node.hash?.pairs?.length) return this.call(node, depth, looped);
    const path = node.path as hbs.AST.PathExpression;
    if (path.type !== 'PathExpression') return this.fault(node, 'a text in braces');
    if (path.data && path.original === '@body') {
      if (!this.layout) this.fault(node, '@body is for layouts only');
      return;
    }
    this.path(path, depth, looped);
  }

  private block(node: hbs.AST.BlockStatement, depth: number, looped: boolean): void {
    const name = String(node.path.original);
    if (!BLOCKS.has(name)) this.fault(node, `unknown block "${name}": use if, unless, each or with`);
    if (node.params.length !== 1 || node.hash?.pairs?.length) this.fault(node, `${name} takes one value`);
    this.arguments(node, depth, looped);
    const deeper = name === 'each' || name === 'with' ? 1 : 0;
    this.program(node.program, depth + deeper, looped || name === 'each');
    if (node.inverse) this.program(node.inverse, depth, looped);
  }

  private partial(node: hbs.AST.PartialStatement, depth: number, looped: boolean): void {
    if (node.name.type !== 'PathExpression') return this.fault(node, 'a partial has a fixed name');
    const name = String(node.name.original);
    if (!this.known.partials.has(name)) this.fault(node, `unknown partial "${name}"`);
    this.arguments(node, depth, looped);
  }

  private call(
    node: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
    depth: number,
    looped: boolean,
  ): void {
    const name = String((node.path as hbs.AST.PathExpression).original);
    if (!HELPERS.has(name)) return this.fault(node, `unknown helper "${name}"`);
    if (name === 't') this.word(node);
    this.arguments(node, depth, looped);
  }

  private word(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
    const [key] = node.params;
    if (key?.type !== 'StringLiteral')
      return this.fault(node, 't takes its key as a text, so that it can be checked');
    const { value } = key as hbs.AST.StringLiteral;
    if (!this.known.hasWord(value)) this.fault(node, `no word "${value}" in the catalogue`);
  }

  private arguments(
    node: { params: hbs.AST.Expression[]; hash?: hbs.AST.Hash },
    depth: number,
    looped: boolean,
  ): void {
    for (const value of [...node.params, ...(node.hash?.pairs ?? []).map((pair) => pair.value)]) {
      if (value.type === 'PathExpression') this.path(value as hbs.AST.PathExpression, depth, looped);
      else if (value.type === 'SubExpression') this.call(value as hbs.AST.SubExpression, depth, looped);
    }
  }

  private path(node: hbs.AST.PathExpression, depth: number, looped: boolean): void {
    const [first = ''] = node.parts;
    if (node.data && !DATA.has(first) && !(looped && LOOP_DATA.has(first)))
      this.fault(node, `there is no ${node.original} here`);
    if (node.depth > depth) this.fault(node, `${node.original} leads out of this template`);
    for (const part of node.parts)
      if (part in Object.prototype) this.fault(node, `"${part}" is not a key a view model may have`);
  }

  private fault(node: hbs.AST.Node, text: string): void {
    this.faults.push(`line ${node.loc.start.line}: ${text}`);
  }
}
