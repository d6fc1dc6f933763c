// What `cargo metadata` says of the crates that a program is built into.

/** The program, and the crates that it needs by name and version, without what only builds or tests it. */
export function crates({ packages, resolve }) {
  const byId = new Map(packages.map((each) => [each.id, each]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const needs = (id) => nodes.get(id).deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null)).map(({ pkg }) => pkg).sort();
  const reached = new Set([resolve.root]);
  for (const id of reached) needs(id).forEach((need) => reached.add(need));
  const sorting = (id) => `${byId.get(id).name}@${byId.get(id).version}`;
  const others = [...reached].filter((id) => id !== resolve.root).sort((a, b) => (sorting(a) < sorting(b) ? -1 : 1));
  const crate = (id) => ({ ...byId.get(id), needs: needs(id).map((need) => byId.get(need)) });
  return { program: crate(resolve.root), others: others.map(crate) };
}
