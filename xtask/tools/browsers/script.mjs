// What scripts use: the syntax, and whatever bears the name of something that browsers have.

import { createRequire } from "node:module";

import { DATA, least, oldest } from "./compat.mjs";

const require = createRequire(new URL("../../../target/tools/", import.meta.url));
const ts = require("typescript");
const { SyntaxKind } = ts;

/** The syntax of 2015, which needs no looking up: whoever has WebAssembly has it. */
const OF_2015 = new Set(
  `SourceFile EndOfFileToken Identifier NumericLiteral StringLiteral RegularExpressionLiteral NoSubstitutionTemplateLiteral
  TemplateExpression TemplateHead TemplateSpan TemplateMiddle TemplateTail TrueKeyword FalseKeyword NullKeyword ThisKeyword SuperKeyword
  ArrayLiteralExpression ObjectLiteralExpression PropertyAssignment ShorthandPropertyAssignment SpreadElement ComputedPropertyName
  PropertyAccessExpression ElementAccessExpression CallExpression NewExpression ParenthesizedExpression FunctionExpression ArrowFunction
  EqualsGreaterThanToken PrefixUnaryExpression PostfixUnaryExpression BinaryExpression ConditionalExpression TypeOfExpression
  DeleteExpression VoidExpression QuestionToken ColonToken Block EmptyStatement VariableStatement VariableDeclarationList
  VariableDeclaration ExpressionStatement IfStatement DoStatement WhileStatement ForStatement ForInStatement ForOfStatement
  ContinueStatement BreakStatement ReturnStatement SwitchStatement CaseBlock CaseClause DefaultClause LabeledStatement ThrowStatement
  TryStatement CatchClause FunctionDeclaration Parameter DotDotDotToken ObjectBindingPattern ArrayBindingPattern BindingElement
  OmittedExpression ClassDeclaration ClassExpression HeritageClause ExpressionWithTypeArguments Constructor MethodDeclaration
  GetAccessor SetAccessor StaticKeyword SyntaxList AsteriskAsteriskToken`
    .split(/\s+/)
    .map((name) => SyntaxKind[name]),
);

/** The syntax that came later, and where the data has it. */
const SYNTAX = [
  [(node) => node.kind === SyntaxKind.AsyncKeyword, "javascript/statements/async_function"],
  [ts.isAwaitExpression, "javascript/operators/await"],
  [ts.isSpreadAssignment, "javascript/operators/spread/spread_in_object_literals"],
  [ts.isBigIntLiteral, "javascript/builtins/BigInt"],
  [(node) => node.kind === SyntaxKind.QuestionDotToken, "javascript/operators/optional_chaining"],
  [(node) => node.kind === SyntaxKind.QuestionQuestionToken, "javascript/operators/nullish_coalescing"],
  [(node) => node.kind === SyntaxKind.QuestionQuestionEqualsToken, "javascript/operators/nullish_coalescing_assignment"],
  [(node) => node.kind === SyntaxKind.BarBarEqualsToken, "javascript/operators/logical_or_assignment"],
  [(node) => node.kind === SyntaxKind.AmpersandAmpersandEqualsToken, "javascript/operators/logical_and_assignment"],
  [(node) => node.kind === SyntaxKind.ImportKeyword, "javascript/operators/import"],
  [ts.isMetaProperty, "javascript/operators/import_meta"],
  [ts.isPropertyDeclaration, "javascript/classes/public_class_fields"],
  [ts.isPrivateIdentifier, "javascript/classes/private_class_fields"],
];

const isOldOperator = (node) => node.kind >= SyntaxKind.FirstPunctuation && node.kind <= SyntaxKind.LastPunctuation;
const isOldKeyword = (node) => node.kind === SyntaxKind.InKeyword || node.kind === SyntaxKind.InstanceOfKeyword;

/** Everything in the data that has a name in a program, by that name. */
const NAMED = new Map([["WebAssembly", ["webassembly/api"]]]);
for (const place of ["api", "javascript/builtins", "webassembly/api"]) {
  const note = (path, name) => NAMED.set(name, [...(NAMED.get(name) ?? []), path]);
  const within = place.split("/").reduce((data, name) => data[name], DATA);
  for (const [owner, members] of Object.entries(within)) {
    note(`${place}/${owner}`, owner);
    for (const member of Object.keys(members)) note(`${place}/${owner}/${member}`, member.replace(/_static$/, ""));
  }
}

/** Since when there is anything of this name; nothing where there is not. */
function named(name) {
  const all = (NAMED.get(name) ?? []).flatMap((path) => [oldest(path)].filter(Boolean));
  return all.length > 0 ? least(all) : null;
}

/** The names that a script gives itself. */
function declared(file) {
  const names = new Set();
  const visit = (node) => {
    if (node.name && ts.isIdentifier(node.name) && !ts.isPropertyAccessExpression(node)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/** The features that a script uses, with the versions that have them. `known` are names that other scripts give. */
export function inScript(name, text, known = []) {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  if (file.parseDiagnostics.length > 0) throw new Error(`${name} is no script`);
  const own = declared(file);
  const used = new Map();
  const visit = (node) => {
    const [, path] = SYNTAX.find(([is]) => is(node)) ?? [];
    if (path) used.set(path.split("/").at(-1), oldest(path));
    else if (!OF_2015.has(node.kind) && !isOldOperator(node) && !isOldKeyword(node)) {
      throw new Error(`${name}: nothing is known of the syntax ${SyntaxKind[node.kind]}: ${node.getText()}`);
    }
    if (ts.isIdentifier(node)) {
      const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
      const isKey = (ts.isPropertyAssignment(node.parent) || ts.isMethodDeclaration(node.parent)) && node.parent.name === node;
      const isLabel = ts.isLabeledStatement(node.parent) || ts.isBreakOrContinueStatement(node.parent);
      if (isMember || (!own.has(node.text) && !known.includes(node.text) && !isKey && !isLabel)) {
        const versions = named(node.text);
        if (versions) used.set(node.text, versions);
        else if (!isMember && node.text !== "undefined") throw new Error(`${name}: nothing is known of ${node.text}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...used];
}
