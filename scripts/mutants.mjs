// All the ways in which one source file can be broken by one small change.
import { parseAst } from 'rolldown/parseAst';

const opposites = new Map([
  ['===', '!=='],
  ['!==', '==='],
  ['<', '>='],
  ['<=', '>'],
  ['>', '<='],
  ['>=', '<'],
  ['&&', '||'],
  ['||', '&&'],
  ['+', '-'],
  ['-', '+'],
]);

/** Each has the path, the whole text after the change, and a name that says what was changed. */
export function mutantsOf(path, source) {
  const changes = [];
  visit(parseAst(source, { lang: 'ts' }), (node, { parent, inside }) => {
    for (const change of changesOf(node, parent, source)) changes.push({ ...change, inside });
  });
  const unique = new Map();
  for (const { start, end, to, inside, says } of changes) {
    const what = says ?? `${oneLine(source.slice(start, end))} → ${oneLine(to)}`;
    // Without the number of the line, so that a reason stays with it.
    const name = `${path}, ${inside}: ${what}`;
    unique.set(name, { path, name, text: source.slice(0, start) + to + source.slice(end) });
  }
  return [...unique.values()];
}

/** Types are gone when the code runs. */
function visit(node, look, { parent, inside = 'file' } = {}) {
  if (node.type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)/.test(node.type)) return;
  if (node.type === 'ImportDeclaration') return;
  look(node, { parent, inside });
  const below = { parent: node, inside: node.id?.name ?? inside };
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') visit(child, look, below);
}

function changesOf(node, parent, source) {
  const text = ({ start, end }) => source.slice(start, end);
  const instead = ({ start, end }, to) => ({ start, end, to });
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return [instead(node.test, `!(${text(node.test)})`)];
    case 'LogicalExpression':
    case 'BinaryExpression': {
      const opposite = opposites.get(node.operator);
      if (opposite === undefined) return [];
      return [instead(node, `(${text(node.left)}) ${opposite} (${text(node.right)})`)];
    }
    case 'ArrayExpression':
      return node.elements.length < 2 ? [] : node.elements.map((item) => leftOut(node, item, text));
    case 'Literal':
      return literalChanges(node, parent).map((to) => instead(node, to));
    case 'SwitchCase':
      return node.test === null ? [] : [instead(node.test, `(undefined as never)`)];
    case 'FunctionDeclaration':
      return earlyReturns(node, source);
    default:
      return [];
  }
}

function leftOut({ start, end, elements }, item, text) {
  const rest = elements.filter((one) => one !== item).map(text);
  return { start, end, to: `[${rest.join(', ')}]`, says: `without ${oneLine(text(item))}` };
}

function literalChanges({ value, raw }, parent) {
  if (parent?.type === 'Property' && parent.key.value === value && parent.key.raw === raw)
    return [];
  if (typeof value === 'boolean') return [String(!value)];
  if (typeof value === 'number') return [String(value + 1)];
  return typeof value === 'string' && /^[\w.*=<>-]+$/.test(value) ? [`'not ${value}'`] : [];
}

const endings = [
  ['[]', '[]'],
  [': boolean', 'false'],
  [' | undefined', 'undefined'],
];

/** A function that gives nothing, of the sort that its type names. */
function earlyReturns({ body, returnType }, source) {
  const type = returnType && source.slice(returnType.start, returnType.end);
  if (body === null || !type) return [];
  const nothing = endings.find(([sort]) => type.endsWith(sort))?.[1];
  if (nothing === undefined) return [];
  return [
    { start: body.start, end: body.start + 1, to: `{ if (Date.now() > 0) return ${nothing};` },
  ];
}

function oneLine(text) {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
