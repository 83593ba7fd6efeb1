'use strict';
const ts = require('typescript');

const trees = new WeakMap();

/** The syntax tree of a file, parsed once. */
const treeOf = (file) => {
  if (!trees.has(file))
    trees.set(file, ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true));
  return trees.get(file);
};

/** Visits every node of a file, outside in. */
const eachNode = (file, visit) => {
  const walk = (node) => {
    visit(node);
    ts.forEachChild(node, walk);
  };
  walk(treeOf(file));
};

/** Lengths in lines of the functions of a file, with their names where they have one. */
const functionsOf = (file) => {
  const tree = treeOf(file);
  const found = [];
  eachNode(file, (node) => {
    if (!ts.isFunctionLike(node) || !node.body) return;
    const line = (position) => tree.getLineAndCharacterOfPosition(position).line + 1;
    const from = line(node.getStart());
    const name =
      node.name?.getText() ??
      (ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : `at line ${from}`);
    found.push({ name, lines: line(node.end) - from + 1 });
  });
  return found;
};

module.exports = { eachNode, functionsOf };
